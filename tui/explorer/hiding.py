"""What an empty list is hidden by: every condition of a state with what it finds alone."""

from __future__ import annotations

from store.dossier import Dossier
from store.views.timeline import EventFilter, timeline
from tui.explorer.filtering import Filter
from tui.explorer.offers import conditions_of
from tui.explorer.state import State
from tui.present import dates
from tui.present.chips import Condition
from tui.present.nothing import Found


def hiding(dossier: Dossier, state: State) -> list[Found]:
    """The conditions on events, each with how many events have it and how many have all the
    others; ``dossier`` is what was known by the state's day."""
    every = conditions_of(dossier, state)
    period = Filter(from_=state.filter.from_, until=state.filter.until)
    pairs: list[tuple[Condition, set[str]]] = []
    for condition in every:
        part = Filter(condition.choices) if condition.choices else period
        pairs.append((condition, _ids(dossier, part.event_filter(None))))
    if state.on is not None:
        day = dates.short(state.on)
        words = f"known to have taken place or been in force on {day}"
        on = Condition(f"on {day}", day, words)
        pairs.append((on, _ids(dossier, EventFilter(on=dates.read(state.on)))))
    if state.place.words and state.view == "timeline":
        said = f"“{state.place.words}”"
        match = Condition(said, said, f"found by {said}")
        pairs.append((match, _ids(dossier, EventFilter(words=state.place.words))))
    found = []
    for nth, (condition, alone) in enumerate(pairs):
        others = [ids for at, (_, ids) in enumerate(pairs) if at != nth]
        left = len(set.intersection(*others)) if others else len(dossier.order)
        found.append(Found(condition, len(alone), left))
    return found


def _ids(dossier: Dossier, wanted: EventFilter) -> set[str]:
    return set(timeline(dossier, wanted).ids())
