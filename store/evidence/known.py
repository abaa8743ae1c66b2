"""What was known by a day (publication time, derived rule 6).

Claims of sources that may have come out later are dropped, and with them every frame that no
remaining claim speaks of, every relation to it and every preference for it. Nothing leaks.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from store.model.claims import Claim, called, spelt, via_body
from store.model.facts import Facts
from store.model.frames import Event, Person, Prefer, Tenure
from store.reading.preferences import carries
from store.reading.references import said_by
from store.when import parse_when


def facts_known_by(facts: Facts, day: date) -> Facts:
    """The facts that a reader of ``day`` had."""
    sources = {
        id: source
        for id, source in facts.sources.items()
        if (latest := parse_when(source.published).latest) is not None and latest <= day
    }
    claims = tuple(claim for claim in facts.claims if claim.source in sources)
    seen = _spoken_of(facts, claims)
    for source in sources.values():
        seen.update(id for id in (source.publisher, source.agency) if id)
    by_frame, spelling = _by_frame(claims), _by_frame(c for c in facts.claims if "name" in c.says)
    tenures = {
        id: _tenure(tenure, by_frame.get(id, []))
        for id, tenure in facts.tenures.items()
        if id in seen
    }
    for tenure in tenures.values():
        seen.update((tenure.person, tenure.post))
    # the curator's other names for a post may be words that only later sources use
    posts = {
        id: msgspec.structs.replace(post, names=())
        for id, post in facts.posts.items()
        if id in seen
    }
    seen.update(post.body for post in posts.values())
    _upwards(facts, seen)
    people = {id: person for id, person in facts.people.items() if id in seen}
    countries = {person.country for person in people.values()}
    countries.update(b.country for b in facts.bodies.values() if b.id in seen and b.country)
    events = {id: event for id, event in facts.events.items() if id in seen}
    topics = {topic for event in events.values() for topic in event.topics}
    return Facts(
        meta=facts.meta,
        sources={
            id: msgspec.structs.replace(s, copy_of=s.copy_of if s.copy_of in sources else None)
            for id, s in sources.items()
        },
        bodies={
            id: body
            for id, body in facts.bodies.items()
            # a state is only the name of a country
            if id in seen or (body.kind == "state" and body.country in countries)
        },
        people={
            id: _person(p, by_frame.get(id, []), spelling.get(id, [])) for id, p in people.items()
        },
        posts=posts,
        places={id: place for id, place in facts.places.items() if id in seen},
        tenures=tenures,
        events={id: _event(event, events, by_frame.get(id, [])) for id, event in events.items()},
        topics={id: topic for id, topic in facts.topics.items() if id in topics},
        claims=claims,
        where=facts.where,
    )


def _spoken_of(facts: Facts, claims: tuple[Claim, ...]) -> set[str]:
    """Every id that a remaining claim is about or names."""
    seen: set[str] = set()
    for claim in claims:
        seen.add(claim.about)
        seen.update(id for _field, id, _kind in said_by(claim))
        seen.update(id for element in claim.via if (id := via_body(element)[0]))
    return seen


def _upwards(facts: Facts, seen: set[str]) -> None:
    """Add the bodies and places around those already seen."""
    for frames in (facts.bodies, facts.places):
        for id in [id for id in seen if id in frames]:
            at: str | None = id
            while at is not None and at in frames:
                at = frames[at].in_
                if at is None or at in seen:
                    break
                seen.add(at)


def _by_frame(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.about, []).append(claim)
    return found


def _person(person: Person, claims: list[Claim], whole: list[Claim]) -> Person:
    """A person; the frame's name is no spelling of ours where a claim yet to come uses it."""
    name = person.name
    if any(name in claim.many("name") for claim in whole):
        name = called(name, spelt(claims))
    return msgspec.structs.replace(person, name=name, prefer=_kept(person.prefer, claims))


def _event(event: Event, known: dict[str, Event], claims: list[Claim]) -> Event:
    relations = {
        name: id if (id := getattr(event, name)) in known else None
        for name in ("part_of", "beside", "follows", "in_response_to")
    }
    return msgspec.structs.replace(event, prefer=_kept(event.prefer, claims), **relations)


def _tenure(tenure: Tenure, claims: list[Claim]) -> Tenure:
    """A tenure in a post that a remaining claim names, where one does: the frame's may be known
    from later ones alone."""
    posts = [post for claim in claims if claim.supports for post in claim.many("post")]
    post = posts[0] if posts and tenure.post not in posts else tenure.post
    return msgspec.structs.replace(tenure, post=post, prefer=_kept(tenure.prefer, claims))


def _kept(prefer: Prefer | None, claims: list[Claim]) -> Prefer | None:
    if prefer is None or not any(carries(claim, prefer) for claim in claims):
        return None
    return prefer
