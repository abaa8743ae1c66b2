"""The place at the foot where the reader chooses among a few lines, or types one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

import msgspec
from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget

from store.disk.notebook import MAX_NOTE
from tui.present.line import Line, Span, cut, fit, width
from tui.present.listing import Lines
from tui.widgets.bar import Bar
from tui.widgets.pane import Pane
from tui.widgets.prompt import Prompt

WORD = 12  # cells of a choice's name
DRAFTS = 20  # lines typed and left that are kept, the last ones


class Choice(msgspec.Struct, frozen=True):
    """A line to choose by its key or with enter; without a ``value`` it only says why not."""

    key: str
    word: str
    about: str
    value: str | None


class Menu(Pane):
    """The lines to choose from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # a question's keys are its own, whatever the configuration makes of the explorer's
        Binding("j,down", "move(1)", "row", show=False),
        Binding("k,up", "move(-1)", "row", show=False),
        Binding("enter,l,right", "choose", "take", show=False),
        Binding("q,escape,h,left,backspace", "leave", "leave", show=False),
    ]

    class Pressed(Message):
        """A letter that is no movement."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class Entered(Message):
        """Enter."""

    class Left(Message):
        """Left without choosing."""

    def action_choose(self) -> None:
        self.post_message(self.Entered())

    def action_leave(self) -> None:
        self.post_message(self.Left())

    def took(self, event: events.Key) -> bool:
        """A printable key never reaches the commands behind the menu."""
        letter = event.character if event.is_printable else None
        if letter is None or letter in {"j", "k", "g", "G", "l", "h", "q", " "}:
            return False
        self.post_message(self.Pressed(letter))
        return True


class Aside(Vertical):
    """Hidden until something is asked; then it has the keys until it is answered or left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,shift+tab", "stay", "stay", show=False),
    ]

    class Left(Message):
        """Nothing is asked any more: the keys go back to where they were."""

    def __init__(self, *, ascii_only: bool = False) -> None:
        super().__init__(id="aside")
        self._menu = Menu(id="menu", ascii_only=ascii_only)
        self._line = Horizontal(id="typing")
        self._label = Bar(id="typing-label", ascii_only=ascii_only)
        self._prompt = Prompt(id="typed", most=MAX_NOTE)
        self._choices: Sequence[Choice] = ()
        self._then: Callable[[str], None] | None = None
        self.why = ""  # why what was typed could not be taken
        self._asked = ""  # the label of what is typed, where it is kept
        self._drafts: dict[str, str] = {}  # what was typed and left, by label

    def compose(self) -> Iterator[Widget]:
        yield self._menu
        with self._line:
            yield self._label
            yield self._prompt

    @property
    def open(self) -> bool:
        return self.display

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """What the footer offers."""
        more = (("j k", "row"),) if self._menu.display else ()
        return (("enter", "take"), *more, ("esc", "leave"))

    def choose(
        self, title: str, choices: Sequence[Choice], then: Callable[[str], None], hint: str = ""
    ) -> None:
        """Offer the choices; ``then`` gets the value of the one that is taken."""
        self._choices, self._then, self.why, self._asked = choices, then, "", ""
        cells = self.app.size.width - 3
        lines = [_choice_line(choice, cells) for choice in choices]
        lines += [Line((Span(cut(hint, cells), "muted"),), stop=False)] if hint else []
        self._menu.styles.height = len(lines) + 2
        self._show(menu=True)
        self._menu.head([Line((Span(cut(title, cells), bold=True),))])
        self._menu.show(Lines(lines))
        self.resume()

    def type(
        self, label: str, text: str, hint: str, then: Callable[[str], None], *, draft: bool = False
    ) -> None:
        """Let the reader type a line, beginning with ``text``; ``then`` gets it. With ``draft``
        what is left half typed is there when the same is asked again."""
        text, self._asked = self._drafts.pop(label, text), label if draft else ""
        self._choices, self._then, self.why = (), then, ""
        self._label.styles.width = width(label) + 2
        self._label.show(Line((Span(f" {label} ", "accent"),)))
        with self.prevent(Prompt.Changed):
            self._prompt.value = text
        self._prompt.placeholder = hint
        self._prompt.cursor_position = len(text)
        self._show(menu=False)
        self.resume()

    def resume(self) -> None:
        """Have the keys, also after a click elsewhere."""
        self.screen.set_focus(self._menu if self._menu.display else self._prompt)

    def action_stay(self) -> None:
        """What is asked is answered or left first."""

    def _show(self, *, menu: bool) -> None:
        self._menu.display, self._line.display = menu, not menu
        self.display = True

    def _finish(self, value: str | None) -> None:
        if not self.display:
            return  # answered already, by a key pressed twice
        then, self._then = self._then, None
        if value is None and self._asked and self._prompt.value.strip():
            # on a slow line an arrow may begin with an Escape that nobody typed
            self._drafts = {**dict(list(self._drafts.items())[1 - DRAFTS :]),
                            self._asked: self._prompt.value}  # fmt: skip
        self.display = False
        self.post_message(self.Left())
        if value is not None and then is not None:
            then(value)

    def _pressed_key(self, key: str) -> None:
        for choice in self._choices:
            if choice.key == key and choice.value is not None:
                self._finish(choice.value)
                return

    @on(Menu.Pressed)
    def _pressed(self, event: Menu.Pressed) -> None:
        event.stop()
        self._pressed_key(event.key)

    @on(Menu.Entered)
    @on(Pane.Chosen)
    def _entered(self, event: Message) -> None:
        event.stop()
        at = self._menu.cursor
        if at < len(self._choices) and (value := self._choices[at].value) is not None:
            self._finish(value)

    @on(Prompt.Submitted)
    def _submitted(self, event: Prompt.Submitted) -> None:
        event.stop()
        self._finish(event.value)

    @on(Menu.Left)
    @on(Prompt.Left)
    def _left(self, event: Message) -> None:
        event.stop()
        self._finish(None)

    @on(Pane.Moved)
    @on(Prompt.Changed)
    @on(Prompt.Listed)
    def _own(self, event: Message) -> None:
        event.stop()  # none of it concerns the list above


def _choice_line(choice: Choice, cells: int) -> Line:
    off = choice.value is None
    spans = [
        Span(f"{choice.key}  ", "muted" if off else "accent"),
        Span(fit(choice.word, WORD), "muted" if off else "text"),
        Span(cut(choice.about, cells - WORD - 3), "muted"),
    ]
    return Line(tuple(spans))
