"""What an empty list is hidden by: every condition of a state with what it finds alone."""

from __future__ import annotations

from dataclasses import replace

from store.dossier import Dossier
from tui.explorer.filtering import EMPTY, Filter
from tui.explorer.offers import conditions_of
from tui.explorer.sieves import index_of, let_through
from tui.explorer.state import DAYLESS, State
from tui.present import dates
from tui.present.chips import Condition
from tui.present.empty import empty
from tui.present.keyed import Names
from tui.present.line import Line
from tui.present.nothing import Found, nothing


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
    if state.filter and dossier.sources and (found := hiding(dossier, state)):
        every = index_of(dossier, state.view, state.on).every.bit_count()
        if thing == "person" and state.on:
            thing = "holder"
        return nothing(found, every, pane, keys=keys, thing=thing, known=state.known_by)
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


def hiding(dossier: Dossier, state: State) -> list[Found]:
    """The conditions on the rows, each with how many rows have it and how many have all the
    others; ``dossier`` is what was known by the state's day."""
    index = index_of(dossier, state.view, state.on)
    listed = state.view == "directory"  # its rows are those of its day
    bare = replace(state.narrowed("").sieved(EMPTY), on=state.on if listed else None)
    period = Filter(from_=state.filter.from_, until=state.filter.until)
    pairs: list[tuple[Condition, int]] = []
    for condition in conditions_of(dossier, state):
        if condition.choices:
            pairs.append((condition, index.kept(condition.choices)))
        else:
            pairs.append((condition, let_through(dossier, bare.sieved(period))))
    if state.on is not None and not listed and state.view not in DAYLESS:
        day = dates.short(state.on)
        words = "about that day" if state.view == "conflicts" else ""
        words = words or f"known to have taken place or been in force on {day}"
        on = Condition(f"on {day}", day, words)
        pairs.append((on, let_through(dossier, replace(bare, on=state.on))))
    if state.place.words and state.view != "encounters":
        said = f"“{state.place.words}”"
        match = Condition(said, said, f"found by {said}")
        pairs.append((match, let_through(dossier, bare.narrowed(state.place.words))))
    found = []
    for nth, (condition, alone) in enumerate(pairs):
        left = index.every
        for at, (_, bits) in enumerate(pairs):
            left &= bits if at != nth else left
        found.append(Found(condition, alone.bit_count(), left.bit_count()))
    return found
