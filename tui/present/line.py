"""Lines of styled spans: what every presenter returns and every pane draws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len, set_cell_size


@dataclass(frozen=True, slots=True)
class Link:
    """A record that a name leads to: its type (``person``) and its id."""

    type: str
    id: str


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one role of the style guide (``text muted accent good warn bad quote``).

    ``ascii`` stands for it in the ASCII set, where the table of signs would take another.
    """

    text: str
    role: str = "text"
    bold: bool = False
    link: Link | None = None
    reverse: bool = False
    ascii: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a pane, laid out from its third column on.

    ``lead`` is the one cell left of it, where an opening quotation mark hangs. ``stop`` says
    that the cursor may rest here; ``claim`` that an excerpt begins here, ``event`` that it is
    the row of one; ``opens`` is where enter leads on a line without a link, or from a passage;
    ``claims`` are the ids of what an excerpt carries, on each of its lines; ``conflict`` is the
    field whose rivals begin here.
    """

    spans: tuple[Span, ...] = ()
    lead: str = " "
    stop: bool = True
    claim: bool = False
    event: bool = False
    opens: Link | None = None
    claims: tuple[str, ...] = ()
    conflict: str = ""

    @property
    def plain(self) -> str:
        return "".join(span.text for span in self.spans)

    @property
    def links(self) -> tuple[Link, ...]:
        """The links of the line, each once, from left to right."""
        found: dict[Link, None] = {}
        for span in self.spans:
            if span.link is not None:
                found[span.link] = None
        return tuple(found)


BLANK = Line(stop=False)


def width(text: str) -> int:
    """Cells that the text takes on the screen."""
    return cell_len(text)


def cut(text: str, cells: int) -> str:
    """The text, shortened with ``…`` where it is wider than ``cells``."""
    if width(text) <= cells:
        return text
    if cells <= 1:
        return "…"[:cells]
    return set_cell_size(text, cells - 1).rstrip() + "…"


def fit(text: str, cells: int) -> str:
    """The text in exactly ``cells`` cells: shortened with ``…`` or filled with spaces."""
    short = cut(text, cells)
    return short + " " * (cells - width(short))


def spans_width(spans: Iterable[Span]) -> int:
    return sum(width(span.text) for span in spans)


def between(left: Sequence[Span], right: Sequence[Span], cells: int, *, stop: bool = True) -> Line:
    """``left`` flush left and ``right`` flush right; ``left`` is cut where both do not fit."""
    room = cells - spans_width(right)
    kept = list(crop(left, room - 1 if right else room))
    gap = room - spans_width(kept)
    return Line((*kept, Span(" " * max(gap, 0)), *right), stop=stop)


def crop(spans: Sequence[Span], cells: int) -> Iterator[Span]:
    """The spans within ``cells`` cells, the last one shortened with ``…``."""
    if spans_width(spans) <= cells:
        yield from spans
        return
    left = cells
    for span in spans:
        if left <= 0:
            return
        size = width(span.text)
        if size >= left:
            more = span is not spans[-1]
            text = cut(span.text + " " if more else span.text, left)
            yield replace(span, text=text)
            return
        yield span
        left -= size


def wrap(
    spans: Sequence[Span], cells: int, *, hang: int = 0, first: int | None = None
) -> list[tuple[Span, ...]]:
    """Break spans into lines of at most ``cells`` cells at spaces.

    ``hang`` indents every line after the first; ``first`` is the column at which the first one
    begins (its own indentation is the caller's). A word wider than the line is broken.
    """
    lines: list[tuple[Span, ...]] = []
    row: list[Span] = []
    used = first or 0
    start = used
    for word, span in _words(spans):
        size = width(word.rstrip())
        if used > start and used + size > cells:
            lines.append(_trimmed(row))
            row, used, start = ([Span(" " * hang)] if hang else []), hang, hang
            word = word.lstrip()
            size = width(word)
        if size > max(cells - used, 1):
            *whole, word = _broken(word, max(cells - used, 1), max(cells - hang, 1))
            for piece in whole:
                lines.append(_trimmed([*row, replace(span, text=piece)]))
                row, used, start = ([Span(" " * hang)] if hang else []), hang, hang
        if row and row[-1] == replace(span, text=row[-1].text):
            row[-1] = replace(span, text=row[-1].text + word)
        else:
            row.append(replace(span, text=word))
        used += width(word)
    lines.append(_trimmed(row))
    return lines


def _broken(word: str, first: int, others: int) -> Iterator[str]:
    """A word in pieces of at most ``first``, then ``others`` cells; the last one may be empty."""
    at, taken, room = 0, 0, first
    for index, char in enumerate(word):
        taken += width(char)
        if taken > room and index > at:
            yield word[at:index]
            at, taken, room = index, width(char), others
    yield word[at:]


def _words(spans: Sequence[Span]) -> Iterator[tuple[str, Span]]:
    """Pieces that may not be broken, each with its trailing spaces."""
    for span in spans:
        piece = ""
        for char in span.text:
            if piece.endswith(" ") and char != " ":
                yield piece, span
                piece = ""
            piece += char
        if piece:
            yield piece, span


def _trimmed(row: Sequence[Span]) -> tuple[Span, ...]:
    if not row:
        return ()
    *head, last = row
    text = last.text.rstrip()
    return (*head, replace(last, text=text)) if text or head else ()
