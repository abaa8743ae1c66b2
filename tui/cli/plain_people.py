"""People and posts as text, by country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import ConsoleRenderable
from rich.text import Text

from store.dossier import Dossier
from store.records import Person, Post, Tenure
from tui.cli.setting import BLANK, columns, heading, indented, marks, text
from tui.present.signs import HELD
from tui.present.tenure import range_words


def people_list(
    dossier: Dossier, people: Sequence[Person], on_a_day: bool
) -> Iterator[ConsoleRenderable]:
    """Everyone under their country, with their posts in order of time."""
    ordered = sorted(people, key=lambda person: dossier.country_name(person.country))
    first = True
    for country, group in groupby(ordered, key=lambda person: person.country):
        if not first:
            yield BLANK
        first = False
        yield heading(dossier.country_name(country))
        for person in group:
            yield indented(text(person.name, (f"  {person.id}", "muted")))
            if person.tenures:
                rows = [_tenure(tenure, tenure.title) for tenure in person.tenures]
                yield indented(columns(rows, fill=1, flush=1), 4)
            elif not on_a_day:
                yield indented(text(("no post is known", "muted")), 4)


def post_list(dossier: Dossier, posts: Sequence[Post]) -> Iterator[ConsoleRenderable]:
    """Every post under its country, with its holders in order of time."""
    ordered = sorted(posts, key=lambda post: dossier.country_name(post.country))
    first = True
    for country, group in groupby(ordered, key=lambda post: post.country):
        if not first:
            yield BLANK
        first = False
        yield heading(dossier.country_name(country) or "No country")
        for post in group:
            yield indented(text(post.title, f", {post.body_name}", (f"  {post.id}", "muted")))
            if post.holders:
                rows = [_tenure(tenure, tenure.person_name) for tenure in post.holders]
                yield indented(columns(rows, fill=1, flush=1), 4)
            else:
                yield indented(text(("no holder is known", "muted")), 4)


def _tenure(tenure: Tenure, title: str) -> list[Text]:
    capacity = "" if tenure.capacity == "substantive" else f", {tenure.capacity}"
    said = text(title, capacity)
    if tenure.held is not None:
        held = HELD[tenure.held]
        said.append_text(text((f"  {held.sign} {held.word}", held.role)))
    return [
        text((range_words(tenure), "muted")),
        said,
        marks(False, bool(tenure.conflicts), tenure.origins),
    ]
