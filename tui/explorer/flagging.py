"""Which line of a list carries the sign of the reader's mark."""

from __future__ import annotations

from tui.explorer import standing
from tui.explorer.model import Model
from tui.explorer.views import THINGS, row_link
from tui.present.conflicts import PART
from tui.present.items import ItemBody
from tui.present.line import Line
from tui.present.listing import Body
from tui.present.marks import with_sign


def flagged(model: Model, view: str, body: Body, index: int, line: Line) -> Line:
    """A line of a list, with the sign of what its row is about where the row begins."""
    if not model.marks.entries:
        return line
    if view == "conflicts":
        return _in_conflict(model, body, index, line)
    row = standing.row_on(body, index)
    if row is None or (index and standing.row_on(body, index - 1) == row):
        return line
    if view in THINGS:  # a row there may be no record itself
        link = row_link(model.opened.dossier, view, row)
        return line if link is None else with_sign(line, model.marks.of(link.id))
    return with_sign(line, model.marks.of(row))


def _in_conflict(model: Model, body: Body, index: int, line: Line) -> Line:
    """The sign of what a conflict is about stands beside its question, that of a claim beside
    its own words; nothing else in it has one."""
    for link in line.links:
        if link.type == "passage" and (entry := model.marks.of(link.id)) is not None:
            return with_sign(line, entry)
    row = standing.row_on(body, index)
    if row is None or PART in row or not isinstance(body, ItemBody):
        return line
    about = row_link(model.opened.dossier, "conflicts", row)
    head = body.place_of(row) == (index, 0)
    return with_sign(line, model.marks.of(about.id)) if head and about is not None else line
