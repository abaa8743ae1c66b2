"""An event with what it is on the day asked about."""

from __future__ import annotations

from store.dossier import Dossier
from store.model.records import EventOn
from store.views.timeline import EventRow


def event_on(dossier: Dossier, row: EventRow) -> EventOn:
    """The record of a row of the timeline, as the JSON contract has it with a day."""
    event = dossier.event(row.id)
    assert event is not None, "a row of the timeline is an event"
    fields = {name: getattr(event, name) for name in event.__struct_fields__}
    then = row.status if row.on_day else None
    return EventOn(**fields, on_day=row.on_day, last_told=row.last_told, status_on_day=then)
