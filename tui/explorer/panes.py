"""The three panes: they draw a state and tell where the cursors are. They decide nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from textual.containers import Horizontal
from textual.widget import Widget

from store.when import When
from tui.explorer.layout import STRIP, Layout, layout
from tui.explorer.model import Model
from tui.explorer.state import State
from tui.present import dates
from tui.present.line import BLANK, Line, Link, Span
from tui.present.listing import DirectoryBody, Lines, TimelineBody
from tui.present.strip import strip
from tui.widgets.pane import Pane


@dataclass(frozen=True)
class _Shown:
    """Which card a pane shows, and how."""

    link: Link
    wide: int
    on: str | None
    known_by: str | None
    number: int


class Panes(Horizontal):
    """The list, the card in the middle, the card on the right."""

    def __init__(self, model: Model, *, ascii_only: bool = False) -> None:
        super().__init__(id="panes")
        self.model = model
        self.listing = Pane(id="list", ascii_only=ascii_only)
        self.middle = Pane(id="middle", ascii_only=ascii_only)
        self.right = Pane(id="right", ascii_only=ascii_only)
        self._layout: Layout | None = None
        self._listed: tuple[object, ...] | None = None
        self._shown: dict[Pane, _Shown] = {}

    def compose(self) -> Iterator[Widget]:
        yield self.listing
        yield self.middle
        yield self.right

    @property
    def active(self) -> Pane:
        """The pane with the keys."""
        at = self._layout.active if self._layout else 0
        return (self.listing, self.middle, self.right)[at]

    @property
    def alone(self) -> bool:
        """Whether one pane stands alone."""
        return self._layout is not None and sum(wide > 0 for wide in self._layout.widths) == 1

    def entered(self, pane: Pane, state: State) -> State:
        """The state with the keys in this pane."""
        if self._layout is None or pane is self.listing:
            return replace(state, focus=0)
        if pane is self.right and self._layout.preview:
            shown = self._shown.get(self.right)
            state = replace(state, focus=1)
            return state.opened(shown.link) if shown else state
        return replace(state, focus=self._layout.middle if pane is self.middle else state.focus)

    # -- drawing

    def draw(self, state: State, *, cards: bool = True, again: bool = False) -> State:
        """Draw the state; without ``cards`` only the list, as while the keys do not rest.

        Returns the state with the row on which the list came to rest.
        """
        if again:
            self._listed = None
            self._shown.clear()
        size = self.app.size
        self._arrange(layout(state, size.width))
        state = self._list(state, size.height - 2)
        if cards:
            self._draw_cards(state)
        self.mark(state)
        return state

    def _arrange(self, new: Layout) -> None:
        if new.widths != (self._layout.widths if self._layout else None):
            last = max(index for index, width in enumerate(new.widths) if width)
            for index, pane in enumerate((self.listing, self.middle, self.right)):
                pane.display = new.widths[index] > 0
                pane.styles.width = new.widths[index] or 1
                pane.styles.margin = (0, new.gutter if index < last else 0, 0, 0)
        self._layout = new

    def _list(self, state: State, rows: int) -> State:
        assert self._layout is not None
        wide = self._layout.widths[0] or self.app.size.width
        key = (state.view, state.place.words, state.on, state.known_by, wide, rows)
        if key != self._listed:
            self._listed = key
            body = self.model.body(state, wide, rows)
            self._head(state, wide, rows)
            self.listing.show(body, cursor=self.model.line_of(state, body))
        elif self.model.row_on(self.listing.body, self.listing.cursor) != state.place.row:
            self.listing.go(self.model.line_of(state, self.listing.body))
        return state.on_row(self.model.row_on(self.listing.body, self.listing.cursor))

    def _draw_cards(self, state: State) -> None:
        assert self._layout is not None
        links = self.model.links(state)
        self._card(self.middle, state, links, self._layout.middle, self._layout.widths[1])
        wide = self._layout.widths[2]
        if not wide:
            return
        if not self._layout.preview:
            self._card(self.right, state, links, self._layout.right, wide)
            return
        link = self._ahead()
        if link is None:
            self.right.show(Lines())
            self._shown.pop(self.right, None)
        else:
            self._card(self.right, state, (link,), 1, wide, fresh=True)

    def _ahead(self) -> Link | None:
        """The link under the middle pane's cursor, else the first that leads to a person."""
        if self.middle.link is not None:
            return self.middle.link
        body = self.middle.body
        found = [link for index in range(len(body)) for link in body.line(index).links]
        order = ("person", "event", "post", "body", "topic", "source")
        return min(found, key=lambda link: order.index(link.type), default=None)

    def _card(
        self,
        pane: Pane,
        state: State,
        links: tuple[Link, ...],
        number: int,
        wide: int,
        *,
        fresh: bool = False,
    ) -> None:
        if not wide or not 0 < number <= len(links):
            if wide:
                pane.show(Lines())
                self._shown.pop(pane, None)
            return
        link = links[number - 1]
        key = _Shown(link, wide, state.on, state.known_by, number)
        line, nth = (0, 0) if fresh else state.cursor(number)
        if self._shown.get(pane) == key:
            if not fresh:
                pane.go(line, nth)
            return
        self._shown[pane] = key
        pane.light("")
        card = self.model.card(state, link, wide)
        pane.show(Lines(card.lines, card.claims), cursor=line, nth=nth)

    # -- the strip and the search line above the list

    def mark(self, state: State) -> None:
        """Draw what stands above the list anew: the months in sight may have changed."""
        if self._layout is not None and self._layout.widths[0]:
            self._head(state, self._layout.widths[0], self.app.size.height - 2)

    def _head(self, state: State, wide: int, rows: int) -> None:
        if state.view == "directory":
            self.listing.head(self._search_line(state))
            return
        if wide < STRIP[0] or rows + 2 < STRIP[1]:
            self.listing.head([])
            return
        body = self.listing.body
        view: tuple[str | None, str | None] = (None, None)
        if isinstance(body, TimelineBody):
            first, last = self.listing.in_sight
            view = (body.month_at(first), body.month_at(last))
        lines = strip(self.model.timeline(state).month_starts(), wide - 2, view)
        self.listing.head([*lines, BLANK] if rows + 2 >= 30 else lines)

    def _search_line(self, state: State) -> list[Line]:
        words = state.place.words
        said = Span(words) if words else Span("name, post or body", "muted")
        lines = [Line((Span("/ ", "muted"), said))]
        if state.on is not None:
            lines.append(Line((Span(f"Who held what on {dates.short(state.on)}", bold=True),)))
        return [*lines, BLANK]

    # -- where the reader is

    def capture(self, state: State) -> State:
        """The state with the cursors as they stand."""
        state = state.on_row(self.model.row_on(self.listing.body, self.listing.cursor))
        if self._layout is None:
            return state
        links = self.model.links(state)
        pairs = [(self.middle, self._layout.middle)]
        if not self._layout.preview:
            pairs.append((self.right, self._layout.right))
        for pane, number in pairs:
            shown = self._shown.get(pane)
            if shown is not None and pane.display and shown.link in links[number - 1 : number]:
                state = state.with_cursor(number, pane.walk.cursor, pane.walk.nth)
        return state

    def stepped(self, state: State, step: int) -> State:
        """The state with the next or previous row of the list chosen."""
        self.listing.action_move(step)
        row = self.model.row_on(self.listing.body, self.listing.cursor)
        return replace(state.on_row(row), focus=min(state.focus, 1))

    def step_group(self, step: int) -> None:
        """To the first row of the next or previous month (or country)."""
        body = self.listing.body
        if isinstance(body, (TimelineBody, DirectoryBody)):
            self.listing.go(body.month_line(self.listing.cursor, step))

    def at_date(self, state: State, when: When) -> State:
        """The state with the first event of that day, or after it, chosen."""
        day = when.earliest or when.latest
        wide = self._layout.widths[0] if self._layout else 0
        body = self.model.body(state, wide or self.app.size.width, self.app.size.height - 2)
        line = self.model.line_at_date(state, body, day) if day is not None else None
        return state if line is None else state.on_row(self.model.row_on(body, line))
