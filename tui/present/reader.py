"""The source reader: an article with its quotations, one of them lit, what it says beside it."""

from __future__ import annotations

from msgspec.structs import replace

from store.dossier import Dossier
from store.model.records import Claim
from tui.present.article import NUMBER, row_at, rows_of, text_line
from tui.present.card import Card, prose
from tui.present.excerpt import INNER
from tui.present.keyed import Names
from tui.present.line import BLANK, Line, Link, Span, spans_width, wrap
from tui.present.passages import Passage, note, passages_of, subject
from tui.present.sources import source_line

TEXT = 72  # cells of the longest line of an article
NOTES, GUTTER = 40, 4  # cells of the notes beside it, and of the space between
LEAST_TEXT = 50  # narrower than this, the notes stand below the passage


def order(dossier: Dossier, source: str) -> list[Passage]:
    """The passages of a source in the order of its text; without one, as the dossier has them."""
    found = passages_of(dossier, source)
    spans = dossier.anchored.spans
    placed = [(spans.get(claims[0].id) or ((-1, -1),))[0] for claims in found]
    if source not in dossier.anchored.articles:
        return found
    by_place = sorted(range(len(found)), key=lambda at: (placed[at][0] < 0, placed[at], at))
    return [found[at] for at in by_place]


def beside(dossier: Dossier, claim: Claim, step: int) -> str | None:
    """The claim that stands for the next or previous passage of the same source."""
    found = order(dossier, claim.source)
    at = number_of(found, claim) + step
    return found[at][0].id if 0 <= at < len(found) else None


def number_of(found: list[Passage], claim: Claim) -> int:
    """The place of a claim's passage, from 0."""
    return next((at for at, claims in enumerate(found) if claim in claims), 0)


def reader_card(
    dossier: Dossier, claim: Claim, cells: int, keys: Names | None = None, *, visitor: bool = False
) -> Card:
    """The article with this claim's passage lit; where no text is attached, its passages."""
    found = order(dossier, claim.source)
    at = number_of(found, claim)
    name = source_line(dossier, claim.source)
    article = dossier.anchored.articles.get(claim.source)
    if article is None:
        to_do = _what_to_do(cells, keys, visitor)
        return Card(name, tuple(_without_text(dossier, found[at], to_do, cells)), start=0)
    lit = dossier.anchored.spans.get(claim.id, ())
    quotes = [span for claims in found for span in dossier.anchored.spans.get(claims[0].id, ())]
    wide = cells - NOTES - GUTTER >= LEAST_TEXT
    room = min(TEXT, (cells - NOTES - GUTTER if wide else cells) - NUMBER - 2)
    rows = rows_of(article, room)
    start = row_at(rows, lit[0][0]) if lit else 0
    last = row_at(rows, max(lit[-1][1] - 1, 0)) if lit else 0
    opens, ids = subject(dossier, claim).link, tuple(one.id for one in found[at])
    lines: list[Line] = []
    place = end = 0  # the line of the passage, the end of the paragraph where it ends
    for index, row in enumerate(rows):
        if row.number and lines:
            if last < index and not end:
                end = len(lines)
            lines.append(BLANK)
        if index == start:
            place = len(lines)
        line = text_line(article, row, quotes, lit)
        here = start <= index <= last and bool(lit)
        lines.append(replace(line, opens=opens, claims=ids) if here else line)
    end = end or len(lines)
    notes = _notes(dossier, found[at], NOTES if wide else cells - NUMBER)
    if not lit:
        said = f"these words stand nowhere in the text: “{claim.quote.translate(INNER)}”"
        notes = [*(Line(part) for part in wrap([Span(said, "warn")], NOTES)), BLANK, *notes]
    if wide:
        lines = _margin(lines, notes, place, NUMBER + room + GUTTER)
    else:
        below = [replace(line, spans=(Span(" " * NUMBER), *line.spans)) for line in notes]
        lines[end:end] = [BLANK, *below]
    return Card(name, tuple(lines), start=place)


def _notes(dossier: Dossier, claims: Passage, cells: int) -> list[Line]:
    """What is read from the passage, and how firmly its words are found."""
    lines = note(dossier, claims, cells)
    state = claims[0].anchor
    if state != "exact":
        lines.append(Line((Span(f"found: {state}", "warn"),)))
    return lines


def _margin(lines: list[Line], notes: list[Line], place: int, column: int) -> list[Line]:
    """The notes beside the text, from the line of the passage on."""
    found = lines + [BLANK] * (place + len(notes) - len(lines))
    for at, note_line in enumerate(notes, start=place):
        text = found[at]
        pad = Span(" " * (column - spans_width(text.spans)))
        stop = text.stop or bool(note_line.links)
        found[at] = replace(text, spans=(*text.spans, pad, *note_line.spans), stop=stop)
    return found


def _without_text(dossier: Dossier, claims: Passage, to_do: list[Line], cells: int) -> list[Line]:
    """The passage alone, with what to do to read it in its article."""
    quoted = wrap([Span(claims[0].quote.translate(INNER) + "”", "quote")], min(cells, 76))
    opens, ids = subject(dossier, claims[0]).link, tuple(one.id for one in claims)
    lines = [Line(quoted[0], lead="“", opens=opens, claims=ids)]
    lines += [Line(part, opens=opens, claims=ids) for part in quoted[1:]]
    lines += [*note(dossier, claims, min(cells, 76)), BLANK]
    lines += to_do
    source = Link("source", claims[0].source)
    lines += [BLANK, Line((Span(source_line(dossier, claims[0].source), "accent", link=source),))]
    return lines


def _what_to_do(cells: int, keys: Names | None, visitor: bool) -> list[Line]:
    """Why the article is not there, and how to read it, unless a ``visitor`` cannot; with
    ``keys`` how the passages go on."""
    lines = prose([Span("The article’s text is not attached.", bold=True)], cells)
    attach = [
        Span("Start with "),
        Span("legation --texts DIR", "accent"),
        Span(
            ", where DIR is the folder with the articles as *.txt files, to read this "
            "passage in its place. "
        ),
    ]
    on = f"{keys['next']} and {keys['previous']} go through the passages" if keys else ""
    said = [] if visitor else attach
    if on:
        said = [*said, Span(f"{on}{'' if visitor else ' without it, too'}.")]
    return lines + (prose(said, cells) if said else [])
