"""One source beside the others: what it alone says, who says the same, who says otherwise."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from store.dossier import Dossier
from store.model.claims import DATE_FIELDS, Claim
from store.model.records import Conflict
from store.when import meet, parse_when

# values in our own words are never the same text twice; a spelling is no fact
NOT_COMPARED = frozenset({"agenda", "reason", "outcome", "said", "name"})


class Alone(msgspec.Struct, frozen=True, kw_only=True):
    """Values of one frame that no other source supports: (field, values), and the claims."""

    about: str
    values: tuple[tuple[str, tuple[str, ...]], ...]
    claims: tuple[str, ...]


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """Another source: how many values both support, and the conflicts in which it stands
    against the first."""

    source: str
    agrees: int
    conflicts: tuple[Conflict, ...]


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """``compared`` counts the values that could be compared, each once a frame and field."""

    compared: int
    alone: tuple[Alone, ...]
    beside: tuple[Beside, ...]

    @property
    def lone(self) -> int:
        """How many values this source alone supports."""
        return sum(len(values) for one in self.alone for _, values in one.values)


def compare(dossier: Dossier, source: str) -> Comparison:
    """What one source says beside what the others say of the same frames."""
    mine: dict[str, list[Claim]] = {}
    for claim in dossier.index.claims_of(source):
        mine.setdefault(claim.about, []).append(claim)
    alone: list[Alone] = []
    agrees: dict[str, int] = {}
    against: dict[str, list[Conflict]] = {}
    compared = 0
    for about, claims in mine.items():
        others = [c for c in dossier.index.claims(about) if c.source != source and c.supports]
        lone: dict[str, list[str]] = {}
        carriers: dict[str, None] = {}
        for field, value, claim in _values(claims):
            compared += 1
            same = {other.source for other in others if _says(dossier, other, field, value)}
            for other in same:
                agrees[other] = agrees.get(other, 0) + 1
            if not same:
                lone.setdefault(field, []).append(value)
                carriers[claim.id] = None
        if lone:
            values = tuple((field, tuple(found)) for field, found in lone.items())
            alone.append(Alone(about=about, values=values, claims=tuple(carriers)))
        for conflict in _conflicts(dossier, about):
            for other in _opposed(dossier, conflict, source):
                against.setdefault(other, []).append(conflict)
    beside = tuple(
        Beside(source=id, agrees=agrees.get(id, 0), conflicts=tuple(against.get(id, ())))
        for id in dossier.facts.sources
        if id in agrees or id in against
    )
    return Comparison(compared=compared, alone=tuple(alone), beside=beside)


def _values(claims: list[Claim]) -> Iterator[tuple[str, str, Claim]]:
    """The values that these claims on one frame support, each once, with its first claim."""
    seen: set[tuple[str, str]] = set()
    for claim in claims:
        if not claim.supports:
            continue
        for field in claim.says:
            if field in NOT_COMPARED:
                continue
            for value in claim.many(field):
                bare = _bare(field, value)
                if (field, bare) not in seen:
                    seen.add((field, bare))
                    yield field, bare, claim


def _bare(field: str, value: str) -> str:
    """A participant without the role that a source gives him."""
    return value.partition(":")[0].strip() if field == "people" else value


def _says(dossier: Dossier, claim: Claim, field: str, value: str) -> bool:
    """Whether a claim supports this value of the field, or one that agrees with it."""
    values = [_bare(field, one) for one in claim.many(field)]
    if field == "held_on":  # both show the person in office, on whichever day
        return bool(values)
    if field in DATE_FIELDS:
        return any(meet(parse_when(one), parse_when(value)) is not None for one in values)
    if field == "place":
        return any(_nested(dossier, one, value) for one in values)
    return value in values


def _nested(dossier: Dossier, one: str, other: str) -> bool:
    return one in _around(dossier, other) or other in _around(dossier, one)


def _around(dossier: Dossier, place: str) -> list[str]:
    """A place and the places around it."""
    places, found = dossier.facts.places, [place]
    at = places[place].in_ if place in places else None
    while at is not None and at in places and at not in found:
        found.append(at)
        at = places[at].in_
    return found


def _conflicts(dossier: Dossier, about: str) -> tuple[Conflict, ...]:
    if about in dossier.facts.events:
        return dossier.event_facts.core(about).conflicts
    if about in dossier.facts.tenures:
        return dossier.tenure_facts.conflicts(about)
    return ()


def _opposed(dossier: Dossier, conflict: Conflict, source: str) -> set[str]:
    """The sources of the rivals that this one does not support, where it supports another."""
    sides = []
    for rival in conflict.values:
        claims = [claim for id in rival.claims if (claim := dossier.claim(id)) is not None]
        sides.append({claim.source for claim in claims})
    if not any(source in side for side in sides):
        return set()
    return {other for side in sides if source not in side for other in side}
