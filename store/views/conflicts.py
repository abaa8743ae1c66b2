"""Conflicts as a view: one row for each, narrowed by words and by a day."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cached_property

from store.dossier import Dossier
from store.model.names import match
from store.model.records import Conflict
from store.when import When, overlaps


class Conflicts:
    """Conflicts with an id each: ``<about>/<field>``, and a number where a field has several."""

    def __init__(self, dossier: Dossier, found: Sequence[tuple[str, Conflict]], total: int) -> None:
        self._dossier = dossier
        self._found = tuple(found)
        self.total = total  # conflicts before narrowing

    def __len__(self) -> int:
        return len(self._found)

    def rows(self, start: int, stop: int) -> tuple[Conflict, ...]:
        """The conflicts from ``start`` to before ``stop``; fewer at the ends."""
        return tuple(conflict for _, conflict in self._found[max(0, start) : max(0, stop)])

    def id_at(self, row: int) -> str:
        """The id of the conflict in this row."""
        return self._found[row][0]

    def index(self, id: str) -> int | None:
        """The row of a conflict, or None when it is not in this view."""
        return self._places.get(id)

    @cached_property
    def undecided(self) -> int:
        """How many of them no rule decides."""
        return sum(conflict.undecided for _, conflict in self._found)

    def narrow(self, words: str) -> Conflicts:
        """The conflicts whose subject or one of whose values words match."""
        if not words.strip():
            return self
        kept = [pair for pair in self._found if match(words, _text(pair[1]))]
        return Conflicts(self._dossier, kept, self.total)

    def ids(self) -> tuple[str, ...]:
        """The ids of all rows, in order."""
        return tuple(self._places)

    def only(self, ids: Container[str]) -> Conflicts:
        """Those of these ids."""
        kept = [pair for pair in self._found if pair[0] in ids]
        return Conflicts(self._dossier, kept, self.total)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {id: at for at, (id, _) in enumerate(self._found)}


def conflicts(dossier: Dossier, on: When | None = None) -> Conflicts:
    """Every conflict; with a day, those about an event of that day or a post held then."""
    found: dict[str, Conflict] = {}
    for conflict in dossier.conflicts:
        if on is not None and not _touches(dossier, conflict, on):
            continue
        id, number = f"{conflict.about}/{conflict.field}", 2
        while id in found:
            id, number = f"{conflict.about}/{conflict.field}/{number}", number + 1
        found[id] = conflict
    return Conflicts(dossier, tuple(found.items()), len(found))


def _touches(dossier: Dossier, conflict: Conflict, on: When) -> bool:
    if conflict.about in dossier.facts.tenures:
        return dossier.held(conflict.about, on) in {"yes", "maybe"}
    date = dossier.event_facts.core(conflict.about).date
    return date is not None and overlaps(date, on) != "no"


def _text(conflict: Conflict) -> str:
    return " ".join([conflict.about_title, conflict.field, *(v.label for v in conflict.values)])
