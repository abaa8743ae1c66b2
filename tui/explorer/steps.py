"""Steps through what lies under the cursor: items, quotations, links. State to state."""

from __future__ import annotations

from dataclasses import replace

from tui.explorer.reading import next_passage
from tui.explorer.stage import Stage
from tui.explorer.state import State
from tui.present.conflicts import ConflictsBody


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
