"""Dates as people read them. A dash is every day, dots are one day of those between.

Local dates are kept as the sources give them; weeks begin on Monday.
"""

from __future__ import annotations

from datetime import date, timedelta

from store.when import When, WhenError, parse_when

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


def read(text: str | None) -> When | None:
    """The value of an EDTF text, or ``None`` where there is none to read."""
    if text is None:
        return None
    try:
        return parse_when(text)
    except WhenError:
        return None


def month_heading(month: str | None) -> str:
    """``2019-08`` → ``August 2019``; ``2018`` stays; nothing → ``No date``."""
    if month is None:
        return "No date"
    if _style["iso"]:
        return month
    if len(month) >= 7 and month[5:7].isdigit():
        return f"{LONG_MONTHS[int(month[5:7]) - 1]} {month[:4]}"
    return month


def _mon(day: date) -> str:
    return MONTHS[day.month - 1]


def loose(when: When, words: str | None) -> str:
    """What stands for a day that is not known: early, late and about, where the source says so;
    else the month or the year that it lies in."""
    said = (words or "").casefold()
    for word in ("early", "late", "mid"):
        if word in said.replace("-", " ").split():
            return word
    if when.kind == "day" and when.earliest_start:
        return f"about {when.earliest_start.day}"
    return "about" if when.uncertain else within(when)


def within(when: When) -> str:
    """``in Sep`` or ``in 1956``, of a day that is known no better."""
    first, last = when.earliest_start, when.latest_end
    if first is None or last is None:
        return "sometime"
    if (first.year, first.month) == (last.year, last.month):
        return f"in {first:%Y-%m}" if _style["iso"] else f"in {_mon(first)}"
    if first.year == last.year:
        return f"in {first.year}"
    decade = first.year // 10 == last.year // 10
    return f"in {first.year // 10}0s" if decade else f"{first.year}…"


def is_day(when: When, *, end: bool = False) -> bool:
    """Whether the beginning, or the ``end``, is known to the day."""
    if end:
        return when.earliest_end == when.latest_end or when.earliest_end is None
    return when.earliest_start == when.latest_start


def day_long(day: date, *, weekday: bool = True, year: bool = True) -> str:
    """``Fri 20 Sep 2019``."""
    before = f"{DAYS[day.weekday()]} " if weekday else ""
    if _style["iso"]:
        return before + (day.isoformat() if year else f"{day:%m-%d}")
    text = f"{before}{day.day} {_mon(day)}"
    return f"{text} {day.year}" if year else text


def _month(day: date) -> str:
    """``Sep 2019``."""
    return day.isoformat()[:7] if _style["iso"] else f"{_mon(day)} {day.year}"


def _span(first: date, last: date, by: str, *, year: bool = True) -> str:
    """Two days with what they share said once: ``16 or 17 Aug 2019``."""
    if _style["iso"]:
        start = day_long(first, weekday=False, year=year)
        if (first.year, first.month) == (last.year, last.month):
            return f"{start}{by}{last:%d}"
        return start + by + day_long(last, weekday=False, year=year and first.year != last.year)
    tail = f" {last.year}" if year else ""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{by}{last.day} {_mon(last)}{tail}"
    if first.year == last.year:
        return f"{first.day} {_mon(first)}{by}{last.day} {_mon(last)}{tail}"
    return f"{day_long(first, weekday=False)}{by}{day_long(last, weekday=False)}"


def of_year(text: str | None, year: str) -> bool:
    """Whether a date is wholly in a year (four digits), so that it need not be said again."""
    when = read(text)
    known = [day for day in (when.earliest, when.latest) if day] if when else []
    return bool(known) and all(str(day.year) == year for day in known)


def short(text: str | None, *, year: bool = True, weekday: bool = True) -> str:
    """A date on its own, without an explanation: ``16 or 17 Aug 2019``, ``by 14 Aug 2019``."""
    when = read(text)
    if when is None:
        return "no date" if text is None else text
    tail = "" if when.kind != "day" or not when.uncertain else "about "
    first, last = when.earliest_start, when.latest_end
    match when.kind:
        case "day" if first:
            return tail + day_long(first, weekday=weekday and not tail, year=year)
        case "month" if first:
            about = "about " if when.uncertain else ""
            return f"{about}{_month(first)}"
        case "year" if first:
            return ("about " if when.uncertain else "") + str(first.year)
        case "set" if first and last:
            days = [a for a, b in when.members if a == b]
            if len(days) == 2 == len(when.members):
                return _span(first, last, " or ", year=year)
            return _span(first, last, "…", year=year)
        case "window" | "span" if first and last:
            return _span(first, last, "…", year=year)
        case "by" if last:
            return f"by {day_long(last, weekday=False, year=year)}"
        case "after" if first:
            if first.day == 1:
                return f"{day_long(first, weekday=False, year=year)} or later"
            before = first - timedelta(days=1)
            return f"after {day_long(before, weekday=False, year=year)}"
        case "open-end" | "unknown-end" if first:
            return f"from {_edge(first, when.latest_start, year)}"
        case "open-start" | "unknown-start" if last:
            return f"until {_edge(when.earliest_end or last, last, year)}"
        case "interval" if first and last:
            return _interval(when, first, last, year)
        case _:
            return when.text


def _interval(when: When, first: date, last: date, year: bool) -> str:
    if is_day(when) and is_day(when, end=True):
        return _span(first, last, "–", year=year)
    a = _edge(first, when.latest_start, year)
    b = _edge(when.earliest_end or last, last, year)
    return a if a == b else f"{a}–{b}"


def _edge(first: date, last: date | None, year: bool) -> str:
    """A bound as precisely as it is known: a day, a month or a year."""
    if last is None or first == last:
        return day_long(first, weekday=False, year=year)
    if (first.year, first.month) == (last.year, last.month):
        return _month(first)
    if first.year == last.year:
        return str(first.year)
    return f"{first.year}…{last.year}"


def worded(text: str | None, words: str | None) -> str:
    """``short``, with the source's early, mid or late: ``late Oct 2019``."""
    when, said = read(text), short(text)
    if when is None or when.kind not in {"month", "year", "span"}:
        return said
    word = loose(when, words)
    return f"{word} {said.removeprefix('about ')}" if word in {"early", "late", "mid"} else said


def long(text: str | None, words: str | None = None) -> str:
    """The date in prose, with what its form means after a colon."""
    when = read(text)
    if when is None:
        return "no source gives a date" if text is None else text
    said = short(text)
    first, last = when.earliest_start, when.latest_end
    match when.kind:
        case "set" if first and last and len(when.members) == 2:
            days = [LONG_DAYS[a.weekday()] for a, b in when.members if a == b]
            if len(days) == 2:
                return f"{said}: one day, {days[0]} or {days[1]}"
            return f"{said}: one of the two"
        case "set" | "window" if first and last:
            return f"{said}: one day between the two"
        case "interval" if first and last:
            count = (last - first).days + 1
            if is_day(when) and is_day(when, end=True) and count > 1:
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


def earlier_than(text: str | None, day: date) -> bool:
    """Whether the date lies wholly before the day."""
    when = read(text)
    return when is not None and when.latest_end is not None and when.latest_end < day
