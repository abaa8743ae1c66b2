"""Tenures derived: start, end, attestation, succession (derived rule 5)."""

from __future__ import annotations

from functools import cached_property

from store.dates.duration import parse_duration
from store.evidence.disagreement import Disagreement
from store.evidence.holding import Held, Span, range_of
from store.evidence.index import Index
from store.evidence.origins import Origins
from store.evidence.rivals import Resolved
from store.evidence.values import Values
from store.model.records import Conflict
from store.when import When, before, parse_when, sort_key


class Tenures:
    """Derives every tenure of one set of facts; each is worked out once, when asked for."""

    def __init__(
        self, index: Index, values: Values, origins: Origins, disagreement: Disagreement
    ) -> None:
        self._index, self._values = index, values
        self._origins, self._disagreement = origins, disagreement
        self._horizon = parse_duration(index.facts.meta.horizon)
        self._claimed: dict[tuple[str, str], Resolved] = {}
        self._spans: dict[str, Span] = {}

    def claimed(self, id: str, field: str) -> Resolved:
        """What claims say of ``start``, ``end``, ``post`` or ``succeeds``."""
        key = (id, field)
        if key not in self._claimed:
            prefer = self._index.facts.tenures[id].prefer
            self._claimed[key] = self._values.one(id, field, prefer)
        return self._claimed[key]

    def post(self, id: str) -> str:
        """The post: a claimed one outweighs the frame's."""
        return self.claimed(id, "post").value or self._index.facts.tenures[id].post

    def date(self, id: str, field: str) -> When | None:
        """A claimed ``start`` or ``end``."""
        value = self.claimed(id, field).value
        return parse_when(value) if value is not None else None

    @cached_property
    def _successors(self) -> dict[str, str]:
        """Tenure → the tenure that ended it: one that says it succeeds it, or else the next to
        start in the same post of one seat."""
        facts = self._index.facts
        found: dict[str, str] = {}
        for id in facts.tenures:
            earlier = self.claimed(id, "succeeds").value
            if earlier in facts.tenures and earlier != id:
                found.setdefault(str(earlier), id)
        for id in facts.tenures:
            post = facts.posts[self.post(id)]
            if id in found or post.seats != 1:
                continue
            last = self._last_known(id)
            later = [
                (start.earliest, other)
                for other in self.in_post[post.id]
                if other != id
                and (start := self.date(other, "start")) is not None
                and start.earliest is not None
                and last is not None
                and before(start, last) != "yes"
                and start.text != last.text
            ]
            if later:
                found[id] = min(later)[1]
        return found

    @cached_property
    def in_post(self) -> dict[str, list[str]]:
        """Post → its tenures, by the post that is preferred, in file order."""
        found: dict[str, list[str]] = {}
        for id in self._index.facts.tenures:
            found.setdefault(self.post(id), []).append(id)
        return found

    def _last_known(self, id: str) -> When | None:
        """The latest claimed day of a tenure, or its start."""
        days = self._held(id) + [d for d in (self.date(id, "start"),) if d is not None]
        return max(days, key=lambda d: d.earliest or range_of(d)[0], default=None)

    def _held(self, id: str) -> list[When]:
        return [
            parse_when(day)
            for claim in self._index.claims(id)
            if claim.supports
            for day in claim.many("held_on")
        ]

    def attested(self, id: str) -> tuple[str, ...]:
        """The dates on which claims tell that the post was held, the earlier first."""
        days = sorted(self._held(id), key=sort_key)
        return tuple(dict.fromkeys(when.text for when in days))

    def _given(self, id: str) -> list[str]:
        """The dates of a tenure as its claims give them."""
        fields = ("start", "end", "held_on")
        claims = [claim for claim in self._index.claims(id) if claim.supports]
        return [text for claim in claims for field in fields for text in claim.many(field)]

    def predecessor(self, id: str) -> str | None:
        """The tenure that this one followed."""
        said = self.claimed(id, "succeeds").value
        if said in self._index.facts.tenures:
            return said
        return next((a for a, b in self._successors.items() if b == id), None)

    def successor(self, id: str) -> str | None:
        """The tenure that followed this one."""
        return self._successors.get(id)

    def end(self, id: str) -> tuple[When | None, str | None]:
        """The end, and the reason where only a successor's start gives it."""
        claimed = self.date(id, "end")
        if claimed is not None:
            return claimed, None
        next_ = self.successor(id)
        facts = self._index.facts
        post = self.post(id)
        if next_ is None or facts.posts[post].seats != 1 or self.post(next_) != post:
            return None, None
        start = self.date(next_, "start")
        if start is None:
            return None, None
        name = self._index.name(facts.tenures[next_].person)
        return start, f"{name} took the post then, and one person holds it"

    def span(self, id: str) -> Span:
        """What is known of the tenure in time."""
        if id not in self._spans:
            start, (end, why) = self.date(id, "start"), self.end(id)
            attested = self._held(id) + [when for when in (start, end) if when is not None]
            given = self._given(id)
            next_ = self.successor(id)
            if why and next_ is not None:
                given += self._given(next_)
            self._spans[id] = Span(start, end, tuple(attested), self._horizon, tuple(given))
        return self._spans[id]

    def held(self, id: str, on: When) -> Held:
        """Whether the post was held on a day, or on every day of a month or year; on a day that
        is doubtful itself at most ``maybe``."""
        held = self.span(id).over(*range_of(on))
        return "maybe" if held == "yes" and on.uncertain else held

    def conflicts(self, id: str) -> tuple[Conflict, ...]:
        """The conflicts about the tenure."""
        found: list[Conflict] = []
        for field in ("post", "start", "end", "succeeds"):
            found += self._disagreement.rivals(id, field, self.claimed(id, field))
        return (*found, *self._disagreement.denials(id, self._index.facts.tenures[id].prefer))
