"""Who held what on a day: a tenure's span from its attestations (derived rule 5)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

import msgspec

from store.dates.duration import Duration, minus, plus
from store.when import When, before

Held = Literal["yes", "maybe", "unattested", "no"]


class Span(msgspec.Struct, frozen=True):
    """What is known of a tenure in time.

    ``start`` and ``end`` are claimed or inferred, else None. ``attested`` are the days on which
    the holder is attested, start and end included. ``horizon`` is how long an unclaimed edge
    stays ``maybe``. ``given`` are the dates as claims give them (EDTF), where those attested are
    made of several; empty where they are the same.
    """

    start: When | None
    end: When | None
    attested: tuple[When, ...]
    horizon: Duration
    given: tuple[str, ...] = ()

    @property
    def sure(self) -> tuple[date, date] | None:
        """First and last day on which the post was surely held; None where no two bounds, or no
        certain day, say so, and where the end is before the start."""
        if self.start and self.end and before(self.end, self.start) == "yes":
            return None
        certain = [when for when in self.attested if not when.uncertain]
        # on some day of a date that only says when; on each of one that lasted
        first = min((w.latest_start for w in certain if w.latest_start), default=None)
        last = max((w.earliest_end for w in certain if w.earliest_end), default=None)
        return (first, last) if first and last and first <= last else None

    @property
    def widest(self) -> tuple[date, date] | None:
        """First and last day that any attestation touches; None without one."""
        days = [day for w in self.attested for day in (w.earliest, w.latest) if day]
        return (min(days), max(days)) if days else None

    @property
    def told(self) -> tuple[date, date] | None:
        """First and last day of attestation, as it is told: of the days that a claim names those
        on which the post was surely held, else those that the attestations touch. The first and
        the last day of a month or year are named by nobody: an end in February is no word of
        1 February, though the post was held until then (``sure``). A bound alone (“until some day
        before …”) attests no day."""
        sure = self.sure
        certain = [when for when in self.attested if not when.uncertain]
        found = [day for day in self._named(certain) if sure and sure[0] <= day <= sure[1]]
        found = found or self._named([w for w in self.attested if w.earliest and w.latest])
        return (min(found), max(found)) if found else None

    def _named(self, dates: Iterable[When]) -> list[date]:
        """The outermost days of these dates, as far as the text of a claim names them."""
        given = self.given or [when.text for when in self.attested]
        days = {day for when in dates for day in (when.earliest, when.latest) if day}
        return [day for day in days if any(day.isoformat() in text for text in given)]

    def on_day(self, day: date) -> Held:
        """Whether the post was held on one day."""
        sure, widest = self.sure, self.widest
        if sure and sure[0] <= day <= sure[1]:
            return "yes"
        if widest is None:
            return "unattested"
        start, end = self.start, self.end
        if start and start.earliest and not start.uncertain and day < start.earliest:
            return "no"
        if end and end.latest and not end.uncertain and day > end.latest:
            return "no"
        if widest[0] <= day <= widest[1]:
            return "maybe"
        edge = start if day < widest[0] else end
        near = minus(widest[0], self.horizon) if day < widest[0] else plus(widest[1], self.horizon)
        within = day >= near if day < widest[0] else day <= near
        if within:
            return "maybe"
        return "no" if edge is not None else "unattested"

    def over(self, first: date, last: date) -> Held:
        """Whether the post was held on every day from ``first`` to ``last`` (``yes``), on none
        (``no``), or something between."""
        found = {self.on_day(day) for day in self._turning_days(first, last)}
        if found == {"yes"}:
            return "yes"
        if found & {"yes", "maybe"}:
            return "maybe"
        return "unattested" if "unattested" in found else "no"

    def _turning_days(self, first: date, last: date) -> Iterable[date]:
        """The ends of the range and every day in it on which the answer may change."""
        days = {first, last}
        edges: list[date] = []
        for pair in (self.sure, self.widest):
            edges.extend(pair or ())
        for when in (self.start, self.end):
            edges.extend(day for day in (when.earliest, when.latest) if day) if when else None
        if self.widest:
            edges += [minus(self.widest[0], self.horizon), plus(self.widest[1], self.horizon)]
        for edge in edges:
            for step in (-1, 0, 1):
                number = edge.toordinal() + step
                if first.toordinal() <= number <= last.toordinal():
                    days.add(first + timedelta(days=number - first.toordinal()))
        return sorted(days)


def range_of(when: When) -> tuple[date, date]:
    """A day, month, year … as its first and last day; a missing bound is the end of time."""
    return when.earliest or date.min, when.latest or date.max
