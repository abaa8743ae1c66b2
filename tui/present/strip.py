"""The month strip: where in time the events lie, in two lines.

Bars are scaled to the fullest month; an event always gives a bar. Months run without gaps within
a stretch; a stretch begins with its year; a year known only as a year stands as itself, and so
does a decade. What is too long is drawn with one bar a year, then one a decade.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from tui.present.line import Line, Span

BARS = "▁▂▃▄▅▆▇█"
INITIALS = "JFMAMJJASOND"
GAP = 12  # months without an event after which a new stretch begins

MonthStart = tuple[str | None, int, int]


class Mark(msgspec.Struct, frozen=True):
    """One label of the strip with the bar above its first cell, if it has one.

    ``first`` and ``last`` are the first and last month (or year) it stands for."""

    label: str
    count: int | None
    first: str
    last: str


def strip(
    months: Sequence[MonthStart],
    cells: int,
    view: tuple[str | None, str | None] = (None, None),
    axis: Sequence[MonthStart] | None = None,
) -> tuple[Line, Line]:
    """Bars above, labels below; ``view`` is the first and last month in sight. ``axis`` are the
    months to be told apart where they are more than those with events to count: what narrows
    the events leaves the labels where they are."""
    counts, every = _counts(months), _counts(months if axis is None else axis)
    marks: list[Mark] = []
    for build in (_by_month, _squeezed, _late_months, _by_year, _by_decade):
        marks = build(every)
        if _cells(marks) <= cells:
            break
    if axis is not None:
        marks = [_counted(mark, counts) for mark in marks]
    return _draw(marks, cells, view)


def _counts(months: Sequence[MonthStart]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for month, _, count in months:
        if month is not None:
            counts[month] = counts.get(month, 0) + count
    return counts


def _counted(mark: Mark, counts: dict[str, int]) -> Mark:
    if mark.count is None:
        return mark
    inside = (n for month, n in counts.items() if mark.first <= month <= mark.last)
    return replace(mark, count=sum(inside))


def _cells(marks: Sequence[Mark]) -> int:
    return sum(len(mark.label) + 1 for mark in marks) + 1


def _is_month(key: str) -> bool:
    """Whether it is a month; else it is a year, a decade or years from one to another."""
    return key[4:5] == "-"


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _by_month(counts: dict[str, int]) -> list[Mark]:
    marks: list[Mark] = []
    previous: int | None = None
    stretches = sorted(counts)
    for key in stretches:
        if not _is_month(key):
            marks.append(Mark(key, counts[key], key, key))
            previous = None
            continue
        number = _number(key)
        if previous is None or number - previous > GAP:
            previous = number - 1
            if not marks or marks[-1].label != key[:4]:
                marks.append(Mark(key[:4], None, key[:4], key[:4]))
        for one in range(previous + 1, number + 1):
            year, index = divmod(one, 12)
            month = f"{year:04}-{index + 1:02}"
            if index == 0 and (one != number or marks[-1].label != f"{year:04}"):
                marks.append(Mark(f"{year:04}", None, f"{year:04}", f"{year:04}"))
            marks.append(Mark(INITIALS[index], counts.get(month, 0), month, month))
        previous = number
    return marks


def _squeezed(counts: dict[str, int]) -> list[Mark]:
    """As by month, with every run of empty months drawn as one ``…``."""
    marks: list[Mark] = []
    for mark in _by_month(counts):
        empty = mark.count == 0
        if empty and marks and marks[-1].count == 0:
            marks[-1] = Mark("…", 0, marks[-1].first, mark.last)
        else:
            marks.append(mark)
    return marks


def _late_months(counts: dict[str, int]) -> list[Mark]:
    """Months for the stretch with most events, years for what lies around it."""
    groups: list[list[str]] = []
    for key in sorted(counts):
        near = (
            groups
            and _is_month(key)
            and _is_month(groups[-1][-1])
            and _number(key) - _number(groups[-1][-1]) <= GAP
        )
        if near:
            groups[-1].append(key)
        else:
            groups.append([key])
    if not groups:
        return []
    main = max(groups, key=lambda keys: sum(counts[key] for key in keys))
    marks: list[Mark] = []
    for keys in groups:
        part = {key: counts[key] for key in keys}
        marks += _squeezed(part) if keys is main else _by_year(part)
    return marks


def _by_year(counts: dict[str, int], size: int = 4) -> list[Mark]:
    sums: dict[str, int] = {}
    for key in sorted(counts):
        wider = key[4:5] == "…" or (key[4:5] == "s" and size == 4)  # no year of it is known
        unit = key if wider else key[:size]
        sums[unit] = sums.get(unit, 0) + counts[key]
    tail = "s" if size < 4 else ""
    return [
        Mark(key + "0" * (4 - size) + tail, count, key, key + "9" * (4 - size) + "-12")
        if len(key) == size
        else Mark(key, count, key, key)
        for key, count in sums.items()
    ]


def _by_decade(counts: dict[str, int]) -> list[Mark]:
    return _by_year(counts, 3)


def _draw(
    marks: Sequence[Mark], cells: int, view: tuple[str | None, str | None]
) -> tuple[Line, Line]:
    most = max((mark.count or 0 for mark in marks), default=0)
    bars, labels, lead = "", "", " "
    first, last = view
    inside = [
        index
        for index, mark in enumerate(marks)
        if mark.count is not None and first and last and mark.last >= first and mark.first <= last
    ]
    for index, mark in enumerate(marks):
        if len(labels) + len(mark.label) + 1 > cells:
            break
        gap = " " if labels else ""
        lead = "[" if inside and inside[0] == 0 else " "
        if inside and index == inside[0] and labels:
            gap = "["
        elif inside and index == inside[-1] + 1:
            gap = "]"
        labels += gap + mark.label
        bar = " " if mark.count is None else _bar(mark.count, most)
        bars += (" " if gap else "") + bar + " " * (len(mark.label) - 1)
    if inside and inside[-1] == len(marks) - 1:
        labels += "]"
    return (
        Line((Span(bars),), stop=False),
        Line((Span(labels, "muted"),), lead=lead, stop=False),
    )


def _bar(count: int, most: int) -> str:
    if count <= 0:
        return "·"
    return BARS[max(0, min(len(BARS) - 1, round(count / most * len(BARS)) - 1))]
