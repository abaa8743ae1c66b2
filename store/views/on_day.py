"""What took place on a day, was in force or stood suspended (``events --on D``), surely or maybe.

The status of that day is told with it: what is suspended by now was in force on the days before.
"""

from __future__ import annotations

from datetime import date as day
from typing import Literal, NamedTuple

from store.dates.duration import minus, parse_duration, plus
from store.dossier import Dossier
from store.evidence.events import Core
from store.evidence.holding import range_of
from store.evidence.in_force import Stretch
from store.model.claims import ACTUAL
from store.when import When, overlaps, parse_when


class OnDay(NamedTuple):
    """``so``: whether it surely was so on that day. ``last_told``: the last day on which a source
    tells that it was, where the day asked for lies after it. ``status``: what it was that day,
    and ``date`` the days for which it was that, where the event's own tell of others."""

    so: Literal["yes", "maybe"]
    last_told: day | None = None
    status: str | None = None
    date: When | None = None


SURELY = OnDay("yes")


def on_day(dossier: Dossier, id: str, on: When) -> OnDay | None:
    """Whether an event took place on a day, or was in force, or suspended after it had been (a
    month or year: on one of its days), whatever became of it later; None where it was not, or
    nothing speaks for it. On the day of a turn it is what it turned to.

    As with tenures, what nobody ends is ``maybe`` after the last day on which a source tells of
    it, up to the dossier's horizon.
    """
    core = dossier.event_facts.core(id)
    found: list[OnDay | None] = []
    if core.last is not None and core.last.status in ACTUAL and core.date is not None:
        took = [step for step in core.steps if step.moves and step.status == "occurred"]
        said = [parse_when(step.claim.said_on).latest for step in took]
        if took:
            so = _took_place(dossier, core.date, on, [one for one in said if one])
            found.append(so and so._replace(status="occurred"))
    for stretch in core.stretches:
        so = _lasted(dossier, stretch, on)
        found.append(so and so._replace(status=stretch.status, date=_days(core, stretch)))
    told = [one for one in found if one is not None]
    sure = [one for one in told if one.so == "yes"]
    if not told:
        return None
    if sure and not on.uncertain:
        return sure[-1]
    doubtful = [one for one in told if one.so == "maybe"]
    return doubtful[0] if doubtful else sure[-1]._replace(so="maybe")


class State(NamedTuple):
    """What an event is: its date and status, and the status that held in the days of the date."""

    date: When | None
    status: str | None
    date_status: str | None


def state_on(dossier: Dossier, id: str, on: When | None) -> State:
    """What an event is; with a day what it was on that day."""
    core = dossier.event_facts.core(id)
    so = on_day(dossier, id, on) if on is not None else None
    if so is not None and so.status is not None:
        return State(so.date or core.date, so.status, so.status)
    return State(core.date, core.last.status if core.last else None, core.date_status)


def days_of(core: Core) -> list[When]:
    """An event's date, and all other days in which it was in force or suspended."""
    lasted = [stretch.date for stretch in core.stretches] if len(core.stretches) > 1 else []
    return [date for date in (core.date, *lasted) if date is not None]


def _days(core: Core, stretch: Stretch) -> When | None:
    """The days of a stretch, where they are not those of the event's date."""
    if len(core.stretches) < 2 and stretch.status == core.date_status:
        return None
    return stretch.date


def _took_place(dossier: Dossier, date: When, on: When, said: list[day]) -> OnDay | None:
    """A date without an earliest day counts only on its latest, since nothing says how long
    before."""
    first, last = range_of(on)
    if date.earliest is None and date.latest is not None:
        return OnDay("maybe") if first <= date.latest <= last else None
    truth = overlaps(date, on)
    if truth == "no":
        return None
    if date.kind == "open-end" and said and first > max(said):
        return _after(dossier, max(said), first)
    within = date.earliest and date.latest and first <= date.earliest and date.latest <= last
    return SURELY if truth == "yes" or (within and not date.uncertain) else OnDay("maybe")


def _lasted(dossier: Dossier, stretch: Stretch, on: When) -> OnDay | None:
    first, last = range_of(on)
    begin, end, sure = stretch.begin, stretch.end, stretch.sure
    earliest = (begin.earliest or begin.latest) if begin is not None else None
    if earliest is not None and last < earliest:
        return None
    if end is not None and end.latest is not None and first > end.latest:
        return None
    if sure is None:
        return OnDay("maybe") if earliest is not None or end is not None else None
    if begin is None and last < minus(sure[0], parse_duration(dossier.meta.horizon)):
        return None
    if first <= sure[1] and sure[0] <= last:
        return SURELY
    if first <= sure[1]:
        return OnDay("maybe")
    return _after(dossier, sure[1], first) if end is None else OnDay("maybe", sure[1])


def _after(dossier: Dossier, told: day, first: day) -> OnDay | None:
    """What was last told on a day, as of a later one."""
    near = plus(told, parse_duration(dossier.meta.horizon))
    return OnDay("maybe", told) if first <= near else None
