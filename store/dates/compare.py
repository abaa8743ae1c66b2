"""Comparing dates in three values: yes, maybe, no.

``yes`` and ``no`` hold for every day the dates may stand for; everything else is ``maybe``. A
sign of doubt (``?``, ``~``, ``%``) on either side turns ``yes`` into ``maybe`` and leaves ``no``:
bounds are never widened.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from store.dates.value import When

Truth = Literal["yes", "maybe", "no"]

# Days as numbers, so that a side without a bound compares: start (earliest, latest), end (both).
FIRST, LAST = 0, date.max.toordinal() + 1
Bounds = tuple[int, int, int, int]


def bounds_of(when: When) -> tuple[Bounds, ...]:
    """The bounds of each alternative, as day numbers from ``FIRST`` to ``LAST``."""
    if when.members:
        return tuple(
            (low, high, low, high)
            for low, high in (
                (
                    FIRST if a == date.min else a.toordinal(),
                    LAST if b == date.max else b.toordinal(),
                )
                for a, b in when.members
            )
        )
    start_open, end_open = when.kind == "open-start", when.kind == "open-end"
    return (
        (
            _number(when.earliest_start, FIRST),
            _number(when.latest_start, FIRST if start_open else LAST),
            _number(when.earliest_end, LAST if end_open else FIRST),
            _number(when.latest_end, LAST),
        ),
    )


def _number(day: date | None, absent: int) -> int:
    return absent if day is None else day.toordinal()


def _all(truths: Iterable[Truth], doubt: bool) -> Truth:
    found = set(truths)
    if len(found) != 1:
        return "maybe"
    (only,) = found
    return "maybe" if only == "yes" and doubt else only


def before(a: When, b: When) -> Truth:
    """Whether ``a`` ends before ``b`` starts."""

    def one(x: Bounds, y: Bounds) -> Truth:
        return "yes" if x[3] < y[0] else "no" if x[2] >= y[1] else "maybe"

    pairs = (one(x, y) for x in bounds_of(a) for y in bounds_of(b))
    return _all(pairs, a.uncertain or b.uncertain)


def overlaps(a: When, b: When) -> Truth:
    """Whether ``a`` and ``b`` share a day."""

    def one(x: Bounds, y: Bounds) -> Truth:
        if x[0] > y[3] or y[0] > x[3]:
            return "no"
        return "yes" if x[1] <= y[2] and y[1] <= x[2] else "maybe"

    pairs = (one(x, y) for x in bounds_of(a) for y in bounds_of(b))
    return _all(pairs, a.uncertain or b.uncertain)


def covers(a: When, b: When) -> Truth:
    """Whether ``a`` lasts through every day that ``b`` may touch; ``no`` when it touches none.

    This is "on a month or year": a post held on part of the month is ``maybe``.
    """
    first, last = _number(b.earliest, FIRST), _number(b.latest, LAST)

    def one(x: Bounds) -> Truth:
        if x[0] > last or x[3] < first:
            return "no"
        return "yes" if x[1] <= first and last <= x[2] else "maybe"

    return _all((one(x) for x in bounds_of(a)), a.uncertain or b.uncertain)


def contains_day(a: When, day: date) -> Truth:
    """Whether ``day`` is one of the days of ``a``."""
    number = day.toordinal()

    def one(x: Bounds) -> Truth:
        if number < x[0] or number > x[3]:
            return "no"
        return "yes" if x[1] <= number <= x[2] else "maybe"

    return _all((one(x) for x in bounds_of(a)), a.uncertain)


def touches(when: When, first: date | None, last: date | None) -> bool:
    """Whether its widest range has a day from ``first`` to ``last``, both included."""
    low, high = _number(first, FIRST), _number(last, LAST)
    return any(x[0] <= high and low <= x[3] for x in bounds_of(when))


def sort_key(when: When | None) -> tuple[int, int, int]:
    """Order by earliest, then latest day; without an earliest by the latest; undated last."""
    if when is None:
        return (1, 0, 0)
    latest = _number(when.latest, LAST)
    return (0, _number(when.earliest, latest), latest)
