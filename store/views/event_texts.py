"""The words by which an event is found: its own, those of who and what it is about, and what its
sources say."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from store.dossier import Dossier
from store.evidence.encounters import GATHERINGS
from store.evidence.events import WORDED
from store.model.names import match

# what a screen calls a status, where that is not the status itself
_STATUS_WORDS = {
    "cancelled": "called off, cancelled",
    "did-not-occur": "did not occur, not held",
}


def takes_part(dossier: Dossier, id: str, who: str) -> bool:
    """Whether a person, by id or by words of any spelling, takes part in an event."""
    return called(dossier, who, dossier.event_facts.people_ids(id))


def called(dossier: Dossier, who: str, people: Collection[str]) -> bool:
    """Whether one of these people is meant, by id or by words of any spelling."""
    if who in dossier.facts.people:
        return who in people
    return any(
        match(who, name)
        for person in people
        for name in (dossier.name_of(person), *dossier.index.spellings(person))
    )


class Texts(NamedTuple):
    """The texts by which an event is found: its ``own``, and those that its sources ``said``."""

    own: tuple[str, ...]
    said: tuple[str, ...]


def texts_of(dossier: Dossier) -> dict[str, Texts]:
    """Event id → every text by which it is found."""
    found = dossier.__dict__.get("_event_texts")
    if found is None:
        found = {id: _event_texts(dossier, id) for id in dossier.order}
        dossier.__dict__["_event_texts"] = found
    return found


def _event_texts(dossier: Dossier, id: str) -> Texts:
    index, events = dossier.index, dossier.event_facts
    texts = [dossier.facts.events[id].title, *index.spellings(id), *events.places_told(id)]
    for person in events.people_ids(id):
        texts += [index.name(person), *index.spellings(person)]
    for body in events.bodies(id):
        texts += [index.name(body), *index.spellings(body)]
    texts += [index.name(topic) for topic in dossier.facts.events[id].topics]
    texts += [*_own_words(dossier, id), *_around(dossier, id)]
    # all of them together, so that words of two people find the event where both took part
    own = (*texts, " ".join(texts))
    said = [text for c in index.claims(id) for field in WORDED for text in c.many(field)]
    return Texts(own, (*said, *(claim.quote for claim in index.claims(id))))


def _around(dossier: Dossier, id: str) -> list[str]:
    """What it was part of, or took place on the sidelines of."""
    event = dossier.facts.events[id]
    texts = [dossier.name_of(event.part_of)] if event.part_of else []
    if event.beside:
        texts.append(f"on the sidelines of {dossier.name_of(event.beside)}")
    return texts


def _own_words(dossier: Dossier, id: str) -> list[str]:
    """The kind, the status and the denial, as a screen says them."""
    core, kind = dossier.event_facts.core(id), dossier.facts.events[id].kind
    texts = [kind.replace("-", " ")]
    if core.last is not None:
        status = core.last.status
        if status == "occurred":
            word = "held" if kind in {*GATHERINGS, "hearing"} else ""
        else:
            word = _STATUS_WORDS.get(status, status.replace("-", " "))
        texts.append(word)
    if core.denied:
        texts.append("denied")
    return [text for text in texts if text]
