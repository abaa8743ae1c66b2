"""What a list was asked for, as phrases that go on after the name of its rows."""

from __future__ import annotations

from tui.explorer.filtering import FILTERED
from tui.explorer.model import Model
from tui.explorer.offers import conditions_of
from tui.explorer.state import DAYLESS, State
from tui.present import dates
from tui.present.chips import Condition


def requested(model: Model, state: State) -> tuple[str, ...]:
    """``in which Kang Kyung-wha takes part``, ``on 19 Sep 2019``, ``found with “talks”``: the
    filter, the day and the words, each whole. The day up to which sources count is not of it."""
    about = FILTERED.get(state.view, "")
    found = [_phrase(one, about) for one in conditions_of(model.dossier(state), state)]
    if state.view == "encounters" and found:  # what is filtered are the events of a pair
        found[0] = f"at events {found[0]}"
    if state.on and state.view not in DAYLESS:
        found.append(f"on {dates.short(state.on, weekday=False)}")
    if state.place.words:
        found.append(f"found with “{state.place.words}”")
    return tuple(found)


def _phrase(condition: Condition, about: str) -> str:
    """A condition as a phrase; in a sentence that denies, "with" and "a" say enough."""
    chosen = next(iter(condition.choices), None)
    if about != "events" or chosen is None or chosen.exclude:
        return condition.phrase
    if chosen.facet == "who":
        return f"in which {condition.phrase.removeprefix('with ')} takes part"
    if chosen.facet == "kind":
        return f"of the kind {condition.phrase.removeprefix('a ')}"
    return condition.phrase
