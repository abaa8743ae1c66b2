"""The list of the directory: countries with their people, or with their posts on a day."""

from __future__ import annotations

from bisect import bisect_right

from store.views.directory import Directory, DirectoryRow
from store.views.sorting import NAME
from tui.present.line import BLANK, Line
from tui.present.rows import SHORTER, attested_form, directory_row, name_column, post_column
from tui.present.words import more_below


class DirectoryBody:
    """Countries with their people, or on a day with their posts and who held them; by name
    without the countries' headings."""

    def __init__(self, view: Directory, pane: int, *, airy: bool) -> None:
        self._view = view
        self._pane = pane
        self._rows = view.rows(0, len(view))
        self._names, self._form = name_column(self._rows, pane), attested_form(self._rows, pane)
        alone = view.order == NAME
        self._posts = post_column(self._rows, pane, self._form, alone=alone)
        self._lines: list[int | None] = []
        for index, row in enumerate(self._rows):
            if row.kind == "heading" and index and airy:
                self._lines.append(None)
            self._lines.append(index)
        self._heads = [i for i, row in enumerate(self._lines) if self._is_heading(row)]

    @property
    def shortened(self) -> bool:
        """Whether a row says only ``first`` or ``last`` where it means first or last attested."""
        return self._form == SHORTER

    def _is_heading(self, row: int | None) -> bool:
        return row is not None and self._rows[row].kind == "heading"

    def __len__(self) -> int:
        return len(self._lines)

    def line(self, index: int) -> Line:
        row = self._lines[index]
        if row is None:
            return BLANK
        alone = self._view.order == NAME
        return directory_row(
            self._rows[row],
            self._pane,
            self._names,
            alone=alone,
            form=self._form,
            posts=self._posts,
        )

    def heading(self, index: int) -> int | None:
        row = self._lines[index]
        if row is None or self._rows[row].kind == "heading":
            return None
        at = bisect_right(self._heads, index) - 1
        return self._heads[at] if at >= 0 else None

    def below(self, index: int) -> str:
        return more_below()

    def row_at(self, index: int) -> DirectoryRow | None:
        if not 0 <= index < len(self._lines):
            return None
        row = self._lines[index]
        return None if row is None or self._rows[row].kind == "heading" else self._rows[row]

    def number_at(self, index: int) -> int | None:
        """The position (from 0) among the rows that are no headings."""
        if self.row_at(index) is None:
            return None
        blanks = self._lines[:index].count(None)
        return index - blanks - bisect_right(self._heads, index)

    def line_of(self, row: int) -> int:
        """The line on which the row at this index of the view stands."""
        return self._lines.index(row)

    def month_line(self, index: int, step: int) -> int:
        """The first row of the next or the previous country."""
        at = bisect_right(self._heads, index) - 1
        at = max(0, min(len(self._heads) - 1, at + step))
        return self._heads[at] + 1 if self._heads else 0
