"""Who takes part in an event, and the post that each held on its day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as day
from typing import Literal, NamedTuple

from store.evidence.index import Index
from store.evidence.tenures import Tenures
from store.model.claims import Claim
from store.model.records import Participant
from store.when import When, before, overlaps, parse_when


def roles(claims: Sequence[Claim]) -> dict[str, str | None]:
    """Participant → role, in reading order."""
    found: dict[str, str | None] = {}
    for claim in claims:
        if claim.supports:
            for person, role in claim.people:
                found[person] = found.get(person) or role
    return found


def participants(
    index: Index, tenures: Tenures, id: str, date: When | None
) -> tuple[Participant, ...]:
    """The people who take part in an event of that date, in reading order."""
    claims = index.claims(id)
    found = []
    for person, role in roles(claims).items():
        post = _post_on(index, tenures, claims, person, date)
        title = index.post_words(tenures.post(post.tenure)) if post else None
        found.append(
            Participant(
                id=person,
                name=index.name(person),
                role=role,
                country=index.facts.people[person].country,
                tenure=post.tenure if post else None,
                post_title=title,
                inferred=all(
                    claim.inferred
                    for claim in claims
                    if claim.supports and any(person == one for one, _role in claim.people)
                ),
                held=post.held if post else None,
            )
        )
    return tuple(found)


class _Post(NamedTuple):
    tenure: str
    held: str


def _post_on(
    index: Index, tenures: Tenures, claims: Sequence[Claim], person: str, date: When | None
) -> _Post | None:
    """The post held on the event's day. A sure one comes before a possible one. Where all are
    only possible, as on a day that is uncertain itself: the one that a passage of the event tells
    for its day, then the one attested nearest to it. The later of two that are as near, and the
    first in the file of two that are as late."""
    if date is None:
        return None
    ranked = []
    for order, tenure in enumerate(index.tenures_of.get(person, [])):
        held = tenures.held(tenure, date)
        if held not in ("yes", "maybe"):
            continue
        beside = _told_beside(index, claims, tenure, date)
        sure = held == "yes" or beside == "yes"
        days = tenures.span(tenure).widest
        rank = (
            sure,
            bool(beside),
            -_apart(date, days),
            days[1].toordinal() if days else 0,
            -order,
        )
        ranked.append((rank, _Post(tenure, "yes" if sure else "maybe")))
    return max(ranked)[1] if ranked else None


def _told_beside(
    index: Index, claims: Sequence[Claim], tenure: str, date: When
) -> Literal["yes", "maybe", ""]:
    """Whether a passage that speaks of the event tells of the tenure: ``yes`` as held on the day
    that it gives the event, ``maybe`` as held or begun on one that may be the event's."""
    dates: dict[tuple[str, str], set[str | None]] = {}
    for claim in claims:
        if claim.supports:
            dates.setdefault((claim.source, claim.quote), set()).add(claim.one("date"))
    found: Literal["maybe", ""] = ""
    for claim in index.claims(tenure):
        passage = (claim.source, claim.quote)
        if not claim.supports or passage not in dates:
            continue
        held = [on for on in claim.many("held_on") if overlaps(parse_when(on), date) != "no"]
        if any(on in dates[passage] for on in held):
            return "yes"
        start = claim.one("start")
        if held or (start is not None and before(date, parse_when(start)) != "yes"):
            found = "maybe"
    return found


def _apart(date: When, days: tuple[day, day] | None) -> int:
    """How many days lie between a date and the days on which a tenure is attested."""
    if days is None:
        return day.max.toordinal()
    after = (date.earliest - days[1]).days if date.earliest is not None else 0
    ahead = (days[0] - date.latest).days if date.latest is not None else 0
    return max(after, ahead, 0)
