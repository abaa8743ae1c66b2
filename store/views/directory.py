"""The directory: officials and their posts as a view of rows, with or without a day; where words
are searched for, the posts that they name stand after the people."""

from __future__ import annotations

from collections.abc import Container
from functools import cached_property

import msgspec

from store.dossier import Dossier
from store.model import records
from store.model.names import match
from store.views.matched import matched, matched_on
from store.views.sorting import COUNTRY, NAME
from store.views.titles import body_told
from store.when import When

POSTS = "Posts"  # the heading of the posts that words name


class DirectoryRow(msgspec.Struct, frozen=True, kw_only=True):
    """A heading (a country, or that of the posts) or, under it, a person; with a day, a tenure
    held then; a post that the words name."""

    kind: str  # heading, person, tenure, post
    id: str
    name: str
    summary: str
    country: str
    country_name: str
    conflict: bool = False
    held: str | None = None
    post: str | None = None
    attested: tuple[str, str] | None = None  # where it was maybe held: "last" or "first", its day
    body: str = ""  # the name of the post's body, where its title does not tell it
    former: bool = False  # whether a person's post, the one beside the name, has ended
    # what the words matched, if neither the name nor the post beside it (``store.views.matched``)
    matched: tuple[str, str] | None = None


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
        """The row of a person, tenure or post."""
        return self._places.get(id)

    def ids(self) -> tuple[str, ...]:
        """The ids of the people, with a day of the tenures, in order."""
        return tuple(row.id for row in self._rows if row.kind in {"person", "tenure"})

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
        found = tuple(rows) if by_name else _headed(rows)
        posts = _post_rows(dossier, words) if words.strip() and kept is None else []
        return Directory((*found, *_under_posts(posts)), len(every), None, order)
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
        asked = words.strip()
        rows.append(
            DirectoryRow(
                kind="tenure",
                id=tenure.id,
                name=tenure.person_name,
                summary=tenure.title,
                body=body_told(dossier, tenure.title, tenure.body),
                country=tenure.country or "",
                country_name=dossier.country_name(tenure.country) or "Elsewhere",
                conflict=bool(tenure.conflicts),
                held=tenure.held,
                post=tenure.post,
                attested=_attested(tenure, on) if tenure.held == "maybe" else None,
                matched=matched_on(dossier, person, tenure, words, on)
                if person and asked
                else None,
            )
        )
    return Directory(tuple(rows) if by_name else _headed(_shown_first(rows)), len(held), on, order)


def _shown_first(rows: list[DirectoryRow]) -> list[DirectoryRow]:
    """The rows whose post or holder the words are before those that they match otherwise, in
    each country; a country that has only such rows after the others."""
    best: dict[str, bool] = {}
    for row in rows:
        best[row.country_name] = best.get(row.country_name, True) and row.matched is not None
    place = {name: at for at, name in enumerate(best)}
    return sorted(
        rows,
        key=lambda row: (best[row.country_name], place[row.country_name], row.matched is not None),
    )


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
        if words.strip() and dossier.person_match(person, words) is None:
            continue
        beside = _beside(person)
        rows.append(
            DirectoryRow(
                kind="person",
                id=person.id,
                name=person.name,
                summary=beside.title if beside is not None else "",
                body=body_told(dossier, beside.title, beside.body) if beside is not None else "",
                former=beside is not None and beside.end is not None,
                country=person.country,
                country_name=dossier.country_name(person.country),
                conflict=any(tenure.conflicts for tenure in person.tenures),
                matched=matched(dossier, person, beside, words) if words.strip() else None,
            )
        )
    return rows


def _beside(person: records.Person) -> records.Tenure | None:
    """The tenure whose post stands beside a name: the latest that has not ended, else the last."""
    still = [tenure for tenure in person.tenures if tenure.end is None]
    return next(reversed(still or person.tenures), None)


def _post_rows(dossier: Dossier, words: str) -> list[DirectoryRow]:
    """The posts that the words name, by their own titles with body and country."""
    rows = []
    for post in dossier.posts():
        country = dossier.country_name(post.country)
        around = f"{post.body_name} {country} {post.country or ''}"
        if not any(match(words, name) for name in post.names) and not any(
            match(words, f"{name} {around}") and not match(words, around) for name in post.names
        ):
            continue
        rows.append(
            DirectoryRow(
                kind="post",
                id=post.id,
                name=post.title,
                summary=post.body_name,
                country=post.country or "",
                country_name=country or "Elsewhere",
                conflict=any(tenure.conflicts for tenure in post.holders),
                post=post.id,
            )
        )
    return rows


def _under_posts(rows: list[DirectoryRow]) -> tuple[DirectoryRow, ...]:
    """The posts under a heading of their own."""
    if not rows:
        return ()
    head = DirectoryRow(
        kind="heading", id="posts", name=POSTS, summary="", country="", country_name=POSTS
    )
    return (head, *rows)


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
