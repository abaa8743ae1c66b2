"""An event's own date: what its claims tell of it, made of start and end, and of something that
was in force ended by the turn that ended it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from store.evidence.in_force import Stretch, spanning, stretches
from store.evidence.legs import legs_of
from store.evidence.lifecycle import Placed
from store.evidence.rivals import Resolved
from store.evidence.turns import CEASED, TURNS, beginning, ending, turn_day
from store.evidence.values import Values
from store.model.claims import Claim
from store.model.frames import Prefer
from store.when import When, WhenError, meet, parse_when

FIELDS = ("date", "start", "end")


class Told(msgspec.Struct, frozen=True):
    """What claims tell of the date fields. ``own``: field → the event's own value; ``turns``:
    what is told of its other turns, each with its field; ``days``: claim id → the day of its
    turn, resolved from all that tell of the same turn."""

    own: Mapping[str, Resolved]
    turns: tuple[tuple[str, Resolved], ...]
    days: Mapping[str, When]

    @property
    def date(self) -> When | None:
        """The event's own ``date``."""
        given = self.own["date"].value
        return parse_when(given) if given is not None else None


class Dated(msgspec.Struct, frozen=True):
    """An event's date with the status that held in it: where something was suspended or lifted
    these are the days in which it had been in force (``closed`` by that turn). ``stretches`` are
    all that are known."""

    date: When | None
    status: str | None
    stretches: tuple[Stretch, ...]
    closed: bool = False


def told_dates(values: Values, id: str, claims: Sequence[Claim], prefer: Prefer | None) -> Told:
    """Resolve the date fields of an event, each turn for itself."""
    legs = legs_of(claims)
    found = {field: values.dates(id, field, prefer, legs) for field in FIELDS}
    turns = [(field, other) for field in FIELDS for other in found[field][1].values()]
    own = {field: resolved for field, (resolved, _) in found.items()}
    days: dict[str, When] = {}
    for at, leg in enumerate(legs):
        if leg.status == "in-force":
            ranked = [(f, found[f][1].get(at)) for f in ("date", "start")]
            ranked += [(f, own[f]) for f in ("date", "start") if _carries(own[f], leg.claims)]
        else:
            ranked = [(f, found[f][1].get(at, own[f])) for f in FIELDS]
        day = next(
            (day for f, r in ranked if r and (day := _day_of(f, r, leg.claims, claims))), None
        )
        if day is not None:
            days.update({claim.id: day for claim in leg.claims})
    return Told(own, tuple(turns), days)


def _carries(resolved: Resolved, claims: Sequence[Claim]) -> bool:
    """Whether one of these claims carries the value shown."""
    return bool(resolved.groups) and any(claim in resolved.groups[0].claims for claim in claims)


def _day_of(
    field: str, resolved: Resolved, leg: Sequence[Claim], claims: Sequence[Claim]
) -> When | None:
    """The day of a turn by the value shown of one field, where its claims tell one by it."""
    if resolved.value is None:
        return None
    value = parse_when(resolved.value)
    own = [day for c in resolved.groups[0].claims if c in leg and (day := turn_day(c, claims))]
    for day in (beginning(value) if field != "end" else value, ending(value)):
        if day is not None and any(meet(day, one) is not None for one in own):
            return day
    return None


def dated(told: Told, steps: Sequence[Placed], status: str | None) -> Dated:
    """The event's date beside its status."""
    date = told.date
    start, end = (told.own[field].value for field in ("start", "end"))
    if not any(step.status in TURNS for step in steps):
        return Dated(date or _lasting(start, end, ""), status, ())
    own = date or _lasting(start, end, ".." if status == "in-force" else "")
    found = stretches(steps, own, told.days)
    forced = [one for one in found if one.status == "in-force"]
    dates_told = own is not None or any(id in told.days for id in _of(steps, CEASED))
    if status in CEASED and forced and dates_told:
        last = forced[-1]
        begin = beginning(own) if own is not None else None
        closed = spanning(begin, last.end, "") if begin or last.end else own
        return Dated(closed or own, "in-force", found, closed=True)
    return Dated(own, status, found)


def _of(steps: Sequence[Placed], statuses: frozenset[str]) -> list[str]:
    return [step.claim.id for step in steps if step.status in statuses]


def _lasting(start: str | None, end: str | None, tail: str) -> When | None:
    """A date made of start and end; ``tail`` stands where no end is told."""
    if start is None and end is None:
        return None
    try:
        return parse_when(f"{start or ''}/{end if end is not None else tail}")
    except WhenError:
        # a start or end that EDTF cannot write as part of an interval stands for the whole
        return parse_when(str(start or end))
