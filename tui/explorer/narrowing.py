"""Narrowing and sorting: the widget that owns the filter, around everything it narrows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from store.views.sorting import ORDERS
from tui.explorer import standing
from tui.explorer.desk import Desk
from tui.explorer.filter_pane import FilterPane
from tui.explorer.filtering import FILTERED
from tui.explorer.groups import FIND
from tui.explorer.stage import Stage
from tui.explorer.state import State


class Narrowing(Vertical):
    """The desk, with the keys that filter and sort."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "filter", "filter", id="filter", group=FIND,
                tooltip="Narrow the list by status, person, topic and more"),
        Binding("F", "unfilter", "clear filter", id="clear-filter", group=FIND,
                tooltip="Clear the filter and the words, not the days"),
        Binding("s", "sort", "sort", id="sort", group=FIND,
                tooltip="Put the list in its next order"),
        Binding("0", "clear", "clear", id="clear", group=FIND,
                tooltip="Clear filter, words, both days and the order"),
    ]  # fmt: skip

    class Shown(Message):
        """This state is to be shown."""

        def __init__(self, state: State) -> None:
            super().__init__()
            self.state = state

    def __init__(self, stage: Stage, desk: Desk) -> None:
        super().__init__(id="narrowing")
        self._stage, self._desk = stage, desk

    def compose(self) -> Iterator[Widget]:
        yield self._desk

    @property
    def _pane(self) -> FilterPane:
        return self._stage.panes.filter

    def action_filter(self) -> None:
        """Open the filter, beside the list that it narrows; give it the keys if it is open."""
        state, panes = self._stage.now, self._stage.panes
        if state.view not in FILTERED:
            search = self._stage.model.keys["search"]
            self._stage.say(f"your marks have no filter: {search} searches them")
            return
        near = standing.date_on(panes.listing.body, panes.listing.cursor)
        self._pane.enter(state, near)
        self.post_message(self.Shown(state.showing(state.view)))

    def action_unfilter(self) -> None:
        state = self._stage.now
        if state.unfiltered == state:
            self._stage.say("nothing is filtered")
            return
        self._stage.leave(state)
        self.post_message(self.Shown(state.unfiltered))

    def action_clear(self) -> None:
        state = self._stage.now
        self._stage.panes.active.light("")
        if state.cleared != state:
            self._stage.leave(state)
            self.post_message(self.Shown(state.cleared))

    def action_sort(self) -> None:
        """The next order of the list, from its first row on."""
        state = self._stage.now
        orders = ORDERS.get(state.view)
        if orders is None or state.focus:
            self._stage.say("only the lists of events, people and encounters can be sorted")
            return
        order = orders[(orders.index(state.order(state.view)) + 1) % len(orders)]
        self._stage.leave(state)
        place = replace(state.place, order=order, row=None)
        self.post_message(self.Shown(replace(state.at(place), trail=(), lines=())))

    # -- the pane of the filter

    @on(FilterPane.Filtered)
    def _filtered(self, event: FilterPane.Filtered) -> None:
        event.stop()
        self.post_message(self.Shown(self._stage.now.sieved(event.filter)))

    @on(FilterPane.Aside)
    def _aside(self, event: FilterPane.Aside) -> None:
        event.stop()
        if self._stage.panes.alone:  # the list has no room beside it
            self._pane.action_done()
            return
        self._pane.has_keys = False
        self.post_message(self.Shown(self._stage.now))

    @on(FilterPane.Left)
    def _left(self, event: FilterPane.Left) -> None:
        """The whole sitting is one step of history; what is undone can be had back by it too."""
        event.stop()
        before = self._pane.before
        if before is None:
            return  # left already, by a key pressed twice
        state = self._stage.now
        now, old = (before, state) if event.undone else (state, before)
        if now.filters != old.filters:
            self._stage.leave(old)
        self._pane.close()
        self.post_message(self.Shown(now))
