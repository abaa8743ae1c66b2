"""Looking things up among facts: which claims are about what, and by which name a thing goes."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from store.model.claims import Claim, called, spelt, via_body
from store.model.countries import COUNTRY_NAMES
from store.model.facts import Facts
from store.when import When, parse_when

_UMBRELLAS = frozenset({"ministry", "presidential-office", "government", "court", "legislature"})
_PARTS = frozenset({"bureau", "department", "committee"})


class Index:
    """Derived once from immutable facts; everything here is a look-up, nothing is decided."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.about: dict[str, list[Claim]] = defaultdict(list)
        for claim in facts.claims:
            self.about[claim.about].append(claim)

    def claims(self, id: str) -> list[Claim]:
        """The claims about a frame, in reading order."""
        return self.about.get(id, [])

    def claims_of(self, source: str) -> list[Claim]:
        """The claims of a source, in reading order."""
        return self._of_source.get(source, [])

    @cached_property
    def _of_source(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.facts.claims:
            found[claim.source].append(claim)
        return found

    def claims_by(self, voice: str) -> list[Claim]:
        """The claims that a person or a body makes or passes on, in reading order."""
        return self._by_voice.get(voice, [])

    @cached_property
    def _by_voice(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.facts.claims:
            for voice in dict.fromkeys(claim.via):
                found[voice].append(claim)
        return found

    @cached_property
    def types(self) -> dict[str, str]:
        """Id of a frame → its type in the singular."""
        facts = self.facts
        found: dict[str, str] = {}
        for kind, frames in (
            ("source", facts.sources), ("body", facts.bodies), ("person", facts.people),
            ("post", facts.posts), ("place", facts.places), ("tenure", facts.tenures),
            ("event", facts.events), ("topic", facts.topics),
        ):  # fmt: skip
            found.update(dict.fromkeys(frames, kind))
        return found

    @cached_property
    def tenures_of(self) -> dict[str, list[str]]:
        """Person id → ids of the person's tenures, in file order."""
        found: dict[str, list[str]] = defaultdict(list)
        for tenure in self.facts.tenures.values():
            found[tenure.person].append(tenure.id)
        return found

    def spellings(self, id: str) -> list[str]:
        """Every spelling that a claim gives a frame, in reading order, each once; last a
        person's name that only we use, so that it finds the person too."""
        claimed, ours = spelt(self.claims(id)), self.ours(id)
        return claimed if ours is None else [*claimed, ours]

    def ours(self, id: str) -> str | None:
        """The name of a person's frame where the sources use others, so that one of these is
        shown; else None."""
        return self.facts.people[id].name if self._others.get(id) else None

    @cached_property
    def _others(self) -> dict[str, str]:
        """Person id → the spelling shown, where nobody uses the frame's name."""
        people = self.facts.people.values()
        shown = [(one, called(one.name, spelt(self.claims(one.id)))) for one in people]
        return {one.id: name for one, name in shown if name != one.name}

    def name(self, id: str) -> str:
        """The name to show. A spelling nobody has used yet gives way to the first one used."""
        facts = self.facts
        if id in facts.people:
            return self._others.get(id, facts.people[id].name)
        if id in facts.events:
            return facts.events[id].title
        if id in facts.posts:
            return facts.posts[id].title
        if id in facts.topics:
            return facts.topics[id].name
        if id in facts.sources:
            return self.source_name(id)
        if id in facts.tenures:
            tenure = facts.tenures[id]
            return f"{self.name(tenure.person)}, {facts.posts[tenure.post].title}"
        for frames in (facts.bodies, facts.places):
            if id in frames:
                return frames[id].name
        return id

    def post_words(self, id: str) -> str:
        """A post in words: the title, with the bureau or department that it does not name."""
        post = self.facts.posts[id]
        body = self.facts.bodies[post.body]
        if body.kind not in _PARTS or body.name in post.title:
            return post.title
        return f"{post.title}, {body.name}"

    def source_name(self, id: str) -> str:
        """Who published a source, else its title, else its id."""
        source = self.facts.sources[id]
        if source.publisher is not None and source.publisher in self.facts.bodies:
            return self.facts.bodies[source.publisher].name
        return source.title or id

    def country_of(self, body: str) -> str | None:
        """The country of a body, or of the nearest body around it."""
        bodies, seen = self.facts.bodies, set()
        at: str | None = body
        while at is not None and at in bodies and at not in seen:
            if bodies[at].country is not None:
                return bodies[at].country
            seen.add(at)
            at = bodies[at].in_
        return None

    def country_name(self, code: str | None) -> str:
        """The short name of a country: that of the body of kind ``state`` with its code, else
        the usual one in English."""
        return self._states.get(code or "") or COUNTRY_NAMES.get(code or "", code or "")

    @cached_property
    def _states(self) -> dict[str, str]:
        return {
            body.country: body.name
            for body in self.facts.bodies.values()
            if body.kind == "state" and body.country
        }

    def cites(self, claim: Claim) -> tuple[str, ...]:
        """The chain of attribution as names for a reader, outermost first."""
        chain = []
        for element in claim.via:
            id, words = via_body(element)
            if id is None:
                chain.append(words)
            elif words:
                chain.append(f"{self.name(id)}, {words}")
            else:
                chain.append(self.name(id))
        return tuple(chain)

    def umbrella(self, body: str) -> str:
        """The body under which a body's voice counts: a bureau speaks for its ministry."""
        facts, seen = self.facts, {body}
        while body in facts.bodies and facts.bodies[body].kind in _PARTS:
            above = facts.bodies[body].in_
            if above is None or above in seen or above not in facts.bodies:
                break
            if facts.bodies[above].kind not in _UMBRELLAS | _PARTS:
                break
            seen.add(above)
            body = above
        return body

    def published(self, source: str) -> When:
        """The day of publication."""
        return parse_when(self.facts.sources[source].published)
