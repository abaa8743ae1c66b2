"""Steps through what lies under the cursor: items, quotations, links. State to state."""

from __future__ import annotations

from dataclasses import replace

from tui.explorer.model import Model
from tui.explorer.stage import Stage
from tui.explorer.state import State
from tui.present.conflicts import ConflictsBody
from tui.present.line import Link
from tui.present.reader import beside


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


def quotation(stage: Stage, step: int) -> State | None:
    """The state with the next or previous quotation lit; None where no article is read."""
    return next_passage(stage.model, stage.now, step)


def stepped(stage: Stage, step: int) -> State:
    """The state with the next or previous quotation of the article, or item of the list."""
    return quotation(stage, step) or stage.panes.stepped(stage.now, step)


def hit(stage: Stage, step: int) -> State:
    """The state at the next line with the words searched for; in an article at the next
    quotation, where no words are."""
    if stage.panes.active.next_hit(step):
        return stage.now
    state = quotation(stage, step)
    if state is None:
        stage.say("no words are searched for here: press / first")
    return state or stage.now


def tabbed(stage: Stage, step: int) -> State:
    """The state at the next link; from the last one on, in the next pane. A list of rows has no
    links: the card is next."""
    panes, state = stage.panes, stage.now
    listed = state.focus == 0
    if listed and not isinstance(panes.listing.body, ConflictsBody):
        return replace(state, focus=1) if state.place.row is not None else state
    if panes.active.next_link(step):
        return stage.now
    if panes.alone:
        panes.active.action_first()
        return stage.now
    return replace(state, focus=1 if listed else 0)
