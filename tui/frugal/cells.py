"""The cells of a terminal as they are after text was written to them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import msgspec
from rich.cells import get_character_cell_size

from tui.frugal.pen import PLAIN, Pen, on_blanks

UNKNOWN = "\0"  # a cell of which nobody knows what it shows
SECOND = ""  # the right half of a wide character


class StrangeError(Exception):
    """Text of which nobody can say what a terminal makes of it."""


class Row(msgspec.Struct):
    """What each cell of a line shows, and how."""

    texts: list[str]
    pens: list[Pen]

    @classmethod
    def of(cls, wide: int, text: str) -> Row:
        return cls([text] * wide, [PLAIN] * wide)

    def copy(self) -> Row:
        return Row(self.texts[:], self.pens[:])

    def differs(self, other: Row) -> list[int]:
        """The cells that differ."""
        if self == other:
            return []
        pairs = zip(self.texts, other.texts, self.pens, other.pens, strict=True)
        return [x for x, (a, b, p, q) in enumerate(pairs) if a != b or p is not q]

    def put(self, x: int, text: str, pen: Pen, *, joined: bool) -> int:
        """Write from a cell on; returns the cell after it. ``joined``: what stands before was
        just written, so that an accent may belong to it."""
        if text.isascii():
            self._put(x, list(text), pen)
            return x + len(text)
        cells: list[str] = []
        for char in text:
            size = _size(char)
            if size:
                cells += [char, SECOND][:size]
                continue
            at = len(cells) - 1
            while at > 0 and cells[at] == SECOND:
                at -= 1
            if at >= 0:
                cells[at] += char
            else:
                self._add(x - 1, char, joined=joined)
        self._put(x, cells, pen)
        return x + len(cells)

    def _add(self, x: int, mark: str, *, joined: bool) -> None:
        while x > 0 and self.texts[x] == SECOND:
            x -= 1
        if not joined or x < 0:
            raise StrangeError
        self.texts[x] += mark

    def _put(self, x: int, cells: list[str], pen: Pen) -> None:
        end, texts = x + len(cells), self.texts
        if end > len(texts):
            raise StrangeError
        if not cells:
            return
        # half a wide character is none: terminals put a blank for the other half
        if texts[x] == SECOND and x:
            texts[x - 1], self.pens[x - 1] = " ", on_blanks(self.pens[x - 1])
        if end < len(texts) and texts[end] == SECOND:
            texts[end], self.pens[end] = " ", on_blanks(self.pens[end])
        texts[x:end] = cells
        blank = on_blanks(pen)
        if blank is pen:
            self.pens[x:end] = [pen] * len(cells)
        else:
            self.pens[x:end] = [blank if cell == " " else pen for cell in cells]


@lru_cache(8192)
def _size(char: str) -> int:
    """Cells that a character takes; 0 for an accent on the one before."""
    kind = unicodedata.category(char)
    if kind in ("Mn", "Me") and not 0xFE00 <= ord(char) <= 0xFE0F:
        return 0
    size = get_character_cell_size(char)
    # joiners, selectors, flags, skin tones, what no table knows: each terminal has its own view
    if kind[0] in "CM" or char >= "\U0001f000" or "\u1100" <= char <= "\u11ff" or not size:
        raise StrangeError
    return size


@lru_cache(8192)
def doubtful(cell: str) -> bool:
    """Whether terminals disagree on how wide this is."""
    if cell.isascii() or cell == SECOND:
        return False
    if len(cell) > 1:
        return True
    wide = unicodedata.east_asian_width(cell)
    return wide == "A" or unicodedata.category(cell)[0] != "L"
