"""The directory: officials and their posts as a view of rows, with or without a day."""

from __future__ import annotations

from collections.abc import Container
from functools import cached_property

import msgspec

from store.dossier import Dossier
from store.model import records
from store.views.sorting import COUNTRY, NAME
from store.when import When


class DirectoryRow(msgspec.Struct, frozen=True, kw_only=True):
    """A heading (a country) or, under it, a person; with a day, a tenure held then."""

    kind: str  # heading, person, tenure
    id: str
    name: str
    summary: str
    country: str
    country_name: str
    conflict: bool = False
    held: str | None = None
    post: str | None = None
    attested: tuple[str, str] | None = None  # where it was maybe held: "last" or "first", its day
    matched: str | None = None  # the spelling or post that the words matched, if not the name


class Directory:
    """People by country or by name; with a day, who held which post then."""

    def __init__(
        self, rows: tuple[DirectoryRow, ...], total: int, on: When | None, order: str = COUNTRY
    ) -> None:
        self._rows, self.total, self.on, self.order = rows, total, on, order

    def __len__(self) -> int:
        return len(self._rows)

    def rows(self, start: int, stop: int) -> tuple[DirectoryRow, ...]:
        """The rows from ``start`` to before ``stop``, headings included."""
        return self._rows[max(0, start) : max(0, stop)]

    def index(self, id: str) -> int | None:
        """The row of a person or tenure."""
        return self._places.get(id)

    def ids(self) -> tuple[str, ...]:
        """The ids of all rows that are no headings, in order."""
        return tuple(self._places)

    @property
    def count(self) -> int:
        """How many rows are no headings."""
        return sum(row.kind != "heading" for row in self._rows)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {row.id: at for at, row in enumerate(self._rows) if row.kind != "heading"}


def directory(
    dossier: Dossier,
    words: str = "",
    on: When | None = None,
    order: str = COUNTRY,
    kept: Container[str] | None = None,
) -> Directory:
    """The directory, narrowed by words over every spelling, post, body and country, and to the
    ids that are ``kept``. By ``name`` (the family's, with which an id begins) it has no
    headings."""
    by_name = order == NAME
    if on is None:
        every = dossier.people()
        rows = _person_rows(dossier, every, words)
        if kept is not None:
            rows = [row for row in rows if row.id in kept]
        if by_name:
            rows.sort(key=lambda row: row.id)
        return Directory(tuple(rows) if by_name else _headed(rows), len(every), None, order)
    held = [tenure for post in dossier.posts(on=on) for tenure in post.holders]
    if by_name:
        held.sort(key=lambda tenure: tenure.person)
    rows = []
    for tenure in held:
        if kept is not None and tenure.id not in kept:
            continue
        person = dossier.person(tenure.person)
        if words.strip() and (person is None or dossier.person_match(person, words) is None):
            continue
        rows.append(
            DirectoryRow(
                kind="tenure",
                id=tenure.id,
                name=tenure.person_name,
                summary=tenure.title,
                country=tenure.country or "",
                country_name=dossier.country_name(tenure.country) or "Elsewhere",
                conflict=bool(tenure.conflicts),
                held=tenure.held,
                post=tenure.post,
                attested=_attested(tenure, on) if tenure.held == "maybe" else None,
            )
        )
    return Directory(tuple(rows) if by_name else _headed(rows), len(held), on, order)


def _attested(tenure: records.Tenure, on: When) -> tuple[str, str] | None:
    """The end of what is attested that a day lies beyond, or else the last of it."""
    first, last, day = tenure.first_attested, tenure.last_attested, on.earliest
    if first and day and day.isoformat() < first:
        return ("first", first)
    return ("last", last) if last else None


def _person_rows(
    dossier: Dossier, every: tuple[records.Person, ...], words: str
) -> list[DirectoryRow]:
    rows = []
    for person in every:
        matched = dossier.person_match(person, words) if words.strip() else person.name
        if matched is None:
            continue
        rows.append(
            DirectoryRow(
                kind="person",
                id=person.id,
                name=person.name,
                summary=person.summary,
                country=person.country,
                country_name=dossier.country_name(person.country),
                conflict=any(tenure.conflicts for tenure in person.tenures),
                matched=None if matched == person.name else matched,
            )
        )
    return rows


def _headed(rows: list[DirectoryRow]) -> tuple[DirectoryRow, ...]:
    """The rows with a heading before each country."""
    found: list[DirectoryRow] = []
    for row in rows:
        if not found or found[-1].country_name != row.country_name:
            found.append(
                DirectoryRow(
                    kind="heading",
                    id=row.country,
                    name=row.country_name,
                    summary="",
                    country=row.country,
                    country_name=row.country_name,
                )
            )
        found.append(row)
    return tuple(found)
