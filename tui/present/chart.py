"""The tenure chart: a post's holders over time, attested ``━`` and maybe ``┄``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from store.model.records import Tenure
from tui.present import dates
from tui.present.line import Line, Link, Span, fit, spans_width, width

MAYBE = 45  # days drawn as maybe beyond an edge that no source gives


class Bar(msgspec.Struct, frozen=True):
    """A holder's bar in days: ``sure`` is the unbroken part, ``wide`` what may be."""

    tenure: Tenure
    sure: tuple[date, date] | None
    wide: tuple[date, date]


def bar(tenure: Tenure) -> Bar | None:
    """The bar of a tenure, or ``None`` where no source dates it at all."""
    start, end = dates.read(tenure.start), dates.read(tenure.end)
    attested = [
        date.fromisoformat(day)
        for day in (tenure.first_attested, tenure.last_attested)
        if day is not None
    ]
    firsts = [*attested, *([start.latest_start] if start and start.latest_start else [])]
    lasts = [*attested, *([end.earliest_end] if end and end.earliest_end else [])]
    lows = [start.earliest_start] if start and start.earliest_start else []
    highs = [end.latest_end] if end and end.latest_end else []
    days = [*firsts, *lasts, *lows, *highs]
    if not days:
        return None
    edge = timedelta(days=MAYBE)
    low = lows[0] if lows else min(days) - edge
    high = highs[0] if highs else max(days) + edge
    points = [*firsts, *lasts]
    sure = (min(points), max(points)) if points else None
    return Bar(tenure, sure, (min(low, *days), max(high, *days)))


def chart(tenures: Sequence[Tenure], cells: int, day: str | None = None) -> list[Line]:
    """Years and months above, a bar for each holder, the day asked about as a line."""
    bars = [made for made in map(bar, tenures) if made is not None]
    names = max((width(one.tenure.person_name) for one in bars), default=0) + 2
    names = min(names, max(cells // 3, 10))
    room = cells - names
    if not bars or room < 16:
        return []
    when = dates.read(day)
    first = min(one.wide[0] for one in bars)
    last = max(one.wide[1] for one in bars)
    if when and when.earliest_start and when.latest_end:
        first, last = min(first, when.earliest_start), max(last, when.latest_end)
    scale = _Scale(first.replace(day=1), last, room)
    at = scale.column(when.earliest_start) if when and when.earliest_start else None
    pad = Span(" " * names)
    lines = [Line((pad, Span(text, "muted")), stop=False) for text in scale.axis()]
    for one in bars:
        link = Link("person", one.tenure.person)
        name = Span(fit(one.tenure.person_name, names - 2), "accent", link=link)
        lines.append(Line((name, Span("  "), *_cells(one, scale, at))))
    if at is not None:
        said = dates.short(day)
        left = max(0, min(at - width(said) // 2, room - width(said)))
        lines.append(Line((pad, Span(" " * left + said, "accent")), stop=False))
    key = [Span("━ attested   ", "muted"), Span("┄ maybe", "muted")]
    if at is not None:
        key.append(Span("   │ the day", "muted"))
    fits = spans_width(key) + names <= cells
    lines.append(Line((pad if fits else Span(""), *key), stop=False))
    return lines


class _Scale(msgspec.Struct, frozen=True):
    first: date
    last: date
    cells: int

    def column(self, day: date) -> int:
        days = max((self.last - self.first).days, 1)
        place = (day - self.first).days * (self.cells - 1) / days
        return max(0, min(self.cells - 1, round(place)))

    def axis(self) -> tuple[str, ...]:
        years = [" "] * self.cells
        months = [" "] * self.cells
        free_year, free_month = 0, 0
        many = (self.last - self.first).days / 30.5 * 4 > self.cells * 3
        for index in range((self.last.year - self.first.year) * 12 + 12):
            year, month = self.first.year + index // 12, index % 12 + 1
            if not self.first <= date(year, month, 1) <= self.last:
                continue
            at = self.column(date(year, month, 1))
            label = str(year)
            begins = month == 1 or (year, month) == (self.first.year, self.first.month)
            if begins and at >= free_year and at + 4 <= self.cells:
                years[at : at + 4] = label
                free_year = at + 5
            if not many and at >= free_month and at + 3 <= self.cells:
                months[at : at + 3] = dates.MONTHS[month - 1]
                free_month = at + 4
        rows = ("".join(years).rstrip(), "".join(months).rstrip())
        return rows if rows[1] else rows[:1]


def _cells(one: Bar, scale: _Scale, at: int | None) -> list[Span]:
    low, high = scale.column(one.wide[0]), scale.column(one.wide[1])
    sure = (scale.column(one.sure[0]), scale.column(one.sure[1])) if one.sure else (1, 0)
    spans: list[Span] = []
    for cell in range(scale.cells):
        inside = low <= cell <= high
        attested = sure[0] <= cell <= sure[1]
        sign, role = " ", "text"
        if attested:
            sign, role = "━", "good"
        elif inside:
            sign, role = "┄", "warn"
        if cell == at:
            sign, role = ("┿" if attested else "│"), "accent"
        if spans and spans[-1].role == role:
            spans[-1] = Span(spans[-1].text + sign, role)
        else:
            spans.append(Span(sign, role))
    return spans
