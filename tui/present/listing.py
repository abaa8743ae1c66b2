"""Lists as bodies: which line of a pane is a heading, a row, a blank or a rule.

A body asks its view only for the rows that are in sight.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Protocol

from store.views.sorting import LATEST, ORIGINS
from store.views.timeline import EventRow, Timeline
from tui.present.line import BLANK, Line
from tui.present.rows import (
    event_row,
    later_rule,
    month_heading,
    origins_heading,
    undated,
)
from tui.present.words import more_below

WINDOW = 96  # rows asked for at once: the page in sight and what surrounds it


class Body(Protocol):
    """Lines that a pane draws. Line numbers count from 0."""

    def __len__(self) -> int: ...

    def line(self, index: int) -> Line: ...

    def heading(self, index: int) -> int | None:
        """The line of the heading above this one, or ``None``."""

    def below(self, index: int) -> str:
        """What the last line in sight says of those after this one; empty: nothing."""


class Lines:
    """A body of lines that are all there: a card, the help, a message."""

    def __init__(self, lines: Sequence[Line] = (), claims: Sequence[int] = ()) -> None:
        self._lines = tuple(lines)
        self._claims = tuple(claims)
        self._events = tuple(at for at, line in enumerate(self._lines) if line.event)

    def __len__(self) -> int:
        return len(self._lines)

    def line(self, index: int) -> Line:
        return self._lines[index]

    def heading(self, index: int) -> int | None:
        return None

    def below(self, index: int) -> str:
        events, claims = (len(at) - bisect_right(at, index) for at in (self._events, self._claims))
        return more_below(events, claims)


class Headed(Lines):
    """Lines that stand under headings, which are told again where they are out of sight; they
    have numbers beyond the last line."""

    def __init__(self, lines: Sequence[Line], heads: Sequence[Line | None]) -> None:
        super().__init__(lines)
        self._heads = tuple(heads)

    def line(self, index: int) -> Line:
        beyond = index - len(self)
        return super().line(index) if beyond < 0 else self._heads[beyond] or BLANK

    def heading(self, index: int) -> int | None:
        return len(self) + index if self._heads[index] is not None else None


class TimelineBody:
    """Headings with their rows: months, or numbers of origins. By time, a rule where the future
    of ``known`` begins; latest first, where it ends."""

    def __init__(self, view: Timeline, pane: int, *, airy: bool, known: str | None = None) -> None:
        self._view = view
        self._pane, self._known = pane, known
        gap = 1 if airy else 0
        groups = view.groups()
        self._groups = groups
        self._heads = [first + index * (1 + gap) for index, (_, first, _) in enumerate(groups)]
        rows = len(view)
        self._size = rows + len(groups) + max(len(groups) - 1, 0) * gap
        self._window: tuple[int, tuple[EventRow, ...]] = (0, ())
        self._rule: int | None = None
        if known is not None and view.order != ORIGINS:
            self._rule = self._place_rule()

    def __len__(self) -> int:
        return self._size + (self._rule is not None)

    def _place_rule(self) -> int | None:
        low, high = 0, len(self._view)
        dated = [g for g in self._groups if g[0] is not None]
        if dated:
            high = dated[-1][1] + dated[-1][2]
        end = high
        turned = self._view.order == LATEST
        while low < high:
            middle = (low + high) // 2
            if self._row(middle).later != turned:
                high = middle
            else:
                low = middle + 1
        if low >= end or (turned and low == 0):
            return None
        group = self._group_of_row(low)
        if self._groups[group][1] == low:
            return max(self._heads[group] - (1 if group and self._airy else 0), 0)
        return self._heads[group] + 1 + low - self._groups[group][1]

    @cached_property
    def _undated(self) -> str:
        """What stands over the events without a date: where a rule divides the others, they are
        on neither side of it."""
        if self._rule is None:
            return ""
        rows = [row for month, first, number in self._groups if month is None
                for row in self._view.rows(first, first + number)]  # fmt: skip
        return undated([row.status for row in rows])

    @property
    def _airy(self) -> bool:
        return len(self._heads) > 1 and self._heads[1] > self._groups[1][1] + 1

    def _group_of_row(self, row: int) -> int:
        return bisect_right([first for _, first, _ in self._groups], row) - 1

    def _row(self, row: int) -> EventRow:
        start, rows = self._window
        if not start <= row < start + len(rows):
            start = max(row - WINDOW // 2, 0)
            rows = self._view.rows(start, min(start + WINDOW, len(self._view)))
            self._window = (start, rows)
        return rows[row - start]

    def _base(self, index: int) -> tuple[int, int]:
        """(group, offset in it) of a line without the rule; offset 0 is the heading."""
        group = bisect_right(self._heads, index) - 1
        return group, index - self._heads[group]

    def _without_rule(self, index: int) -> int:
        return index - 1 if self._rule is not None and index > self._rule else index

    def line(self, index: int) -> Line:
        if index == self._rule and self._known:
            return later_rule(self._known, self._pane, turned=self._view.order == LATEST)
        group, offset = self._base(self._without_rule(index))
        month, first, count = self._groups[group]
        by_origins = self._view.order == ORIGINS
        if offset == 0 and by_origins:
            return origins_heading(month, count, self._pane)
        if offset == 0:
            return month_heading(month, count, self._pane, self._undated if not month else "")
        if offset > count:
            return BLANK
        return event_row(self._row(first + offset - 1), self._pane, alone=by_origins)

    def heading(self, index: int) -> int | None:
        if index == self._rule:
            return None
        group, offset = self._base(self._without_rule(index))
        if offset == 0 or offset >= self._groups[group][2]:
            return None  # over the last row it would stand right above the next heading
        head = self._heads[group]
        return head + 1 if self._rule is not None and head >= self._rule else head

    def below(self, index: int) -> str:
        return ""  # the strip of months tells where the reader is

    def row_at(self, index: int) -> EventRow | None:
        """The event on this line."""
        if not 0 <= index < len(self) or index == self._rule:
            return None
        group, offset = self._base(self._without_rule(index))
        _, first, count = self._groups[group]
        return self._row(first + offset - 1) if 0 < offset <= count else None

    def number_at(self, index: int) -> int | None:
        """The position (from 0) of the event on this line."""
        if not 0 <= index < len(self) or index == self._rule:
            return None
        group, offset = self._base(self._without_rule(index))
        _, first, count = self._groups[group]
        return first + offset - 1 if 0 < offset <= count else None

    def line_of(self, row: int) -> int:
        """The line on which the event at this position stands."""
        group = self._group_of_row(row)
        base = self._heads[group] + 1 + row - self._groups[group][1]
        return base + 1 if self._rule is not None and base >= self._rule else base

    def month_at(self, index: int) -> str | None:
        """The month of a line; None where the rows are not in the order of time."""
        if not self._groups or self._view.order == ORIGINS:
            return None
        index = max(0, min(index, len(self) - 1))
        return self._groups[self._base(self._without_rule(index))[0]][0]

    def month_line(self, index: int, step: int) -> int:
        """The line of the first event of the next or the previous month."""
        group, _ = self._base(self._without_rule(max(0, index)))
        group = max(0, min(len(self._groups) - 1, group + step))
        return self.line_of(self._groups[group][1])
