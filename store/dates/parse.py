"""Reading EDTF (ISO 8601-2): the forms DESIGN.md names, days only.

Supported: year, month, day; unspecified digits (``X``); the qualifiers ``?``, ``~`` and ``%``
after the date or before or after one component; one of a set (``[a,b]``, ``[a..b]``, ``[..a]``,
``[a..]``); intervals (``a/b``, ``a/..``, ``a/``, ``../b``, ``/b``). Everything else raises
``WhenError``.
"""

from __future__ import annotations

import re
from calendar import isleap
from datetime import date
from functools import lru_cache

from store.dates.refuse import check_size, refuse, refuse_point
from store.dates.value import Kind, When

_PLAIN = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-3][0-9]))?)?")
_POINT = re.compile(
    r"[?~%]?([0-9X]{4})[?~%]?(?:-[?~%]?([0-9X]{2})[?~%]?(?:-[?~%]?([0-9X]{2})[?~%]?)?)?"
)
_QUALIFIED = re.compile("[?~%]")
_LAST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MOST_MEMBERS = 400  # spans with more gaps than this keep their outer bounds only

Span = tuple[date, date]
Point = tuple[date, date, Kind, tuple[Span, ...]]


@lru_cache(maxsize=16384)
def parse_when(text: str) -> When:
    """The value of an EDTF text. Raises ``WhenError`` for everything that is none."""
    if _PLAIN.fullmatch(text) is None:
        check_size(text)
        if text[0] == "[" and text[-1] == "]":
            return _set(text)
        if "/" in text:
            return _interval(text)
    first, last, kind, members = _point(text)
    uncertain = kind != "day" or len(text) > 10
    return When(text, first, last, first, last, uncertain and _doubt(text), kind, members)


def from_day(day: date) -> When:
    """The value that says exactly this day."""
    return parse_when(day.isoformat()[:10])


def _doubt(text: str) -> bool:
    return _QUALIFIED.search(text) is not None


def last_of_month(year: int, month: int) -> int:
    """The number of the last day of a month."""
    return 29 if month == 2 and isleap(year) else _LAST[month - 1]


def whole_unit(first: date, last: date) -> str | None:
    """EDTF of the day, whole month or whole year from ``first`` to ``last``, if it is one."""
    if first == last:
        return first.isoformat()
    if first.day == 1 and last.day == last_of_month(last.year, last.month):
        if (first.year, first.month) == (last.year, last.month):
            return first.isoformat()[:7]
        if first.year == last.year and (first.month, last.month) == (1, 12):
            return first.isoformat()[:4]
    return None


def named_range(first: date, last: date) -> str:
    """EDTF of some time from ``first`` to ``last``: a day, month, year or window."""
    low = "" if first == date.min else first.isoformat()
    high = "" if last == date.max else last.isoformat()
    return whole_unit(first, last) or f"[{low}..{high}]"


def _point(text: str) -> Point:
    """First and last day of a day, month, year or span."""
    match = _PLAIN.fullmatch(text)
    if match is None:
        match = _POINT.fullmatch(text)
        if match is None:
            refuse_point(text)
    year_text, month_text, day_text = match.groups()
    if "X" in text:
        return _unspecified(text, year_text, month_text or "XX", day_text or "XX")
    year = int(year_text)
    try:
        if day_text is not None:
            day = date(year, int(month_text), int(day_text))
            return day, day, "day", ()
        if month_text is not None:
            month = int(month_text)
            last = last_of_month(year, month)
            return date(year, month, 1), date(year, month, last), "month", ()
        return date(year, 1, 1), date(year, 12, 31), "year", ()
    except (ValueError, IndexError):
        refuse_point(text)


def _matching(pattern: str, lowest: int, highest: int) -> list[int]:
    """The numbers whose digits fit a pattern with ``X`` for any digit."""
    if "X" not in pattern:
        number = int(pattern)
        return [number] if lowest <= number <= highest else []
    test = re.compile(pattern.replace("X", "[0-9]"))
    width = len(pattern)
    return [n for n in range(lowest, highest + 1) if test.fullmatch(f"{n:0{width}}")]


def _unspecified(text: str, year: str, month: str, day: str) -> Point:
    if (year, month, day) == ("XXXX", "XX", "XX"):
        refuse_point(text)
    months, days = _matching(month, 1, 12), _matching(day, 1, 31)
    if not any(d <= last_of_month(2000, m) for m in months for d in days):
        refuse_point(text)
    years = _matching(year, 1, 9999)
    spans: list[Span] = []
    for number in years:
        _add_year(spans, number, months, days)
        if len(spans) > _MOST_MEMBERS:
            return spans[0][0], _latest(years, months, days), "span", ()
    if not spans:
        refuse_point(text)
    first, last = spans[0][0], spans[-1][1]
    kind: Kind = "span"
    if len(years) == 1 and len(days) == 31 and len(months) in (1, 12):
        kind = "month" if len(months) == 1 else "year"
    return first, last, kind, tuple(spans) if len(spans) > 1 else ()


def _add_year(spans: list[Span], year: int, months: list[int], days: list[int]) -> None:
    """Add the days of one year that fit, joining what follows without a gap."""
    if len(months) == 12 and len(days) == 31:
        _add(spans, date(year, 1, 1), date(year, 12, 31))
        return
    for month in months:
        last = last_of_month(year, month)
        run = [day for day in days if day <= last]
        for day in (run[:1] + run[-1:]) if len(run) == last else run:
            first = run[0] if len(run) == last else day
            _add(spans, date(year, month, first), date(year, month, day))


def _add(spans: list[Span], first: date, last: date) -> None:
    if spans and first.toordinal() <= spans[-1][1].toordinal() + 1:
        spans[-1] = (spans[-1][0], last)
    else:
        spans.append((first, last))


def _latest(years: list[int], months: list[int], days: list[int]) -> date:
    spans: list[Span] = []
    for year in reversed(years):
        _add_year(spans, year, months, days)
        if spans:
            break
    return spans[-1][1]


def _set(text: str) -> When:
    """One of several days: ``[a,b]``, ``[a..b]``, ``[..a]``, ``[a..]`` and mixtures."""
    parts = text[1:-1].split(",")
    if parts == [""]:
        refuse(text, "names no day: write [2019-08-16,2019-08-17] for one of two days")
    members: list[Span] = []
    for place, part in enumerate(parts):
        members.extend(_element(text, part, place == 0, place == len(parts) - 1))
    low, high = min(first for first, _ in members), max(last for _, last in members)
    earliest = None if parts[0].startswith("..") else low
    latest = None if parts[-1].endswith("..") else high
    kind: Kind = "set"
    if len(parts) == 1:
        if ".." not in parts[0] or (low == high and not _doubt(text)):
            return parse_when(parts[0].partition("..")[0])
        kind = "by" if earliest is None else "after" if latest is None else "window"
    spans = tuple(members) if kind == "set" else ()
    return When(text, earliest, latest, earliest, latest, _doubt(text), kind, spans)


def _element(text: str, part: str, is_first: bool, is_last: bool) -> tuple[Span, ...]:
    before, dots, after = part.partition("..")
    if not dots:
        first, last, _, gaps = _point(part)
        return gaps or ((first, last),)
    if not before and not after:
        refuse(text, "names no day: write [..2019-08-29] or [2019-08-29..]")
    if (not before and not is_first) or (not after and not is_last):
        refuse(text, "has an open side in its middle: only the first and the last may be open")
    low = _point(before)[0] if before else date.min
    high = _point(after)[1] if after else date.max
    if low > high:
        refuse(text, "ends before it begins: write the earlier day first")
    return ((low, high),)


def _interval(text: str) -> When:
    """What lasted: ``a/b``, ``a/..``, ``a/``, ``../b``, ``/b``."""
    start, _, end = text.partition("/")
    if "/" in end:
        refuse_point(text)
    if start in ("", "..") and end in ("", ".."):
        refuse(text, "has neither a start nor an end: write 2019-09-11/.. or ../2019-09-11")
    doubt = _doubt(text)
    if end in ("", ".."):
        first, last, _, _ = _point(start)
        if end:
            return When(text, first, last, None, None, doubt, "open-end")
        return When(text, first, last, first, None, doubt, "unknown-end")
    low, high, _, _ = _point(end)
    if start in ("", ".."):
        if start:
            return When(text, None, None, low, high, doubt, "open-start")
        return When(text, None, high, low, high, doubt, "unknown-start")
    first, last, _, _ = _point(start)
    if first > high:
        refuse(text, "ends before it begins: write the earlier day first")
    if first == last == low == high and not doubt:
        return parse_when(start)
    return When(text, first, min(last, high), max(low, first), high, doubt, "interval")
