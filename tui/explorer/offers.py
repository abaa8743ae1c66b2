"""What the filter offers in a state: the groups with counts that follow the selection."""

from __future__ import annotations

import msgspec

from store.dossier import Dossier
from store.model.names import match
from store.views.facets import Choice, FacetValue, label_of
from tui.explorer.filtering import FILTERED
from tui.explorer.sieves import groups_of, index_of, let_through
from tui.explorer.state import State
from tui.present import dates
from tui.present.chips import Condition, conditions
from tui.present.filter import ANY, ONLY, OPPOSITES, WHEN, Group, Typing, status_name
from tui.present.signs import STATUS

LONG = 6  # values; a group with more shows the first few until a name is typed
SHOWN = 4
FOUND = 8  # values shown while a name is typed
GROUP_OF = {"who": "person"}  # what a value of a group is, where that is not the group's own name


class Offer(msgspec.Struct, frozen=True):
    """The groups, how many rows (or events) are kept, of how many."""

    groups: tuple[Group, ...]
    kept: int
    total: int


def offer(dossier: Dossier, state: State, typing: Typing | None) -> Offer:
    """What is offered to choose from; ``dossier`` is what was known by the state's day."""
    index, within = index_of(dossier, state.view, state.on), let_through(dossier, state)
    kept = (within & index.kept(state.filter.choices)).bit_count()
    groups = []
    for facet in groups_of(state):
        if facet == WHEN:
            if not _anywhere(typing):
                groups.append(Group(WHEN, ()))
            continue
        values = index.offered(within, state.filter.choices, facet)
        if FILTERED[state.view] != "events" and _idle(facet, values, within.bit_count()):
            continue
        values = tuple(_named(dossier, facet, value) for value in values)
        group = _shortened(dossier, facet, _sorted(facet, values), typing, kept)
        if group.values or (values and not _anywhere(typing)):
            groups.append(group)
    return Offer(tuple(groups), kept, index.every.bit_count())


def _idle(facet: str, values: tuple[FacetValue, ...], rows: int) -> bool:
    """Whether choosing among these values can narrow nothing."""
    if any(value.state for value in values):
        return False
    if facet == "only":
        return not any(value.count for value in values)
    return len(values) == 1 and values[0].count == rows


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
    dossier: Dossier,
    facet: str,
    values: tuple[FacetValue, ...],
    typing: Typing | None,
    kept: int,
) -> Group:
    """The values of a group that are shown; ``kept`` rows are let through at present."""
    here = typing is not None and (typing.target.facet, typing.target.value) == (facet, "")
    if typing is not None and (here or _anywhere(typing)):
        values = tuple(_turned(facet, value, typing.text, kept) for value in values)
        found = tuple(value for value in values if _finds(dossier, facet, value, typing.text))
        return Group(facet, found[:FOUND], max(len(found) - FOUND, 0))
    if len(values) <= LONG or facet == "status":
        return Group(facet, values)
    shown = (*values[:SHOWN], *(value for value in values[SHOWN:] if value.state))
    return Group(facet, shown, len(values) - len(shown))


def names_opposite(facet: str, value: str, words: str) -> bool:
    """Whether words name the rows that do not have a value, and not those that have it."""
    opposite = OPPOSITES.get(value) if facet == "only" else None
    if opposite is None or not words.strip():
        return False
    return match(words, opposite) and not match(words, ONLY[value][2])


def _turned(facet: str, value: FacetValue, words: str, kept: int) -> FacetValue:
    """A value, or where the words name its opposite that one, of ``kept`` rows."""
    if value.state or not names_opposite(facet, value.value, words):
        return value
    return FacetValue(value.value, OPPOSITES[value.value], kept - value.count, value.state)


def _finds(dossier: Dossier, facet: str, value: FacetValue, words: str) -> bool:
    names = [value.label]
    if facet == "status":
        names.append(status_name(value.value))
    if facet == "only":
        names.append(ONLY[value.value][2])
    if facet in {"who", "body", "publisher"} and value.value:
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

    def chip(choice: Choice) -> str:
        name = label(choice)
        shared = len(named.get(name, frozenset()) & set(groups)) > 1
        return f"{GROUP_OF.get(choice.facet, choice.facet)} {name}" if shared else name

    groups = groups_of(state)
    named = index_of(dossier, state.view, state.on).named if state.filter.choices else {}
    period = (state.filter.from_, state.filter.until) if WHEN in groups else (None, None)
    choices = [choice for choice in state.filter.choices if choice.facet in groups]
    return conditions(choices, period, label, FILTERED[state.view], chip)
