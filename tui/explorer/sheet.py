"""A sheet: a page of lines over the explorer, narrowed as you type, left with escape or q."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

import msgspec
from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widget import Widget

from tui.present.chrome import footer
from tui.present.line import Line, Span
from tui.present.listing import Headed
from tui.widgets.bar import Bar
from tui.widgets.pane import Pane
from tui.widgets.prompt import Prompt

MOST = 200  # characters that can be typed


class Row(msgspec.Struct, frozen=True):
    """A line of a sheet and what choosing it gives (``None``: nothing to choose); ``head`` is
    told again where the line is the first in sight."""

    line: Line
    value: str | None = None
    head: Line | None = None


Rows = Callable[[str, int], Sequence[Row]]  # (words typed, cells) → rows


class Sheet(ModalScreen[str | None]):
    """``typing`` opens with the prompt ready, as the palette does; ``choose`` is the word for
    what enter does, ``moves`` are the keys of the rows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape,h,left,backspace,question_mark,f1", "leave", "back", show=False),
        Binding("slash", "type", "find", show=False),
        Binding("enter,l,right", "choose", "choose", show=False),
        Binding("tab,shift+tab", "type", "type", show=False),
        Binding("Q,ctrl+q", "app.quit", "quit", show=False, id="quit"),  # with the user's keys
    ]

    def __init__(
        self,
        title: str,
        subtitle: str,
        rows: Rows,
        *,
        typing: bool = False,
        choose: str = "choose",
        moves: str = "j k",
        ascii_only: bool = False,
    ) -> None:
        super().__init__()
        self._title, self._subtitle, self._rows, self._typing = title, subtitle, rows, typing
        self._choose, self._moves = choose, moves
        self._shown: Sequence[Row] = ()
        self._left = False
        self._head = Bar(id="head", ascii_only=ascii_only)
        self._pane = Pane(id="sheet", ascii_only=ascii_only)
        self._foot = Bar(id="foot", ascii_only=ascii_only)
        self._prompt = Prompt(id="prompt", most=MOST)
        self._line = Horizontal(id="ask")

    def compose(self) -> Iterator[Widget]:
        yield self._head
        yield self._pane
        with self._line:
            yield self._prompt
        yield self._foot

    def on_mount(self) -> None:
        self._draw()
        if self._typing:
            self.action_type()
        else:
            self.set_focus(self._pane)

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        cells = self.app.size.width
        left = [Span(f" {self._title}", bold=True), Span(f"   {self._subtitle}", "muted")]
        self._head.show(Line(tuple(left)))
        self._shown = self._rows(self._prompt.value, cells - 4)
        rows = self._shown
        self._pane.show(Headed([row.line for row in rows], [row.head for row in rows]))
        self._foot_keys()

    def on_descendant_focus(self) -> None:
        self._foot_keys()

    def _foot_keys(self) -> None:
        """The keys of the list, or where words are typed those that are no letters."""
        chosen = any(row.value for row in self._shown)
        keys = [(self._moves, "row"), ("/", "find")]
        if self._asks:  # letters and / are typed
            keys = [("↑ ↓", "row")] if self._typing else [("enter", "take"), ("↑ ↓", "row")]
        keys += [("enter", self._choose)] if chosen and (self._typing or not self._asks) else []
        self._foot.show(footer(keys, ("esc", "back"), self.app.size.width))

    @property
    def _asks(self) -> bool:
        """Whether words are typed."""
        return self._typing or self.focused is self._prompt

    def action_type(self) -> None:
        self._line.display = True
        self._prompt.placeholder = "type to narrow"
        self._prompt.select_all()
        self.set_focus(self._prompt)

    def action_leave(self) -> None:
        self._finish(None)

    def action_choose(self) -> None:
        at = self._pane.cursor
        row = self._shown[at] if 0 <= at < len(self._shown) else None
        if row is not None and row.value is not None:
            self._finish(row.value)

    def _finish(self, value: str | None) -> None:
        """Leave once, however often the key is pressed."""
        if not self._left:
            self._left = True
            self.dismiss(value)

    @on(Prompt.Changed)
    def _changed(self) -> None:
        self._draw()

    @on(Prompt.Submitted)
    def _submitted(self) -> None:
        if self._typing:
            self.action_choose()
        else:
            self.set_focus(self._pane)

    @on(Prompt.Listed)
    def _listed(self, event: Prompt.Listed) -> None:
        self._pane.action_move(event.step)

    @on(Prompt.Left)
    def _prompt_left(self) -> None:
        if self._typing or not self._prompt.value:
            self._finish(None)
            return
        self._prompt.value = ""
        self._line.display = False
        self.set_focus(self._pane)

    @on(Pane.Chosen)
    def _clicked(self) -> None:
        self.action_choose()
