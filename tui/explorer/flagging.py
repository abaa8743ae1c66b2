"""Which line of a list carries the sign of the reader's mark."""

from __future__ import annotations

from tui.explorer.model import Model
from tui.explorer.views import THINGS, row_link
from tui.present.line import Line
from tui.present.listing import Body
from tui.present.marks import with_sign


def flagged(model: Model, view: str, body: Body, index: int, line: Line) -> Line:
    """A line of a list, with the sign of what its row is about where the row begins."""
    if not model.marks.entries:
        return line
    row = model.row_on(body, index)
    if row is None or (index and model.row_on(body, index - 1) == row):
        return line
    if view in THINGS:  # a row there is a conflict or one of its rivals, not a record
        link = row_link(model.opened.dossier, view, row)
        return line if link is None else with_sign(line, model.marks.of(link.id))
    return with_sign(line, model.marks.of(row))
