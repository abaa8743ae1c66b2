"""Encounters as a view: the people in them, in order, and what is known of each pair."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from store.dossier import Dossier
from store.evidence.encounters import Gathered, derive_encounters, gathered
from store.evidence.holding import range_of
from store.model.records import Encounter
from store.views.sorting import LAST, NUMBER
from store.views.timeline import EventFilter, timeline
from store.when import parse_when

BETWEEN = "+"  # stands in no id, so that the two of a pair can be told apart again


def pair_id(one: str, other: str) -> str:
    """The id of a pair of people, the same whichever is named first."""
    return BETWEEN.join(sorted((one, other)))


class Encounters:
    """Pairs of people that met or were to meet: the pair that met most often first, or
    (``last``) the one that met latest."""

    def __init__(
        self, dossier: Dossier, found: Sequence[Encounter], total: int, order: str = NUMBER
    ) -> None:
        self.dossier = dossier
        self._found = tuple(found)
        self.total = total  # pairs before narrowing by words
        self.order = order

    def __len__(self) -> int:
        return len(self._found)

    def rows(self, start: int, stop: int) -> tuple[Encounter, ...]:
        """The pairs from ``start`` to before ``stop``; fewer at the ends."""
        return self._found[max(0, start) : max(0, stop)]

    def index(self, pair: str) -> int | None:
        """The place of a pair (its id), or None where nothing is known of the two together."""
        return self._places.get(pair)

    def between(self, one: str, other: str) -> Encounter | None:
        """What is known of two people together."""
        at = self._places.get(pair_id(one, other))
        return None if at is None else self._found[at]

    @cached_property
    def people(self) -> tuple[tuple[str, str], ...]:
        """(id, name) of everybody in it: who met most often first, then who was to; in the order
        of the last meeting, who met latest."""
        met: dict[str, list[int]] = {}
        names: dict[str, str] = {}
        if self.order == LAST:
            for encounter in self._found:
                names.update(zip(encounter.people, encounter.names, strict=True))
            return tuple(names.items())
        for encounter in self._found:
            for id, name in zip(encounter.people, encounter.names, strict=True):
                names[id] = name
                counts = met.setdefault(id, [0, 0])
                counts[0] -= encounter.occurred
                counts[1] -= encounter.planned
        return tuple((id, names[id]) for id in sorted(met, key=lambda id: (*met[id], names[id])))

    def narrow(self, words: str) -> Encounters:
        """The pairs in which words find one of the two."""
        if not words.strip():
            return self
        wanted = {person.id for person in self.dossier.people(words)}
        kept = [one for one in self._found if wanted & set(one.people)]
        return Encounters(self.dossier, kept, self.total, self.order)

    def sorted_by(self, order: str) -> Encounters:
        """The same pairs in another order of ``store.views.sorting``."""
        if order == self.order:
            return self
        found = sorted(self._found, key=_latest if order == LAST else _most)
        return Encounters(self.dossier, found, self.total, order)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {pair_id(*one.people): at for at, one in enumerate(self._found)}


def came_of(dossier: Dossier, encounter: Encounter) -> Gathered:
    """How often the two met and how often they only spoke, and how far their plans came."""
    return gathered(dossier.index, dossier.event_facts, encounter)


def _most(one: Encounter) -> tuple[int, int, tuple[str, str]]:
    return -one.occurred, -one.planned, one.names


def _latest(one: Encounter) -> tuple[bool, int, tuple[int, int, tuple[str, str]]]:
    """Who met latest first; who never met as by number."""
    day = range_of(parse_when(one.last))[1] if one.last else None
    return day is None, -day.toordinal() if day else 0, _most(one)


def encounters(dossier: Dossier, filter: EventFilter | None = None) -> Encounters:
    """The encounters at the events that a filter keeps; all of them without one."""
    if filter is None or filter == EventFilter():
        found = dossier.encounters
    else:
        ids = list(timeline(dossier, filter).ids())
        found = derive_encounters(dossier.index, dossier.event_facts, ids)
    return Encounters(dossier, found, len(found))
