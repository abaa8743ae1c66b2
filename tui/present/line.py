"""Lines of styled spans: what every presenter returns and every pane draws."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec.structs import replace
from rich.cells import cell_len, set_cell_size


class Link(msgspec.Struct, frozen=True):
    """A record that a name leads to: its type (``person``) and its id."""

    type: str
    id: str


class Span(msgspec.Struct, frozen=True):
    """Text in one role of the style guide (``text muted accent good warn bad quote``).

    ``ascii`` stands for it in the ASCII set, where the table of signs would take another.
    """

    text: str
    role: str = "text"
    bold: bool = False
    link: Link | None = None
    reverse: bool = False
    ascii: str = ""


class Line(msgspec.Struct, frozen=True):
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

_PLAIN = Span("")
_WORD = re.compile("[^ ]* +|[^ ]+")


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
    row: list[tuple[Span, str]] = []  # whose look, and the text so far
    used = first or 0
    start = used
    for word, span in _words(spans):
        size = width(word.rstrip())
        if used > start and used + size > cells:
            lines.append(_trimmed(row))
            row, used, start = _hung(hang), hang, hang
            word = word.lstrip()
            size = width(word)
        if size > max(cells - used, 1):
            *whole, word = _broken(word, max(cells - used, 1), max(cells - hang, 1))
            for piece in whole:
                lines.append(_trimmed([*row, (span, piece)]))
                row, used, start = _hung(hang), hang, hang
        if row and _alike(row[-1][0], span):
            row[-1] = span, row[-1][1] + word
        else:
            row.append((span, word))
        used += width(word)
    lines.append(_trimmed(row))
    return lines


def _hung(hang: int) -> list[tuple[Span, str]]:
    return [(_PLAIN, " " * hang)] if hang else []


def _alike(one: Span, other: Span) -> bool:
    """Whether two spans look the same and lead to the same, whatever they say."""
    return one is other or _look(one) == _look(other)


def _look(span: Span) -> tuple[object, ...]:
    return span.role, span.bold, span.link, span.reverse, span.ascii


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
        for piece in _WORD.findall(span.text):
            yield piece, span


def _trimmed(row: Sequence[tuple[Span, str]]) -> tuple[Span, ...]:
    if not row:
        return ()
    *head, (last, text) = row
    text = text.rstrip()
    whole = (_saying(span, said) for span, said in head)
    return (*whole, _saying(last, text)) if text or head else ()


def _saying(span: Span, text: str) -> Span:
    return span if span.text == text else replace(span, text=text)
