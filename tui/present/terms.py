"""The words of the screens that a newcomer may not know, a sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from tui.present.line import BLANK, Line, Span, width, wrap

PROSE = 76  # cells of the longest line of prose
TERMS: tuple[tuple[str, str], ...] = (
    ("origin", "an independent voice for the status told; officials of a ministry count once,"
     " copies once"),
    ("4•, 1–3", "four origins; one to three, where two may be one voice"),
    ("claim", "what one source says of one thing, in whose voice and how surely"),
    ("inferred", "worked out by us: the source does not print it, and its card tells why"),
    ("came about", "happened; said of what is not held as a meeting is, like an announcement"),
    ("undecided", "the sources contradict each other, and nothing speaks for one of them"),
    ("┄ maybe", "near the days on which sources name the holder, or between two of them that are"
     " not sure; no source tells the day itself"),
    ("· not attested", "so long after the last source that names the holder that nothing follows"),
    ("link", "a name that {in} opens; {tab} goes to the next one"),
    ("cell", "where the row of one person and the column of another cross: their meetings"),
)  # fmt: skip
# id of a command → what it is asked for
ASKED: Mapping[str, str] = {
    "on": "on a day: what was going on and who held what on it, by all that is known today",
    "known": "known by a day: only what sources had said by then; all that came out later is gone",
    "zoom": "zoom: the pane with the keys on the whole screen, or all of them again",
    "problems": "problems: what is wrong in the dossier’s own files, with file and line",
}


def terms(keys: Mapping[str, str], cells: int) -> list[Line]:
    """The words, then the keys of ``ASKED``; ``keys`` gives the key of each command's id."""
    plain = [(word, text.format_map(keys)) for word, text in TERMS]
    said = [*plain, *((keys[id], text) for id, text in ASKED.items() if id in keys)]
    room = min(cells, PROSE)
    column = max(width(word) for word, _ in said) + 2 if cells >= 60 else 2
    lines = [BLANK, Line((Span("In other words", bold=True),))]
    for word, text in said:
        rows = wrap([Span(text)], room - column)
        head = Span(word, "accent")
        if width(word) + 2 > column:
            lines.append(Line((head,)))
            lines += [Line((Span(" " * column), *row)) for row in rows]
            continue
        gap = Span(" " * (column - width(word)))
        lines.append(Line((head, gap, *rows[0])))
        lines += [Line((Span(" " * column), *row)) for row in rows[1:]]
    return lines
