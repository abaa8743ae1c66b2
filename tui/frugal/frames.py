"""What Textual draws, read as a terminal reads it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.frugal.cells import Row, StrangeError
from tui.frugal.pen import PLAIN, Pen, pen_of

# all that a frame is made of: places, pens, ends of lines, text
_PIECE = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[([\d;]*)m|(\n)|([^\x00-\x1f\x7f-\x9f]+)")


class Frame(NamedTuple):
    """The rows as they are to be, and where the cursor is to stand (column, row)."""

    rows: list[Row]
    cursor: tuple[int, int]


def read_frame(data: str, shown: Sequence[Row]) -> Frame | None:
    """The rows once this is drawn over the ones shown; None where it holds anything else than
    text in its place. Rows it does not touch are the same objects."""
    rows = list(shown)
    try:
        cursor = _draw(data, rows, shown)
    except (StrangeError, IndexError):
        return None
    return None if cursor is None else Frame(rows, cursor)


def _draw(data: str, rows: list[Row], shown: Sequence[Row]) -> tuple[int, int] | None:
    at = 0
    x = y = -1
    pen: Pen = PLAIN
    joined = False
    match = _PIECE.match
    while at < len(data):
        piece = match(data, at)
        if piece is None:
            return None
        at = piece.end()
        down, right, codes, end, text = piece.groups()
        if text is not None:
            if not 0 <= y < len(rows) or not 0 <= x <= len(rows[y].texts):
                return None
            if rows[y] is shown[y]:
                rows[y] = shown[y].copy()
            x = rows[y].put(x, text, pen, joined=joined)
            joined = True
        elif codes is not None:
            new = pen_of(codes, pen)
            if new is None:
                return None
            pen = new
        elif end is not None:
            if y + 1 >= len(rows):
                return None  # everything would move up
            x = y = -1  # Textual says where it goes on
        else:
            x, y, joined = int(right) - 1, int(down) - 1, False
    # what is left on must be off: the next frame begins with a plain pen
    return (x, y) if pen == PLAIN and x >= 0 and y >= 0 else None
