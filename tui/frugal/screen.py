"""Sends of each frame only what the terminal does not show already.

Textual sends a line it draws whole. Here stands what the terminal shows, cell by cell; a frame is
read as the terminal would read it, and what differs is written. Whatever else is written to the
terminal passes as it is: then nothing is known any more, and cells are sent until it is again.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tui.frugal.cells import UNKNOWN, Row
from tui.frugal.frames import read_frame
from tui.frugal.pen import PLAIN
from tui.frugal.scroll import find_scroll, scrolled
from tui.frugal.writing import Writer

BEGIN, END = "\x1b[?2026h", "\x1b[?2026l"  # a terminal that can, shows what is between at once
PACKET = 1000  # bytes that arrive at once anyway
# modes, questions, the clipboard: they change no cell and move no cursor
_APART = re.compile(
    r"(?:\x07|\x1b\[\?(?:1000|1003|1004|1006|1015|1016|2004|2048|25)[hl]|\x1b\[\?\d+\$p"
    r"|\x1b\[[<>=][\d;]*u|\x1b\]52;[^\x00-\x1f\x7f]*(?:\x07|\x1b\\))+"
)


class FrugalScreen:
    """What a terminal shows. ``size`` is asked for its columns and rows at each frame;
    ``grounds`` says that it erases with the ground of the pen, not with its own."""

    def __init__(self, size: Callable[[], tuple[int, int]], *, grounds: bool = False) -> None:
        self._size = size
        self._shape = (0, 0)
        self._rows: list[Row] = []
        self._writer = Writer(grounds=grounds)
        self._forgotten = True
        self._cursor: tuple[int, int] | None = None  # where Textual has it; None: not known
        self._held = self._begun = False

    def forget(self) -> None:
        """Nothing is known of the terminal any more. May be called from any thread."""
        self._forgotten = True

    def through(self, data: str) -> str:
        """What is to be sent so that the terminal shows this; often nothing."""
        if data == BEGIN:
            self._held = True
            return ""
        if data == END:
            begun, self._held, self._begun = self._begun, False, False
            return END if begun else ""
        if _APART.fullmatch(data):
            return self._begin() + data
        self._look()
        frame = read_frame(data, self._rows)
        if frame is None:
            self.forget()
            return self._begin() + self._as_left() + data
        out = self._write(frame.rows)
        self._rows, self._cursor = frame.rows, frame.cursor
        if frame.cursor[1]:  # below the header something is typed: input methods look there
            self._writer.go(*frame.cursor)
            out += self._writer.taken()
        return self._begin() + out if len(out) > PACKET else out

    def _as_left(self) -> str:
        """What puts pen and cursor where Textual left them; then they are not known any more."""
        writer = self._writer
        if self._cursor is not None:
            writer.dip(PLAIN)
            writer.go(*self._cursor)
        self._cursor = None
        writer.lost()
        return writer.taken()

    def _begin(self) -> str:
        if not self._held or self._begun:
            return ""
        self._begun = True
        return BEGIN

    def _look(self) -> None:
        """Take note of another size, or that nothing is known."""
        shape = self._size()
        if self._forgotten or shape != self._shape:
            self._forgotten = False
            self._shape = wide, high = shape
            self._rows = [Row.of(wide, UNKNOWN) for _ in range(high)]
            self._writer.lost()

    def _write(self, rows: list[Row]) -> str:
        """What makes the terminal show these rows, in the shorter of two ways."""
        scroll = find_scroll(self._rows, rows)
        if scroll is None:
            return self._writer.difference(self._rows, rows)
        moving = self._writer.copy()
        moving.scroll(scroll)
        moved = moving.difference(scrolled(self._rows, scroll), rows)
        staying = self._writer.copy()
        stayed = staying.difference(self._rows, rows)
        self._writer = moving if len(moved) < len(stayed) else staying
        return min(moved, stayed, key=len)
