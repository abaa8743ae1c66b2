"""Where in a list a row stands, and which row stands on a line of it."""

from __future__ import annotations

from datetime import date

from tui.explorer.model import Model
from tui.explorer.state import State
from tui.present import dates
from tui.present.items import ItemBody
from tui.present.listing import Body, TimelineBody
from tui.present.people import DirectoryBody

MONTH = 31  # days


def place_of(model: Model, state: State, body: object, near: int = 0) -> tuple[int, int]:
    """The line of the chosen row and which link of the line it is; the first row, or the line
    ``near``, where it is not in the list."""
    row = state.place.row
    if row is None:
        return 0, 0
    return listed(model, state, body, row) or (near if isinstance(body, ItemBody) else 0, 0)


def listed(model: Model, state: State, body: object, id: str) -> tuple[int, int] | None:
    """The line of a row and which link of the line it is; None where it is not in the list."""
    if isinstance(body, ItemBody):
        return body.place_of(id)
    at: int | None = None
    if isinstance(body, TimelineBody):
        at = model.timeline(state).index(id)
    elif isinstance(body, DirectoryBody):
        at = model.directory(state).index(id)
    else:
        return None
    return None if at is None else (body.line_of(at), 0)


def row_on(body: object, line: int, nth: int = 0) -> str | None:
    """The id of the row on a line of a list; ``nth`` is the link under the cursor."""
    if isinstance(body, (TimelineBody, DirectoryBody)):
        row = body.row_at(line)
        return row.id if row is not None else None
    if isinstance(body, ItemBody):
        return body.row_id(line, nth)
    return None


def date_on(body: object, line: int) -> date | None:
    """The day near which a date without a year is meant: the row's, where that is known to the
    month or better; a row of a whole year or of no date says nothing about another."""
    if isinstance(body, TimelineBody):
        row = body.row_at(line)
        when = dates.read(row.date) if row else None
        if when is None:
            return None
        first, last = when.earliest_start, when.latest_start
        if first is None:
            return when.latest
        return first if last is None or (last - first).days <= MONTH else None
    return None


def position(model: Model, state: State, body: object, line: int) -> tuple[int, int]:
    """(position from 1, rows)."""
    if isinstance(body, TimelineBody):
        number = body.number_at(line)
        return (0 if number is None else number + 1), len(model.timeline(state))
    if isinstance(body, DirectoryBody):
        number = body.number_at(line)
        return (0 if number is None else number + 1), model.directory(state).count
    if isinstance(body, ItemBody):
        return body.position(line)
    return 0, 0


def line_at_date(model: Model, state: State, body: object, day: date) -> int | None:
    """The line of the first event that begins on the day or later; if none does, of the last that
    has a date."""
    if not isinstance(body, TimelineBody):
        return None
    view = model.in_time(state)
    low, high = 0, len(view)
    while low < high:
        middle = (low + high) // 2
        row = view.rows(middle, middle + 1)[0]
        earliest = row.earliest or row.latest
        if earliest is not None and earliest < day.isoformat():
            low = middle + 1
        else:
            high = middle
    at = min(low, len(view) - 1)
    row = view.rows(at, at + 1)[0]
    if at and row.earliest is None and row.latest is None:
        at -= 1  # what has no date stands behind the others
    found = view.ids()[at]
    return body.line_of(model.timeline(state).index(found) or 0)


def in_conflict(state: State, card: int, body: Body) -> int:
    """The line of a card on which the conflict that was chosen in the list stands, where the
    cursor has not been in the card of the row yet; else 0."""
    if state.view != "conflicts" or card != 1 or state.lines or state.place.row is None:
        return 0
    field = state.place.row.partition("/")[2]
    return next((at for at in range(len(body)) if field and body.line(at).conflict == field), 0)
