"""Steps through what lies under the cursor: items, quotations, links. State to state."""

from __future__ import annotations

from dataclasses import replace

from store.when import When
from tui.explorer.reading import next_passage
from tui.explorer.stage import Stage
from tui.explorer.state import State
from tui.present.conflicts import ConflictsBody
from tui.present.items import ItemBody
from tui.present.listing import DirectoryBody, TimelineBody


def quotation(stage: Stage, step: int) -> State | None:
    """The state with the next or previous quotation lit; None where no article is read."""
    return next_passage(stage.model, stage.now, step)


def stepped(stage: Stage, step: int) -> State:
    """The state with the next or previous quotation of the article, or item of the list."""
    state, panes = quotation(stage, step), stage.panes
    if state is not None:
        return state
    state, body = stage.now, panes.listing.body
    if panes.listing is panes.matrix:
        panes.matrix.step(step)
    elif isinstance(body, ItemBody):
        panes.listing.go(body.item_line(panes.listing.cursor, step))
    else:
        panes.listing.action_move(step)
    return replace(state.on_row(panes.row), focus=min(state.focus, 1))


def step_group(stage: Stage, step: int) -> None:
    """To the first row of the next or previous month (or country)."""
    panes = stage.panes
    listing, body = panes.listing, panes.listing.body
    if listing is panes.matrix:
        panes.matrix.step(step)
    elif isinstance(body, ItemBody):
        listing.go(body.group_line(listing.cursor, step))
    elif isinstance(body, (TimelineBody, DirectoryBody)):
        listing.go(body.month_line(listing.cursor, step))


def at_date(stage: Stage, state: State, when: When) -> State:
    """The state with the first event of that day, or after it, chosen."""
    day, model, size = when.earliest or when.latest, stage.model, stage.panes.app.size
    body = model.body(state, size.width, size.height - 2)
    line = model.line_at_date(state, body, day) if day is not None else None
    return state if line is None else state.on_row(model.row_on(body, line))


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
