"""The help: keys by group and the signs, in as many columns as fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest

from tui.present.line import BLANK, Line, Span, cut, fit, spans_width, width
from tui.present.signs import CONFLICT, DENIED, LEGEND, STATUS

Rows = Sequence[tuple[str, str]]
Headed = tuple[Line, Line | None]  # a line, and the headings under which it stands
COLUMN, WIDE = 25, 36  # cells of the narrowest and the widest column, its gap included
BESIDE = 3 * WIDE + 60  # from so many cells on the words explained stand beside the keys

SIGN_ROLES = {sign.sign: sign.role for sign in (*STATUS.values(), DENIED, CONFLICT)}

# which groups stand under each other, by the number of columns
PLACES: dict[int, tuple[tuple[str, ...], ...]] = {
    3: (("Move", "Find"), ("Views", "Do"), ("Signs",)),
    2: (("Move", "Views", "Do"), ("Find", "Signs")),
    1: (("Views", "Find", "Move", "Do", "Signs"),),
}


def help_lines(
    groups: Mapping[str, Rows],
    inner: Mapping[str, Rows],
    cells: int,
    words: Callable[[int], Sequence[Line]],
) -> list[Headed]:
    """Groups of (key, word) under their names, side by side where there is room; below them,
    in the same columns, those that count only in one place; below, or beside, the ``words`` for
    so many cells. Each line with the headings under which it stands."""
    if cells >= BESIDE:
        keys = _keys(groups, inner, 3 * WIDE)
        pairs = zip_longest(keys, words(cells - 3 * WIDE), fillvalue=None)
        return [_joined(left, right) for left, right in pairs]
    return [*_keys(groups, inner, cells), *((line, None) for line in words(cells))]


def _joined(left: Headed | None, right: Line | None) -> Headed:
    line, head = left or (BLANK, None)
    if right is None or not right.spans:
        return line, head
    gap = Span(" " * (3 * WIDE - spans_width(line.spans)))
    return Line((*line.spans, gap, *right.spans)), head


def _keys(groups: Mapping[str, Rows], inner: Mapping[str, Rows], cells: int) -> list[Headed]:
    count = max(1, min(3, cells // COLUMN))
    every = {**groups, "Signs": LEGEND}
    columns = [_column([(name, every[name]) for name in names]) for names in PLACES[count]]
    below: list[list[Sequence[Span]]] = [[] for _ in range(count)]
    for at, (name, rows) in enumerate(inner.items()):
        below[at % count] += [*([()] if below[at % count] else []), *_column([(name, rows)])]
    return [(BLANK, None), *_beside(columns, cells), (BLANK, None), *_beside(below, cells)]


def _beside(columns: Sequence[Sequence[Sequence[Span]]], cells: int) -> list[Headed]:
    names: list[Sequence[Span]] = [()] * len(columns)
    made: list[Headed] = []
    for at, line in enumerate(_rows(columns, cells)):
        for number, column in enumerate(columns):
            cell = column[at] if at < len(column) else ()
            if len(cell) == 1 or at >= len(column):
                names[number] = cell  # a name, or nothing more below the last one
        (head,) = _rows([[name] for name in names], cells)
        made.append((line, head))
    return made


def _rows(columns: Sequence[Sequence[Sequence[Span]]], cells: int) -> list[Line]:
    count = len(columns)
    wide = min(cells // count, WIDE)
    lines: list[Line] = []
    for row in range(max(map(len, columns))):
        spans: list[Span] = []
        for index, column in enumerate(columns):
            last = index == count - 1
            room = cells - wide * index if last else wide - 2
            cell = _cut(column[row] if row < len(column) else (), room)
            spans += cell
            spans.append(Span(" " * (0 if last else wide - spans_width(cell))))
        lines.append(Line(tuple(spans), stop=any(span.text.strip() for span in spans)))
    return lines


def _column(groups: Sequence[tuple[str, Rows]]) -> list[Sequence[Span]]:
    column: list[Sequence[Span]] = []
    for name, rows in groups:
        if column:
            column.append(())
        column.append((Span(name, bold=True),))
        longest = max((width(key) for key, _ in rows), default=0) + 2
        for key, word in rows:
            # signs stand close to their words, dates in a column of their own
            keys = 4 if name == "Signs" and width(key) < 3 else longest
            role = SIGN_ROLES.get(key, "accent" if name != "Signs" else "muted")
            column.append((Span(fit(key, keys), role), Span(word)))
    return column


def _cut(cell: Sequence[Span], cells: int) -> list[Span]:
    if not cell or spans_width(cell) <= cells:
        return list(cell)
    *head, last = cell
    return [*head, Span(cut(last.text, cells - spans_width(head)), last.role, last.bold)]
