"""Origins: how many independent voices support a value (DESIGN, derived rule 4).

Spokespersons and officials collapse into their body; a source's own voice is no origin where the
same source attributes the value; copies of one wire text are one. Unnamed speakers may coincide
with each other and with any named voice, so support is a range.
"""

from __future__ import annotations

from collections.abc import Iterable

from store.evidence.index import Index
from store.model.claims import Claim, via_body


class Origins:
    """Counts support over the claims of one set of facts."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def key(self, claim: Claim) -> str:
        """The voice a claim goes back to: ``body:…``, ``person:…``, ``source:…``, or ``?…`` for
        an unnamed speaker."""
        if not claim.via:
            return self._own_voice(claim.source)
        id, _words = via_body(claim.via[-1])
        if id is None:
            # an unnamed speaker: the same words in the same mouth are the same speaker
            return "?" + " < ".join(claim.via)
        facts = self._index.facts
        if id in facts.people:
            body = self._body_of(id, claim)
            return f"person:{id}" if body is None else f"body:{self._index.umbrella(body)}"
        if id in facts.sources:
            return self._own_voice(id)
        return f"body:{self._index.umbrella(id)}"

    def count(self, claims: Iterable[Claim]) -> tuple[int, int]:
        """The least and the greatest number of independent origins of these claims, which all
        support one value."""
        supporting = [claim for claim in claims if claim.supports]
        attributed = {claim.source for claim in supporting if claim.via}
        keys = {
            self.key(claim) for claim in supporting if claim.via or claim.source not in attributed
        }
        unnamed = sum(1 for key in keys if key.startswith("?"))
        named = len(keys) - unnamed
        return max(named, min(1, unnamed)), named + unnamed

    def _own_voice(self, source: str) -> str:
        """A source's own voice; a copy speaks with the voice of what it copies, a wire text
        with that of its agency."""
        sources, seen = self._index.facts.sources, {source}
        while (copied := sources[source].copy_of) in sources and copied not in seen:
            source = str(copied)
            seen.add(source)
        frame = sources[source]
        return (
            f"body:{frame.agency or frame.publisher}"
            if frame.agency or frame.publisher
            else (f"source:{source}")
        )

    def _body_of(self, person: str, claim: Claim) -> str | None:
        """The body a person speaks for: that of the post in which the same source shows him."""
        index = self._index
        tenures = [index.facts.tenures[id] for id in index.tenures_of.get(person, [])]
        if not tenures:
            return None
        tenures.sort(
            key=lambda t: max((c.source == claim.source for c in index.claims(t.id)), default=False)
        )
        return index.facts.posts[tenures[-1].post].body
