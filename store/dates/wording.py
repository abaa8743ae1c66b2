"""Checking a source's own words for a date against the typed date.

A claim keeps the words ("Friday or Saturday") beside the date they were typed as. Words that
this module can read are verified from the day on which they were said; words that it cannot read
need the curator's own reading, with a reason; words that say another day are an error whatever
the curator infers.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Literal, NamedTuple

from store.dates.compare import bounds_of
from store.dates.parse import named_range, parse_when
from store.dates.time_words import Phrase, Reading, Side, read_words
from store.dates.value import POINTS, When, WhenError
from store.dates.wording_days import FIRST, LAST, Span, shifted, spans

Wording = Literal["verified", "unknown", "contradicted"]
_MOST_DAYS = 62  # a source whose day is known less closely bears no "Friday" and no "last month"

Days = tuple[date, date]


class Checked(NamedTuple):
    """``verified``: the words say the date, or something more exact. ``unknown``: the words do
    not carry it by themselves, so the claim needs ``inferred``. ``contradicted``: the words say
    another date. The message is one sentence, empty when verified."""

    verdict: Wording
    message: str = ""


_VERIFIED = Checked("verified")


def check_wording(words: str, typed: When, source_day: When) -> Checked:
    """Check ``words`` against the ``typed`` date. ``source_day`` is the day of speaking, or of
    publication where the words are the source's own."""
    if _is_edtf(words, typed):
        return _VERIFIED
    reading = read_words(words)
    if reading is None:
        return Checked(
            "unknown",
            f"the words “{words}” cannot be checked against {typed}: "
            "say in `inferred` how the date follows from them",
        )
    days = _days(source_day)
    phrases = reading.ends or reading.choices
    relative = any(not spans(phrase, None) for phrase in phrases)
    if relative and not days:
        return Checked(
            "unknown",
            f"the day on which “{words}” was said is not known closely enough to check {typed}: "
            "say in `inferred` how the date follows",
        )
    verdicts: set[Wording] = set()
    meant: set[str] = set()
    for day in days if relative else [None]:
        for chosen in _chosen(phrases, day, ordered=reading.ends is not None):
            verdicts.add(_verdict(reading, chosen, typed))
            meant.add(_shown(chosen, " to " if reading.ends else " or "))
    if "verified" in verdicts:
        return _VERIFIED
    said = f"the words “{words}”" + (f", said on {source_day}," if relative else "")
    if not verdicts:
        return Checked("contradicted", f"{said} fit no day, so not {typed}")
    mean = " or ".join(sorted(meant)[:4])
    if "unknown" in verdicts:
        return Checked(
            "unknown",
            f"{said} give {mean}, which does not say {typed}: "
            "say in `inferred` how the date follows",
        )
    if relative and source_day.uncertain:
        return Checked(
            "unknown",
            f"{said} give {mean} and not {typed}, but that day is itself uncertain: "
            "say in `inferred` how the date follows",
        )
    return Checked("contradicted", f"{said} mean {mean}, not {typed}")


def _is_edtf(words: str, typed: When) -> bool:
    try:
        return parse_when(words) == typed
    except WhenError:
        return False


def _days(source_day: When) -> list[date | None]:
    """Every day the source may be of; none where that is open or too wide."""
    first, last = source_day.earliest, source_day.latest
    if first is None or last is None or (last - first).days > _MOST_DAYS:
        return []
    return [shifted(first, i) for i in range((last - first).days + 1)]


def _chosen(
    phrases: tuple[Phrase, ...], day: date | None, *, ordered: bool
) -> Iterator[tuple[Span, ...]]:
    """The readings of all phrases together, of those that lie closest to each other."""
    found = list(product(*(spans(phrase, day) for phrase in phrases)))
    if ordered:
        found = [pair for pair in found if pair[0].low <= pair[1].high]
    if not found:
        return
    closest = min(map(_spread, found))
    yield from (chosen for chosen in found if _spread(chosen) == closest)


def _spread(chosen: tuple[Span, ...]) -> int:
    firsts = [span.first for span in chosen]
    return (max(firsts) - min(firsts)).days


def _verdict(reading: Reading, chosen: tuple[Span, ...], typed: When) -> Wording:
    start, end = _edges(typed)
    if typed.kind == "interval" and reading.ends is not None:
        return _worst((_compare((chosen[0],), start), _compare((chosen[1],), end)))
    if reading.ends is not None:
        return _against_range(chosen[0], chosen[1], typed, start, end)
    if typed.kind in POINTS:
        return _compare(tuple(_turned(span, reading.side) for span in chosen), start)
    to_end = reading.side in ("until", "by", "before") or typed.kind.endswith("start")
    edge = end if to_end else start
    if typed.kind != "interval":
        return _compare(chosen, edge)
    # the words name one time and the date two: one of them at least is ours
    days = [(start[0][0], end[0][1])] if reading.side == "at" else edge
    return _worst((_compare(chosen, days), "unknown"))


def _against_range(
    first: Span, last: Span, typed: When, start: list[Days], end: list[Days]
) -> Wording:
    """ "1910 to 1945" carries its beginning, its end, or all that lies between."""
    whole = Span(first.first, last.last, first.low, last.high)
    if typed.kind.endswith("end"):
        return _compare((first,), start)
    if typed.kind.endswith("start"):
        return _compare((last,), end)
    verdicts = {_compare((span,), start) for span in (first, last, whole)}
    return "verified" if "verified" in verdicts else _compare((whole,), start)


def _worst(verdicts: tuple[Wording, ...]) -> Wording:
    order: tuple[Wording, ...] = ("contradicted", "unknown", "verified")
    return min(verdicts, key=order.index)


def _edges(typed: When) -> tuple[list[Days], list[Days]]:
    """The days on which it may have started, and those on which it may have ended."""
    if typed.kind in POINTS:
        whole = [(_day(x[0]), _day(x[3])) for x in bounds_of(typed)]
        return whole, whole
    ((a, b, c, d),) = bounds_of(typed)
    return [(_day(a), _day(b))], [(_day(c), _day(d))]


def _day(number: int) -> date:
    return date.fromordinal(min(max(number, 1), LAST.toordinal()))


def _turned(span: Span, side: Side) -> Span:
    """The span as "by", "before" or "after" it."""
    if side == "by":
        return Span(FIRST, span.last, FIRST, span.high)
    if side == "before":
        return Span(FIRST, shifted(span.first, -1), FIRST, span.high)
    if side == "after":
        return Span(shifted(span.last, 1), LAST, span.low, LAST)
    return span


def _touch(span: Span, days: Days) -> bool:
    return days[0] <= span.high and span.low <= days[1]


def _compare(said: tuple[Span, ...], typed: list[Days]) -> Wording:
    """Verified when the date leaves room for all that the words say and names nothing else."""
    if not any(_touch(span, days) for span in said for days in typed):
        return "contradicted"
    room = all(_holds(typed, span) for span in said)
    named = all(any(_touch(span, days) for span in said) for days in typed)
    return "verified" if room and named else "unknown"


def _holds(typed: list[Days], span: Span) -> bool:
    """Whether each day that the words surely include is one of the date's."""
    reached = span.first
    for first, last in sorted(typed):
        if first <= reached <= last:
            if span.last <= last:
                return True
            reached = shifted(last, 1)
    return False


def _shown(chosen: tuple[Span, ...], joint: str) -> str:
    return joint.join(dict.fromkeys(named_range(span.low, span.high) for span in chosen))
