"""The help: keys by group and the signs, in as many columns as fit."""

from __future__ import annotations

from collections.abc import Sequence

from tui.present.line import BLANK, Line, Span, fit, spans_width, width
from tui.present.signs import LEGEND, STATUS

Block = tuple[str, Sequence[tuple[str, str]]]
COLUMN = 25  # cells of a narrow column, its gap included


def blocks(groups: Sequence[Block]) -> list[Block]:
    return [*groups, ("Signs", LEGEND)]


def help_lines(groups: Sequence[Block], cells: int) -> list[Line]:
    """Blocks of (key, word) in columns of like height."""
    every = blocks(groups)
    columns = max(1, min(4, cells // COLUMN))
    wide = cells // columns
    filled: list[list[list[Span]]] = [[] for _ in range(columns)]
    total = sum(len(rows) + 2 for _, rows in every)
    at, budget = 0, -(-total // columns)
    for title, rows in every:
        column = filled[at]
        if column and len(column) + len(rows) // 2 > budget and at < columns - 1:
            at += 1
            column = filled[at]
        if column:
            column.append([])
        column.append([Span(title, bold=True)])
        keys = min(max((width(key) for key, _ in rows), default=0) + 2, 12)
        for key, word in rows:
            role = next((sign.role for sign in STATUS.values() if sign.sign == key), "accent")
            column.append([Span(fit(key, keys), role), Span(word)])
    height = max(len(column) for column in filled)
    lines: list[Line] = [BLANK]
    for row in range(height):
        spans: list[Span] = []
        for index, column in enumerate(filled):
            cell = column[row] if row < len(column) else []
            spans += _fitted(cell, wide - 2, last=index == columns - 1)
        lines.append(Line(tuple(spans), stop=bool(spans)))
    return lines


def _fitted(cell: Sequence[Span], cells: int, *, last: bool) -> list[Span]:
    if not cell:
        return [Span(" " * (cells + 2))]
    head, *rest = cell
    words = "".join(span.text for span in rest)
    room = cells - width(head.text)
    made = [head, Span(fit(words, max(room, 0)) if not last else words)]
    gap = cells + 2 - spans_width(made)
    return [*made, Span(" " * max(gap, 0))]
