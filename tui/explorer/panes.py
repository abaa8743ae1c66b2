"""The three panes: they draw a state and tell where the cursors are. They decide nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace
from textual.containers import Horizontal
from textual.widget import Widget

from tui.explorer import standing
from tui.explorer.ahead import ahead, ahead_head
from tui.explorer.filter_pane import FilterPane
from tui.explorer.flagging import flagged
from tui.explorer.heading import list_head
from tui.explorer.layout import Layout, filtering, layout
from tui.explorer.model import Model
from tui.explorer.shown import Shown, Tops
from tui.explorer.state import State
from tui.present.line import Line, Link
from tui.present.listing import Lines
from tui.present.matrix import MatrixBody
from tui.widgets.matrix import Matrix
from tui.widgets.pane import Pane


class Panes(Horizontal):
    """The list, the card in the middle, the card on the right."""

    def __init__(self, model: Model, today: date, *, ascii_only: bool = False) -> None:
        super().__init__(id="panes")
        self.model = model
        self.plain = Pane(id="list", ascii_only=ascii_only)
        self.matrix = Matrix(id="matrix", ascii_only=ascii_only)
        self.listing: Pane = self.plain
        self.middle = Pane(id="middle", ascii_only=ascii_only)
        self.right = Pane(id="right", ascii_only=ascii_only)
        self.filter = FilterPane(today, id="filter", ascii_only=ascii_only)
        self.plain.flag = self._flag
        self._flagged = 0  # the version of the marks that the list shows
        self._layout: Layout | None = None
        self._listed: tuple[object, ...] | None = None
        self._shown: dict[Pane, Shown] = {}
        self._tops = Tops()

    def compose(self) -> Iterator[Widget]:
        yield self.plain
        yield self.matrix
        yield self.middle
        yield self.filter
        yield self.right

    @property
    def active(self) -> Pane:
        """The pane with the keys."""
        at = self._layout.active if self._layout else 0
        return self._places[at]

    @property
    def _places(self) -> tuple[Pane, Pane, Pane]:
        """The panes from left to right; the filter stands where the middle one does."""
        return (self.listing, self.filter if self.filter.open else self.middle, self.right)

    @property
    def alone(self) -> bool:
        """Whether one pane stands alone."""
        return self._layout is not None and sum(wide > 0 for wide in self._layout.widths) == 1

    def entered(self, pane: Pane, state: State) -> State:
        """The state with the keys in this pane."""
        self.filter.has_keys = pane is self.filter
        if self._layout is None or pane in (self.listing, self.filter):
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
        self._choose(self.matrix if state.view == "encounters" else self.plain)
        sieve, bare = self.filter, state.view == "marks" and not self.model.shown_marks(state)
        self._arrange(
            filtering(state, size.width, has_keys=sieve.has_keys)
            if sieve.open
            else layout(state, size.width, bare=bare)
        )
        state = self._list(state, size.height - 2)
        if sieve.open and self._layout is not None:
            wide = self._layout.widths[1]
            sieve.draw(state, self.model.dossier(state), wide, size.height - 2, self.model.keys)
        if cards:
            self._draw_cards(state)
        self.mark(state)
        return state

    def _choose(self, listing: Pane) -> None:
        """Let this pane be the one of the list."""
        if listing is not self.listing or self._layout is None:
            self.plain.display = self.matrix.display = False
            self.listing, self._layout = listing, None

    def _arrange(self, new: Layout) -> None:
        old = self._layout
        if old is None or (new.widths, new.filtering) != (old.widths, old.filtering):
            last = max(index for index, width in enumerate(new.widths) if width)
            (self.middle if new.filtering else self.filter).display = False
            for index, pane in enumerate(self._places):
                pane.display = new.widths[index] > 0
                pane.styles.width = new.widths[index] or 1
                pane.styles.margin = (0, new.gutter if index < last else 0, 0, 0)
        self._layout = new

    def _list(self, state: State, rows: int) -> State:
        assert self._layout is not None
        wide = self._layout.widths[0] or self.app.size.width
        marks = self.model.marks.version
        own = marks if state.view == "marks" else 0
        how = (state.place.words, state.order(state.view), state.filter)
        silent = self.model.silent and isinstance(self.listing.body, Lines)
        key = (state.view, how, state.on, state.known_by, wide, rows, own)
        if marks != self._flagged:
            self._flagged = marks
            self.listing.refresh()
        if (*key, silent) != self._listed:
            stays = (self._listed or ("",))[0] == "marks" == state.view
            beside = self._layout.widths[1] > 0 and not self._layout.filtering
            body = self.model.body(state, wide, rows, beside=beside)
            self._listed = (*key, self.model.silent and isinstance(body, Lines))
            self._head(state, wide, rows)
            near = self.listing.cursor if stays else 0
            top = self.listing.walk.top if stays else self._tops.of(self._listed)
            line, nth = standing.place_of(self.model, state, body, near)
            self.listing.show(body, cursor=line, nth=nth, top=top)
        elif self.row != state.place.row:
            shown = self.listing.body
            if isinstance(shown, MatrixBody):
                self.matrix.turn(shown.chosen(state.place.row))
            else:
                self.listing.go(*standing.place_of(self.model, state, shown))
        return state.on_row(self.row)

    @property
    def row(self) -> str | None:
        """The row of the list under its cursor."""
        walk = self.listing.walk
        return standing.row_on(walk.body, walk.cursor, walk.nth)

    def _draw_cards(self, state: State) -> None:
        assert self._layout is not None
        links = self.model.links(state)
        if not self._layout.filtering:
            self._card(self.middle, state, links, self._layout.middle, self._layout.widths[1])
        wide = self._layout.widths[2]
        if not wide:
            return
        dossier = self.model.dossier(state)
        self.right.head(ahead_head(self.middle, dossier) if self._layout.preview else ())
        if not self._layout.preview:
            self._card(self.right, state, links, self._layout.right, wide)
            return
        link = ahead(self.middle, dossier)
        if link is None:
            self.right.show(Lines())
            self._shown.pop(self.right, None)
        else:
            self._card(self.right, state, (link,), 1, wide, fresh=True)

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
        marks = self.model.marks.version
        key = Shown(link, wide, state.on, state.known_by, number, marks)
        top = None if fresh else self._tops.of(key)
        line, nth = (0, 0) if fresh else state.cursor(number)
        if self._shown.get(pane) == key:
            if not fresh:
                pane.go(line or standing.in_conflict(state, number, pane.body), nth)
            return
        if (before := self._shown.get(pane)) and replace(before, marks=marks) == key:
            top = pane.walk.top  # the same card, with a mark or a note more or less
        self._shown[pane] = key
        pane.light("")
        card = self.model.card(state, link, wide)
        body = Lines(card.lines, card.claims)
        line = line or standing.in_conflict(state, number, body)
        if card.start and not line:  # with some lines above it and more below
            line, top = card.start, max(card.start - self.app.size.height // 4, 0)
        pane.show(body, cursor=line, nth=nth, top=top)

    def _flag(self, index: int, line: Line) -> Line:
        """A line of the list with the sign of the reader's mark, where its row begins."""
        view = str((self._listed or ("",))[0])
        return flagged(self.model, view, self.listing.body, index, line)

    # -- the strip and the search line above the list

    def mark(self, state: State) -> None:
        """Draw what stands above the list anew: the months in sight may have changed."""
        if self._layout is not None and self._layout.widths[0]:
            self._head(state, self._layout.widths[0], self.app.size.height - 2)

    def _head(self, state: State, wide: int, rows: int) -> None:
        shown, sight = self.listing.body, self.listing.in_sight
        self.listing.head(list_head(self.model, state, shown, sight, wide, rows))

    # -- where the reader is

    def capture(self, state: State) -> State:
        """The state with the cursors as they stand."""
        state = state.on_row(self.row)
        if self._layout is None:
            return state
        if self.listing.display:
            self._tops.keep(self._listed, self.listing.walk.top)
        links = self.model.links(state)
        pairs = [(self.middle, self._layout.middle)]
        if not self._layout.preview:
            pairs.append((self.right, self._layout.right))
        for pane, number in pairs:
            shown = self._shown.get(pane)
            if shown is not None and pane.display and shown.link in links[number - 1 : number]:
                state = state.with_cursor(number, pane.walk.cursor, pane.walk.nth)
                self._tops.keep(shown, pane.walk.top)
        return state
