"""The words by which an event is found: its own, and those of who and what it is about."""

from __future__ import annotations

from store.dossier import Dossier
from store.names import match


def takes_part(dossier: Dossier, id: str, who: str) -> bool:
    """Whether a person, by id or by words of any spelling, takes part in an event."""
    people = dossier.event_facts.people_ids(id)
    if who in dossier.facts.people:
        return who in people
    return any(
        match(who, name)
        for person in people
        for name in (dossier.name_of(person), *dossier.index.spellings(person))
    )


def texts_of(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """Event id → every text by which it is found."""
    found = dossier.__dict__.get("_event_texts")
    if found is None:
        found = {id: _event_texts(dossier, id) for id in dossier.order}
        dossier.__dict__["_event_texts"] = found
    return found


def _event_texts(dossier: Dossier, id: str) -> tuple[str, ...]:
    index, events = dossier.index, dossier.event_facts
    texts = [dossier.facts.events[id].title, *index.spellings(id), *events.places(id)]
    for person in events.people_ids(id):
        texts += [index.name(person), *index.spellings(person)]
    for body in events.bodies(id):
        texts += [index.name(body), *index.spellings(body)]
    texts += [index.name(topic) for topic in dossier.facts.events[id].topics]
    # all names together, so that words of two people find the event where both took part
    return (*texts, " ".join(texts))
