"""What an empty list is hidden by: every condition of a state with what it finds alone."""

from __future__ import annotations

from msgspec.structs import replace

from store.dossier import Dossier
from store.views.encounters import encounters
from tui.explorer.filtering import EMPTY, Filter
from tui.explorer.offers import conditions_of
from tui.explorer.sieves import index_of, let_through
from tui.explorer.state import DAYLESS, State
from tui.present import dates
from tui.present.chips import Condition
from tui.present.empty import empty
from tui.present.keyed import Names
from tui.present.line import Line, cut
from tui.present.nothing import Found, nothing

MOST = 60  # cells of the words that find nothing


def empty_list(
    dossier: Dossier,
    whole: Dossier,
    state: State,
    thing: str,
    total: int,
    pane: int,
    keys: Names | None,
) -> list[Line]:
    """What an empty list of ``thing`` says; ``dossier`` is what was known by the state's day of
    the ``whole``, ``total`` the number of rows without the words. ``keys`` are named where they
    are commands."""
    found = hiding(dossier, state) if dossier.sources else []
    later = rows_of(whole, state) if found and state.known_by else 0
    if len(found) > 1 or later or (found and state.filter):
        every = _every(dossier, state).bit_count()
        if thing == "person" and state.on:
            thing = "holder"
        known = state.known_by
        return nothing(found, every, pane, keys=keys, thing=thing, known=known, later=later)
    return empty(
        dossier,
        whole,
        thing=thing,
        words=state.place.words,
        on=None if state.view in DAYLESS else state.on,
        without=(total, total),
        pane=pane,
        keys=keys,
    )


def rows_of(dossier: Dossier, state: State) -> int:
    """How many rows (of encounters: events) a state has in this dossier."""
    bits = _every(dossier, state) & let_through(dossier, state)
    bits &= index_of(dossier, state.view, state.on).kept(state.filter.choices)
    return (bits & _worded(dossier, state)).bit_count()


def _every(dossier: Dossier, state: State) -> int:
    """All rows of the view; of encounters the events at which two people are told of."""
    index = index_of(dossier, state.view, state.on)
    if state.view != "encounters":
        return index.every
    return index.bits({event for pair in dossier.encounters for event in pair.events})


def _worded(dossier: Dossier, state: State) -> int:
    """The rows that the words find; of encounters the events of the pairs."""
    if state.view != "encounters":
        return let_through(dossier, _bare(state).narrowed(state.place.words))
    index, view = index_of(dossier, state.view, state.on), encounters(dossier)
    pairs = view.narrow(state.place.words).rows(0, len(view))
    return index.bits({event for pair in pairs for event in pair.events})


def _bare(state: State) -> State:
    """The state without anything that hides rows; those of the directory are those of its day."""
    on = state.on if state.view == "directory" else None
    return replace(state.narrowed("").sieved(EMPTY), on=on)


def hiding(dossier: Dossier, state: State) -> list[Found]:
    """The conditions on the rows, each with how many rows have it and how many have all the
    others; ``dossier`` is what was known by the state's day."""
    index, every, bare = (
        index_of(dossier, state.view, state.on),
        _every(dossier, state),
        _bare(state),
    )
    period = Filter(from_=state.filter.from_, until=state.filter.until)
    pairs: list[tuple[Condition, int]] = []
    for condition in conditions_of(dossier, state):
        if condition.choices:
            pairs.append((condition, index.kept(condition.choices)))
        else:
            pairs.append((condition, let_through(dossier, bare.sieved(period))))
    day = dates.short(state.on) if state.on and state.view not in DAYLESS else ""
    if day and state.view != "directory":
        words = "about that day" if state.view == "conflicts" else ""
        words = words or f"known to have taken place or been in force on {day}"
        on = Condition(f"on {day}", day, words, clear="clear")
        pairs.append((on, let_through(dossier, replace(bare, on=state.on))))
    if state.place.words:
        said = f"“{cut(state.place.words, MOST)}”"
        phrase = f"with {said}" if state.view == "encounters" else f"found by {said}"
        pairs.append((Condition(said, said, phrase, clear="escape"), _worded(dossier, state)))
    found = []
    for nth, (condition, alone) in enumerate(pairs):
        left = every
        for at, (_, bits) in enumerate(pairs):
            left &= bits if at != nth else left
        found.append(Found(condition, (alone & every).bit_count(), left.bit_count()))
    if day and state.view == "directory" and found:
        on = Condition(f"on {day}", day, f"in the directory of {day}", clear="clear")
        found.append(Found(on, every.bit_count(), rows_of(dossier, replace(state, on=None))))
    return found
