"""Lines that only moved up or down: the terminal can move them itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tui.frugal.cells import UNKNOWN, Row

FEWEST = 3  # rows that must have changed before it is looked for


class Scroll(NamedTuple):
    """Rows from ``top`` to ``bottom`` (both included) move up by ``by``; down where negative."""

    top: int
    bottom: int
    by: int


def find_scroll(shown: Sequence[Row], wanted: Sequence[Row]) -> Scroll | None:
    """The scroll that brings most lines to their place; None where there is none."""
    changed = [y for y, row in enumerate(wanted) if row is not shown[y] and row != shown[y]]
    if len(changed) < FEWEST:
        return None
    where: dict[str, list[int]] = {}
    for y in range(changed[0], changed[-1] + 1):
        where.setdefault(_key(shown[y]), []).append(y)
    votes: Counter[int] = Counter()
    for y in changed:
        key = _key(wanted[y])
        if key.strip():
            votes.update(old - y for old in where.get(key, ()) if old != y)
    if not votes:
        return None
    by, _ = max(votes.items(), key=lambda pair: (pair[1], -abs(pair[0])))
    moved = [
        y for y in changed if 0 <= y + by < len(shown) and _key(wanted[y]) == _key(shown[y + by])
    ]
    ends = [*moved, *(y + by for y in moved)]
    scroll = Scroll(min(ends), max(ends), by)
    touched = wanted[scroll.top : scroll.bottom + 1]
    # what is not known could not be put back
    return None if any(UNKNOWN in row.texts for row in touched) else scroll


def scrolled(rows: Sequence[Row], scroll: Scroll) -> list[Row]:
    """The rows after it; those that come in are blank."""
    top, bottom, by = scroll
    part = list(rows[top : bottom + 1])
    blank = [Row.of(len(rows[0].texts), " ") for _ in range(abs(by))]
    part = [*part[by:], *blank] if by > 0 else [*blank, *part[:by]]
    return [*rows[:top], *part, *rows[bottom + 1 :]]


def _key(row: Row) -> str:
    """The line without its first cell, where only the cursor stands."""
    return "".join(row.texts[1:])
