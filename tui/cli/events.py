"""``legation events``: the timeline, narrowed by day, person, status, kind and topic."""

from __future__ import annotations

from typing import get_args

from store.dossier import Dossier
from store.model.claims import RANK
from store.model.frames import EventKind
from store.model.records import EventOn
from store.views.timeline import EventFilter, EventRow, timeline
from tui.cli.asked import nobody, status_of
from tui.cli.failure import Failure
from tui.cli.options import day, known
from tui.cli.plain_events import event_list
from tui.cli.reading import begin, nothing
from tui.cli.table import Call


def _asked(dossier: Dossier, row: EventRow) -> EventOn:
    """The record of a row with what it is on the day asked about."""
    event = dossier.event(row.id)
    assert event is not None, "a row of the timeline is an event"
    fields = {name: getattr(event, name) for name in event.__struct_fields__}
    then = row.status if row.on_day else None
    return EventOn(**fields, on_day=row.on_day, last_told=row.last_told, status_on_day=then)


def run(call: Call) -> int:
    """Print the events that match; 0 with at least one, else 1."""
    reading = begin(call)
    given, dossier = reading.given, reading.dossier
    statuses = tuple(status_of(word) for word in given.status)
    known("status", statuses, tuple(RANK))
    known("kind", given.kind, get_args(EventKind))
    # a topic that nobody knew of by that day is no mistake: it matches nothing
    if any(reading.whole.topic(topic) is None for topic in given.topic):
        known("topic", given.topic, tuple(topic.id for topic in dossier.topics))
    from_, until = day("--from", given.from_), day("--until", given.until)
    if from_ and until and from_.earliest and until.latest and from_.earliest > until.latest:
        raise Failure(f"--from {given.from_} is later than --until {given.until}: no day is left")
    narrowed = EventFilter(
        from_=from_,
        until=until,
        on=day("--on", given.on),
        who=tuple(given.who),
        statuses=statuses,
        kinds=tuple(given.kind),
        topics=tuple(given.topic),
    )
    view = timeline(dossier, narrowed)
    rows = view.rows(0, len(view))
    if not rows:
        return nothing(reading, f"no event matches{nobody(dossier, given.who)}")
    if given.json:
        reading.out.rows([_asked(dossier, row) for row in rows])
    else:
        reading.out.stream(event_list(rows, reading.out.width))
    return 0
