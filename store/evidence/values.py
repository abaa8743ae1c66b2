"""Values and rivals: what a field is, from the claims that support it (DESIGN, derived rule 1)."""

from __future__ import annotations

from dataclasses import dataclass

from store.evidence.index import Index
from store.evidence.origins import Origins
from store.model.claims import ACTUAL, PLANS, Claim
from store.model.frames import Prefer
from store.when import When, meet, parse_when

DATES = frozenset({"date", "start", "end"})
EVEN = "as many independent voices on each side"  # the origins of both are equal


@dataclass(frozen=True)
class Group:
    """One value with the claims that support it. ``value`` is EDTF for a date, else an id or
    text as it was claimed; ``joined`` are further places that one speaker names with it."""

    value: str
    claims: tuple[Claim, ...]
    joined: tuple[str, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether the curator set every one of its claims aside."""
        return all(claim.disputed for claim in self.claims)


@dataclass(frozen=True)
class Resolved:
    """The groups of one field, the chosen one first, and the reason it was chosen. ``why`` is
    empty with a single group; ``undecided`` when nothing but the order in the file decided."""

    groups: tuple[Group, ...]
    why: str = ""
    undecided: bool = False

    @property
    def value(self) -> str | None:
        """The value shown; None when nothing supports one."""
        return self.groups[0].value if self.groups else None


class Values:
    """Resolves fields over one set of facts."""

    def __init__(self, index: Index, origins: Origins) -> None:
        self._index, self._origins = index, origins

    def one(self, about: str, field: str, prefer: Prefer | None = None) -> Resolved:
        """Resolve a field that holds one value, or ``place``."""
        claims = _beside_headlines(
            [c for c in self._index.claims(about) if c.supports and field in c.says]
        )
        if field in ("date", "place", "start", "end"):
            claims = _actual(claims, self._index.claims(about)) or claims
        if field in DATES:
            groups = _date_groups(claims, field)
        elif field == "place":
            groups = self._place_groups(claims)
        else:
            groups = _plain_groups(claims, field)
        return self._ranked(groups, field, prefer)

    def _ranked(self, groups: list[Group], field: str, prefer: Prefer | None) -> Resolved:
        if len(groups) < 2:
            return Resolved(tuple(groups))
        chosen = prefer.value if prefer is not None and prefer.field == field else None
        ranked = sorted(groups, key=lambda group: self._rank(group, chosen), reverse=True)
        first, second = (self._rank(group, chosen) for group in ranked[:2])
        why, undecided = "", False
        if first[0] != second[0] and prefer is not None:
            why = prefer.why
        elif first[1] != second[1]:
            reasons = dict.fromkeys(c.disputed for c in ranked[1].claims if c.disputed)
            why = "the other is set aside: " + "; ".join(str(reason) for reason in reasons)
        elif first[2] != second[2]:
            why = f"{_origins(first[2])} against {second[2]}"
        elif first[3] != second[3]:
            why = f"{EVEN}; the later source is shown"
        else:
            why, undecided = f"{EVEN}; the one told first is shown", True
        return Resolved(tuple(ranked), why, undecided)

    def _rank(self, group: Group, chosen: str | None) -> tuple[bool, bool, int, int, int]:
        prefers = chosen is not None and (
            group.value == chosen or any(chosen in c.says.values() for c in group.claims)
        )
        latest = max(
            day.toordinal() if (day := self._index.published(c.source).latest) else 0
            for c in group.claims
        )
        low, _high = self._origins.count(group.claims)
        return prefers, not group.disputed, low, latest, -group.claims[0].order

    def _place_groups(self, claims: list[Claim]) -> list[Group]:
        """Places as rivals, unless one contains the other or one speaker names both."""
        groups: list[tuple[list[str], list[Claim]]] = []
        for claim in claims:
            key = self._origins.key(claim)
            for place in claim.many("place"):
                for places, members in groups:
                    joined = any(
                        c.source == claim.source and self._origins.key(c) == key for c in members
                    )
                    if joined or any(self._nested(place, other) for other in places):
                        if place not in places:
                            places.append(place)
                        if claim not in members:
                            members.append(claim)
                        break
                else:
                    groups.append(([place], [claim]))
        return [self._place_group(places, members) for places, members in groups]

    def _place_group(self, places: list[str], members: list[Claim]) -> Group:
        """The places of one group, without those that hold another of them."""
        inner = [p for p in places if not any(p != q and self._within(q, p) for q in places)]
        inner = inner or places[:1]  # a circle of places is told by the check
        return Group(inner[0], tuple(members), tuple(inner[1:]))

    def _nested(self, one: str, other: str) -> bool:
        return self._within(one, other) or self._within(other, one)

    def _within(self, inner: str, outer: str) -> bool:
        places, seen = self._index.facts.places, set()
        at: str | None = inner
        while at is not None and at in places and at not in seen:
            if at == outer:
                return True
            seen.add(at)
            at = places[at].in_
        return False


def _beside_headlines(claims: list[Claim]) -> list[Claim]:
    """Without the headlines of sources whose own text says the same field."""
    told = {claim.source for claim in claims if claim.part != "headline"}
    return [c for c in claims if c.part != "headline" or c.source not in told]


def _actual(claims: list[Claim], every: list[Claim]) -> list[Claim]:
    """The claims that tell what was, not what was planned: a plan is no rival of the actual.
    ``every`` are all claims about the frame: a source that knows the outcome tells no plans."""
    knowing = {claim.source for claim in every if claim.one("status") in ACTUAL}
    return [claim for claim in claims if _is_actual(claim, knowing)]


def _is_actual(claim: Claim, knowing: set[str]) -> bool:
    status = claim.one("status")
    if status in ACTUAL:
        return True
    if claim.stance == "expects" or status in PLANS:
        return False
    said = parse_when(claim.said_on).latest
    for field in DATES:
        value = claim.one(field)
        if value is not None:
            when = parse_when(value)
            if when.earliest is not None and said is not None and when.earliest > said:
                return False
            if when.latest is not None and said is not None and when.latest <= said:
                return True
    return claim.source in knowing


def _date_groups(claims: list[Claim], field: str) -> list[Group]:
    """Dates that meet give their intersection. Precise ones are placed first; a vague one then
    supports every group that it meets."""
    groups: list[tuple[When, list[Claim]]] = []
    for claim in sorted(claims, key=lambda c: (_width(parse_when(c.says[field])), c.order)):  # type: ignore[arg-type]
        date = parse_when(str(claim.says[field]))
        met = [(at, shared) for at, (when, _) in enumerate(groups) if (shared := meet(when, date))]
        for at, shared in met:
            members = groups[at][1]
            members.append(claim)
            groups[at] = (shared if len(met) == 1 else groups[at][0], members)
        if not met:
            groups.append((date, [claim]))
    return [
        Group(when.text, tuple(sorted(members, key=lambda c: c.order))) for when, members in groups
    ]


def _width(when: When) -> int:
    """How vague a date is, in days; a missing bound counts as very vague."""
    bounds = (when.earliest_start, when.latest_start), (when.earliest_end, when.latest_end)
    return sum((b - a).days if a and b else 4_000_000 for a, b in bounds) + when.uncertain


def _plain_groups(claims: list[Claim], field: str) -> list[Group]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        for value in claim.many(field):
            groups.setdefault(value, []).append(claim)
    return [Group(value, tuple(members)) for value, members in groups.items()]


def _origins(number: int) -> str:
    return f"{number} origin" if number == 1 else f"{number} origins"
