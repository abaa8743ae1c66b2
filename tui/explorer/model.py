"""From a state to what it shows: dossier, views, bodies, cards. No terminal in here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from store.disk.notebook import Entry
from store.dossier import Dossier
from store.opening import Opened
from store.views.directory import Directory, directory
from store.views.timeline import Timeline, timeline
from tui.explorer.hiding import empty_list
from tui.explorer.layout import AIRY
from tui.explorer.marking import Marks
from tui.explorer.sieves import chosen
from tui.explorer.state import State
from tui.explorer.views import THINGS, item_list, row_link
from tui.present import dates
from tui.present.card import Card
from tui.present.cards import card
from tui.present.items import ItemBody
from tui.present.keyed import Names
from tui.present.line import Link
from tui.present.listing import Lines, TimelineBody
from tui.present.marks import GONE, LATER, MarksBody, marked_card, narrowed, no_marks
from tui.present.people import DirectoryBody
from tui.present.strip import MonthStart
from tui.present.unread import unread_list

ListBody = TimelineBody | DirectoryBody | ItemBody
MARGIN = 3  # columns of a pane that belong to the cursor, the lead and the right edge


class Model:
    """An opened dossier with the views last asked for."""

    def __init__(
        self, opened: Opened, notebook: Path | None = None, most: int | None = None
    ) -> None:
        """``most`` marks and notes a visitor keeps, and only as long as this runs."""
        self.marks = Marks(notebook, opened.dossier.id, most)
        self.keys: Names = {}
        self.silent = False  # whether keys are letters now, which no list may then name
        self._visitor = most is not None
        self.take(opened)

    def take(self, opened: Opened) -> None:
        """Show this reading of the dossier from now on."""
        self.opened = opened
        self.marks.take(opened.dossier.id)
        self._kept: dict[str, tuple[object, Timeline]] = {}
        self._people: tuple[tuple[object, ...], Directory] | None = None
        self._cards: dict[tuple[object, ...], Card] = {}

    def name_keys(self, keys: Names) -> None:
        """Name these keys from now on, wherever one helps."""
        self.keys, self.marks.undo_key = keys, keys["undo"]
        self._cards.clear()

    def dossier(self, state: State) -> Dossier:
        """What was known by the state's day."""
        whole = self.opened.dossier
        return whole.known_by(state.known_by) if state.known_by else whole

    def timeline(self, state: State) -> Timeline:
        """The timeline, narrowed by the state's filter, day and words, in its order."""
        return self._keep(
            "sorted",
            (self._narrowing(state), state.order("timeline")),
            lambda: self.in_time(state).sorted_by(state.order("timeline")),
        )

    def _narrowing(self, state: State) -> tuple[object, ...]:
        words = dict(state.places)["timeline"].words
        return (state.known_by, state.on, state.filter_of("timeline"), words)

    def in_time(self, state: State) -> Timeline:
        *rest, words = self._narrowing(state)
        wanted = state.filter_of("timeline").event_filter(state.on)
        whole = self._keep("whole", rest, lambda: timeline(self.dossier(state), wanted))
        return self._keep("narrow", (rest, words), lambda: whole.narrow(str(words)))

    def _keep(self, name: str, key: object, make: Callable[[], Timeline]) -> Timeline:
        """The view last made under a name, made again where the key is another."""
        if name not in self._kept or self._kept[name][0] != key:
            self._kept[name] = (key, make())
        return self._kept[name][1]

    @property
    def months(self) -> Sequence[MonthStart]:
        """The months of the whole dossier: the axis of the strip."""
        return self._keep("every", None, lambda: timeline(self.opened.dossier)).month_starts()

    def counted(self, state: State) -> Sequence[MonthStart]:
        """The months whose events the strip counts: those of the list; where it is empty, those
        that were known."""
        shown = self.timeline(state)
        if len(shown):
            return shown.month_starts()
        known = self.dossier(state)
        return self._keep("known", state.known_by, lambda: timeline(known)).month_starts()

    def directory(self, state: State) -> Directory:
        """The directory, narrowed by the state's words, on its day, in its order."""
        words, order = dict(state.places)["directory"].words, state.order("directory")
        key = (state.known_by, state.on, words, order, state.filter_of("directory"))
        if self._people is None or key != self._people[0]:
            dossier = self.dossier(state)
            kept = chosen(dossier, state, "directory")
            view = directory(dossier, words, dates.read(state.on), order, kept)
            self._people = (key, view)
        return self._people[1]

    def body(self, state: State, pane: int, rows: int, *, beside: bool = False) -> ListBody | Lines:
        """The list of the present view for a pane of that size; ``beside``: a card stands
        beside it."""
        airy = rows >= AIRY - 4
        if state.view in THINGS:
            dossier = self.dossier(state)
            items, total = item_list(dossier, state, pane, rows, airy=airy, beside=beside)
            return items or self._empty(state, pane, THINGS[state.view], total)
        if state.view == "marks":
            return self._marks(state, pane)
        if state.view == "directory":
            people = self.directory(state)
            if len(people):
                return DirectoryBody(people, pane, airy=airy)
            return self._empty(state, pane, "person", people.total)
        events = self.timeline(state)
        if len(events):
            return TimelineBody(events, pane, airy=airy, known=state.known_by)
        return self._empty(state, pane, "event", events.total)

    @property
    def _named(self) -> Names | None:
        """The keys that an empty list may name."""
        return None if self.silent else self.keys

    def _empty(self, state: State, pane: int, thing: str, total: int) -> Lines:
        whole, unread = self.opened.dossier, self.opened.unread
        if unread and not (state.filter or state.place.words or state.on or state.known_by):
            return Lines(unread_list(unread, pane, self._named))
        return Lines(empty_list(self.dossier(state), whole, state, thing, total, pane, self._named))

    def shown_marks(self, state: State) -> tuple[Entry, ...]:
        """What the reader marked or noted, narrowed by the state's words."""
        return narrowed(self.marks.entries, dict(state.places)["marks"].words)

    def _marks(self, state: State, pane: int) -> MarksBody | Lines:
        shown, marks = self.shown_marks(state), self.marks
        if not shown:
            words = state.place.words
            return Lines(no_marks(words, len(marks.entries), marks.problem, pane, self._named))
        dossier, whole = self.dossier(state), self.opened.dossier

        def away(id: str) -> tuple[str, str]:
            return LATER if whole.type_of(id) else GONE

        return MarksBody(shown, lambda id: dossier.type_of(id) or "", away, pane)

    @property
    def last_day(self) -> date | None:
        """The last day on which a source of the dossier came out."""
        days = [dates.read(source.published) for source in self.opened.dossier.sources]
        return max((day.latest for day in days if day and day.latest), default=None)

    def links(self, state: State) -> tuple[Link, ...]:
        """The cards of the state: the row's, then the trail."""
        row = state.place.row
        if row is None:
            return ()
        if state.view in THINGS:
            link = row_link(self.dossier(state), state.view, row)
            return (link, *state.trail) if link is not None else state.trail
        kind = self.dossier(state).type_of(row) or state.view
        return (Link("passage" if kind == "claim" else kind, row), *state.trail)

    def card(self, state: State, link: Link, pane: int) -> Card:
        """The card of a link for a pane of that width."""
        key = (state.known_by, state.on, link, pane)
        if key not in self._cards:
            if len(self._cards) > 100:
                self._cards.clear()
            on = dates.read(state.on)
            self._cards[key] = card(
                self.dossier(state), link, pane - MARGIN, on, self.keys, visitor=self._visitor
            )
        made = self._cards[key]
        if not self.marks.entries:
            return made
        lines = marked_card(made.lines, link, self.marks.of, pane - MARGIN)
        start = made.start and made.start + len(lines) - len(made.lines)
        return Card(made.title, tuple(lines), start)
