"""Search over everything in a dossier: names in every spelling, titles, our words, quotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from store.evidence.events import WORDED, Events
from store.evidence.index import Index
from store.model.names import fold, match, words_of
from store.model.records import Hit

# how much a place is worth: a name says more than a quotation that happens to hold the words
_WORTH = {
    "name": 80,
    "title": 70,
    "id": 60,
    "post": 50,
    "people": 45,
    "country": 40,
    "place": 40,
    "body": 40,
    "said": 30,
    "quote": 20,
}
_EXACT, _BEGINS = 20, 10


class Entry(msgspec.Struct, frozen=True):
    """One text by which one record is found."""

    type: str
    id: str
    title: str
    where: str
    text: str


class Searching:
    """Search over a fixed list of entries."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)

    def search(self, query: str) -> tuple[Hit, ...]:
        """A hit for each record that the words match, with the text that matched best."""
        asked = fold(query)
        if not asked:
            return ()
        best: dict[tuple[str, str], Hit] = {}
        for entry in self._entries:
            if not (match(query, entry.text) or query.strip() == entry.id):
                continue
            score = _WORTH.get(entry.where, 30)
            text = fold(entry.text)
            if text == asked:
                score += _EXACT
            elif text.startswith(asked):
                score += _BEGINS
            key = (entry.type, entry.id)
            if key not in best or score > best[key].score:
                best[key] = Hit(
                    type=entry.type,
                    id=entry.id,
                    title=entry.title,
                    matched=entry.text,
                    where=entry.where,
                    score=score,
                )
        order = {entry.id: at for at, entry in reversed(list(enumerate(self._entries)))}
        return tuple(sorted(best.values(), key=lambda hit: (-hit.score, order[hit.id])))


def entries_of(index: Index, events: Events, order: list[str]) -> Iterator[Entry]:
    """Every text of a dossier by which a record is found, the more telling kinds first."""
    facts = index.facts
    for person in facts.people.values():
        name = index.name(person.id)
        yield from _all("person", person.id, name, "name", [name, *index.spellings(person.id)])
        country = index.country_name(person.country)
        yield Entry("person", person.id, name, "country", country)
    for id in order:
        title = facts.events[id].title
        yield from _all("event", id, title, "title", [title, *index.spellings(id)])
        people = events.people_ids(id)
        if people:
            names = [index.name(person) for person in people]
            yield Entry("event", id, title, "people", ", ".join(names))
        spelt = (name for person in people for name in index.spellings(person))
        yield from _all("event", id, title, "people", spelt)
        yield from _all("event", id, title, "place", events.places_told(id))
        for part in events.bodies(id):
            names = [index.name(part), *index.spellings(part)]
            yield from _all("event", id, title, "body", names)
        for field in WORDED:
            texts = [value for claim in index.claims(id) for value in claim.many(field)]
            yield from _all("event", id, title, "said", dict.fromkeys(texts))
    for post in facts.posts.values():
        names = [post.title, *post.names, *index.spellings(post.id)]
        title = f"{post.title}, {index.name(post.body)}"
        yield from _all("post", post.id, title, "name", dict.fromkeys([title, *names]))
    for tenure in facts.tenures.values():
        title = index.name(tenure.id)
        yield Entry("tenure", tenure.id, title, "post", title)
        yield from _all("tenure", tenure.id, title, "people", index.spellings(tenure.person))
    for body in facts.bodies.values():
        names = [body.name, *index.spellings(body.id)]
        yield from _all("body", body.id, body.name, "name", dict.fromkeys(names))
    for place in facts.places.values():
        yield from _all(
            "place", place.id, place.name, "name", [place.name, *index.spellings(place.id)]
        )
    for topic in facts.topics.values():
        yield Entry("topic", topic.id, topic.name, "name", topic.name)
    for source in facts.sources.values():
        title = source.title or source.id
        yield from _all("source", source.id, title, "title", [title, index.source_name(source.id)])
    for claim in facts.claims:
        yield Entry("claim", claim.id, index.name(claim.about), "quote", claim.quote)


def _all(type: str, id: str, title: str, where: str, texts: Iterable[str]) -> Iterator[Entry]:
    for text in dict.fromkeys(texts):
        if words_of(text):
            yield Entry(type, id, title, where, text)
