"""Days, months, years and decades in words, and several of them joined: what they share is said
once, and a month or a year is never told as days of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from store.dates.parse import last_of_month
from store.dates.written import Choice, decade
from store.when import When

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LONG_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
MONTHS = tuple(month[:3] for month in LONG_MONTHS)

_style = {"iso": False}  # one reader at one terminal: how dates are written is set once for all


def use_iso(iso: bool) -> None:
    """Write dates as ISO 8601 (``2019-09-20``) from now on, or in words (``20 Sep 2019``)."""
    _style["iso"] = iso


def in_iso() -> bool:
    """Whether dates are written as ISO 8601 now."""
    return _style["iso"]


class _Unit(NamedTuple):
    """A day, month or year in its parts, empty where it names none; ``year`` alone may also be a
    decade, or words that share nothing."""

    day: str
    month: str
    year: str


def day_long(day: date, *, weekday: bool = True, year: bool = True) -> str:
    """``Fri 20 Sep 2019``."""
    before = f"{DAYS[day.weekday()]} " if weekday else ""
    if in_iso():
        return before + (day.isoformat() if year else f"{day:%m-%d}")
    text = f"{before}{day.day} {MONTHS[day.month - 1]}"
    return f"{text} {day.year}" if year else text


def month_long(day: date) -> str:
    """``Sep 2019``."""
    return day.isoformat()[:7] if in_iso() else f"{MONTHS[day.month - 1]} {day.year}"


def span(first: date, last: date, by: str, *, year: bool = True) -> str:
    """Two days with what they share said once: ``16 or 17 Aug 2019``."""
    return _joined([(_day(first), by), (_day(last), "")], year)


def within(first: date, last: date) -> str:
    """What lies from the first to the last day as one month, year or decade, or as the months,
    years or days at its ends: ``2010s``, ``Oct…Dec 2019``, ``20…29 Nov 2019``."""
    if first.day == 1 and last.day == last_of_month(last.year, last.month):
        if (first.year, first.month) == (last.year, last.month):
            return month_long(first)
        whole_years = (first.month, last.month) == (1, 12)
        if first.year == last.year and whole_years:
            return str(first.year)
        make = _year if whole_years else _month
        return decade(first, last) or _joined([(make(first), "…"), (make(last), "")], True)
    return span(first, last, "…")


def either(choices: Sequence[Choice], *, year: bool = True) -> str:
    """The alternatives of a date: ``16 or 17 Aug 2019``, ``Apr or 3 May 2022``, ``1…5 Aug 2019``,
    ``2019, 2021 or 2022``. Without the ``year`` where all of them are days of the same."""
    parts: list[tuple[_Unit, str]] = []
    for at, (first, last) in enumerate(choices):
        left = len(choices) - at - 1
        after = "" if not left else " or " if left == 1 else ", "
        if first is None or last is None:
            parts.append((_open(first, last), after))
        elif first is last:
            parts.append((_unit(first), after))
        else:
            parts += [(_unit(first), "…"), (_unit(last), after)]
    return _joined(parts, year)


def point(when: When, *, year: bool = True) -> str:
    """One point as closely as it is named: ``29 Aug 2019``, ``Nov 2019``, ``2019``, ``2010s``."""
    return _joined([(_unit(when), "")], year)


def _day(day: date) -> _Unit:
    return _Unit(str(day.day), MONTHS[day.month - 1], str(day.year))


def _month(day: date) -> _Unit:
    return _Unit("", MONTHS[day.month - 1], str(day.year))


def _year(day: date) -> _Unit:
    return _Unit("", "", str(day.year))


def _unit(when: When) -> _Unit:
    first, last = when.earliest_start, when.latest_end
    if first is None or last is None:
        return _Unit("", "", when.text)
    if when.kind == "day":
        return _day(first)
    if when.kind == "month":
        return _month(first)
    return _Unit("", "", str(first.year) if when.kind == "year" else within(first, last))


def _open(first: When | None, last: When | None) -> _Unit:
    """A side without a bound."""
    if last is not None:
        return _Unit("", "", f"by {point(last)}")
    return _Unit("", "", f"{point(first)} or later" if first is not None else "")


def _joined(parts: Sequence[tuple[_Unit, str]], year: bool) -> str:
    """The units with what stands after each; a day leaves its month, and a day or month its year,
    to the next one where they are the same."""
    units = [unit for unit, _ in parts]
    alike = len({unit.year for unit in units}) == 1 and all(unit.day for unit in units)
    shown = year or not alike
    said = ""
    for at, (unit, after) in enumerate(parts):
        before = units[at - 1] if at else None
        following = units[at + 1] if at + 1 < len(units) else None
        one = _iso(unit, before, shown) if in_iso() else _worded(unit, following, shown)
        said += one + after
    return said


def _worded(unit: _Unit, following: _Unit | None, year: bool) -> str:
    same_year = following is not None and following.year == unit.year and following.month != ""
    same_month = same_year and following is not None and following.month == unit.month
    if unit.day and same_month and following is not None and following.day:
        return unit.day
    kept = unit.year if not unit.month or (year and not same_year) else ""
    return " ".join(filter(None, (unit.day, unit.month, kept)))


def _iso(unit: _Unit, before: _Unit | None, year: bool) -> str:
    if not unit.month:
        return unit.year
    month = f"{MONTHS.index(unit.month) + 1:02}"
    if not unit.day:
        return f"{unit.year.zfill(4)}-{month}"
    day = unit.day.zfill(2)
    if before is not None and before.day and before.year == unit.year:
        return day if before.month == unit.month else f"{month}-{day}"
    return f"{unit.year.zfill(4)}-{month}-{day}" if year else f"{month}-{day}"
