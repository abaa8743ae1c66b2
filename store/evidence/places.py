"""Places as rivals: two of them, unless one contains the other or one speaker names both."""

from __future__ import annotations

from collections.abc import Mapping

from store.evidence.origins import Origins
from store.evidence.rivals import Group
from store.model.claims import Claim
from store.model.frames import Place


def place_groups(claims: list[Claim], places: Mapping[str, Place], origins: Origins) -> list[Group]:
    """The claims of a place as rivals; the result does not depend on the order of the sources.

    Places that one speaker of one source names belong together, and with them whatever else
    is named with one of these. A place around others only says the same less closely: it
    supports each of the rivals in it.
    """
    named = _in_order(claims)
    around = {
        place: [p for p in named if p != place and _within(p, place, places)] for place in named
    }
    inner = [p for p in named if not any(not _within(p, q, places) for q in around[p])]
    joined = {place: {place} for place in inner}

    def join(some: list[str]) -> None:
        together = set().union(*(joined[place] for place in some))
        for place in together:
            joined[place] = together

    told: dict[tuple[str, str], list[str]] = {}
    for claim in claims:
        said = told.setdefault((claim.source, origins.key(claim)), [])
        said += claim.many("place")
    for said in told.values():
        if close := [place for place in said if place in joined]:
            join(close)
    for said in told.values():
        close = [place for place in said if place in joined]
        for wide in (place for place in said if place not in joined and close):
            meant = {id(joined[p]): p for p in around[wide] if p in joined}
            if len(meant) == 1:  # it can only mean that one
                join([close[0], *meant.values()])
    groups = {id(members): members for members in joined.values()}
    return [_group(members, claims, named, around) for members in groups.values()]


def _group(
    members: set[str], claims: list[Claim], named: list[str], around: Mapping[str, list[str]]
) -> Group:
    value, *rest = [place for place in named if place in members]
    carrying = [
        claim
        for claim in claims
        if any(p in members or members & set(around[p]) for p in claim.many("place"))
    ]
    return Group(value, tuple(carrying), tuple(rest))


def _in_order(claims: list[Claim]) -> list[str]:
    """The places named, those of who names most of them first, else in reading order."""
    fullest = sorted(claims, key=lambda claim: (-len(claim.many("place")), claim.order))
    return list(dict.fromkeys(place for claim in fullest for place in claim.many("place")))


def _within(inner: str, outer: str, places: Mapping[str, Place]) -> bool:
    seen = set()
    at: str | None = inner
    while at is not None and at in places and at not in seen:
        if at == outer:
            return True
        seen.add(at)
        at = places[at].in_
    return False
