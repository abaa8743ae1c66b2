"""Steps through what lies under the cursor: items, quotations, links. State to state."""

from __future__ import annotations

from msgspec.structs import replace

from store.views.likeliest import likeliest_event, likeliest_row
from store.when import When
from tui.explorer import standing
from tui.explorer.answers import taken
from tui.explorer.asking import Ask
from tui.explorer.following import followed, listed
from tui.explorer.reading import next_passage
from tui.explorer.stage import Stage
from tui.explorer.state import State
from tui.present import dates
from tui.present.conflicts import ConflictsBody
from tui.present.items import ItemBody
from tui.present.line import cut
from tui.present.listing import TimelineBody
from tui.present.people import DirectoryBody


def quotation(stage: Stage, step: int) -> State | None:
    """The state with the next or previous quotation lit; None where no article is read."""
    return next_passage(stage.model, stage.now, step)


def stepped(stage: Stage, step: int) -> State:
    """The state with the next or previous quotation of the article, or item of the list."""
    state, panes = quotation(stage, step), stage.panes
    if state is not None:
        return state
    state, body = stage.now, panes.listing.body
    link = followed(stage)
    if link is not None and (place := listed(stage, link.id)) is not None:
        panes.listing.go(*place)  # the list goes on from the record that is shown
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
    line = standing.line_at_date(model, state, body, day) if day is not None else None
    return state if line is None else state.on_row(standing.row_on(body, line))


def missing(stage: Stage) -> bool:
    """Whether words are searched for that do not stand in the text with the keys; says so."""
    walk = stage.panes.active.walk
    if not walk.needle or walk.found:
        return False
    stage.say(f"“{cut(walk.sought, 40)}” does not stand here")
    return True


def hit(stage: Stage, step: int) -> State:
    """The state at the next line with the words searched for; in an article at the next
    quotation, where no words are."""
    if stage.panes.active.next_hit(step):
        return stage.now
    if not stage.state.focus and stage.state.place.words:
        return _next_found(stage, step)
    if missing(stage):
        return stage.now
    state = quotation(stage, step)
    if state is None:
        stage.say(f"no words are searched for here: press {stage.model.keys['search']} first")
    return state or stage.now


def _next_found(stage: Stage, step: int) -> State:
    """The state at the next row of a list that shows only what the words find."""
    state = stage.now
    stage.panes.listing.action_move(step)
    words = cut(state.place.words, 24)
    if state.place.row is None:
        stage.say(f"“{words}” finds nothing here")
    elif stage.now == state:
        end = "last" if step > 0 else "first"
        stage.say(f"the {end} of what “{words}” finds")
    return stage.now


def answered(stage: Stage, answer: Ask.Taken, before: State) -> tuple[State, str]:
    """The state once the reader took an answer, and why it is the one from ``before``."""
    now = stage.now
    if answer.kind == "go" and (not answer.text.strip() or now.place.row is None):
        said = cut(answer.text.strip(), 24)
        return before, f"nobody and no post matches “{said}”" if said else ""
    if answer.kind == "go" and stage.model.dossier(now).type_of(str(now.place.row)) == "post":
        return replace(now, focus=1), ""  # only where words name it a post is in the list
    state = taken(answer.kind, answer.when, before, now)
    if answer.kind == "date" and answer.when is not None:
        return at_date(stage, state, answer.when), _beyond(stage, state, answer.when)
    return state, ""


def _beyond(stage: Stage, state: State, when: When) -> str:
    """That the list has nothing as early, or as late; empty where it has."""
    months = [month for month, _first, _count in stage.model.counted(state) if month]
    first, last = min(months, default=""), max(months, default="")
    if when.latest is not None and when.latest.isoformat()[: len(first)] < first:
        return f"nothing before {dates.short(first)}"
    if last and when.earliest is not None and when.earliest.isoformat()[: len(last)] > last:
        return f"nothing after {dates.short(last)}"
    return ""


def likeliest(stage: Stage, state: State) -> State:
    """The state on the row that the words typed so far most likely mean."""
    model, words = stage.model, state.place.words
    dossier, row = model.dossier(state), state.place.row
    if not words.strip():
        return state
    if state.view == "timeline":
        return state.on_row(likeliest_event(dossier, model.timeline(state), words, row))
    if state.view == "directory" and row is None:
        return state.on_row(likeliest_row(dossier, model.directory(state), words))
    return state


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
