"""What the rows of each view are narrowed by: their facets, and everything that is no facet."""

from __future__ import annotations

from collections.abc import Iterable

from store.dossier import Dossier
from store.views.conflicts import conflicts
from store.views.directory import directory
from store.views.facet_index import FacetIndex, facet_index
from store.views.row_facets import conflict_index, people_index, source_index
from store.views.sources import Sources, sources
from store.views.timeline import timeline
from tui.explorer.filtering import Filter
from tui.explorer.state import State
from tui.present import dates
from tui.present.filter import WHEN

# the groups of a view's filter, in order; one without values is not shown
EVENTS = ("status", "who", "kind", "body", "country", "topic", "source", WHEN, "only")
GROUPS_OF = {
    "timeline": EVENTS,
    "encounters": EVENTS,
    "directory": ("country", "body", "only"),
    "sources": ("publisher", "language", "topic", "dated", WHEN, "only"),
    "conflicts": ("field", "who", "country", "topic", "kind", "source", "only"),
}


def groups_of(state: State) -> tuple[str, ...]:
    """The groups that make sense in a state: on a day the directory has who held what."""
    groups = GROUPS_OF.get(state.view, ())
    return ("held", *groups) if state.view == "directory" and state.on else groups


def index_of(dossier: Dossier, view: str, on: str | None) -> FacetIndex:
    """The facets of the rows of a view."""
    match view:
        case "directory":
            return people_index(dossier, dates.read(on))
        case "sources":
            return source_index(dossier)
        case "conflicts":
            return conflict_index(dossier)
        case _:
            return facet_index(dossier)


def let_through(dossier: Dossier, state: State) -> int:
    """The rows that the words, the day and the period of a state leave, whatever is chosen in
    the facets; encounters are counted by their events, which words do not narrow."""
    return index_of(dossier, state.view, state.on).bits(_ids(dossier, state))


def _ids(dossier: Dossier, state: State) -> Iterable[str]:
    words, day = state.place.words, dates.read(state.on)
    match state.view:
        case "directory":
            return directory(dossier, words, day).ids()
        case "sources":
            return published(sources(dossier), state.filter).narrow(words).ids()
        case "conflicts":
            return conflicts(dossier, day).narrow(words).ids()
    plain = Filter(from_=state.filter.from_, until=state.filter.until)
    events = timeline(dossier, plain.event_filter(state.on))
    return (events.narrow(words) if state.view == "timeline" else events).ids()


def published(every: Sources, wanted: Filter) -> Sources:
    """Those published within the period of a filter."""
    return every.published(*wanted.days) if wanted.from_ or wanted.until else every


def chosen(dossier: Dossier, state: State, view: str) -> frozenset[str] | None:
    """The rows of a view that are chosen in its facets; None where nothing is."""
    choices = state.filter_of(view).choices
    if not choices:
        return None
    index = index_of(dossier, view, state.on)
    return frozenset(index.ids(index.kept(choices)))
