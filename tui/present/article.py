"""The text of an article laid out in lines that stay as they are whatever is lit in them.

Offsets count code points of the normalised text. A lit passage is reverse, with half-blocks at
its ends, in the place of the space beside it where there is one; lines break the same.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from store.texts.anchors import Article, Spans
from tui.present.line import Line, Span, width

NUMBER = 5  # cells of the column with the number of the paragraph
# half-blocks in the colour of the lit ground, of the text where there is none
OPEN, CLOSE = Span("▐", "edge", ascii="["), Span("▌", "edge", ascii="]")


class Row(msgspec.Struct, frozen=True):
    """A line of the text: its offsets, and the number of the paragraph that it begins (or 0)."""

    start: int
    end: int
    number: int
    paragraph: int


def rows_of(article: Article, cells: int) -> list[Row]:
    """The text broken at spaces into lines of at most ``cells`` cells, paragraph by paragraph."""
    found: list[Row] = []
    edges = [*article.breaks, len(article.text) + 1]
    for paragraph, (start, stop) in enumerate(pairwise(edges), start=1):
        number = paragraph
        for first, last in _broken(article.text, start, stop - 1, cells):
            found.append(Row(first, last, number, paragraph))
            number = 0
    return found


def _broken(text: str, start: int, end: int, cells: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    at = start
    while at < end:
        last, used, space = at, 0, -1
        while last < end:
            used += width(text[last])
            if used > cells:
                break
            if text[last] == " ":
                space = last
            last += 1
        if last == end or text[last] == " ":
            lines.append((at, last))
            at = last + 1
        elif space > at:
            lines.append((at, space))
            at = space + 1
        else:
            last = max(last, at + 1)
            lines.append((at, last))
            at = last
    return lines


def row_at(rows: Sequence[Row], offset: int) -> int:
    """The row in which an offset lies."""
    return max(bisect_right([row.start for row in rows], offset) - 1, 0)


def text_line(article: Article, row: Row, quotes: Sequence[tuple[int, int]], lit: Spans) -> Line:
    """A row with its number; ``quotes`` are all that are quoted, ``lit`` the one to be read."""
    text = article.text
    number = f"{row.number}" if row.number else ""
    spans = [Span(number.rjust(NUMBER - 3) + "  ", "muted")]
    before = Span(" ")
    pieces: list[Span] = []
    edges = sorted({row.start, row.end, *_inside(row, quotes), *_inside(row, lit)})
    for start, end in pairwise(edges):
        words = text[start:end]
        here = next((span for span in lit if span[0] <= start and end <= span[1]), None)
        if here is None:
            quoted = any(a <= start and end <= b for a, b in quotes)
            if pieces and pieces[-1] == CLOSE and words.startswith(" "):
                words = words[1:]
            pieces.append(Span(words, "quote" if quoted else "text"))
            continue
        if start == here[0]:
            if not pieces:
                before = OPEN
            else:
                if pieces[-1].text.endswith(" "):
                    pieces[-1] = Span(pieces[-1].text[:-1], pieces[-1].role)
                pieces.append(OPEN)
        pieces.append(Span(words, "text", reverse=True))
        if end == here[1]:
            pieces.append(CLOSE)
    return Line((*spans, before, *(piece for piece in pieces if piece.text)))


def _inside(row: Row, spans: Sequence[tuple[int, int]]) -> list[int]:
    return [edge for span in spans for edge in span if row.start < edge < row.end]
