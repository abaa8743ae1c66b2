"""Cards of the screen as text that is whole.

A card on the screen may end a long title in ``…``; what goes into a pipe must not. Such a line is
taken from the same card laid out amply, and broken over several lines instead.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from store.dossier import Dossier
from tui.present.cards import card
from tui.present.line import Line, Link, Span, width, wrap

AMPLE = 400
"""Columns in which nothing needs to be cut."""
GAP = 20
"""More blanks than this only push marks to the right."""


def card_lines(dossier: Dossier, link: Link, cells: int, *, whole: bool) -> Sequence[Line]:
    """The lines of what ``link`` names, at most ``cells`` wide."""
    lines = card(dossier, link, cells).lines
    if not whole or not any("…" in line.plain for line in lines):
        return lines
    ample = card(dossier, link, AMPLE).lines
    made: list[Line] = []
    for line in lines:
        full = _uncut(line, ample)
        made += [line] if full is None else _broken(full, cells)
    return made


def _uncut(line: Line, ample: Sequence[Line]) -> Line | None:
    """The ample line that goes on where this one was cut with ``…``; None where it is whole.

    A cut stands close to its word. What a quotation leaves out stands between blanks.
    """
    said = line.plain
    cuts = (at for at in range(1, len(said)) if said[at] == "…" and not said[at - 1].isspace())
    for at in cuts:
        for other in ample:
            there = other.plain
            if there.startswith(said[:at]) and there[at : at + 1] not in {"", "…"}:
                return other
    return None


def _broken(line: Line, cells: int) -> list[Line]:
    spans = [
        replace(span, text="  ") if span.text.isspace() and width(span.text) > GAP else span
        for span in line.spans
    ]
    lead = _before_title(spans)
    rows = wrap(spans, cells, hang=lead if cells - lead > GAP else 4)
    return [Line(row) for row in rows]


def _before_title(spans: Sequence[Span]) -> int:
    """The columns before what is longest, which is what was cut."""
    longest = max(range(len(spans)), key=lambda at: width(spans[at].text), default=0)
    return sum(width(span.text) for span in spans[:longest])
