"""The short label of a date in a row, under the heading of its month. A dash is every day, dots
are one of them. Written in words a label leaves the month to its heading; as ISO 8601 it has it."""

from __future__ import annotations

from datetime import date, timedelta

from store.when import When
from tui.present.dates import DAYS, MONTHS, in_iso, is_day, loose, read

WORDS, ISO = 8, 12  # cells of the longest label
LONE = 13  # of one that stands under no heading, where it has room
# how a word stands before its month
LOOSE = {"early": "early", "mid": "mid", "late": "late", "about": "near"}


def label_cells() -> int:
    """Cells of the longest label, as dates are written now."""
    return ISO if in_iso() else WORDS


def day_label(text: str | None, words: str | None = None, *, weekday: bool = True) -> str:
    """The label of a row under its month heading, at most ``label_cells()`` cells.

    ``words`` are the source's own for the date: they choose among early, late and about.
    """
    when = read(text)
    if when is None:
        return "" if text is None else _cut(text)
    first, last = when.earliest_start, when.latest_end
    if when.kind in {"month", "year", "span"} or (when.uncertain and when.kind == "day"):
        if when.kind == "day" and first and loose(when, words).startswith("about"):
            return f"about {_day(first)}"
        return _with_month(loose(when, words), when, first)
    if when.kind == "day" and first:
        return f"{DAYS[first.weekday()]} {_day(first)}" if weekday else _day(first)
    if when.kind in {"set", "window"} and first and last:
        if len(when.members) == 2 and all(a == b for a, b in when.members):
            return _joined(first, last, " or ")
        return _joined(first, last, "…")
    if when.kind == "by" and last:
        return f"by {_day(last)}"
    if when.kind == "after" and first:
        if first.day == 1:  # the day before stands under another heading
            return f"{_day(first)} onward"
        return f"after {_day(first - timedelta(days=1))}"
    if when.kind in {"open-end", "unknown-end"} and first:
        return _from(when, first)
    if when.kind in {"open-start", "unknown-start"} and last:
        return f"until {_day(last)}" if is_day(when, end=True) else _until(last)
    if when.kind == "interval" and first and last:
        return _joined(first, last, "–")
    return "sometime"


def _with_month(word: str, when: When, first: date | None) -> str:
    """``late Sep``, ``near Sep``: a word that stands alone, with its month where it has room."""
    if when.kind != "month" or first is None or in_iso() or word not in LOOSE:
        return word
    said = f"{LOOSE[word]} {_month(first)}"
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
    near = (last - first).days < 320  # else the days would be taken for those of one year
    if in_iso():
        return f"{_day(first)}{short}{_day(last)}" if near else f"{first.year}{short}{last.year}"
    text = f"{first.day}{short}{last.day} {_month(last)}"
    if len(text) <= WORDS and near:
        return text
    text = f"{_month(first)}{short}{_month(last)}"
    return text if first.year == last.year else _years(first, last, short)


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
    first, last = when.earliest_start, when.latest_end
    short = cells < LONE and not in_iso()
    if when.kind == "by" and last:
        return f"by {last.year}" if short else f"by {_of(last)}"
    if when.kind == "after" and first:
        return f"{first.year} on" if short else f"{_of(first)} on"
    if when.kind in {"open-end", "unknown-end"} and first:
        vague = when.latest_start is not None and _of(when.latest_start) != _of(first)
        if short:
            return f"from ’{first.year % 100:02}"
        return f"from {first.year}" if vague else f"from {_of(first)}"
    if when.kind in {"open-start", "unknown-start"} and last:
        return f"till ’{last.year % 100:02}" if short else f"till {_of(last)}"
    if first is None or last is None:
        return "sometime"
    return _lone_between(when, first, last, short=short)


def _lone_between(when: When, first: date, last: date, *, short: bool) -> str:
    by = "–" if when.kind == "interval" else "…"
    if first.year != last.year:
        return _years(first, last, by) if short else f"{first.year}{by}{last.year}"
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
    if when.latest_start and (when.latest_start - first).days > 31:
        return f"from {first.year}" if in_iso() else f"from ’{first.year % 100:02}"
    return f"from {first:%Y-%m}" if in_iso() else f"from {_month(first)}"


def _until(last: date) -> str:
    return f"till {last:%Y-%m}" if in_iso() else f"until {_month(last)}"
