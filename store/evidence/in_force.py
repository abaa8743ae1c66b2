"""When a measure or an agreement was in force, from the steps of its life cycle."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as day
from itertools import groupby
from typing import NamedTuple

from store.evidence.lifecycle import Placed, moving
from store.when import When, parse_when

ENDS = frozenset({"suspended", "lifted", "cancelled"})
_LASTED = ("interval", "unknown-start", "open-start")  # dates that tell an end


class InForce(NamedTuple):
    """A stretch from some day of ``begin`` (None: nobody tells) to some day of ``end`` (None:
    it lasts as far as anybody tells). ``attested`` are days on which a source tells that it was
    in force: those of the steps and those of speaking, as far as no end came before."""

    begin: When | None
    end: When | None
    attested: tuple[day, ...]

    @property
    def sure(self) -> tuple[day, day] | None:
        """First and last day on which it was surely in force; None where no day is sure."""
        told, begin, end = list(self.attested), self.begin, self.end
        begun = begin.latest_start if begin is not None and not begin.uncertain else None
        ended = end.earliest_end if end is not None and not end.uncertain else None
        starts = told + ([begun] if begun is not None else [])
        ends = told + ([ended] if ended is not None else [])
        if not starts and not ends:
            return None
        first, last = min(starts or ends), max(ends or starts)
        return (first, last) if first <= last else None


def in_force(steps: Sequence[Placed], date: When | None) -> tuple[InForce, ...]:
    """Every stretch in which it was in force: from a step ``in-force`` to the next that ends it.

    A step without a day of its own takes the beginning, or the end, of the event's ``date``; to
    end it may have been any day until it was told. What never came into force gives nothing.
    """
    kept = [step for step in moving(steps) if not step.claim.disputed] or moving(steps)
    turns = [s for s in kept if s.status == "in-force" or s.status in ENDS]
    found: list[InForce] = []
    begun: tuple[When | None, list[Placed]] | None = None
    for ends, run in groupby(turns, key=lambda step: step.status in ENDS):
        some = list(run)
        on = next((step.day for step in some if step.stated), None)
        if not ends:
            begun = on or (date if not found else some[0].day), some
        elif begun is not None:
            end = on or _told_end(date) or some[0].day
            found.append(InForce(begun[0], end, _attested(begun[1], end)))
            begun = None
    if begun is not None:
        end_told = None if found else _told_end(date)
        found.append(InForce(begun[0], end_told, _attested(begun[1], end_told)))
    return tuple(found)


def _attested(steps: Sequence[Placed], end: When | None) -> tuple[day, ...]:
    """The days on which these steps tell of it; after an end that may have come nothing does."""
    days = [s.day.latest_start for s in steps if s.stated and not s.day.uncertain]
    days += [parse_when(step.claim.said_on).latest for step in steps]
    if end is None:
        return tuple(one for one in days if one is not None)
    return tuple(one for one in days if one and end.earliest_end and one <= end.earliest_end)


def _told_end(date: When | None) -> When | None:
    return date if date is not None and date.kind in _LASTED else None
