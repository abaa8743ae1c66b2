"""Sources as a view: one row for each, the first published first."""

from __future__ import annotations

from collections.abc import Container
from datetime import date
from functools import cached_property

import msgspec

from store.dates.written import heading
from store.dossier import Dossier
from store.model.frames import is_ours
from store.model.names import match
from store.when import sort_key, touches


class SourceRow(msgspec.Struct, frozen=True, kw_only=True):
    """``name`` is the publisher's, or the title where no publisher is known; ``title`` is None
    where it is that already; ``begins`` are the words first quoted of it. ``inferred``: the day
    is our reading. ``month`` is its heading."""

    id: str
    name: str
    title: str | None
    begins: str
    published: str
    inferred: bool
    claims: int
    month: str


class Sources:
    """Sources in the order of their publication."""

    def __init__(self, dossier: Dossier, ids: tuple[str, ...], total: int) -> None:
        self._dossier, self._ids = dossier, ids
        self.total = total  # sources before narrowing

    def __len__(self) -> int:
        return len(self._ids)

    def rows(self, start: int, stop: int) -> tuple[SourceRow, ...]:
        """The rows from ``start`` to before ``stop``; fewer at the ends."""
        return tuple(self._row(id) for id in self._ids[max(0, start) : max(0, stop)])

    def index(self, id: str) -> int | None:
        """The row of a source, or None when it is not in this view."""
        return self._places.get(id)

    def month_starts(self) -> tuple[tuple[str, int, int], ...]:
        """Every month heading with its first row and its number of rows."""
        found: list[tuple[str, int, int]] = []
        for at, id in enumerate(self._ids):
            month = _month(self._dossier, id)
            if found and found[-1][0] == month:
                found[-1] = (month, found[-1][1], found[-1][2] + 1)
            else:
                found.append((month, at, 1))
        return tuple(found)

    def narrow(self, words: str) -> Sources:
        """The sources whose publisher, title, agency, writer or id words match."""
        if not words.strip():
            return self
        kept = tuple(id for id in self._ids if match(words, _text(self._dossier, id)))
        return Sources(self._dossier, kept, self.total)

    def only(self, ids: Container[str]) -> Sources:
        """Those of these ids."""
        return Sources(self._dossier, tuple(id for id in self._ids if id in ids), self.total)

    def published(self, first: date | None, last: date | None) -> Sources:
        """Those that may have come out between these days, both included."""
        index = self._dossier.index
        kept = tuple(id for id in self._ids if touches(index.published(id), first, last))
        return Sources(self._dossier, kept, self.total)

    def ids(self) -> tuple[str, ...]:
        """The ids of all rows, in order."""
        return self._ids

    @cached_property
    def _places(self) -> dict[str, int]:
        return {id: at for at, id in enumerate(self._ids)}

    def _row(self, id: str) -> SourceRow:
        frame = self._dossier.facts.sources[id]
        name, claims = self._dossier.index.source_name(id), self._dossier.index.claims_of(id)
        return SourceRow(
            id=id,
            name=name,
            title=frame.title if frame.title != name else None,
            begins=claims[0].quote if claims else "",
            published=frame.published,
            inferred=is_ours(frame.published_basis),
            claims=len(claims),
            month=_month(self._dossier, id),
        )


def sources(dossier: Dossier) -> Sources:
    """Every source that is known, the first published first."""
    index = dossier.index
    ids = sorted(dossier.facts.sources, key=lambda id: (sort_key(index.published(id)), id))
    return Sources(dossier, tuple(ids), len(ids))


def _month(dossier: Dossier, id: str) -> str:
    """The heading: the month, the year alone where the day is no closer known."""
    return heading(dossier.index.published(id)) or ""


def _text(dossier: Dossier, id: str) -> str:
    frame, index = dossier.facts.sources[id], dossier.index
    bodies = [index.name(body) for body in (frame.publisher, frame.agency) if body]
    return " ".join(filter(None, [*bodies, frame.title, frame.byline, id]))
