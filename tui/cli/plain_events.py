"""The timeline as text: one paragraph an event, a blank line between months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import ConsoleRenderable
from rich.text import Text

from store.dossier import Dossier
from store.views.timeline import EventRow, timeline
from tui.cli.columns import Columns
from tui.cli.setting import BLANK, heading, indented, join, marks, row, signed, text
from tui.present import dates
from tui.present.on_day import maybe_notes
from tui.present.signs import status_sign, status_word

STACKED = 64
"""Below this many columns the title stands under its date and status."""

AT_ONCE = 500
"""Rows that are set and printed together, so that a long list begins at once."""


def event_list(rows: Sequence[EventRow], width: int) -> Iterator[ConsoleRenderable]:
    """Set the rows, in their order. Raises nothing; empty rows give nothing."""
    if width < STACKED:
        yield from _stacked(rows)
        return
    cells: list[list[Text]] = []
    month = rows[0].month if rows else None
    for event in rows:
        if event.month != month:
            month = event.month
            cells.append([BLANK] * 4)
        cells.append(
            [
                text((dates.worded(event.date, event.date_words), "muted")),
                _status(event),
                _title(event),
                _marks(event),
            ]
        )
    if cells:
        table = Columns(cells, fill=2, flush=1)
        for start in range(0, len(cells), AT_ONCE):
            yield table.part(start, start + AT_ONCE)


def events_named(dossier: Dossier, ids: Sequence[str], width: int) -> Iterator[ConsoleRenderable]:
    """The events of these ids under a heading; nothing where there are none."""
    view = timeline(dossier)
    wanted = set(ids)
    rows = [row for row in view.rows(0, len(view)) if row.id in wanted]
    if rows:
        yield BLANK
        yield heading("Events", str(len(rows)))
        yield from event_list(rows, width)


def _stacked(rows: Sequence[EventRow]) -> Iterator[ConsoleRenderable]:
    for event in rows:
        when = text((dates.worded(event.date, event.date_words), "muted"))
        yield row((join((when, _status(event)), "  "), "fill"), (_marks(event), "right"))
        yield indented(_title(event))


def _title(event: EventRow) -> Text:
    note = f"  {notes[0]}" if (notes := maybe_notes(event)) else ""
    return text(event.title, (f"  {event.id}", "muted"), (note, "warn"))


def _status(event: EventRow) -> Text:
    word = status_word(event.status, event.kind)
    if event.date is not None and event.date_status != event.status:
        word = f"then {word}"  # the days beside it are those before
    return signed(status_sign(event.status), word)


def _marks(event: EventRow) -> Text:
    return marks(event.denied, event.conflict, event.origins, event.origins_most)
