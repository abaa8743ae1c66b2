"""The views whose lists are made of items: encounters, sources, conflicts."""

from __future__ import annotations

from dataclasses import replace

from store.dossier import Dossier
from store.model.records import Record
from store.views.conflicts import Conflicts, conflicts
from store.views.encounters import Encounters, encounters
from store.views.sources import Sources, sources
from tui.explorer.sieves import chosen, published
from tui.explorer.state import State
from tui.present import dates
from tui.present.conflicts import PART, ConflictsBody
from tui.present.items import ItemBody
from tui.present.line import Link
from tui.present.matrix import matrix
from tui.present.source_rows import SourcesBody
from tui.present.words import link_to

THINGS = {"encounters": "encounter", "sources": "source", "conflicts": "conflict"}


def item_list(
    dossier: Dossier, state: State, pane: int, rows: int, *, airy: bool, beside: bool
) -> tuple[ItemBody | None, int]:
    """The list of one of these views for a pane of ``pane`` columns and ``rows`` lines (its rule
    is one of them), and how many rows there are without the words. None: the list is empty.
    ``beside``: a card stands beside it."""
    match state.view:
        case "encounters":
            pairs = _encounters(dossier, state)
            if not len(pairs):
                return None, pairs.total
            body = matrix(dossier, pairs, pane, rows - 1, state.place.row)
            return replace(body, beside=beside), pairs.total
        case "sources":
            every = _sources(dossier, state)
            return SourcesBody(every, pane, airy=airy) if len(every) else None, every.total
        case _:
            found = _conflicts(dossier, state)
            return ConflictsBody(dossier, found, pane) if len(found) else None, found.total


def item_records(dossier: Dossier, state: State) -> list[Record]:
    """The whole records of one of these views, for who takes them elsewhere."""
    match state.view:
        case "encounters":
            pairs = _encounters(dossier, state)
            return list(pairs.rows(0, len(pairs)))
        case "sources":
            rows = _sources(dossier, state)
            found = (dossier.source(row.id) for row in rows.rows(0, len(rows)))
            return [source for source in found if source is not None]
        case _:
            every = _conflicts(dossier, state)
            return list(every.rows(0, len(every)))


def _encounters(dossier: Dossier, state: State) -> Encounters:
    every = encounters(dossier, state.filter.event_filter(state.on)).narrow(state.place.words)
    return every.sorted_by(state.order("encounters"))


def _sources(dossier: Dossier, state: State) -> Sources:
    every = published(sources(dossier), state.filter_of("sources"))
    kept = chosen(dossier, state, "sources")
    return (every if kept is None else every.only(kept)).narrow(state.place.words)


def _conflicts(dossier: Dossier, state: State) -> Conflicts:
    every, kept = conflicts(dossier, dates.read(state.on)), chosen(dossier, state, "conflicts")
    return (every if kept is None else every.only(kept)).narrow(state.place.words)


def row_link(dossier: Dossier, view: str, row: str) -> Link | None:
    """Where a row of one of these views leads."""
    if view == "encounters":
        return Link("encounter", row)
    if view == "sources":
        return Link("source", row)
    conflict, _, part = row.partition(PART)
    if part:
        return Link("passage" if dossier.type_of(part) == "claim" else "source", part)
    return link_to(dossier, conflict.partition("/")[0])
