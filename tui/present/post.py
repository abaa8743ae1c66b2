"""The card of a post: who holds it on the day, its holders over time, how we know."""

from __future__ import annotations

from store.dossier import Dossier
from store.model.records import Post
from store.when import When
from tui.present import dates
from tui.present.card import Card, prose, section, title
from tui.present.chart import chart
from tui.present.excerpt import excerpts
from tui.present.line import BLANK, Line, Link, Span
from tui.present.signs import HELD
from tui.present.tenure import tenure_lines
from tui.present.words import count, join


def post_card(dossier: Dossier, post: Post, cells: int, on: When | None = None) -> Card:
    lines = title(post.title, cells, dossier.country_name(post.country))
    lines += prose([Span(post.body_name, "accent", link=Link("body", post.body))], cells)
    names = [name for name in post.names if name.casefold() != post.title.casefold()]
    if names:
        lines += prose([Span(f"also called {join(names)}", "muted")], cells)
    if on is not None:
        lines += _answer(post, on, cells)
    drawn = chart(post.holders, cells, on.text if on else None)
    if drawn:
        lines += [BLANK, *drawn]
    lines += section("Holders", str(len(post.holders)), cells)
    for tenure in post.holders:
        day = on.text if on else None
        lines += tenure_lines(dossier, tenure, cells, name=True, day=day)
    claims = [claim for tenure in post.holders for claim in tenure.claims]
    if claims:
        lines += [*section("How we know", count(len(claims), "claim"), cells), BLANK]
        lines += excerpts(dossier, claims, cells)
    return Card(post.title, tuple(lines))


def _answer(post: Post, on: When, cells: int) -> list[Line]:
    """The verdict for the day, first of all."""
    found: dict[str, list[str]] = {}
    for tenure in post.holders:
        found.setdefault(tenure.held or "no", []).append(tenure.person_name)
    day = dates.short(on.text)
    for held, said in (("yes", "yes: {} held it on {}"), ("maybe", "maybe: {} on {}")):
        if found.get(held):
            sign = HELD[held]
            text = said.format(join(found[held]), day)
            return prose([Span(f"{sign.sign} {text}", sign.role)], cells)
    return prose([Span(f"no source says who held it on {day}", "muted")], cells)
