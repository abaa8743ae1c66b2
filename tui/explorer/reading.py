"""Reading an article: which passage is lit, and the next one."""

from __future__ import annotations

from msgspec.structs import replace

from tui.explorer.model import Model
from tui.explorer.state import State
from tui.present.line import Link
from tui.present.reader import beside, number_of, order
from tui.present.sources import source_line


def passage(model: Model, state: State) -> str | None:
    """The claim whose passage is read: that of the card with the keys, if it is a reader."""
    links = model.links(state)
    if not 0 < state.focus <= len(links):
        return None
    link = links[state.focus - 1]
    return link.id if link.type == "passage" else None


def next_passage(model: Model, state: State, step: int) -> State | None:
    """The state with the next or previous quotation of the article lit, itself where there is
    none; None where no article is read."""
    id = passage(model, state)
    claim = model.dossier(state).claim(id) if id else None
    if claim is None:
        return None
    other = beside(model.dossier(state), claim, step)
    if other is None:
        return state
    if state.focus == 1:
        return state.opened(Link("passage", other))
    at = state.focus - 2
    trail = (*state.trail[:at], Link("passage", other))
    return replace(state, trail=trail, lines=state.lines[: state.focus - 1])


def reading_place(model: Model, state: State) -> tuple[str, tuple[int, int], str] | None:
    """The source that is read, (number of the passage, passages) and how firmly its words are
    found in the text; None where no article is read."""
    id = passage(model, state)
    dossier = model.dossier(state)
    claim = dossier.claim(id) if id else None
    if claim is None:
        return None
    found = order(dossier, claim.source)
    anchor = "" if claim.anchor == "unchecked" else claim.anchor
    return source_line(dossier, claim.source), (number_of(found, claim) + 1, len(found)), anchor
