"""The turns of an event in their order: consecutive claims of one status are one leg."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import msgspec

from store.evidence.lifecycle import moving, place_steps
from store.evidence.turns import CEASED, TURNS, of_turn
from store.model.claims import Claim


class Leg(msgspec.Struct, frozen=True):
    """One turn: its status and the claims that tell of it."""

    status: str
    claims: tuple[Claim, ...]


def legs_of(claims: Sequence[Claim]) -> tuple[Leg, ...]:
    """The turns in their order; empty unless it was suspended or lifted. What the curator set
    aside parts no leg, and belongs to the last of its status."""
    if not any(claim.one("status") in CEASED for claim in claims):
        return ()
    steps = [step for step in moving(place_steps(list(claims), None)) if step.status in TURNS]
    kept = [step for step in steps if not step.claim.disputed] or steps
    found = [
        (status, [step.claim for step in run])
        for status, run in groupby(kept, key=lambda step: step.status)
    ]
    for step in steps:
        if step not in kept:
            same = next((leg for leg in reversed(found) if leg[0] == step.status), None)
            if same is None:
                found.append((step.status, [step.claim]))
            else:
                same[1].append(step.claim)
    return tuple(Leg(status, tuple(told)) for status, told in found)


def by_leg(
    told: Sequence[Claim], field: str, claims: Sequence[Claim], legs: Sequence[Leg]
) -> tuple[list[Claim], dict[int, list[Claim]]]:
    """The claims of a date field parted by what they speak of: those of the event's own date,
    and by the number of their leg those of other turns. The event's own is its last leg in force,
    and what is said without naming a turn."""
    own: list[Claim] = []
    others: dict[int, list[Claim]] = {}
    place = {claim.id: at for at, leg in enumerate(legs) for claim in leg.claims}
    last = max((at for at, leg in enumerate(legs) if leg.status == "in-force"), default=None)
    for claim in told:
        at = place.get(claim.id) if of_turn(claim, field, claims) else None
        if at is None or at == last:
            own.append(claim)
        else:
            others.setdefault(at, []).append(claim)
    return own, others
