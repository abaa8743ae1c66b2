"""Building blocks of a card: title, labelled lines, sections."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tui.present.line import BLANK, Line, Span, between, spans_width, width, wrap

LABEL = 9  # cells of the label column
NARROWEST = 12  # cells in which a text is still broken over lines


class Card(msgspec.Struct, frozen=True, eq=False):
    """A record as lines; ``title`` is its name for the header, ``start`` the line at which
    reading begins."""

    title: str
    lines: tuple[Line, ...]
    start: int = 0

    @property
    def claims(self) -> tuple[int, ...]:
        """The lines on which an excerpt begins."""
        return tuple(index for index, line in enumerate(self.lines) if line.claim)

    @property
    def plain(self) -> str:
        return "\n".join((line.lead + line.plain).rstrip() for line in self.lines)


def title(text: str, cells: int, right: str = "") -> list[Line]:
    """The title in bold, broken over lines where it is long."""
    room = cells - (len(right) + 2 if right else 0)
    lines = [Line(spans) for spans in wrap([Span(text, bold=True)], room)]
    if right:
        lines[0] = between(lines[0].spans, [Span(right, "muted")], cells)
    return lines


def prose(spans: Sequence[Span], cells: int) -> list[Line]:
    return [Line(part) for part in wrap(spans, min(cells, 76))]


def labelled(
    label: str, spans: Sequence[Span], cells: int, *, mark: str = "", column: int = LABEL
) -> list[Line]:
    """A label and its text, wrapped into its own column; ``mark`` is the field in conflict: it puts
    the sign."""
    rows = wrap(spans, cells - column)
    lines: list[Line] = []
    for index, row in enumerate(rows):
        if index:
            head = [Span(" " * column)]
        elif mark:
            pad = max(column - len(label) - 2, 0)
            head = [Span(f"{label} ", "muted"), Span("!", "warn"), Span(" " * pad)]
        else:
            head = [Span(label.ljust(column), "muted")]
        lines.append(Line((*head, *row), conflict="" if index else mark))
    return lines


def hanging(
    head: Sequence[Span], text: Span, tail: Sequence[Span], cells: int, *, whole: bool = True
) -> list[Line]:
    """``head``, the text and, flush right, ``tail``. A text without room goes on below itself, or
    stands below the head; where it may not be ``whole``, it is cut."""
    column = spans_width(head)
    room = cells - column - (spans_width(tail) + 1 if tail else 0)
    if not whole or width(text.text) <= room:
        return [between([*head, text], tail, cells)]
    if room < max(NARROWEST, *map(width, text.text.split())):  # else words would be broken
        below = [Line((Span("  "), *part)) for part in wrap([text], cells - 2)]
        return [between(head, tail, cells), *below]
    first, *others = wrap([text], room)
    pad = Span(" " * column)
    return [between([*head, *first], tail, cells), *(Line((pad, *part)) for part in others)]


def section(heading: str, right: str, cells: int) -> list[Line]:
    """A section's heading in bold, with a blank line before it."""
    tail = [Span(right, "muted")] if right else []
    return [BLANK, between([Span(heading, bold=True)], tail, cells, stop=False)]


def table(rows: Sequence[Sequence[Span]], cells: int, gap: int = 3) -> list[Line]:
    """Rows in columns: all but the last as wide as their widest cell, the last one wrapped."""
    if not rows:
        return []
    columns = max(len(row) for row in rows)
    sizes = [
        max((width(row[index].text) for row in rows if index < len(row)), default=0)
        for index in range(columns - 1)
    ]
    lines: list[Line] = []
    for row in rows:
        spans: list[Span] = []
        used = 0
        for index, cell in enumerate(row[:-1]):
            pad = sizes[index] + gap - width(cell.text)
            spans += [cell, Span(" " * pad)]
            used += sizes[index] + gap
        if cells - used < 14:  # too narrow for columns: the rest on a line of its own
            lines.append(Line(tuple(spans)))
            lines += (
                [Line((Span("  "), *part)) for part in wrap([row[-1]], cells - 2)]
                if row[-1].text
                else []
            )
            continue
        parts = wrap([row[-1]], cells - used)
        lines.append(Line((*spans, *parts[0])))
        lines += [Line((Span(" " * used), *part)) for part in parts[1:]]
    return lines
