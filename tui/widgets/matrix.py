"""A pane whose cursor is a cell: the triangle of who met whom."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region

from tui.present.listing import Body
from tui.present.matrix import MatrixBody
from tui.widgets.pane import Pane

MATRIX = Binding.Group("Matrix")
CELL = ("cell-left", "down", "up", "cell-right")  # what moves the cell; j and k are the rows'


class Matrix(Pane):
    """Draws a ``MatrixBody``; only the lines that change with the cell are drawn anew."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h,left", "cell(-1)", "cell to the left", id="cell-left", group=MATRIX),
        Binding("l,right", "cell(1)", "cell to the right", id="cell-right", group=MATRIX),
    ]  # fmt: skip

    def show(self, body: Body, *, cursor: int = 0, nth: int = 0, top: int | None = None) -> None:
        if isinstance(body, MatrixBody):
            body = replace(body, resting=not self.has_focus)
        super().show(body, cursor=cursor, nth=nth, top=top)

    @property
    def grid(self) -> MatrixBody | None:
        """The triangle; None where there is nothing to show."""
        return self.body if isinstance(self.body, MatrixBody) else None

    def turn(self, grid: MatrixBody, *, told: bool = True) -> None:
        """Show another state of the same triangle; ``told``: say that the cell is another."""
        old = self.body
        self.walk.body = grid
        start = 1 + len(self._head)
        for at in range(max(len(old), len(grid))):
            before = old.line(at) if at < len(old) else None
            if before != (grid.line(at) if at < len(grid) else None):
                self.refresh(Region(0, start + at, self.size.width, 1))
        if told:
            self.post_message(self.Moved(self))

    def action_cell(self, step: int) -> None:
        if self.grid is not None:
            self.turn(self.grid.moved(0, step))

    def action_move(self, step: int) -> None:
        if self.grid is not None:
            self.turn(self.grid.moved(step, 0))

    def action_page(self, pages: float) -> None:
        if self.grid is not None:
            self.turn(self.grid.moved(int(pages * self.grid.shape.rows), 0))

    def action_first(self) -> None:
        if self.grid is not None:
            self.turn(self.grid.edge(last=False))

    def action_last(self) -> None:
        if self.grid is not None:
            self.turn(self.grid.edge(last=True))

    def step(self, step: int) -> None:
        """To the next or previous pair of which something is known."""
        if self.grid is not None:
            self.turn(self.grid.next_pair(step))

    # -- events

    def on_focus(self) -> None:
        self._rest(resting=False)

    def on_blur(self) -> None:
        self._rest(resting=True)

    def _rest(self, *, resting: bool) -> None:
        if self.grid is not None and self.grid.resting != resting:
            self.turn(replace(self.grid, resting=resting), told=False)
        self.refresh(Region(0, 0, self.size.width, 1))

    def on_click(self, event: events.Click) -> None:
        if self.grid is None:
            return
        cell = self.grid.cell_at(event.y - 1 - len(self._head), event.x - 2)
        if cell is not None:
            self.turn(self.grid.at(*cell))
