"""The short label of a date in a row, under the heading of its month. A dash is every day, dots
are one of them. Written in words a label leaves the month to its heading; as ISO 8601 it has it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from store.dates.written import choices, decade, doubt, ends
from store.when import When
from tui.present.dates import DAYS, MONTHS, in_iso, is_day, read, vague_word

WORDS, ISO = 8, 12  # cells of the longest label
LONE = 13  # of one that stands under no heading, where it has room
NEAR = 320  # days; farther apart, days and months would be taken for those of one year
UNSURE = "?"  # behind what the source is not sure of


def label_cells() -> int:
    """Cells of the longest label, as dates are written now."""
    return ISO if in_iso() else WORDS


def day_label(text: str | None, words: str | None = None, *, weekday: bool = True) -> str:
    """The label of a row under its month heading, at most ``label_cells()`` cells.

    ``words`` are the source's own for the date: they choose between early, mid and late.
    """
    when = read(text)
    if when is None:
        return "" if text is None else _cut(text)
    said = _label(when, words, weekday=weekday)
    return _doubted(said, when, label_cells())


def _doubted(said: str, when: When, cells: int) -> str:
    """With the sign of what the source is not sure of, where it has room."""
    unsure = when.uncertain and doubt(when.text).unsure and len(said) < cells
    return said + UNSURE if unsure else said


def _label(when: When, words: str | None, *, weekday: bool) -> str:
    first, last = when.earliest_start, when.latest_end
    if when.kind in {"month", "year", "span"} and first and last:
        if word := vague_word(words):
            return _with_month(word, when, first)
        return _about(when) or _vague(first, last, "" if when.uncertain else "in ")
    if when.kind == "day" and first:
        if when.uncertain:
            return f"{_about(when)} {_day(first)}".lstrip()
        return f"{DAYS[first.weekday()]} {_day(first)}" if weekday else _day(first)
    if when.kind in {"set", "window"} and first and last:
        return _among(when, first, last)
    if when.kind == "by" and last:
        return f"by {_named(choices(when)[0].last, last)}"
    if when.kind == "after" and first:
        point = choices(when)[0].first
        if point is not None and point.kind != "day":
            return f"{_named(point, first)} on"
        if first.day == 1:  # the day before stands under another heading
            return f"{_day(first)} onward"
        return f"after {_day(first - timedelta(days=1))}"
    if when.kind in {"open-end", "unknown-end"} and first:
        return _from(when, first)
    if when.kind in {"open-start", "unknown-start"} and last:
        return f"until {_day(last)}" if is_day(when, end=True) else _until(when, last)
    if when.kind == "interval" and first and last:
        return _decade_to(when, last) or _reaching(ends(when), first, last, "–")
    return "sometime"


def _about(when: When) -> str:
    return "about" if when.uncertain and doubt(when.text).about else ""


def _vague(first: date, last: date, before: str = "in ") -> str:
    """``in Sep``, ``in 1956``, ``in 2010s``: some day of that."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{before}{first:%Y-%m}" if in_iso() else f"{before}{_month(first)}"
    if first.year == last.year:
        return f"{before}{first.year}"
    if first.year // 10 == last.year // 10:
        return f"{before}{first.year // 10}0s"
    return f"{first.year}…"


def _among(when: When, first: date, last: date) -> str:
    """One of several days, or some day from one month or year to another."""
    many = choices(when)
    single = all(one.first is one.last for one in many)
    same_month = (first.year, first.month) == (last.year, last.month)
    by = " or " if len(many) == 2 and single and same_month else "…"
    return _reaching([point for one in many for point in one], first, last, by)


def _reaching(points: Sequence[When | None], first: date, last: date, by: str) -> str:
    """From the first to the last day, as closely as these points are named."""
    kinds = {point.kind for point in points if point is not None}
    if kinds == {"day"}:
        return _joined(first, last, by)
    dash = "–" if by == "–" else "…"
    if (first.year, first.month) == (last.year, last.month):
        return _vague(first, last)
    if first.year == last.year and kinds <= {"day", "month"} and in_iso():
        return f"{first:%Y-%m}{dash}{last:%m}"
    if kinds <= {"day", "month"} and (last - first).days < NEAR and not in_iso():
        return f"{_month(first)}{dash}{_month(last)}"
    if first.year == last.year:
        return _vague(first, last)
    return f"{first.year}{dash}{last.year}" if in_iso() else _years(first, last, dash)


def _named(point: When | None, day: date) -> str:
    """A bound as closely as it is named: its day, its month or its year."""
    if point is None or point.kind == "day":
        return _day(day)
    if point.kind == "month":
        return f"{day:%Y-%m}" if in_iso() else _month(day)
    return str(day.year)


def _decade_to(when: When, last: date) -> str:
    """``2010s–21``: from some year of a decade until a year."""
    start = ends(when).first or when
    tens = decade(start.earliest_start or last, start.latest_end or last)
    return f"{tens}–{last.year % 100:02}" if tens and tens[:2] == str(last.year)[:2] else ""


def _with_month(word: str, when: When, first: date) -> str:
    """``late Sep``: a word that stands alone, with its month where it has room."""
    if when.kind != "month" or in_iso():
        return word
    said = f"{word} {_month(first)}"
    return said if len(said) <= WORDS else word


def _cut(text: str) -> str:
    cells = label_cells()
    return text if len(text) <= cells else text[: cells - 1] + "…"


def _day(day: date) -> str:
    return f"{day:%m-%d}" if in_iso() else str(day.day)


def _month(day: date) -> str:
    return MONTHS[day.month - 1]


def _joined(first: date, last: date, by: str) -> str:
    if first == last:
        return f"{DAYS[first.weekday()]} {_day(first)}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{_day(first)}{by}{last:%d}" if in_iso() else f"{first.day}{by}{last.day}"
    short = "…" if by == "…" else "–"
    near = (last - first).days < NEAR
    if in_iso():
        return f"{_day(first)}{short}{_day(last)}" if near else f"{first.year}{short}{last.year}"
    text = f"{first.day}{short}{last.day} {_month(last)}"
    if len(text) <= WORDS and near and first.day > last.day:  # “1–20 Mar” would be of one month
        return text
    text = f"{_month(first)}{short}{_month(last)}"
    return text if near or first.year == last.year else _years(first, last, short)


def _years(first: date, last: date, by: str) -> str:
    """``1910–45``: never without the second year, which would be read as "still so"."""
    same = first.year // 100 == last.year // 100
    return f"{first.year}{by}{'' if same else '’'}{last.year % 100:02}"


def lone_label(text: str | None, cells: int) -> str:
    """The label of a row that no heading tells its month, in at most so many cells (``LONE``, or
    ``label_cells()``): its month or year, never narrower than the date."""
    when = read(text)
    if when is None:
        return "no date" if text is None else _cut(text)
    said = _lone(when, short=cells < LONE and not in_iso())
    if _about(when) and when.kind in {"day", "month", "year"} and cells >= LONE:
        brief = said if in_iso() or when.kind == "year" else f"{said[:4]}’{said[-2:]}"
        said = f"about {brief}"
    return _doubted(said, when, cells)


def _lone(when: When, *, short: bool) -> str:
    first, last = when.earliest_start, when.latest_end
    if when.kind == "by" and last:
        return f"by {last.year if short or _by_year(choices(when)[0].last) else _of(last)}"
    if when.kind == "after" and first:
        return f"{first.year if short or _by_year(choices(when)[0].first) else _of(first)} on"
    if when.kind in {"open-end", "unknown-end"} and first:
        to = when.latest_start or first
        if first.year != to.year:
            return _from(when, first) if short else f"from {_vague(first, to, '')}"
        if short:
            return f"from ’{first.year % 100:02}"
        return f"from {first.year}" if _of(to) != _of(first) else f"from {_of(first)}"
    if when.kind in {"open-start", "unknown-start"} and last:
        if _by_year(ends(when).last):
            return _until(when, last, short=short)
        return f"till ’{last.year % 100:02}" if short else f"till {_of(last)}"
    if first is None or last is None:
        return "sometime"
    return _lone_between(when, first, last, short=short)


def _by_year(point: When | None) -> bool:
    return point is not None and point.kind in {"year", "span"}


def _lone_between(when: When, first: date, last: date, *, short: bool) -> str:
    by = "–" if when.kind == "interval" else "…"
    if tens := decade(first, last):
        return tens
    if first.year != last.year:
        tens = _decade_to(when, last)
        if tens and not short:
            return f"{tens[:-2]}{last.year}"
        return (tens or _years(first, last, by)) if short else f"{first.year}{by}{last.year}"
    if first.month == last.month:
        return _of(first)
    if short or when.kind == "year":
        return str(first.year)
    return f"{_of(first)}{by}{last:%m}" if in_iso() else f"{_month(first)}{by}{_of(last)}"


def _of(day: date) -> str:
    """The month with its year: ``Aug 2019``."""
    return f"{day:%Y-%m}" if in_iso() else f"{_month(day)} {day.year}"


def _from(when: When, first: date) -> str:
    if is_day(when):
        return f"from {_day(first)}"
    to = when.latest_start or first
    if first.year != to.year:  # no year is known: “from ’10” would be narrower
        said = _vague(first, to, "")
        return f"from {said}" if in_iso() else f"{said} on"
    if (to - first).days > 31:
        return f"from {first.year}" if in_iso() else f"from ’{first.year % 100:02}"
    return f"from {first:%Y-%m}" if in_iso() else f"from {_month(first)}"


def _until(when: When, last: date, *, short: bool = True) -> str:
    since = when.earliest_end or last
    if tens := decade(since, last):
        return f"to {tens}"
    if (since.year, since.month) != (last.year, last.month):
        return f"till ’{last.year % 100:02}" if short and not in_iso() else f"till {last.year}"
    return f"till {last:%Y-%m}" if in_iso() else f"till {_month(last)}"
