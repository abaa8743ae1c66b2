"""What took place or was in force on a day (``events --on D``), surely or maybe."""

from __future__ import annotations

from datetime import date as day
from typing import Literal, NamedTuple

from store.dates.duration import minus, parse_duration, plus
from store.dossier import Dossier
from store.evidence.holding import range_of
from store.evidence.in_force import InForce, in_force
from store.model.claims import ACTUAL
from store.when import When, overlaps, parse_when


class OnDay(NamedTuple):
    """``so``: whether it surely was so on that day. ``last_told``: the last day on which a source
    tells that it was, where the day asked for lies after it."""

    so: Literal["yes", "maybe"]
    last_told: day | None = None


SURELY = OnDay("yes")


def on_day(dossier: Dossier, id: str, on: When) -> OnDay | None:
    """Whether an event took place, or was in force, on a day (a month or year: on one of its
    days), whatever became of it later; None where it was not, or nothing speaks for it.

    As with tenures, what nobody ends is ``maybe`` after the last day on which a source tells of
    it, up to the dossier's horizon.
    """
    core = dossier.event_facts.core(id)
    found: list[OnDay | None] = []
    if core.last is not None and core.last.status in ACTUAL and core.date is not None:
        took = [step for step in core.steps if step.moves and step.status == "occurred"]
        said = [parse_when(step.claim.said_on).latest for step in took]
        if took:
            found.append(_took_place(dossier, core.date, on, [one for one in said if one]))
    for stretch in in_force(core.steps, core.date):
        found.append(_in_force(dossier, stretch, on))
    told = [one for one in found if one is not None]
    sure = any(one.so == "yes" for one in told)
    if not told:
        return None
    return SURELY if sure and not on.uncertain else min(told, key=lambda one: one.so == "yes")


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


def _in_force(dossier: Dossier, stretch: InForce, on: When) -> OnDay | None:
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
