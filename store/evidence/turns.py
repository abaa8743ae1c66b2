"""Of what the dates beside a status of a measure or agreement speak.

What is in force for a time turns: it is in force, suspended, lifted, in force again. A date that
stands beside one of these statuses is the day of that turn, as ``on`` is: ``in-force`` with
``2021-10-01/..`` and ``suspended`` with ``2022-03-20`` tell two turns of one measure. Rivals are
only the dates that are told of the same turn.

- ``date`` or ``start`` alone: the day of the turn that the status names.
- ``end`` beside ``suspended`` or ``lifted``: the day on which it ceased to be in force, that is the
  day of this turn; only an end that was still ahead is that of the suspension.
- both, or a ``date`` that lasted: when it was in force, and its end the day of the turn; but the
  days of the suspension where they begin later than it came into force, or end still ahead.
- beside another ``on``, which is the day of the turn: when it was in force.
"""

from __future__ import annotations

from collections.abc import Sequence

from store.model.claims import Claim
from store.when import POINTS, When, before, ends, meet, parse_when

CEASED = frozenset({"suspended", "lifted"})
TURNS = CEASED | {"in-force"}


def beginning(when: When) -> When | None:
    """The day on which it began, as far as the date tells one; of a mere point the point."""
    return when if when.kind in POINTS else ends(when).first


def ending(when: When) -> When | None:
    """The day on which it ended, where the date tells one; a mere point tells none."""
    return None if when.kind in POINTS else ends(when).last


def turn_day(claim: Claim, claims: Sequence[Claim]) -> When | None:
    """The day of the turn that a claim's status names, as its own fields tell it; None where they
    tell none, or it names no turn. ``claims`` are all of the event."""
    status = claim.one("status")
    if status not in TURNS:
        return None
    if claim.on is not None:
        return parse_when(claim.on)
    begin, end = _edges(claim)
    if status == "in-force" or end is None:
        return begin
    if begin is not None:
        return begin if _is_of_suspension(claim, begin, end, claims) else end
    return None if _is_ahead(claim, end) else end


def of_turn(claim: Claim, field: str, claims: Sequence[Claim]) -> bool:
    """Whether what a claim says of ``date``, ``start`` or ``end`` is a day of its own turn; else
    it tells, as a claim of no turn does, when the event itself was."""
    status = claim.one("status")
    if status not in CEASED:
        return status in TURNS
    value, (begin, end) = claim.one(field), _edges(claim)
    if field == "end" or value is None:
        return True
    if begin is not None and end is not None:
        return _is_of_suspension(claim, begin, end, claims)
    if claim.on is not None:
        return meet(parse_when(claim.on), parse_when(value)) is not None
    return begin is not None


def _edges(claim: Claim) -> tuple[When | None, When | None]:
    """The beginning and the end that a claim's fields tell."""
    told = {field: parse_when(v) for field in ("date", "start", "end") if (v := claim.one(field))}
    date = told.get("date")
    begin, end = (beginning(date), ending(date)) if date is not None else (None, None)
    return begin or told.get("start"), end or told.get("end")


def _is_of_suspension(claim: Claim, begin: When, end: When, claims: Sequence[Claim]) -> bool:
    """Whether a stretch told beside ``suspended`` is that of the suspension."""
    if claim.one("status") != "suspended":
        return False
    others = [_edges(other)[0] for other in claims if other.one("status") == "in-force"]
    later = any(other is not None and before(other, begin) == "yes" for other in others)
    return later or _is_ahead(claim, end)


def _is_ahead(claim: Claim, day: When) -> bool:
    return before(parse_when(claim.said_on), day) == "yes"
