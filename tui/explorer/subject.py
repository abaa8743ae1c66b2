"""What a key acts on: the record in front of the reader, or the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from store.disk.notebook import Entry
from store.dossier import Dossier
from store.model import records
from store.model.records import Record
from store.views.directory import DirectoryRow, directory
from store.views.encounters import BETWEEN, encounters
from store.views.timeline import EventFilter, timeline
from store.when import When
from tui.explorer.model import Model
from tui.explorer.offers import conditions_of
from tui.explorer.requested import requested
from tui.explorer.state import State
from tui.explorer.views import THINGS, item_records
from tui.out.asked import event_on
from tui.out.export import Listing
from tui.out.items import Kept
from tui.present import dates
from tui.present.chrome import VIEW_NAMES, chips
from tui.present.line import Link
from tui.present.listing import Body, TimelineBody
from tui.present.people import DirectoryBody
from tui.present.words import count

KINDS: dict[str, type[Record]] = {
    "timeline": records.Event,
    "directory": records.Person,
    "encounters": records.Encounter,
    "sources": records.Source,
    "conflicts": records.Conflict,
    "marks": Kept,
}


def record_of(
    dossier: Dossier, links: tuple[Link, ...], state: State, body: Body, line: int
) -> Link | None:
    """The record in front of the reader: the claim of the excerpt under a card's cursor, else
    what the card is about, else the chosen row. ``body`` and ``line`` are those of the pane
    with the keys. None where no record stands."""
    if state.focus and 0 <= line < len(body) and (claims := body.line(line).claims):
        return Link("claim", claims[0])
    at = max(state.focus, 1) - 1
    link = links[at] if at < len(links) else None
    kind = dossier.type_of(link.id) if link is not None else None
    if link is not None and link.type == "encounter":
        return link
    # a passage in its article, a post by its holder: the record is what the id names
    return Link(kind, link.id) if link is not None and kind is not None else None


def record(dossier: Dossier, link: Link) -> Record | None:
    """The whole record of a link, of whatever type."""
    if link.type == "encounter":
        return encounters(dossier).between(*link.id.split(BETWEEN))
    return dossier.record(link.id)


def list_text(body: Body, most: int) -> str:
    """The lines of a list as they stand on the screen; what is beyond ``most`` is told."""
    shown = (body.line(index) for index in range(min(len(body), most)))
    lines = [(line.lead + line.plain).rstrip() for line in shown]
    lines += [f" … {count(len(body) - most, 'line')} more"] if len(body) > most else []
    return "\n".join(lines) + "\n"


def scope_of(model: Model, state: State) -> tuple[str, ...]:
    """What narrows the list, in words."""
    filtered = [one.chip for one in conditions_of(model.dossier(state), state)]
    return (*filtered, *chips(state.place.words, state.on, state.known_by))


def listing_of(model: Model, state: State, body: object, today: date) -> Callable[[], Listing]:
    """The list as it stands now, written ``today``. What is returned reads the whole records,
    which for a long list takes a while; it may do so in a thread."""
    rows, scope, dossier = _rows(model, state, body), requested(model, state), model.dossier(state)
    marks = len(model.marks.entries)

    def read() -> Listing:
        found = [one for one in rows() if one is not None]
        kind = type(found[0]) if found else KINDS.get(state.view, Record)
        narrowed = bool(state.place.words or state.filter)
        every = _every(dossier, state.unfiltered, marks) if narrowed else len(found)
        name = VIEW_NAMES.get(state.view, state.view)
        return Listing(dossier.title, name, scope, kind, found, every, today)

    return read


def _every(dossier: Dossier, state: State, marks: int) -> int:
    """How many rows the list of a state has that neither filter nor words narrow."""
    on = dates.read(state.on)
    if state.view == "timeline":
        return len(timeline(dossier, EventFilter(on=on)))
    if state.view == "directory":
        people = directory(dossier, "", on)
        return len(_held(people.rows(0, len(people))))
    return len(item_records(dossier, state)) if state.view in THINGS else marks


def _held(rows: Sequence[DirectoryRow]) -> list[DirectoryRow]:
    """The rows of the directory that are records: people or tenures, else vacant posts."""
    held = [row for row in rows if row.kind in {"person", "tenure"}]
    return held or [row for row in rows if row.kind == "post"]


def _rows(model: Model, state: State, body: object) -> Callable[[], list[Record | None]]:
    dossier = model.dossier(state)
    if isinstance(body, TimelineBody):
        if state.on:
            events = model.timeline(state)
            return lambda: [event_on(dossier, row) for row in events.rows(0, len(events))]
        ids = model.timeline(state).ids()
        return lambda: [dossier.event(id) for id in ids]
    if isinstance(body, DirectoryBody):
        on, view = dates.read(state.on), model.directory(state)
        found = _held(view.rows(0, len(view)))
        return lambda: [_of_directory(dossier, row, on) for row in found]
    if state.view in THINGS:
        items = item_records(dossier, state)
        return lambda: [*items]
    kept = [_kept(model, entry) for entry in model.shown_marks(state)]
    return lambda: [*kept]


def _of_directory(dossier: Dossier, row: DirectoryRow, on: When | None) -> Record | None:
    if row.kind == "tenure":
        return dossier.tenure(row.id, on)
    return dossier.person(row.id) if row.kind == "person" else dossier.post(row.id)


def _kept(model: Model, entry: Entry) -> Kept:
    return Kept(
        type=model.opened.dossier.type_of(entry.record),
        id=entry.record,
        title=entry.title,
        marked=entry.marked,
        note=entry.note,
    )
