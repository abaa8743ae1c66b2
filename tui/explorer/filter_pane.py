"""The pane of the filter: choosing, leaving out, typing a name or a date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.message import Message

from store.dossier import Dossier
from store.typed_date import parse_typed
from store.when import WhenError
from tui.explorer.filtering import Filter
from tui.explorer.offers import offer
from tui.explorer.state import State
from tui.present import dates
from tui.present.filter import WHEN, FilterBody, Target, Typing, filter_body, head_lines
from tui.present.line import BLANK
from tui.widgets.pane import Pane

FILTER = Binding.Group("Filter")
WIDEST = 56  # cells, so that a count stands near its name
SPACIOUS = 24  # rows from which a blank line stands under the title


class FilterPane(Pane):
    """Hidden until it is opened. It changes nothing: it says by messages what the reader wants."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,l,right", "choose", "choose", id="choose", group=FILTER,
                tooltip="Keep what has it; again: leave it out; again: neither"),
        Binding("minus", "exclude", "leave out", id="exclude", group=FILTER,
                tooltip="Leave out what has it"),
        Binding("slash", "type", "a name", id="type", group=FILTER,
                tooltip="Type a name of a long group"),
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
        self._today = today
        self.before: State | None = None  # the state that it was opened on, while it is open
        self.has_keys = False
        self._filter = Filter()
        self._near: date | None = None
        self._typing: Typing | None = None
        self._drawn: tuple[object, ...] = ()
        self._target: Target | None = None
        self._last: tuple[State, Dossier] | None = None

    # -- what it shows

    @property
    def open(self) -> bool:
        return self.before is not None

    def enter(self, state: State, near: date | None) -> None:
        """Open it on a state, or give it the keys again; a date that lacks its year is meant
        near that day."""
        if self.before is None:
            self.before, self._target = state, None
        self._near, self.has_keys = near, True

    def close(self) -> State | None:
        """Close it; the state that it was opened on."""
        before, self.before = self.before, None
        self.has_keys, self._typing, self._drawn, self._last = False, None, (), None
        return before

    def draw(self, state: State, dossier: Dossier, wide: int, rows: int) -> None:
        """Draw what is offered in a state, for a pane of that size."""
        self._filter, self._last = state.filter, (state, dossier)
        words = state.place.words
        key = (state.filter, state.on, words, state.view, wide, rows, self._typing, id(dossier))
        if key == self._drawn:
            return
        self._drawn = key
        found = offer(dossier, state, self._typing)
        cells = min(wide - 2, WIDEST)
        head = head_lines(found.kept, found.total, cells)
        self.head([*head, BLANK] if rows >= SPACIOUS else head)
        period = (state.filter.from_, state.filter.until)
        body = filter_body(found.groups, period, self._typing, cells)
        self.walk.body = body
        line = body.line_of(self._wanted(body))
        self.show(body, cursor=line if line is not None else 0, top=self.walk.top)

    def _wanted(self, body: FilterBody) -> Target | None:
        """Where the cursor belongs: while a name is typed on the first value found."""
        typing = self._typing
        if typing is None or self._target is None or typing.target.facet == WHEN:
            return typing.target if typing else self._target
        if self._target.facet == typing.target.facet and self._target.value:
            line = body.line_of(self._target)
            if line is not None and body.target_at(line) == self._target:
                return self._target
        return Target(typing.target.facet, "\0")  # not there: the first of its group

    def _again(self) -> None:
        if self._last is not None and self._drawn:
            wide, rows = self._drawn[4], self._drawn[5]
            assert isinstance(wide, int)
            assert isinstance(rows, int)
            self.draw(*self._last, wide, rows)

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

    # -- choosing

    def action_choose(self) -> None:
        self._turn(exclude=False)

    def action_exclude(self) -> None:
        self._turn(exclude=True)

    def _turn(self, *, exclude: bool) -> None:
        target = self._target = self.target
        if target is None:
            return
        if target.facet == WHEN or not target.value:
            self.action_type()
            return
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
        self.post_message(self.Left(undone=False))

    def action_undo(self) -> None:
        self.post_message(self.Left(undone=True))

    @on(Pane.Chosen)
    def _clicked(self, event: Pane.Chosen) -> None:
        event.stop()
        self.action_choose()

    # -- typing

    def action_type(self) -> None:
        """Type a date where the cursor is on one, else a name of the cursor's group."""
        target = self.target
        if target is None:
            return
        where = target if target.facet == WHEN else Target(target.facet)
        self._target = where
        self._write(Typing(where))

    def _write(self, typing: Typing | None) -> None:
        began = (typing is None) != (self._typing is None)
        self._typing = typing
        self._again()
        if began:  # the footer offers other keys
            self.post_message(self.Filtered(self._filter))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters that are typed are no commands, not even those that always work."""
        return self.typing and character is not None and character.isprintable()

    def on_key(self, event: events.Key) -> None:
        typing = self._typing
        if typing is None or event.key in {"up", "down", "ctrl+q"}:
            return
        event.prevent_default()
        event.stop()
        if event.is_printable and event.character:
            self._retype(typing.text + event.character)
        elif event.key in {"backspace", "ctrl+h"}:
            self._retype(typing.text[:-1])
        elif event.key == "ctrl+u":
            self._retype("")
        elif event.key == "enter":
            self._take(typing)
        elif event.key == "escape":
            self._write(None)

    def on_paste(self, event: events.Paste) -> None:
        if self._typing is not None:
            event.stop()
            self._retype(self._typing.text + " ".join(event.text.split()))

    def _retype(self, text: str) -> None:
        assert self._typing is not None
        target, reading = self._typing.target, ""
        if target.facet == WHEN and text.strip():
            try:
                reading = dates.short(self._read(text))
            except WhenError:  # most words are unreadable until they are whole
                reading = "…"
        self._target = target
        self._write(Typing(target, text, reading))

    def _read(self, text: str) -> str:
        return parse_typed(text, today=self._today, near=self._near).text

    def _take(self, typing: Typing) -> None:
        if typing.target.facet != WHEN:
            self._take_name(typing)
            return
        text: str | None = None
        if typing.text.strip():
            try:
                text = self._read(typing.text)
            except WhenError as error:
                self._write(replace(typing, reading="", why=str(error)))
                return
        self._typing = None
        self._change(self._filter.dated(typing.target.value, text))

    def _take_name(self, typing: Typing) -> None:
        target = self.target
        if target is None or target.facet != typing.target.facet or not target.value:
            return
        self._typing, self._target = None, target
        if self._filter.state_of(target.facet, target.value) == "in":
            self._again()  # chosen already: finding it again is no reason to leave it out
        else:
            self._change(self._filter.turned(target.facet, target.value))
