"""Rows of the list of sources: the day and how it is known, the publisher, how many claims."""

from __future__ import annotations

from bisect import bisect_right

from store.views.sources import SourceRow, Sources
from tui.present.items import ItemBody
from tui.present.labels import day_label
from tui.present.line import BLANK, Line, Span, cut, fit, width
from tui.present.rows import NO_WEEKDAY, NO_WORD, date_cells, month_heading
from tui.present.words import count

BASIS = 10  # cells for how the day is known
CLAIMS = 11  # cells for how many claims, with the word
BARE = 6  # and without it
TITLE = 48  # a title with less room than this gets a line of its own


def source_row(row: SourceRow, pane: int, name_cells: int) -> Line:
    """A source on one line: day, basis, publisher, and the title where there is room for it."""
    room = pane - 2
    day = day_label(row.published, weekday=pane >= NO_WEEKDAY)
    spans = [Span(fit(day, date_cells()), "muted")]
    if pane >= NO_WORD:
        spans.append(Span(fit("inferred" if row.inferred else "stated", BASIS), "muted"))
    claims = CLAIMS if pane >= NO_WEEKDAY else BARE
    rest = room - sum(width(span.text) for span in spans) - claims
    name = min(name_cells, rest) if has_title(pane, name_cells) else rest
    spans.append(Span(fit(row.name, name)))
    if name < rest:
        spans.append(Span(fit(f"  {row.title or ''}", rest - name), "muted"))
    number = count(row.claims, "claim") if claims == CLAIMS else str(row.claims)
    spans.append(Span(number.rjust(claims - 1) + " ", "muted"))
    return Line(tuple(spans))


def title_row(row: SourceRow, pane: int) -> Line:
    """The title below its row, where the row has no room for it."""
    said = row.title or f"no title; begins “{row.begins}"
    text = cut(said if row.title else f"{said}”", pane - 2 - date_cells() - 1)
    return Line((Span(" " * date_cells()), Span(text, "muted")), stop=False)


def has_title(pane: int, name_cells: int) -> bool:
    """Whether the title stands in the row."""
    return pane - 2 - date_cells() - BASIS - CLAIMS - name_cells - 2 >= TITLE


class SourcesBody(ItemBody):
    """Months with the sources published in them."""

    def __init__(self, view: Sources, pane: int, *, airy: bool) -> None:
        self._view, self._pane = view, pane
        self._gap = 1 if airy else 0
        window = view.rows(0, 200)
        longest = max((width(row.name) for row in window), default=12)
        self._names = min(longest + 1, max(pane * 35 // 100, 12))
        self._each = 1 if has_title(pane, self._names) else 2
        self._groups = view.month_starts()
        self._heads: list[int] = []
        size = 0
        for _month, _first, rows in self._groups:
            self._heads.append(size)
            size += 1 + rows * self._each + self._gap
        self._size = max(size - self._gap, 0)

    def __len__(self) -> int:
        return self._size

    def _at(self, index: int) -> tuple[int | None, int]:
        """(row of the view or None, line within it; -1 the heading) of a line."""
        group = bisect_right(self._heads, index) - 1
        _month, first, many = self._groups[group]
        offset = index - self._heads[group]
        if offset == 0:
            return None, -1
        row, line = divmod(offset - 1, self._each)
        return (first + row, line) if row < many else (None, 0)

    def line(self, index: int) -> Line:
        row, line = self._at(index)
        if row is None:
            if line == 0:
                return BLANK
            month, _first, many = self._groups[bisect_right(self._heads, index) - 1]
            return month_heading(month or None, many, self._pane)
        found = self._view.rows(row, row + 1)[0]
        if line:
            return title_row(found, self._pane)
        return source_row(found, self._pane, self._names)

    def heading(self, index: int) -> int | None:
        row, _line = self._at(index)
        return None if row is None else self._heads[bisect_right(self._heads, index) - 1]

    def row_id(self, line: int, nth: int = 0) -> str | None:
        row = self._at(line)[0] if 0 <= line < len(self) else None
        return None if row is None else self._view.rows(row, row + 1)[0].id

    def place_of(self, id: str) -> tuple[int, int] | None:
        row = self._view.index(id)
        return None if row is None else (self._line_of(row), 0)

    def _line_of(self, row: int) -> int:
        group = bisect_right([first for _month, first, _count in self._groups], row) - 1
        return self._heads[group] + 1 + (row - self._groups[group][1]) * self._each

    def position(self, line: int) -> tuple[int, int]:
        row = self._at(line)[0] if 0 <= line < len(self) else None
        return (0 if row is None else row + 1), len(self._view)

    def item_line(self, line: int, step: int) -> int:
        row = self._at(line)[0] or 0
        return self._line_of(max(0, min(row + step, len(self._view) - 1)))

    def group_line(self, line: int, step: int) -> int:
        group = bisect_right(self._heads, line) - 1
        group = max(0, min(len(self._groups) - 1, group + step))
        return self._heads[group] + 1
