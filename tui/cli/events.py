"""``legation events``: the timeline, narrowed by day, person, status, kind and topic."""

from __future__ import annotations

from typing import get_args

from store.model.claims import RANK
from store.model.frames import EventKind
from store.views.timeline import EventFilter, timeline
from tui.cli.asked import nobody, status_of
from tui.cli.failure import Failure
from tui.cli.options import day, known
from tui.cli.plain_events import event_list
from tui.cli.reading import begin, nothing
from tui.cli.table import Call
from tui.out.asked import event_on


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
        reading.out.rows([event_on(dossier, row) for row in rows])
    else:
        reading.out.stream(event_list(rows, reading.out.width))
    return 0
