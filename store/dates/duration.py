"""Lengths of time after ISO 8601: ``P2D``, ``P1Y6M``, ``P2W``. Whole years, months, days.

For how long an event lasts (``length``) and how far a tenure may reach beyond what is claimed
(``horizon``).
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

import msgspec

from store.dates.parse import last_of_month
from store.dates.refuse import shown

_FORM = re.compile(r"P(?:([0-9]{1,5})Y)?(?:([0-9]{1,5})M)?(?:([0-9]{1,5})W)?(?:([0-9]{1,7})D)?")
_TIME = re.compile(r"P[0-9YMWD]*T.*")
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class DurationError(ValueError):
    """A text that is no length of time this program keeps; the message is one sentence."""


class Duration(msgspec.Struct, frozen=True):
    """A length in calendar years, months and days; weeks count as seven days."""

    years: int = 0
    months: int = 0
    days: int = 0

    def __str__(self) -> str:
        parts = ((self.years, "Y"), (self.months, "M"), (self.days, "D"))
        return "P" + ("".join(f"{n}{unit}" for n, unit in parts if n) or "0D")


@lru_cache(maxsize=256)
def parse_duration(text: str) -> Duration:
    """Read an ISO 8601 duration. Raises ``DurationError`` for hours, fractions and all else."""
    match = _FORM.fullmatch(text)
    if match is None or not any(match.groups()):
        if _TIME.fullmatch(text):
            raise DurationError(
                f"{shown(text)} counts hours or minutes, and only days are kept: write P1D or more"
            )
        raise DurationError(f"{shown(text)} is no length of time: write P2D (two days), P3M or P1Y")
    years, months, weeks, days = (int(number or 0) for number in match.groups())
    return Duration(years, months, 7 * weeks + days)


def plus(day: date, length: Duration) -> date:
    """The day that much later: years and months first (a day past the end of the month becomes
    its last), then days. Held within the years 0001 to 9999."""
    return _moved(day, length, 1)


def minus(day: date, length: Duration) -> date:
    """The day that much earlier, counted and held as in ``plus``."""
    return _moved(day, length, -1)


def _moved(day: date, length: Duration, sign: int) -> date:
    months = day.year * 12 + day.month - 1 + sign * (12 * length.years + length.months)
    year, month = divmod(months, 12)
    if year < 1:
        return date.min
    if year > 9999:
        return date.max
    moved = date(year, month + 1, min(day.day, last_of_month(year, month + 1)))
    try:
        return moved + timedelta(days=sign * length.days)
    except OverflowError:
        return date.max if sign > 0 else date.min


def in_words(length: Duration) -> str:
    """The length for a reader: "two days", "one year and six months"."""
    parts = [
        f"{_WORDS[n - 1] if n <= len(_WORDS) else n} {unit}{'' if n == 1 else 's'}"
        for n, unit in ((length.years, "year"), (length.months, "month"), (length.days, "day"))
        if n
    ]
    if not parts:
        return "no time"
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
