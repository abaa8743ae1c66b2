"""Which days a wording may mean, seen from the day on which it was said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from store.dates.parse import last_of_month
from store.dates.time_words import Phrase, Unit

FIRST, LAST = date.min, date.max


class Span(msgspec.Struct, frozen=True):
    """The days a wording surely includes (``first`` to ``last``) and, where it is vague, how far
    it may reach (``low`` to ``high``): "early September" includes 1–10 and may reach to 15."""

    first: date
    last: date
    low: date
    high: date


def spans(phrase: Phrase, day: date | None) -> list[Span]:
    """Every reading of the phrase; none where it makes no sense or needs a day and has none."""
    found = []
    for low, high in _ranges(phrase, day):
        span: tuple[date, date] | None = (low, high)
        if day is not None:
            for unit, shift in phrase.units:
                span = span and _common(span, unit_range(unit, shift, day))
        if span is not None:
            found.append(_parted(phrase, span, day))
    return [span for span in found if span is not None]


def _ranges(phrase: Phrase, day: date | None) -> Iterator[tuple[date, date]]:
    if phrase.units and day is None:
        return
    if phrase.days is not None:
        yield from _relative_day(phrase, day)
    elif phrase.month is not None:
        yield from _month(phrase, day)
    elif phrase.day is not None:
        yield from _day_of_month(phrase, day)
    elif phrase.weekday is not None:
        yield from _weekday(phrase, day)
    elif phrase.year is not None:
        yield date(phrase.year, 1, 1), date(phrase.year + (9 if phrase.decade else 0), 12, 31)
    elif phrase.units:
        yield FIRST, LAST


def _relative_day(phrase: Phrase, day: date | None) -> Iterator[tuple[date, date]]:
    if day is None or phrase.days is None:
        return
    meant = shifted(day, phrase.days)
    said = (phrase.weekday, phrase.month, phrase.day, phrase.year)
    is_day = (meant.weekday(), meant.month, meant.day, meant.year)
    if all(word in (None, number) for word, number in zip(said, is_day, strict=True)):
        yield meant, meant


def _month(phrase: Phrase, day: date | None) -> Iterator[tuple[date, date]]:
    if phrase.year is not None:
        years = [phrase.year]
    elif day is not None:
        years = [y for y in range(day.year - 2, day.year + 3) if 1 <= y <= 9999]
    else:
        return
    found = []
    for year in years:
        month = phrase.month or 1
        last = last_of_month(year, month)
        low, high = date(year, month, 1), date(year, month, last)
        if phrase.day is not None:
            if phrase.day > last:
                continue
            low = high = date(year, month, phrase.day)
        elif phrase.weekday is not None:
            continue  # "a Friday in July" names no day
        found.append((low, high))
    if phrase.year is None and day is not None and not phrase.units:
        found = _nearest(found, phrase.shift, day)
    for low, high in found:
        if phrase.day is None or phrase.weekday in (None, low.weekday()):
            yield low, high


def _nearest(
    found: list[tuple[date, date]], shift: int | None, day: date
) -> list[tuple[date, date]]:
    """Without a year: the last one and the next one; "last July" also that of last year."""
    if shift is not None:
        same_year = [span for span in found if span[0].year == day.year + shift]
        past = [span for span in found if span[1] < day][-1:] if shift < 0 else []
        ahead = [span for span in found if span[0] > day][:1] if shift > 0 else []
        return sorted({*same_year, *past, *ahead})
    started = [span for span in found if span[0] <= day][-1:]
    unended = [span for span in found if span[1] >= day][:1]
    return sorted({*started, *unended})


def _day_of_month(phrase: Phrase, day: date | None) -> Iterator[tuple[date, date]]:
    if day is None or phrase.day is None or phrase.year is not None:
        return
    for shift in (-1, 0, 1):
        low, high = unit_range("month", shift, day)
        if phrase.day <= high.day:
            meant = low.replace(day=phrase.day)
            if phrase.weekday in (None, meant.weekday()):
                yield meant, meant


def _weekday(phrase: Phrase, day: date | None) -> Iterator[tuple[date, date]]:
    """Within seven days either side; "last" and "next" reach two weeks to their own side."""
    if day is None or phrase.year is not None:
        return
    reach = {None: (-7, 7), -1: (-14, -1), 0: (-6, 6), 1: (1, 14)}[phrase.shift]
    if phrase.units:
        reach = (-400, 400)
    for shift in range(reach[0], reach[1] + 1):
        meant = shifted(day, shift)
        if meant.weekday() == phrase.weekday:
            yield meant, meant


def shifted(day: date, days: int) -> date:
    """``days`` later, held within the years 0001 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return FIRST if days < 0 else LAST


def unit_range(unit: Unit, shift: int, day: date) -> tuple[date, date]:
    """The week (Monday to Sunday), weekend, month or year ``shift`` units from that of ``day``,
    held within the years 0001 to 9999."""
    if unit in ("week", "weekend"):
        monday = shifted(day, 7 * shift - day.weekday())
        return shifted(monday, 5) if unit == "weekend" else monday, shifted(monday, 6)
    if unit == "year":
        year = min(max(day.year + shift, 1), 9999)
        return date(year, 1, 1), date(year, 12, 31)
    months = min(max(day.year * 12 + day.month - 1 + shift, 12), 9999 * 12 + 11)
    year, month = divmod(months, 12)
    return date(year, month + 1, 1), date(year, month + 1, last_of_month(year, month + 1))


def _common(a: tuple[date, date], b: tuple[date, date]) -> tuple[date, date] | None:
    low, high = max(a[0], b[0]), min(a[1], b[1])
    return (low, high) if low <= high else None


def _parted(phrase: Phrase, span: tuple[date, date], day: date | None) -> Span | None:
    """The span narrowed to its early, middle or late part, or to the side of the day."""
    low, high = span
    part, length = phrase.part, (high - low).days + 1
    if part is None or length == 1:  # "early Friday" is an hour of that day
        return Span(low, high, low, high)
    if part in ("earlier", "later"):
        if day is None or not low <= day <= high:
            return Span(low, high, low, high)
        if part == "earlier":
            return Span(low, max(low, shifted(day, -1)), low, day)
        return Span(min(high, shifted(day, 1)), high, day, high)
    third, quarter, half = length // 3, length // 4, length // 2
    if part == "early":
        sure = quarter if length > 31 else third
        return Span(low, shifted(low, sure - 1), low, shifted(low, half))
    if part == "late":
        sure = quarter if length > 31 else third
        return Span(shifted(high, 1 - sure), high, shifted(high, -half), high)
    return Span(
        shifted(low, third), shifted(high, -third), shifted(low, quarter), shifted(high, -quarter)
    )
