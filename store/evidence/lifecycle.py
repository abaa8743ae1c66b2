"""The life cycle of an event: its steps, and the status they leave it in (derived rule 3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from store.evidence.turns import turn_day
from store.model.claims import PLANS, RANK, Claim
from store.when import When, before, parse_when

_Day = tuple[When, bool, bool]


class Placed(msgspec.Struct, frozen=True):
    """A claim of a status with the day its step is placed on. ``stated`` is False where only
    the day of speaking bounds it (``[..day]``); ``told`` where who speaks tells that day too."""

    claim: Claim
    status: str
    day: When
    stated: bool
    told: bool

    @property
    def moves(self) -> bool:
        """Whether it moves the status: outcomes must be asserted, plans may be expected."""
        if self.claim.stance == "asserts":
            return True
        return self.claim.stance == "expects" and self.status in PLANS


def place_steps(claims: list[Claim], date: When | None) -> list[Placed]:
    """Every claim of a status, the earlier step first; where days overlap, rank decides, then
    reading order. ``date`` is the event's own, on which it ``occurred`` where its source tells
    no other day."""
    placed = [
        Placed(claim, status, *_day(claim, status, date, claims))
        for claim in claims
        if (status := claim.one("status")) is not None
    ]
    placed.sort(key=lambda s: (RANK[s.status], not s.claim.supports, s.claim.order))
    # a stable insertion by certain precedence: a step moves before those it surely precedes
    ordered: list[Placed] = []
    for step in placed:
        at = next(
            (i for i, other in enumerate(ordered) if before(step.day, other.day) == "yes"),
            len(ordered),
        )
        ordered.insert(at, step)
    return ordered


def moving(steps: Sequence[Placed]) -> list[Placed]:
    """The steps that move the status. A headline does not, where the text of its own source
    has a status too."""
    found = [step for step in steps if step.moves]
    if all(step.claim.part is None for step in found):
        return found
    told = {step.claim.source for step in found if step.claim.part != "headline"}
    return [s for s in found if s.claim.part != "headline" or s.claim.source not in told]


def status_of(steps: Sequence[Placed]) -> Placed | None:
    """Of steps that move the status the one that gives it: of those that none other surely
    follows, the highest in rank; disputed claims only where there is nothing else."""
    kept = [step for step in steps if not step.claim.disputed] or list(steps)
    last = [s for s in kept if not any(before(s.day, other.day) == "yes" for other in kept)]
    return max(
        last,
        key=lambda s: (RANK[s.status], s.claim.part != "headline", -s.claim.order),
        default=None,
    )


def _day(claim: Claim, status: str, date: When | None, claims: list[Claim]) -> _Day:
    """The day of a step, whether it is stated at all, and whether who speaks tells it."""
    if claim.on is not None:
        return parse_when(claim.on), True, True
    turned = turn_day(claim, claims) if claim.stance == "asserts" else None
    if turned is not None:
        return turned, True, True
    if status == "occurred":
        own = claim.one("date") or claim.one("start")
        if own is not None:
            return parse_when(own), True, True
        for same in (_same_voice, _same_source):
            told = _told_by(claims, claim, same)
            if told is not None:
                return told, True, same is _same_voice
        if date is not None:
            return date, True, False
    said = parse_when(claim.said_on)
    if said.latest is None:
        return said, False, False
    return parse_when(f"[..{said.latest.isoformat()}]"), False, False


def _told_by(
    claims: list[Claim], claim: Claim, same: Callable[[Claim, Claim], bool]
) -> When | None:
    """The day on which the same voice, or source, says elsewhere that it took place."""
    for other in claims:
        told = other.one("date") or other.one("start")
        plan = other.stance != "asserts" or other.one("status") in PLANS
        if told is not None and not plan and not other.disputed and same(claim, other):
            return parse_when(told)
    return None


def _same_voice(a: Claim, b: Claim) -> bool:
    return (a.source, a.via) == (b.source, b.via)


def _same_source(a: Claim, b: Claim) -> bool:
    return a.source == b.source


def exclude_each_other(steps: Sequence[Placed]) -> list[Placed]:
    """Of steps that move the status those by which it took place and did not, on the same
    knowledge: the days of the two cannot be told apart (derived rule 2). Empty where all agree,
    and where a later step goes on from there."""
    took = [s for s in steps if s.status == "occurred"]
    not_ = [s for s in steps if s.status in ("did-not-occur", "cancelled")]
    if not took or not not_:
        return []
    found = [s for s in took if any(_unordered(s.day, other.day) for other in not_)]
    found += [s for s in not_ if any(_unordered(s.day, other.day) for other in took)]
    later = [s for s in steps if s not in took and s not in not_ and not s.claim.disputed]
    if any(all(before(s.day, after.day) == "yes" for s in found) for after in later):
        return []
    return found


def _unordered(a: When, b: When) -> bool:
    return before(a, b) != "yes" and before(b, a) != "yes"
