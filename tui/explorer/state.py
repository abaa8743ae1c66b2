"""Where the reader is, as a value. Going back is taking an earlier value."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from store.views.sorting import ORDERS
from tui.explorer.filtering import EMPTY, FILTERED, Filter
from tui.present.line import Link

VIEWS = ("timeline", "directory", "encounters", "sources", "conflicts", "marks")
DAYLESS = ("sources", "marks")  # views whose lists the day ``on`` leaves as they are
MOST_HISTORY = 200  # states kept in each direction
MOST_CARDS = 60  # opened one from another; beyond it the first is forgotten


class Place(msgspec.Struct, frozen=True):
    """What one view remembers: the row chosen (an id), the words that narrow it, its order
    (empty: the one it begins with)."""

    row: str | None = None
    words: str = ""
    order: str = ""


class State(msgspec.Struct, frozen=True):
    """The view, its places, the cards opened from it, the two days.

    ``trail`` are the cards opened one from another after the card of the row. ``focus`` is 0 in
    the list, 1 in the card of the row, 2 in the first of the trail and so on. ``lines`` are the
    cursors (line, link on it) of the cards. ``on`` and ``known_by`` are EDTF texts.
    ``filters`` are those of events, people, sources, conflicts, where there is one.
    """

    view: str = "timeline"
    places: tuple[tuple[str, Place], ...] = tuple((view, Place()) for view in VIEWS)
    trail: tuple[Link, ...] = ()
    focus: int = 0
    lines: tuple[tuple[int, int], ...] = ()
    on: str | None = None
    known_by: str | None = None
    zoomed: bool = False
    filters: tuple[tuple[str, Filter], ...] = ()

    @property
    def place(self) -> Place:
        """The place in the present view."""
        return dict(self.places)[self.view]

    @property
    def filter(self) -> Filter:
        """What narrows the present view."""
        return self.filter_of(self.view)

    def filter_of(self, view: str) -> Filter:
        """What narrows a view; the views of events share theirs."""
        return dict(self.filters).get(FILTERED.get(view, ""), EMPTY)

    def sieved(self, filter: Filter) -> State:
        """With another filter of what the present view shows."""
        about = FILTERED[self.view]
        others = tuple(pair for pair in self.filters if pair[0] != about)
        return replace(self, filters=(*others, (about, filter)) if filter else others)

    def at(self, place: Place, view: str | None = None) -> State:
        """The same with another place in a view (the present one)."""
        where = view or self.view
        places = tuple((name, place if name == where else old) for name, old in self.places)
        return replace(self, places=places)

    def narrowed(self, words: str) -> State:
        return self.at(replace(self.place, words=words))

    def on_row(self, row: str | None) -> State:
        """With another row chosen: the cards follow it."""
        if row == self.place.row:
            return self
        return replace(self.at(replace(self.place, row=row)), trail=(), lines=())

    def showing(self, view: str) -> State:
        """In another view, in its list."""
        if view == self.view:
            return replace(self, focus=0)
        return replace(self, view=view, trail=(), lines=(), focus=0)

    def opened(self, link: Link) -> State:
        """With a card opened from the card that has the focus."""
        depth = max(self.focus, 1)
        trail, lines = (*self.trail[: depth - 1], link), self.lines[:depth]
        if len(trail) > MOST_CARDS:
            trail, lines, depth = trail[1:], lines[:1] + lines[2:], depth - 1
        return replace(self, trail=trail, focus=depth + 1, lines=lines)

    def cursor(self, card: int) -> tuple[int, int]:
        """The cursor of a card (1 is the card of the row)."""
        return self.lines[card - 1] if 0 < card <= len(self.lines) else (0, 0)

    def with_cursor(self, card: int, line: int, nth: int) -> State:
        if card < 1:
            return self
        lines = list(self.lines) + [(0, 0)] * (card - len(self.lines))
        lines[card - 1] = (line, nth)
        return replace(self, lines=tuple(lines))

    @property
    def cleared(self) -> State:
        """Without narrowing, day and known-by, in the order that the list begins with."""
        bare = replace(self.unfiltered, on=None, known_by=None)
        return bare.at(replace(bare.place, order=""))

    @property
    def uncovered(self) -> State:
        """Without what lies on top of the list: its words, else its filter."""
        if self.place.words:
            return self.narrowed("")
        return self.sieved(EMPTY) if self.view in FILTERED else self

    @property
    def unfiltered(self) -> State:
        """Without words and filter; the two days stay."""
        places = tuple((name, replace(place, words="")) for name, place in self.places)
        return replace(self, places=places, filters=())

    def order(self, view: str) -> str:
        """The order of a view's rows."""
        return dict(self.places)[view].order or ORDERS.get(view, ("",))[0]


class History:
    """The states before and after the present one."""

    def __init__(self) -> None:
        self._back: list[State] = []
        self._forth: list[State] = []

    def leave(self, state: State) -> None:
        """Remember a state that is being left for a new one."""
        self._back = [*self._back[-MOST_HISTORY:], state]
        self._forth = []

    def back(self, now: State) -> State | None:
        if not self._back:
            return None
        self._forth.append(now)
        return self._back.pop()

    def forth(self, now: State) -> State | None:
        if not self._forth:
            return None
        self._back.append(now)
        return self._forth.pop()
