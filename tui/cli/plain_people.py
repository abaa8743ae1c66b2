"""People and posts as text, by country."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import ConsoleRenderable
from rich.text import Text

from store.dossier import Dossier
from store.model.names import fold
from store.model.records import Person, Post, Tenure
from tui.cli.columns import Columns
from tui.cli.setting import BLANK, heading, indented, marks, text
from tui.present.signs import HELD
from tui.present.tenure import range_words

WIDEST = 24
"""The column of days is never made wider than this for the sake of one long date."""

HELD_WIDTH = len(HELD["maybe"].word)


def people_list(dossier: Dossier, people: Sequence[Person]) -> Iterator[ConsoleRenderable]:
    """Everyone under their country, with their posts in order of time."""
    first = _days(tenure for person in people for tenure in person.tenures)
    ordered = sorted(people, key=lambda person: dossier.country_name(person.country))
    for at, (country, group) in enumerate(groupby(ordered, key=lambda person: person.country)):
        if at:
            yield BLANK
        yield heading(dossier.country_name(country) or "No country")
        for person in group:
            yield indented(text(person.name, (f"  {person.id}", "muted")))
            rows = [_tenure(tenure, tenure.title) for tenure in person.tenures]
            yield _table(rows, first, "no post is known")


def post_list(dossier: Dossier, posts: Sequence[Post]) -> Iterator[ConsoleRenderable]:
    """Every post under its country, with its holders in order of time."""
    first = _days(tenure for post in posts for tenure in post.holders)
    ordered = sorted(posts, key=lambda post: dossier.country_name(post.country))
    for at, (country, group) in enumerate(groupby(ordered, key=lambda post: post.country)):
        if at:
            yield BLANK
        yield heading(dossier.country_name(country) or "No country")
        for post in group:
            within = "" if fold(post.body_name) in fold(post.title) else f", {post.body_name}"
            yield indented(text(post.title, within, (f"  {post.id}", "muted")))
            rows = [_tenure(tenure, tenure.person_name) for tenure in post.holders]
            yield _table(rows, first, "no holder is known")


def _days(tenures: Iterable[Tenure]) -> int:
    return min(WIDEST, max((len(range_words(tenure)) for tenure in tenures), default=0))


def _table(rows: list[list[Text]], first: int, none: str) -> ConsoleRenderable:
    if not rows:
        return indented(text((none, "muted")), 4)
    return indented(Columns(rows, fill=len(rows[0]) - 2, flush=1, first=first), 4)


def _tenure(tenure: Tenure, title: str) -> list[Text]:
    """Days, title and marks; where a day was asked for, whether it was held then."""
    capacity = "" if tenure.capacity == "substantive" else f", {tenure.capacity}"
    cells = [
        text((range_words(tenure), "muted")),
        text(title, capacity),
        marks(False, bool(tenure.conflicts), tenure.origins),
    ]
    if tenure.held is not None:
        held = HELD[tenure.held]
        cells.insert(1, text((f"{held.sign} {held.word:{HELD_WIDTH}}", held.role)))
    return cells
