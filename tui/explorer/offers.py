"""What the filter offers in a state: the groups with counts that follow the selection."""

from __future__ import annotations

from dataclasses import dataclass

from store.dossier import Dossier
from store.model.names import match
from store.views.facet_index import facet_index
from store.views.facets import Choice, FacetValue, label_of
from store.views.timeline import timeline
from tui.explorer.filtering import FILTERED, Filter
from tui.explorer.state import State
from tui.present import dates
from tui.present.chips import Condition, conditions
from tui.present.filter import ANY, GROUPS, ONLY, WHEN, Group, Typing, status_name
from tui.present.signs import STATUS

LONG = 6  # values; a group with more shows the first few until a name is typed
SHOWN = 4
FOUND = 8  # values shown while a name is typed


@dataclass(frozen=True)
class Offer:
    """The groups, how many events are kept, of how many."""

    groups: tuple[Group, ...]
    kept: int
    total: int


def offer(dossier: Dossier, state: State, typing: Typing | None) -> Offer:
    """What is offered to choose from; ``dossier`` is what was known by the state's day."""
    index = facet_index(dossier)
    plain = Filter(from_=state.filter.from_, until=state.filter.until).event_filter(state.on)
    let = timeline(dossier, plain)
    if state.view == "timeline":
        let = let.narrow(state.place.words)
    within = index.bits(let.ids())
    groups = []
    for facet in GROUPS:
        if facet == WHEN:
            if not _anywhere(typing):
                groups.append(Group(WHEN, ()))
            continue
        values = index.offered(within, state.filter.choices, facet)
        values = tuple(_named(dossier, facet, value) for value in values)
        group = _shortened(dossier, facet, _sorted(facet, values), typing)
        if group.values or (values and not _anywhere(typing)):
            groups.append(group)
    kept = (within & index.kept(state.filter.choices)).bit_count()
    return Offer(tuple(groups), kept, index.every.bit_count())


def _anywhere(typing: Typing | None) -> bool:
    """Whether words are typed that any group is searched for."""
    return typing is not None and typing.target.facet == ANY and bool(typing.text.strip())


def _sorted(facet: str, values: tuple[FacetValue, ...]) -> tuple[FacetValue, ...]:
    if facet != "status":
        return values
    order = list(STATUS)
    known = [value for value in values if value.value in order]
    other = [value for value in values if value.value not in order]
    return (*sorted(known, key=lambda value: order.index(value.value)), *other)


def _named(dossier: Dossier, facet: str, value: FacetValue) -> FacetValue:
    """Sources of one paper are told apart by their day."""
    if facet != "source":
        return value
    label = source_name(dossier, value.value)
    return FacetValue(value.value, label, value.count, value.state)


def source_name(dossier: Dossier, id: str) -> str:
    """``Korea Herald, 14 Aug 2019``."""
    source = dossier.source(id)
    if source is None:
        return dossier.name_of(id)
    name = source.publisher_name or source.title or source.id
    return f"{name}, {dates.short(source.published, weekday=False)}"


def _shortened(
    dossier: Dossier, facet: str, values: tuple[FacetValue, ...], typing: Typing | None
) -> Group:
    here = typing is not None and (typing.target.facet, typing.target.value) == (facet, "")
    if typing is not None and (here or _anywhere(typing)):
        found = tuple(value for value in values if _finds(dossier, facet, value, typing.text))
        return Group(facet, found[:FOUND], max(len(found) - FOUND, 0))
    if len(values) <= LONG or facet == "status":
        return Group(facet, values)
    shown = (*values[:SHOWN], *(value for value in values[SHOWN:] if value.state))
    return Group(facet, shown, len(values) - len(shown))


def _finds(dossier: Dossier, facet: str, value: FacetValue, words: str) -> bool:
    names = [value.label]
    if facet == "status":
        names.append(status_name(value.value))
    if facet == "only":
        names.append(ONLY[value.value][2])
    if facet in {"who", "body"}:
        names += dossier.index.spellings(value.value)
    return not words.strip() or any(match(words, name) for name in names)


def conditions_of(dossier: Dossier, state: State) -> list[Condition]:
    """What the filter of a state asks for, where the present view is narrowed by it."""
    if state.view not in FILTERED:
        return []

    def label(choice: Choice) -> str:
        if choice.facet == "source":
            return source_name(dossier, choice.value)
        return label_of(dossier, choice.facet, choice.value)

    period = (state.filter.from_, state.filter.until)
    return conditions(state.filter.choices, period, label)
