"""Cells written to a terminal in as few bytes as are safe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.frugal.cells import SECOND, Row, doubtful
from tui.frugal.pen import PLAIN, Pen, change, on_blanks
from tui.frugal.scroll import Scroll

GAP = 4  # unchanged cells that are written again sooner than passed over
ERASE = "\x1b[K"  # the rest of the line


class Writer:
    """Knows the terminal's pen and cursor (None: not known) and what was written so far.

    ``grounds`` says that the terminal erases with the ground of the pen, not with its own.
    ``sure`` is false where the column may be another one: after a character of which terminals
    disagree how wide it is, and at the end of a line.
    """

    def __init__(self, *, grounds: bool = False) -> None:
        self._grounds = grounds
        self.pen: Pen | None = None
        self.at: tuple[int, int] | None = None
        self.sure = False
        self._out: list[str] = []

    def copy(self) -> Writer:
        """Another one that knows the same and has written nothing."""
        other = Writer(grounds=self._grounds)
        other.pen, other.at, other.sure = self.pen, self.at, self.sure
        return other

    def lost(self) -> None:
        """Something else was written: pen and cursor may be anything."""
        self.pen = self.at = None

    def taken(self) -> str:
        """What was written since this was asked last."""
        text = "".join(self._out)
        self._out.clear()
        return text

    def dip(self, pen: Pen) -> None:
        """Take this pen."""
        self._out.append(change(self.pen, pen))
        self.pen = pen

    def go(self, x: int, y: int) -> None:
        """Put the cursor on a cell."""
        if self.at != (x, y) or not self.sure:
            self._out.append(min(self._ways(x, y), key=len))
            self.at, self.sure = (x, y), True

    def _ways(self, x: int, y: int) -> Iterator[str]:
        column = f"{x + 1}" if x else ""
        yield f"\x1b[{y + 1};{column}H" if column else f"\x1b[{y + 1}H" if y else "\x1b[H"
        if self.at is None:
            return
        now, line = self.at
        down = y - line
        step = "" if not down else _count(abs(down), "B" if down > 0 else "A")
        # no control characters: what hostile data would need is never among the bytes
        if not down:
            yield f"\x1b[{column}G"
        if self.sure:
            across = "" if x == now else _count(abs(x - now), "C" if x > now else "D")
            yield across + step

    def scroll(self, scroll: Scroll) -> None:
        """Let the terminal move its lines; what comes in is blank."""
        top, bottom, by = scroll
        self.dip(PLAIN)  # the ground that blank lines get
        self._out.append(f"\x1b[{top + 1};{bottom + 1}r\x1b[{top + 1}H")
        self._out.append(_count(abs(by), "M" if by > 0 else "L"))
        self._out.append("\x1b[r")
        self.at = None

    def difference(self, shown: Sequence[Row], wanted: Sequence[Row]) -> str:
        """What was written, and what makes wanted rows of those shown."""
        for y, (old, new) in enumerate(zip(shown, wanted, strict=True)):
            if old is not new:
                self._row(y, old, new)
        return self.taken()

    def _row(self, y: int, old: Row, new: Row) -> None:
        """Write what differs in a line."""
        changed = new.differs(old)
        if not changed:
            return
        tail = self._tail(new)
        erase = sum(x >= tail for x in changed) > len(ERASE)
        for start, end in _runs(changed, new, tail if erase else len(new.texts)):
            self._run(y, start, end, new)
        if erase:
            self.go(max(tail, changed[0]), y)
            self._blank(new.pens[-1])
            self._out.append(ERASE)

    def _tail(self, row: Row) -> int:
        """The cell from which on the line can be erased."""
        tail, pen = len(row.texts), row.pens[-1]
        if pen == PLAIN or (self._grounds and pen == Pen("", pen.back)):
            texts, pens = row.texts, row.pens
            while tail and texts[tail - 1] == " " and pens[tail - 1] is pen:
                tail -= 1
        return tail

    def _run(self, y: int, start: int, end: int, row: Row) -> None:
        texts, pens = row.texts, row.pens
        x = start
        while x < end:
            text = texts[x]
            # of a rule only its end matters
            if self.at != (x, y) or not (self.sure or (x > start and text == texts[x - 1])):
                self.go(x, y)
            if text != " ":
                self.dip(pens[x])
            elif self.pen is None or on_blanks(self.pen) != pens[x]:
                self._blank(pens[x], _next(row, x, end))
            after = x + 1
            if not text.isascii():
                after += after < len(texts) and texts[after] == SECOND
                self.sure = not doubtful(text)
            else:
                after = _alike(row, after, end, self.pen)
            self._out.append("".join(texts[x:after]))
            if after >= len(texts):
                self.sure = False
            self.at = (min(after, len(texts) - 1), y)
            x = after

    def _blank(self, pen: Pen, ahead: Pen | None = None) -> None:
        """Take a pen that makes such a blank: the present one, or the one that is next, if they
        do."""
        if self.pen is None or on_blanks(self.pen) != pen:
            self.dip(ahead if ahead is not None and on_blanks(ahead) == pen else pen)


def _alike(row: Row, start: int, end: int, pen: Pen | None) -> int:
    """The cell up to which letters of known width go on with this pen."""
    texts, pens = row.texts, row.pens
    ground = on_blanks(pen or PLAIN)
    for x in range(start, end):
        text = texts[x]
        if not text.isascii() or not (pens[x] is pen or (text == " " and pens[x] is ground)):
            return x
    return end


def _next(row: Row, x: int, end: int) -> Pen | None:
    """The pen of the next letter in the run."""
    return next((row.pens[at] for at in range(x, end) if row.texts[at] != " "), None)


def _count(number: int, what: str) -> str:
    return f"\x1b[{number}{what}" if number > 1 else f"\x1b[{what}"


def _runs(changed: Sequence[int], row: Row, limit: int) -> Iterator[tuple[int, int]]:
    """Runs of cells to be written (from, to), no character in halves."""
    texts = row.texts
    start = end = -1
    for x in changed:
        if x >= limit:
            break
        low = x - 1 if texts[x] == SECOND else x
        high = low + (2 if low + 1 < len(texts) and texts[low + 1] == SECOND else 1)
        if end >= 0 and low - end <= GAP and _cheap(row, end, low):
            end = max(end, high)
            continue
        if end >= 0:
            yield start, end
        start, end = low, high
    if end >= 0:
        yield start, end


def _cheap(row: Row, start: int, end: int) -> bool:
    """Whether the cells between two runs are letters that need no other pen."""
    return all(
        row.texts[x].isascii() and row.texts[x] not in (SECOND, "\0")
        and (row.pens[x] is row.pens[start - 1] or row.texts[x] == " ")
        for x in range(start, end)
    )  # fmt: skip
