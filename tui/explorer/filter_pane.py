"""The pane of the filter: choosing, leaving out, typing a name or a date."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from msgspec.structs import replace
from textual import events, on
from textual.binding import Binding, BindingType
from textual.message import Message

from store.dossier import Dossier
from tui.explorer.filtering import FILTERED, Filter
from tui.explorer.offers import names_opposite, offer
from tui.explorer.state import State
from tui.explorer.typist import Typist
from tui.present.filter import ANY, WHEN, FilterBody, Target, Typing, filter_body, head_lines
from tui.present.keyed import Names
from tui.present.line import BLANK
from tui.widgets.pane import Pane

FILTER = Binding.Group("Filter")
UNNAMED = "nothing is called so: other letters, or esc"
WIDEST, SPACIOUS = 56, 16  # cells at most; rows from which a blank line follows the title


class FilterPane(Pane):
    """Hidden until it is opened. It changes nothing: it says by messages what the reader wants."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,l,right", "choose", "choose", id="choose", group=FILTER,
                tooltip="Keep what has it; again: leave it out; again: neither"),
        Binding("minus", "choose(True)", "leave out", id="exclude", group=FILTER,
                tooltip="Leave out what has it"),
        Binding("slash", "type", "a name", id="type", group=FILTER,
                tooltip="Find a value of any group by its name"),
        Binding("}", "group(1)", "next group", id="next-group", group=FILTER),
        Binding("{", "group(-1)", "previous group", id="previous-group", group=FILTER),
        Binding("tab,shift+tab", "beside", "list", id="beside", group=FILTER,
                tooltip="Give the keys to the list, which stays narrowed"),
        Binding("F", "none", "clear", id="none", group=FILTER, tooltip="Choose nothing"),
        Binding("enter,f,q,h,left,backspace", "done", "done", id="done", group=FILTER),
        Binding("escape", "undo", "undo", id="unfilter", group=FILTER,
                tooltip="Undo everything since the filter was opened"),
    ]  # fmt: skip

    class Filtered(Message):
        """The filter is to be this one."""

        def __init__(self, filter: Filter) -> None:
            super().__init__()
            self.filter = filter

    class Left(Message):
        """The reader is done with it; or (``undone``) wants everything as it was."""

        def __init__(self, *, undone: bool) -> None:
            super().__init__()
            self.undone = undone

    class Aside(Message):
        """The keys are to go to the list beside it."""

    def __init__(self, today: date, *, id: str, ascii_only: bool = False) -> None:
        super().__init__(id=id, ascii_only=ascii_only)
        self.before: State | None = None  # the state that it was opened on, while it is open
        self.has_keys = False
        self._filter = Filter()
        self._typist = Typist(today)
        self._typing: Typing | None = None
        self._drawn: tuple[object, ...] = ()
        self._target: Target | None = None
        self._picked: Target | None = None  # chosen by its name, and nothing was done since
        self._last: tuple[State, Dossier, int, int, Names] | None = None

    # -- what it shows

    @property
    def open(self) -> bool:
        return self.before is not None

    def enter(self, state: State, near: date | None) -> None:
        """Open it on a state, or give it the keys again; a date that lacks its year is meant
        near that day."""
        if self.before is None:
            self.before, self._target = state, None
        self._typist, self.has_keys = Typist(self._typist.today, near), True

    def sifts(self, about: str) -> bool:
        """Whether, where it is open, it was opened on a view of this."""
        return self.before is None or FILTERED.get(self.before.view) == about

    def close(self) -> State | None:
        """Close it; the state that it was opened on."""
        before, self.before, self._picked = self.before, None, None
        self.has_keys, self._typing, self._drawn, self._last = False, None, (), None
        return before

    def draw(self, state: State, dossier: Dossier, wide: int, rows: int, keys: Names) -> None:
        """Draw what is offered in a state, for a pane of that size."""
        self._filter, self._last = state.filter, (state, dossier, wide, rows, keys)
        words = state.place.words
        key = (state.filter, state.on, words, state.view, wide, rows, self._typing, id(dossier))
        if key == self._drawn:
            return
        self._drawn = key
        found = offer(dossier, state, self._typing)
        cells = min(wide - 3, WIDEST)
        head = head_lines(found.kept, found.total, cells)
        self.head([*head, BLANK] if rows >= SPACIOUS else head)
        period = (state.filter.from_, state.filter.until)
        body = filter_body(found.groups, period, self._typing, cells, keys["type"])
        self.walk.body = body
        line = body.rest(self._target, self._typing)
        self.show(body, cursor=line, top=self.walk.top)

    def _again(self) -> None:
        if self._last is not None and self._drawn:
            self.draw(*self._last)

    @property
    def target(self) -> Target | None:
        """What the cursor stands on."""
        body = self.body
        return body.target_at(self.cursor) if isinstance(body, FilterBody) else None

    @property
    def typing(self) -> bool:
        """Whether letters are typed into it."""
        return self._typing is not None

    @property
    def on_date(self) -> bool:
        """Whether that is a date."""
        return self._typing is not None and self._typing.target.facet == WHEN

    @on(Pane.Moved)
    def _remember(self) -> None:
        self._target = self.target or self._target
        self._picked = self._picked if self._target == self._picked else None

    # -- choosing

    def action_choose(self, exclude: bool = False) -> None:
        target = self._target = self.target
        if target is None:
            return
        if target.facet == WHEN or not target.value:
            self._type_at(target)
            return
        picked, self._picked = self._picked, None
        if target == picked and not exclude:
            return  # its name chose it: this is no wish to leave it out
        change = self._filter.excluded if exclude else self._filter.turned
        self._change(change(target.facet, target.value))

    def _change(self, new: Filter) -> None:
        self._filter = new
        self.post_message(self.Filtered(new))

    def action_group(self, step: int) -> None:
        if isinstance(self.body, FilterBody):
            self.go(self.body.group_line(self.cursor, step))

    def action_none(self) -> None:
        self._change(Filter())

    def action_beside(self) -> None:
        self.post_message(self.Aside())

    def action_done(self) -> None:
        """Ask to be closed; whatever was chosen is kept."""
        self.post_message(self.Left(undone=False))

    def action_undo(self) -> None:
        self.post_message(self.Left(undone=True))

    @on(Pane.Chosen)
    def _clicked(self, event: Pane.Chosen) -> None:
        event.stop()
        self._picked = None
        self.action_choose()

    # -- typing

    def action_type(self) -> None:
        """Type a name of whatever group."""
        self._type_at(Target(ANY))

    def _type_at(self, target: Target) -> None:
        self._target = target
        self._write(Typing(target))

    def _write(self, typing: Typing | None) -> None:
        began = (typing is None) != (self._typing is None)
        self._typing = typing
        self._again()
        if began:  # the footer offers other keys
            self._change(self._filter)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters that are typed are no commands, not even those that always work."""
        return self.typing and character is not None and character.isprintable()

    def took(self, event: events.Key) -> bool:
        """Whether a key was typed into it; what is not is a command."""
        typing = self._typing
        if typing is None or event.key in {"up", "down", "ctrl+q"}:
            return False
        if event.key == "enter":
            self._take(typing)
        elif event.key == "escape":
            self._write(None)
        elif (typed := self._typist.after(typing, event)) is not None:
            self._target = typed.target
            self._write(typed)
        return True

    def on_paste(self, event: events.Paste) -> None:
        if self._typing is not None:
            event.stop()
            text = self._typing.text + " ".join(event.text.split())
            self._write(self._typist.with_text(self._typing, text))

    def _take(self, typing: Typing) -> None:
        if typing.target.facet != WHEN:
            self._take_name(typing)
            return
        read = self._typist.date(typing)
        if isinstance(read, Typing):
            self._write(read)
            return
        self._typing = None
        self._change(self._filter.dated(typing.target.value, read))

    def _take_name(self, typing: Typing) -> None:
        target = self.target
        if target is None or typing.target.facet not in {target.facet, ANY} or not target.value:
            self._write(replace(typing, why=UNNAMED) if typing.text.strip() else None)
            return
        self._typing, self._target, self._picked = None, target, target
        chosen = self._filter.state_of(target.facet, target.value) == "in"
        turned = self._filter.turned(target.facet, target.value)
        if names_opposite(target.facet, target.value, typing.text):
            chosen = self._filter.state_of(target.facet, target.value) == "out"
            turned = self._filter.excluded(target.facet, target.value)
        self._change(self._filter if chosen else turned)  # found again it is not left out
