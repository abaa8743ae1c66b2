"""When a measure or an agreement was in force or suspended, from the steps of its life cycle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date as day
from itertools import groupby
from typing import NamedTuple

from store.evidence.lifecycle import Placed, moving
from store.evidence.turns import beginning, ending
from store.when import When, WhenError, before, parse_when

ENDS = frozenset({"suspended", "lifted", "cancelled"})
_LASTED = ("interval", "unknown-start", "open-start")  # dates that tell an end


class Stretch(NamedTuple):
    """A stretch from some day of ``begin`` (None: nobody tells) to some day of ``end`` (None:
    it lasts as far as anybody tells) in which ``status`` held. ``attested`` are days on which
    a source tells that it did: those of the steps and those of speaking, as far as no end came
    before."""

    status: str
    begin: When | None
    end: When | None
    attested: tuple[day, ...]

    @property
    def sure(self) -> tuple[day, day] | None:
        """First and last day on which it surely was so; None where no day is sure."""
        told, begin, end = list(self.attested), self.begin, self.end
        begun = begin.latest_start if begin is not None and not begin.uncertain else None
        ended = end.earliest_end if end is not None and not end.uncertain else None
        starts = told + ([begun] if begun is not None else [])
        ends = told + ([ended] if ended is not None else [])
        if not starts and not ends:
            return None
        first, last = min(starts or ends), max(ends or starts)
        return (first, last) if first <= last else None

    @property
    def date(self) -> When | None:
        """Its days as one date, open where nobody tells that it ended; None without any day."""
        begin = beginning(self.begin) if self.begin is not None else None
        if begin is None and self.end is None:
            return None
        return spanning(begin, self.end, ".." if self.end is None else "")


def spanning(begin: When | None, end: When | None, tail: str) -> When | None:
    """From one day to the other; where there is no end, or one that EDTF cannot write as that of
    an interval, ``tail`` stands for it: ``..`` for what is still so, nothing for what nobody
    tells. None where it cannot write the beginning either."""
    last = (ending(end) or end) if end is not None else None
    for text in (last.text if last is not None else tail, tail):
        try:
            return parse_when(f"{begin.text if begin is not None else ''}/{text}")
        except WhenError:
            continue
    return None


def stretches(
    steps: Sequence[Placed], date: When | None, days: Mapping[str, When]
) -> tuple[Stretch, ...]:
    """Every stretch in which it was in force, from a step ``in-force`` to the next that ends it,
    and in which what had been in force was suspended. What never came into force gives nothing.

    The day of a turn is that of a step ``on`` it, else what was resolved from all that tell it
    (``days``, by the id of their claims). A step without a day of its own takes the beginning,
    or the end, of the event's ``date``; to end it may have been any day until it was told.
    """
    kept = [step for step in moving(steps) if not step.claim.disputed] or moving(steps)
    turns = [s for s in kept if s.status == "in-force" or s.status in ENDS]
    runs = [(status, list(run)) for status, run in groupby(turns, key=lambda s: s.status)]
    lone = sum(status == "in-force" for status, _run in runs) == 1
    found: list[Stretch] = []
    open_: tuple[str, When | None, list[Placed]] | None = None
    for at, (status, run) in enumerate(runs):
        on = _stated(run, days)
        last = open_
        if open_ is not None:
            told = _told_end(date) if open_[0] == "in-force" else None
            by = _by(run[0].day, runs[at + 1 :], days)
            end = (
                on
                or _own_day(run)
                or (told if told is not None and before(by, told) != "yes" else by)
            )
            found.append(Stretch(open_[0], open_[1], end, _attested(open_[2], end)))
            open_ = None
        if status == "in-force":
            begin = on or (date if lone else None) or _own_day(run)
            open_ = status, begin or (None if lone else run[0].day), run
        elif status == "suspended" and last is not None and last[0] == "in-force":
            open_ = status, found[-1].end, run
    if open_ is not None:
        told = _told_end(date) if open_[0] == "in-force" and not found else None
        told = told or _planned_end(open_)
        found.append(Stretch(open_[0], open_[1], told, _attested(open_[2], told)))
    return tuple(found)


def _stated(run: Sequence[Placed], days: Mapping[str, When]) -> When | None:
    """The day of a turn: of a step ``on`` it, else the one that was resolved."""
    on = [step.day for step in run if step.stated and step.claim.on is not None]
    resolved = [days[step.claim.id] for step in run if step.claim.id in days]
    return next(iter((*on, *resolved)), None)


def _own_day(run: Sequence[Placed]) -> When | None:
    """The day that a claim tells of its own turn, where none was resolved."""
    return next((step.day for step in run if step.stated), None)


def _by(day: When, after: Sequence[tuple[str, list[Placed]]], days: Mapping[str, When]) -> When:
    """Some day until it was told, and no later than the turn that followed."""
    for _status, run in after:
        next_ = _stated(run, days) or _own_day(run)
        if next_ is not None and next_.latest is not None and not next_.uncertain:
            if day.latest is None or next_.latest < day.latest:
                return parse_when(f"[..{next_.latest}]")
            break
    return day


def _planned_end(open_: tuple[str, When | None, list[Placed]]) -> When | None:
    """Until when a suspension is told to last, where somebody tells it."""
    if open_[0] != "suspended":
        return None
    for step in open_[2]:
        date, end = step.claim.one("date"), step.claim.one("end")
        told = ending(parse_when(date)) if date else parse_when(end) if end else None
        begun = open_[1].latest if open_[1] is not None else None
        if told is not None and told.earliest and begun and told.earliest > begun:
            return told
    return None


def _attested(steps: Sequence[Placed], end: When | None) -> tuple[day, ...]:
    """The days on which these steps tell of it; after an end that may have come nothing does."""
    days = [s.day.latest_start for s in steps if s.stated and not s.day.uncertain]
    days += [parse_when(step.claim.said_on).latest for step in steps]
    if end is None:
        return tuple(one for one in days if one is not None)
    return tuple(one for one in days if one and end.earliest_end and one <= end.earliest_end)


def _told_end(date: When | None) -> When | None:
    return date if date is not None and date.kind in _LASTED else None
