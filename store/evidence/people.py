"""Finding people and posts by words, and by the day on which a post was held."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from store.evidence.index import Index
from store.model import records
from store.model.names import first_match
from store.when import When

HELD = ("yes", "maybe")
PersonOf = Callable[[str, When | None], records.Person | None]
PostOf = Callable[[str, When | None], records.Post | None]


class People:
    """Look-ups over the people and posts of one dossier, whose records it is handed."""

    def __init__(self, index: Index, person: PersonOf, post: PostOf) -> None:
        self._index, self._person, self._post = index, person, post

    def people(
        self, query: str = "", *, on: When | None = None, everyone: bool = False
    ) -> tuple[records.Person, ...]:
        """People whose names, posts, bodies or country match; with a day, those who held a post
        then (``everyone`` keeps the others and their tenures too), by country and id."""
        found = []
        for id in self._index.facts.people:
            person = self._person(id, on)
            if person is None or (query.strip() and self.match(person, query) is None):
                continue
            if on is not None and not everyone:
                tenures = tuple(t for t in person.tenures if t.held in HELD)
                if not tenures:
                    continue
                person = msgspec.structs.replace(person, tenures=tenures)
            found.append(person)
        found.sort(key=lambda p: (self._index.country_name(p.country), p.id))
        return tuple(found)

    def posts(
        self, query: str = "", *, on: When | None = None, everyone: bool = False
    ) -> tuple[records.Post, ...]:
        """Posts whose titles, body, country or holders match; with a day, those held then, with
        who held them."""
        found = []
        for id in self._index.facts.posts:
            post = self._post(id, on)
            if post is None or (query.strip() and first_match(query, self._texts(post)) is None):
                continue
            if on is not None and not everyone:
                holders = tuple(t for t in post.holders if t.held in HELD)
                if not holders:
                    continue
                post = msgspec.structs.replace(post, holders=holders)
            found.append(post)
        country = self._index.country_name
        found.sort(key=lambda p: (country(p.country), p.body_name, p.title, p.id))
        return tuple(found)

    def match(self, person: records.Person, query: str) -> str | None:
        """The text by which a query finds a person: a spelling, else a post, body or country;
        the first of them where the words stand in several. None where it does not."""
        hit = first_match(query, person.names)
        if hit is not None:
            return hit
        texts: list[str] = []
        for tenure in person.tenures:
            texts += [*self._titles(tenure), tenure.body_name]
            texts += self._index.spellings(tenure.body)
        texts += [self._index.country_name(person.country), person.country]
        hit = first_match(query, texts)
        if hit is None and first_match(query, [" ".join([*person.names, *texts])]) is not None:
            return texts[0]
        return hit

    def _titles(self, tenure: records.Tenure) -> Iterable[str]:
        frame = self._index.facts.posts[tenure.post]
        return (frame.title, *frame.names, *self._index.spellings(tenure.post))

    def _texts(self, post: records.Post) -> Iterable[str]:
        index = self._index
        texts = [*post.names, post.body_name, *index.spellings(post.body)]
        texts += [index.country_name(post.country), post.country or ""]
        for tenure in post.holders:
            texts += [tenure.person_name, *index.spellings(tenure.person)]
        return [*texts, " ".join(texts)]
