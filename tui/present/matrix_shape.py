"""How the triangle of encounters is laid out in a pane."""

from __future__ import annotations

import msgspec

from store.views.encounters import Encounters
from tui.present.line import spans_width, width
from tui.present.pairs import cell_spans
from tui.present.short_names import short_names

FULL_NAMES = 60  # columns of a pane from which the rows have full names
MOST_NAME = 24  # cells of the longest name of a row
COLUMN, TIGHT, NAMED = 5, 3, 7  # cells of a column: at ease, where it is tight, under its name
FEWEST_ROWS = 4
KEPT, LEAST_KEPT = 7, 5  # lines below the triangle: with events of the pair, or hardly any


class Shape(msgspec.Struct, frozen=True):
    """Cells of the names and of each column, the rows in sight (fewer than there are when it is
    ``windowed``), and the lines left below. ``short`` are the names over the columns."""

    names: tuple[str, ...]
    short: tuple[str, ...]
    name_cells: int
    columns: tuple[int, ...]
    rows: int
    windowed: bool
    below: int

    def last_from(self, left: int, cells: int) -> int:
        """The last column in sight of ``cells`` cells when the window begins at ``left``."""
        room, last = cells - self.name_cells, left
        for at in range(left, len(self.columns)):
            room -= self.columns[at]
            if room < 0:
                break
            last = at
        return last


def shape(view: Encounters, pane: int, page: int) -> Shape:
    """The roomiest layout that shows the whole triangle; a window where none does."""
    people, cells = view.people, pane - 2
    full, short = [name for _, name in people], short_names(people)
    widest = _widest(view)
    kept = KEPT if page >= 16 else 3 if page >= 7 else 1
    room = max(page - kept, min(FEWEST_ROWS, page))
    if room < len(people) <= page - LEAST_KEPT:
        room = len(people)  # the whole triangle is worth more than the events below it
    for names, least in ((full, COLUMN), (full, TIGHT), (short, COLUMN), (short, TIGHT)):
        if names is full and pane < FULL_NAMES:
            continue
        column = _name_cells(names)
        columns = tuple(max(size + 1, least) for size in widest)
        if column + sum(columns[:-1]) + width(short[-1]) <= cells and len(people) <= room:
            rows = len(people)
            return Shape(tuple(names), tuple(short), column, columns, rows, False, page - rows)
    names = full if pane >= FULL_NAMES else short
    rows = max(min(room - 1, len(people)), 1)
    columns = tuple(max(size + 1, NAMED) for size in widest)
    below = page - rows - 1
    return Shape(tuple(names), tuple(short), _name_cells(names), columns, rows, True, below)


def _name_cells(names: list[str]) -> int:
    """Cells of the names, and one for the mark of the first column; behind the first name, which
    no cell parts from the name over the first column, two more."""
    widths = [*map(width, names), *(width(name) + 2 for name in names[:1])]
    return min(max(widths, default=0), MOST_NAME) + 1


def _widest(view: Encounters) -> list[int]:
    """Cells that the widest entry of each column takes."""
    place = {id: at for at, (id, _) in enumerate(view.people)}
    found = [1] * len(place)
    for encounter in view.rows(0, len(view)):
        column = min(place[id] for id in encounter.people)
        found[column] = max(found[column], spans_width(cell_spans(view.dossier, encounter)))
    return found
