"""What an answer at the prompt makes of the state. Pure: no widget, no screen."""

from __future__ import annotations

from msgspec.structs import replace

from store.when import When
from tui.explorer.filtering import EMPTY
from tui.explorer.state import Place, State


def everybody(state: State) -> State:
    """The directory with nothing hidden, where anybody can be found."""
    return state.showing("directory").narrowed("").sieved(EMPTY)


def typed(kind: str, text: str, state: State) -> State:
    """The state while the reader types."""
    if kind == "go":  # the best row first, whatever was chosen before
        return replace(state.at(Place(None, text)), trail=(), lines=())
    return state.narrowed(text)


def taken(kind: str, when: When | None, before: State, now: State) -> State:
    """The state once the reader took the answer; ``when`` is the day it was read as, ``before``
    the state that the prompt was opened on, ``now`` the one that typing made of it."""
    day = when.text if when else None
    match kind:
        case "go":
            if now.place.row is None:
                return before
            return replace(now.at(Place(now.place.row, "")), focus=1)
        case "on":
            return replace(before, on=day, focus=0)
        case "known":
            return replace(before, known_by=day)
        case "date":
            return before.showing("timeline")
        case _:
            return replace(now, focus=0)
