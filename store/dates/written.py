"""How a date is written: the days, months and years that its text names, the signs of doubt on it,
and the heading under which it stands in a list by time.

The bounds of a date say how far it reaches; only its text says whether it named the days at which
it begins and ends: ``[2022-04,2022-05]`` names two months and no day of them.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from store.dates.parse import parse_when
from store.dates.value import When


class Doubt(NamedTuple):
    """``about``: approximate (``~``). ``unsure``: the source is not sure (``?``). ``%`` is both."""

    about: bool
    unsure: bool


class Choice(NamedTuple):
    """One alternative: some day from the first to the last of two points, which are the same where
    it is a single one; ``None`` stands for a side without a bound."""

    first: When | None
    last: When | None


def doubt(text: str) -> Doubt:
    """The signs of doubt that stand anywhere in an EDTF text."""
    return Doubt("~" in text or "%" in text, "?" in text or "%" in text)


def choices(when: When) -> tuple[Choice, ...]:
    """The alternatives of a set, a window, a ``by`` or an ``after``, by their earliest day; of
    any other date itself."""
    if not when.text.startswith("["):
        return (Choice(when, when),)
    found = []
    for part in when.text[1:-1].split(","):
        first, dots, last = part.partition("..")
        low = parse_when(first) if first else None
        found.append(Choice(low, (parse_when(last) if last else None) if dots else low))
    return tuple(sorted(found, key=_earliest))


def around(many: tuple[Choice, ...]) -> Choice:
    """From the earliest of some alternatives to the latest."""
    return Choice(many[0].first, max(many, key=lambda one: _earliest(one)[1]).last)


def ends(when: When) -> Choice:
    """The two points between the slash of an interval; ``None`` for an open or unknown one."""
    first, _, last = (part.strip(".") for part in when.text.partition("/"))
    return Choice(parse_when(first) if first else None, parse_when(last) if last else None)


def decade(first: date, last: date) -> str | None:
    """``2010s``, where these are the first and last day of a decade."""
    if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
        return None
    return f"{first.year}s" if first.year % 10 == 0 and last.year - first.year == 9 else None


def heading(when: When) -> str | None:
    """Where it stands in a list by time: the month of its earliest day (of the latest where it
    has no earliest), as ``2019-08``; where it names no month the year, ``2018``, or the decade,
    ``2010s``, or the years, ``1900…1999``. As texts they are in the order of time."""
    point = _point(when)
    if point is None or point.earliest_start is None or point.latest_end is None:
        return None
    first, last = point.earliest_start, point.latest_end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}"
    if first.year == last.year:
        return f"{first.year:04}"
    if first.year // 10 == last.year // 10:
        return f"{first.year // 10:03}0s"
    return f"{first.year:04}…{last.year:04}"


def _point(when: When) -> When | None:
    """The point of its earliest day, else that of its latest."""
    first, last = ends(when) if "/" in when.text else around(choices(when))
    return first or last


def _earliest(choice: Choice) -> tuple[date, date]:
    first, last = choice
    return (
        (first.earliest_start if first else None) or date.min,
        (last.latest_end if last else None) or date.max,
    )
