"""Encounters as a triangle: who met whom, and under it what is known of the chosen pair.

A name stands over its column where the slope begins; a dossier that is too large for the pane is
shown through a window around the chosen cell, the names of its columns in a line of their own.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from msgspec.structs import replace

from store.dossier import Dossier
from store.model.records import Encounter, Event
from store.views.encounters import Encounters, pair_id
from tui.present.items import ItemBody
from tui.present.line import BLANK, Line, Span, cut, fit, spans_width, width, wrap
from tui.present.matrix_shape import Shape, shape
from tui.present.pairs import cell_spans, pair_events, pair_rows, sentence

LEGEND = (
    "● met or spoke   ○ scheduled   ◌ mooted or being arranged   » postponed   × called off   "
    "≠ ruled out   · nothing known"
)
SHORT_LEGEND = "● met or spoke   ○ scheduled   ◌ mooted   × called off   ≠ ruled out"
LEGEND_ROOM = 6  # lines below the triangle from which the short legend stands at the foot
SLOPE = (
    "A name that ends a row heads the column below it. Calls count; parts of one gathering once."
)


@dataclasses.dataclass(frozen=True, eq=False)
class MatrixBody(ItemBody):
    """The triangle as lines. ``row`` and ``column`` are the chosen cell (column < row), ``top``
    and ``left`` where the window begins; ``resting``: the keys are in another pane."""

    dossier: Dossier
    view: Encounters
    pane: int
    shape: Shape
    row: int
    column: int
    top: int = 0
    left: int = 0
    resting: bool = False
    beside: bool = False  # the card of the pair stands beside, with its events

    # -- the chosen cell

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of the two people of the chosen cell, the one above the column first."""
        people = self.view.people
        return people[self.column][0], people[self.row][0]

    @property
    def encounter(self) -> Encounter | None:
        return self.view.between(*self.pair)

    def moved(self, down: int, right: int) -> MatrixBody:
        """With a cell chosen so many rows below and columns to the right, within the triangle."""
        row, column = self.row, self.column
        if down:
            row = max(column + 1, min(row + down, len(self.view.people) - 1))
        if right:
            column = max(0, min(column + right, row - 1))
        return self.at(row, column)

    def chosen(self, pair: str | None) -> MatrixBody:
        """With the cell of a pair chosen; the pair that met most often where it is not here."""
        places = {id: at for at, (id, _) in enumerate(self.view.people)}
        first = pair_id(*self.view.rows(0, 1)[0].people)
        ids = [places.get(id) for id in (pair or first).split("+")]
        if len(ids) != 2 or None in ids or ids[0] == ids[1]:
            ids = [places.get(id) for id in first.split("+")]
        column, row = sorted(at for at in ids if at is not None)
        return self.at(row, column)

    def at(self, row: int, column: int) -> MatrixBody:
        """With this cell chosen, the window around it."""
        top, left = self.top, self.left
        if self.shape.windowed:
            top = max(min(top, row), row - self.shape.rows + 1)
            left = min(left, column)
            while column > self.shape.last_from(left, self.pane - 2):
                left += 1
        return dataclasses.replace(self, row=row, column=column, top=top, left=left)

    @property
    def _last(self) -> int:
        """The last column in sight."""
        if self.shape.windowed:
            return self.shape.last_from(self.left, self.pane - 2)
        return len(self.shape.columns) - 1

    def cell_at(self, line: int, x: int) -> tuple[int, int] | None:
        """The cell (row, column) at a place of the pane's text."""
        row = line - self.shape.windowed + self.top
        edge = self.shape.name_cells - 1
        for column in range(self.left, min(row, self._last + 1)):
            if edge <= x < edge + self.shape.columns[column]:
                return (row, column) if row < len(self.view.people) else None
            edge += self.shape.columns[column]
        return None

    # -- as lines

    @property
    def _lines(self) -> tuple[Line, ...]:
        lines = self.__dict__.get("_made")
        if lines is None:
            lines = (*self._triangle(), *self._below())
            self.__dict__["_made"] = lines
        return tuple(lines)

    def __len__(self) -> int:
        return len(self._lines)

    def line(self, index: int) -> Line:
        return self._lines[index]

    def _triangle(self) -> list[Line]:
        lines = [self._names_line()] if self.shape.windowed else []
        people = self.view.people
        for row in range(self.top, min(self.top + self.shape.rows, len(people))):
            on = row == self.row
            name = fit(self.shape.names[row], self.shape.name_cells - 1)
            spans = [Span(name, "accent" if on else "text", bold=on)]
            for column in range(self.left, min(row, self._last + 1)):
                spans += self._cell(row, column)
            if not self.shape.windowed:
                chosen = row == self.column
                spans.append(Span(" "))
                spans.append(
                    Span(self.shape.short[row], "accent" if chosen else "muted", bold=chosen)
                )
            lines.append(Line(tuple(spans), stop=False))
        return lines

    def _cell(self, row: int, column: int) -> list[Span]:
        mark = Span(" ")
        if (row, column) == (self.row, self.column):
            mark = Span("▏", "muted") if self.resting else Span("▌", "accent")
        people = self.view.people
        spans = cell_spans(self.dossier, self.view.between(people[row][0], people[column][0]))
        pad = self.shape.columns[column] - 1 - spans_width(spans)
        return [mark, *spans, Span(" " * pad)]

    def _names_line(self) -> Line:
        """The names of the columns in sight, and which rows they are."""
        number = len(self.view.people)
        end = min(self.top + self.shape.rows, number)
        said = f"{self.top + 1}–{end} of {number}"
        if width(said) >= self.shape.name_cells:
            said = f"{self.top + 1}–{end}"
        spans = [Span(fit(said, self.shape.name_cells), "muted")]
        for column in range(self.left, self._last + 1):
            chosen = column == self.column
            text = fit(
                cut(self.shape.short[column], self.shape.columns[column] - 1),
                self.shape.columns[column],
            )
            spans.append(Span(text, "accent" if chosen else "muted", bold=chosen))
        return Line(tuple(spans), stop=False)

    def _below(self) -> list[Line]:
        """The pair, its events and the legend, as far as there is room."""
        cells, room = self.pane - 4, self.shape.below
        foot: list[Line] = []
        if room >= LEGEND_ROOM and width(SHORT_LEGEND) <= cells:
            foot = [Line((Span(SHORT_LEGEND, "muted"),), stop=False)]
        room -= len(foot)
        encounter = self.encounter
        one, other = (dict(self.view.people)[id] for id in self.pair)
        title = Line((Span(f"{one} and {other}", bold=True),), stop=False)
        said = [Line((Span("no source tells of the two together", "muted"),), stop=False)]
        events: list[Event] = []
        if encounter is not None:
            said = [replace(line, stop=False) for line in sentence(self.dossier, encounter, cells)]
            events = pair_events(self.dossier, encounter)
        lines = [title, *said] if room < 3 else [BLANK, title, *said]
        left = room - len(lines)
        if events and left >= 2 and not self.beside:
            gap = [BLANK] if left > 2 or not foot else []
            lines += [*gap, *(_still(line) for line in _listed(events, left - len(gap), cells))]
        legend = [Line(part, stop=False) for part in wrap([Span(LEGEND, "muted")], cells)]
        if not self.shape.windowed:
            legend += [Line(part, stop=False) for part in wrap([Span(SLOPE, "muted")], cells)]
        room += len(foot)
        if len(lines) + 1 + len(legend) <= room:
            foot = legend
        if foot:
            # at the foot of the pane, so that nothing moves when another cell is chosen
            above = room - len(foot)
            lines = [*lines[:above], *[BLANK] * (above - len(lines)), *foot]
        return lines[:room] if room > 0 else []

    # -- as an item body

    def row_id(self, line: int, nth: int = 0) -> str | None:
        return pair_id(*self.pair)

    def place_of(self, id: str) -> tuple[int, int] | None:
        return None

    def position(self, line: int) -> tuple[int, int]:
        at = self.view.index(pair_id(*self.pair))
        return (0 if at is None else at + 1), len(self.view)

    def item_line(self, line: int, step: int) -> int:
        return line

    def next_pair(self, step: int) -> MatrixBody:
        """With the next or previous pair chosen of which something is known."""
        at = self.view.index(pair_id(*self.pair))
        at = (-1 if step > 0 else 0) if at is None else at
        at = max(0, min(at + step, len(self.view) - 1))
        return self.chosen(pair_id(*self.view.rows(at, at + 1)[0].people))

    def edge(self, *, last: bool) -> MatrixBody:
        """With the first or the last cell chosen."""
        if last:
            return self.at(len(self.view.people) - 1, len(self.view.people) - 2)
        return self.at(1, 0)


def _listed(events: Sequence[Event], room: int, cells: int) -> list[Line]:
    """The events in so many lines: with their whole titles if all of them fit so; else one line
    each, and how many there are more."""
    rows = pair_rows(events, cells)
    if sum(map(len, rows)) > room:
        rows = pair_rows(events, cells, whole=False)
    if len(rows) > room:
        more = Line((Span(f"and {len(rows) - room + 1} more: enter", "muted"),))
        rows = [*rows[: room - 1], [more]]
    return [line for row in rows for line in row]


def _still(line: Line) -> Line:
    """A line on which no cursor rests: the cell is the cursor."""
    spans = tuple(replace(span, link=None, role="text" if span.link else span.role)
                  for span in line.spans)  # fmt: skip
    return replace(line, spans=spans, stop=False)


def matrix(
    dossier: Dossier, view: Encounters, pane: int, page: int, pair: str | None = None
) -> MatrixBody:
    """The triangle for a pane of ``pane`` columns and ``page`` lines; the view is not empty."""
    body = MatrixBody(dossier, view, pane, shape(view, pane, page), 1, 0)
    return body.chosen(pair)
