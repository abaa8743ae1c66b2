"""Dates as people read them. A dash is every day, dots are one day of those between.

Local dates are kept as the sources give them; weeks begin on Monday.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from store.dates.written import around, choices, decade, doubt, ends
from store.when import When, WhenError, parse_when
from tui.present.units import (
    DAYS,
    LONG_DAYS,
    LONG_MONTHS,
    MONTHS,
    day_long,
    either,
    in_iso,
    month_long,
    point,
    span,
    use_iso,
    within,
)

__all__ = [
    "DAYS",
    "MONTHS",
    "Extent",
    "day_long",
    "earlier_than",
    "in_iso",
    "is_day",
    "long",
    "month_heading",
    "of_year",
    "read",
    "short",
    "use_iso",
    "vague_word",
    "worded",
]

# on how many of the days that a date names a thing may have been: on one, on some, or not known
Extent = Literal["one", "some", "open"]
_BETWEEN: dict[Extent, str] = {
    "one": "one day between the two",
    "some": "some of these days",
    "open": "some time between the two",
}
_LISTED = 4  # alternatives that are told one by one


def read(text: str | None) -> When | None:
    """The value of an EDTF text, or ``None`` where there is none to read."""
    if text is None:
        return None
    try:
        return parse_when(text)
    except WhenError:
        return None


def month_heading(month: str | None) -> str:
    """``2019-08`` → ``August 2019``; ``2018`` and ``2010s`` stay; nothing → ``No date``."""
    if month is None:
        return "No date"
    if in_iso() or month[4:5] != "-":
        return month
    return f"{LONG_MONTHS[int(month[5:7]) - 1]} {month[:4]}"


def vague_word(words: str | None) -> str:
    """Early, mid or late, where the source says so."""
    said = (words or "").casefold().replace("-", " ").split()
    return next((word for word in ("early", "late", "mid") if word in said), "")


def is_day(when: When, *, end: bool = False) -> bool:
    """Whether the beginning, or the ``end``, is known to the day."""
    if end:
        return when.earliest_end == when.latest_end or when.earliest_end is None
    return when.earliest_start == when.latest_start


def of_year(text: str | None, year: str) -> bool:
    """Whether a date is wholly in a year (four digits), so that it need not be said again."""
    when = read(text)
    known = [day for day in (when.earliest, when.latest) if day] if when else []
    return bool(known) and all(str(day.year) == year for day in known)


def short(text: str | None, *, year: bool = True, weekday: bool = True) -> str:
    """A date on its own, without an explanation: ``16 or 17 Aug 2019``, ``by 14 Aug 2019``; with
    its doubt: ``about Nov 2019``, ``Jan 2022, unsure``."""
    when = read(text)
    if when is None:
        return "no date" if text is None else text
    about, unsure = doubt(when.text) if when.uncertain else (False, False)
    return _said(when, "about " * about, year, weekday) + ", unsure" * unsure


def _said(when: When, about: str, year: bool, weekday: bool) -> str:
    first, last = when.earliest_start, when.latest_end
    match when.kind:
        case "day" if first:
            return about + day_long(first, weekday=weekday and not when.uncertain, year=year)
        case "month" | "year" | "span" if first and last:
            return about + within(first, last)
        case "set" | "window":
            many = choices(when)
            return about + either(many if len(many) <= _LISTED else (around(many),), year=year)
        case "by" if last:
            return f"by {about}{point(_last(when), year=year)}"
        case "after" if first:
            named = choices(when)[0].first or when
            if named.kind != "day" or first.day == 1:
                return f"{about}{point(named, year=year)} or later"
            return f"after {about}{day_long(first - timedelta(1), weekday=False, year=year)}"
        case "open-end" | "unknown-end" if first:
            return f"from {about}{_edge(first, when.latest_start, year)}"
        case "open-start" | "unknown-start" if last:
            return f"until {about}{_edge(when.earliest_end or last, last, year)}"
        case "interval" if first and last:
            return _interval(when, first, last, year)
        case _:
            return when.text


def _last(when: When) -> When:
    return choices(when)[0].last or when


def _interval(when: When, first: date, last: date, year: bool) -> str:
    start, end = ends(when)
    vague = [one is not None and doubt(one.text).about for one in (start, end)]
    if is_day(when) and is_day(when, end=True) and not any(vague):
        return span(first, last, "–", year=year)
    a = "about " * vague[0] + _edge(first, when.latest_start, year)
    b = "about " * vague[1] + _edge(when.earliest_end or last, last, year)
    return a if a == b else f"{a}–{b}"


def _edge(first: date, last: date | None, year: bool) -> str:
    """A bound as precisely as it is known: a day, a month, a year or a decade."""
    if last is None or first == last:
        return day_long(first, weekday=False, year=year)
    if (first.year, first.month) == (last.year, last.month):
        return month_long(first)
    if first.year == last.year:
        return str(first.year)
    return decade(first, last) or f"{first.year}…{last.year}"


def worded(text: str | None, words: str | None) -> str:
    """``short``, with the source's early, mid or late: ``late Oct 2019``."""
    when, said = read(text), short(text)
    if when is None or when.kind not in {"month", "year", "span"}:
        return said
    word = vague_word(words)
    return f"{word} {said.removeprefix('about ')}" if word else said


def long(text: str | None, words: str | None = None, extent: Extent = "open") -> str:
    """The date in prose, with what its form means after a colon; ``extent``: on how many of the
    days that it names the thing may have been."""
    when = read(text)
    if when is None:
        return "no source gives a date" if text is None else text
    said = short(text)
    first, last = when.earliest_start, when.latest_end
    match when.kind:
        case "set" if first and last:
            return said + _of_set(when, extent)
        case "window" if first and last:
            return f"{said}: {_BETWEEN[extent]}"
        case "interval" if first and last:
            count = (last - first).days + 1
            if is_day(when) and is_day(when, end=True) and count > 1 and not when.uncertain:
                return f"{said}, {count} days"
            return said
        case "open-end":
            return f"{said}, still so"
        case "unknown-end":
            return f"{said}; nobody says until when"
        case "month" | "year" | "span":
            return f"{worded(text, words)}, day not known"
        case _:
            return said


def _of_set(when: When, extent: Extent) -> str:
    """What it means that the date is one of several."""
    many = choices(when)
    if len(many) > _LISTED:
        return f": one of {len(many)}"
    kinds = [point.kind for one in many for point in one if point is not None]
    if "day" not in kinds:
        return ", day not known"
    if {*kinds} != {"day"}:
        return ": one of the two" if len(many) == 2 else ": one of these"
    days = [LONG_DAYS[first.weekday()] for first, last in sorted(when.members) if first == last]
    if len(days) == 2 == len(many):
        return f": {'' if extent == 'some' else 'one day, '}{days[0]} or {days[1]}"
    return "" if extent == "some" else ": one of these days"


def earlier_than(text: str | None, day: date) -> bool:
    """Whether the date lies wholly before the day."""
    when = read(text)
    return when is not None and when.latest_end is not None and when.latest_end < day
