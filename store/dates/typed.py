"""What a person types for a date: EDTF, "last friday", "20 sep 2019", "Nov 2019".

The precision typed is kept: "Nov 2019" is the month and never a day of it. What can be read in
two ways is refused with the ways to write it plainly.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import date, datetime

from dateutil.parser import parse as parse_loosely

from store.dates.parse import from_day, named_range, parse_when
from store.dates.refuse import check_size, refuse
from store.dates.time_words import MONTHS, WEEKDAYS
from store.dates.value import When, WhenError
from store.dates.wording_days import shifted, unit_range

LONGEST = 60  # characters of a date in words; EDTF has its own limit
_RIGHT = "write 2019-11-20, 20 Nov 2019 or last friday"

_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_SHIFT = {"last": -1, "this": 0, "next": 1}
_RELATIVE = re.compile(r"(last|this|next)\s+([a-z]+)")
_EDTF_SIGNS = re.compile(r"[0-9Xx?~%./\[\],Y+-]+")
_NUMBERS = re.compile(r"([0-9]{1,2})([/. -])([0-9]{1,2})(?:\2([0-9]{1,4}))?")
_MONTH_YEAR = re.compile(r"([0-9]{1,2})[/. -]([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})([/. -])([0-9]{1,2})(?:\2([0-9]{1,2}))?")
_BASIC = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_TIME = re.compile(r"[0-9]:[0-9]|[0-9]\s*[ap]\.?m\b|[0-9]h\b")
_TOKEN = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?|([0-9]{4})|([a-z]{3,9})\.?")

# dateutil fills what is missing from a default: what differs between two was not typed
_DEFAULTS = (datetime(2004, 1, 1, 1, 1, 1, 1), datetime(2008, 3, 2, 2, 2, 2, 2))


def parse_typed(text: str, *, today: date, near: date | None = None) -> When:
    """The date a person means.

    EDTF first, then words counted from ``today``, then what python-dateutil reads. A day or
    month typed without a year (or a day without a month) takes the rest from ``near``; without
    ``near`` it is an error. Raises ``WhenError`` for everything that is no date.
    """
    check_size(text)
    typed = unicodedata.normalize("NFKC", text).strip()
    try:
        return parse_when(typed)
    except WhenError as error:
        numbers = _numbers(typed)
        if numbers is not None:
            return numbers
        if not typed or (_EDTF_SIGNS.fullmatch(typed) and not typed.isdigit()):
            return _capital(typed, error)
        if len(typed) > LONGEST or not typed.isascii():
            refuse(typed, f"is not a date that can be read: {_RIGHT}")
    words = " ".join(typed.casefold().split())
    return _relative(words, today) or _loose(typed, words, near)


def _capital(typed: str, error: WhenError) -> When:
    """EDTF with a small x for an unknown digit; the error of EDTF for everything else."""
    if "x" in typed:
        return parse_when(typed.replace("x", "X"))
    raise error


def _numbers(typed: str) -> When | None:
    """Dates in numbers alone: the year comes first, or the rest leaves no doubt."""
    if match := _BASIC.fullmatch(typed):
        return parse_when("-".join(match.groups()))
    if match := _YEAR_FIRST.fullmatch(typed):
        year, _, month, day = match.groups()
        return parse_when("-".join([year, *(part.zfill(2) for part in (month, day) if part)]))
    if match := _MONTH_YEAR.fullmatch(typed):
        return parse_when(f"{match[2]}-{match[1].zfill(2)}")
    if match := _NUMBERS.fullmatch(typed):
        first, second, year = match[1].zfill(2), match[3].zfill(2), match[4]
        if year is None or len(year) != 4:
            refuse(typed, "needs its year in four digits, first: write 2019-11-10")
        day_first, month_first = f"{year}-{second}-{first}", f"{year}-{first}-{second}"
        if int(first) > 12 and int(second) > 12:
            refuse(typed, f"has no month from 01 to 12: {_RIGHT}")
        if first != second and int(first) <= 12 and int(second) <= 12:
            refuse(typed, f"can be read two ways: write {day_first} or {month_first}")
        return parse_when(month_first if int(second) > 12 else day_first)
    return None


def _relative(words: str, today: date) -> When | None:
    if words in _DAYS:
        return from_day(shifted(today, _DAYS[words]))
    match = _RELATIVE.fullmatch(words)
    if match is None:
        return None
    shift, noun = _SHIFT[match[1]], match[2]
    weekday = _index(noun, WEEKDAYS)
    if weekday is not None:
        return from_day(_weekday(today, weekday, shift))
    month = _index(noun, MONTHS)
    if month is not None:
        return _month(today, month + 1, shift)
    if noun == "week":
        return parse_when(named_range(*unit_range("week", shift, today)))
    if noun == "month":
        return parse_when(named_range(*unit_range("month", shift, today)))
    if noun == "year":
        return parse_when(named_range(*unit_range("year", shift, today)))
    return None


def _weekday(today: date, weekday: int, shift: int) -> date:
    """ "last" is the latest before today, "next" the first after it, "this" the one of the week
    that began on Monday."""
    ahead = weekday - today.weekday()
    if shift < 0 and ahead >= 0:
        ahead -= 7
    if shift > 0 and ahead <= 0:
        ahead += 7
    return shifted(today, ahead)


def _month(today: date, month: int, shift: int) -> When:
    year = today.year
    if shift < 0 and month >= today.month:
        year -= 1
    if shift > 0 and month <= today.month:
        year += 1
    return parse_when(f"{year:04}-{month:02}")


def _index(word: str, names: list[str]) -> int | None:
    """The place of the name that a word of three letters or more begins."""
    found = [i for i, name in enumerate(names) if name.startswith(word)]
    return found[0] if len(word) >= 3 and len(found) == 1 else None


def _loose(typed: str, words: str, near: date | None) -> When:
    """Day, month name and year in any order, a weekday beside them; read by python-dateutil."""
    tokens = re.split(r"[\s,/-]+", words.removeprefix("the ").replace(" of ", " ").strip(", "))
    matches = [_TOKEN.fullmatch(token) for token in tokens]
    weekdays = [i for token in tokens if (i := _index(token.rstrip("."), WEEKDAYS)) is not None]
    if len(tokens) == len(weekdays) == 1:
        refuse(typed, f"is one day of every week: write last {words}, this {words} or next {words}")
    if _TIME.search(words):
        refuse(typed, "has a time of day, and only days are kept: write 20 Nov 2019")
    names = [match for match in matches if match and match[3]]
    if None in matches or len(weekdays) > 1 or len(names) - len(weekdays) > 1:
        refuse(typed, f"is not a date that can be read: {_RIGHT}")
    if len(names) == len(weekdays) and len(matches) > 1:
        refuse(typed, f"lacks the name of its month: {_RIGHT}")
    if weekdays and not any(match and match[1] for match in matches):
        refuse(typed, f"names a weekday without its day: {_RIGHT}")
    _refuse_days(typed, [match for match in matches if match])
    first, second = (_read(typed, " ".join(tokens), default) for default in _DEFAULTS)
    year = first.year if first.year == second.year else None
    month = first.month if first.month == second.month else None
    day = first.day if first.day == second.day else None
    if year is not None and not any(match and match[2] for match in matches):
        refuse(typed, "needs its year in four digits: write 20 Nov 2019")
    when = _whole(typed, year, month, day, near)
    if weekdays and when.exact is not None and when.exact.weekday() != weekdays[0]:
        refuse(typed, f"names two days: {when} is a {WEEKDAYS[when.exact.weekday()].title()}")
    return when


def _refuse_days(typed: str, tokens: list[re.Match[str]]) -> None:
    """Refuse a day that its month never has, or not in the year beside it."""
    days = [int(token[1]) for token in tokens if token[1]]
    years = [int(token[2]) for token in tokens if token[2]]
    months = [at for token in tokens if token[3] and (at := _index(token[3], MONTHS)) is not None]
    if len(days) != 1 or len(months) != 1:
        return
    year = years[0] if years and years[0] else 2004  # without a year, one with 29 February
    last = calendar.monthrange(year, months[0] + 1)[1]
    if not 1 <= days[0] <= last:
        said = f"{MONTHS[months[0]].title()} {years[0] if years else ''}".strip()
        refuse(typed, f"is no day of the calendar: {said} has the days 1 to {last}")


def _read(typed: str, words: str, default: datetime) -> datetime:
    try:
        return parse_loosely(words, default=default, ignoretz=True)
    except (ValueError, OverflowError, ArithmeticError, TypeError, LookupError, AttributeError):
        refuse(typed, f"is not a date that can be read: {_RIGHT}")


def _whole(
    typed: str, year: int | None, month: int | None, day: int | None, near: date | None
) -> When:
    if month is None and (year is not None or day is None):
        refuse(typed, f"is not a date that can be read: {_RIGHT}")
    if year is None:
        if near is None:
            refuse(typed, f"lacks {'a month and ' if month is None else ''}a year: {_RIGHT}")
        year, month = near.year, month or near.month
    return parse_when(f"{year:04}-{month:02}" + ("" if day is None else f"-{day:02}"))
