"""Views: immutable sequences of rows that narrow and serve windows.

A screen asks for the rows in view, never for all. An engine of another kind behind the same
classes needs no change in the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

import msgspec

from store.dates.written import heading
from store.dossier import Dossier
from store.evidence.holding import range_of
from store.model.names import match
from store.views.event_texts import takes_part, texts_of
from store.views.facet_index import facet_index
from store.views.facets import Choice
from store.views.on_day import days_of, on_day, state_on
from store.views.sorting import ORIGINS, TIME, sorted_events
from store.when import When, sort_key, touches


class EventFilter(msgspec.Struct, frozen=True, kw_only=True):
    """What narrows a timeline; every empty field narrows nothing. ``from_`` and ``until`` are
    inclusive at the precision typed; ``on`` keeps what took place or was in force that day;
    ``who`` are people, by id or words of any spelling, who all took part; ``words`` is search as
    you type; ``choices`` are those of the facets."""

    from_: When | None = None
    until: When | None = None
    on: When | None = None
    who: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    words: str = ""
    choices: tuple[Choice, ...] = ()


class EventRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row. ``month`` is its heading: ``2019-08``, ``2018`` where only the year is known,
    ``2010s`` where only the decade is, None undated. ``later``: it lies wholly after the day
    that the dossier is known by. ``on_day`` is ``yes`` or ``maybe`` where a day is asked about,
    ``last_told`` as in ``OnDay``; ``status`` and ``date`` are then those of that day.
    ``date_status`` is the status in the days of ``date``: what was suspended or lifted had been
    in force in them."""

    id: str
    title: str
    date: str | None
    earliest: str | None
    latest: str | None
    date_words: str | None
    status: str | None
    date_status: str | None
    status_certainty: str
    kind: str
    origins: int
    origins_most: int
    conflict: bool
    denied: bool
    month: str | None
    later: bool
    on_day: str | None = None
    last_told: str | None = None


class Timeline:
    """Events narrowed by a filter, in an order of ``store.views.sorting``."""

    def __init__(
        self, dossier: Dossier, ids: tuple[str, ...], order: str = TIME, on: When | None = None
    ) -> None:
        self._dossier, self._ids, self.order, self._on = dossier, ids, order, on
        self._rows: dict[str, EventRow] = {}

    @property
    def total(self) -> int:
        """How many events the dossier has before narrowing."""
        return len(self._dossier.order)

    def __len__(self) -> int:
        return len(self._ids)

    def rows(self, start: int, stop: int) -> tuple[EventRow, ...]:
        """The rows from ``start`` to before ``stop``; fewer at the ends."""
        return tuple(self._row(id) for id in self._ids[max(0, start) : max(0, stop)])

    def ids(self) -> tuple[str, ...]:
        """The ids of all rows, in order."""
        return self._ids

    def index(self, id: str) -> int | None:
        """The row of an event, or None when it is not in this view."""
        return self._places.get(id)

    def narrow(self, words: str) -> Timeline:
        """The events whose title, people (in any spelling), bodies, places, topics, kind, status,
        our words or quotations the words match."""
        if not words.strip():
            return self
        texts = texts_of(self._dossier)
        kept = tuple(
            id for id in self._ids if any(match(words, text) for part in texts[id] for text in part)
        )
        return Timeline(self._dossier, kept, self.order, self._on)

    def sorted_by(self, order: str) -> Timeline:
        """The same events in another order."""
        if order == self.order:
            return self
        ids = sorted_events(self._dossier, self._ids, order)
        return Timeline(self._dossier, ids, order, self._on)

    def month_starts(self) -> tuple[tuple[str | None, int, int], ...]:
        """Every stretch of rows of one month with its first row and its number of rows."""
        return self._months

    def groups(self) -> tuple[tuple[str | None, int, int], ...]:
        """Every heading with its first row and its number of rows: months, or by ``origins``
        the number of origins."""
        if self.order == ORIGINS:
            return self._origins
        return self._months

    @cached_property
    def _months(self) -> tuple[tuple[str | None, int, int], ...]:
        return self._stretches(lambda row: row.month)

    @cached_property
    def _origins(self) -> tuple[tuple[str | None, int, int], ...]:
        return self._stretches(lambda row: str(row.origins))

    def _stretches(
        self, key: Callable[[EventRow], str | None]
    ) -> tuple[tuple[str | None, int, int], ...]:
        found: list[tuple[str | None, int, int]] = []
        for at, id in enumerate(self._ids):
            one = key(self._row(id))
            if found and found[-1][0] == one:
                found[-1] = (one, found[-1][1], found[-1][2] + 1)
            else:
                found.append((one, at, 1))
        return tuple(found)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {id: at for at, id in enumerate(self._ids)}

    def _row(self, id: str) -> EventRow:
        if id not in self._rows:
            self._rows[id] = _event_row(self._dossier, id, self._on)
        return self._rows[id]


def timeline(dossier: Dossier, filter: EventFilter | None = None) -> Timeline:
    """The timeline of a dossier, narrowed."""
    wanted = filter or EventFilter()
    order: Iterable[str] = dossier.order
    if wanted.choices:
        index = facet_index(dossier)
        order = index.ids(index.kept(wanted.choices))
    ids = tuple(id for id in order if _kept(dossier, id, wanted))
    if wanted.on is not None:  # what was suspended stands where that began
        on = wanted.on
        ids = tuple(sorted(ids, key=lambda id: sort_key(state_on(dossier, id, on).date)))
    return Timeline(dossier, ids, on=wanted.on).narrow(wanted.words)


def _kept(dossier: Dossier, id: str, wanted: EventFilter) -> bool:
    frame, core = dossier.facts.events[id], dossier.event_facts.core(id)
    if wanted.statuses and state_on(dossier, id, wanted.on).status not in wanted.statuses:
        return False
    if wanted.kinds and frame.kind not in wanted.kinds:
        return False
    if wanted.topics and not set(wanted.topics) & set(frame.topics):
        return False
    if not all(takes_part(dossier, id, who) for who in wanted.who):
        return False
    if wanted.from_ is not None or wanted.until is not None:
        first = range_of(wanted.from_)[0] if wanted.from_ is not None else None
        last = range_of(wanted.until)[1] if wanted.until is not None else None
        if not any(touches(date, first, last) for date in days_of(core)):
            return False
    return wanted.on is None or on_day(dossier, id, wanted.on) is not None


def _event_row(dossier: Dossier, id: str, on: When | None) -> EventRow:
    frame, core = dossier.facts.events[id], dossier.event_facts.core(id)
    so = on_day(dossier, id, on) if on is not None else None
    state, known = state_on(dossier, id, on), dossier.known
    date = state.date
    later = bool(
        known is not None
        and date is not None
        and date.earliest is not None
        and date.earliest > range_of(known)[1]
    )
    return EventRow(
        id=id,
        title=frame.title,
        date=date.text if date else None,
        earliest=str(date.earliest) if date and date.earliest else None,
        latest=str(date.latest) if date and date.latest else None,
        date_words=dossier.event_facts.date_words(id),
        status=state.status,
        date_status=state.date_status,
        status_certainty=core.last.claim.certainty if core.last else "certain",
        kind=frame.kind,
        origins=core.origins[0],
        origins_most=core.origins[1],
        conflict=bool(core.conflicts),
        denied=core.denied,
        month=heading(date) if date else None,
        later=later,
        on_day=so.so if so else None,
        last_told=str(so.last_told) if so and so.last_told else None,
    )
