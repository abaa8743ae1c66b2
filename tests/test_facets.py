"""Facets: narrowing by chosen values, with counts that follow the selection."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.dossier import Dossier
from store.opening import open_dossier
from store.views.facet_index import facet_index
from store.views.facets import FACETS, Choice, FacetValue, matches, values_of
from store.views.timeline import EventFilter, timeline


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return open_dossier(None).dossier


def offered(dossier: Dossier, choices: tuple[Choice, ...], facet: str) -> tuple[FacetValue, ...]:
    index = facet_index(dossier)
    return index.offered(index.every, choices, facet)


def ids(dossier: Dossier, *choices: Choice) -> set[str]:
    return set(timeline(dossier, EventFilter(choices=choices)).ids())


def test_values_of_one_facet_add_up_and_facets_narrow_each_other(dossier: Dossier) -> None:
    planned = ids(dossier, Choice("status", "scheduled"), Choice("status", "mooted"))
    assert planned == ids(dossier, Choice("status", "scheduled")) | ids(
        dossier, Choice("status", "mooted")
    )
    both = ids(dossier, Choice("status", "scheduled"), Choice("who", "takizaki-shigeki"))
    assert both == {"directors-2019-09-20", "lee-takizaki-2019-09"}


def test_exclusion_leaves_out(dossier: Dossier) -> None:
    every = ids(dossier)
    without = ids(dossier, Choice("country", "RU", exclude=True))
    assert every - without == ids(dossier, Choice("country", "RU"))
    assert every > without


def test_only_asks_for_all_of_them(dossier: Dossier) -> None:
    assert ids(dossier, Choice("only", "conflict"), Choice("only", "denied")) == {
        "vice-ministers-2019-08"
    }
    assert "vice-ministers-2019-08" in ids(dossier, Choice("only", "not-held"))
    assert "directors-2019-08-29" not in ids(dossier, Choice("only", "not-held"))


@pytest.mark.parametrize("facet", FACETS)
def test_a_count_is_what_choosing_the_value_would_find(dossier: Dossier, facet: str) -> None:
    chosen = (Choice("topic", "trade"),) if facet != "topic" else ()
    values = offered(dossier, chosen, facet)
    assert values
    for value in values:
        found = ids(dossier, *chosen, Choice(facet, value.value))
        assert value.count == len(found), value
        assert value.label


def test_a_chosen_value_stays_on_offer_where_nothing_has_it(dossier: Dossier) -> None:
    chosen = (Choice("status", "cancelled"), Choice("country", "RU"))
    offer = {value.value: value for value in offered(dossier, chosen, "status")}
    assert (offer["cancelled"].count, offer["cancelled"].state) == (0, "in")
    assert not any(matches(dossier, event, chosen) for event in dossier.order)


def test_an_unknown_facet_has_no_values(dossier: Dossier) -> None:
    assert values_of(dossier, dossier.order[0], "colour") == frozenset()


BUNDLED = open_dossier(None, cache=False).dossier
INDEX = facet_index(BUNDLED)
EVERY = [
    Choice(facet, value.value, exclude)
    for facet in FACETS
    for value in INDEX.offered(INDEX.every, (), facet)
    for exclude in (False, True)
]


@given(st.lists(st.sampled_from(EVERY), max_size=6, unique=True).map(tuple))
def test_the_index_keeps_what_matching_one_by_one_keeps(choices: tuple[Choice, ...]) -> None:
    kept = tuple(event for event in BUNDLED.order if matches(BUNDLED, event, choices))
    assert INDEX.ids(INDEX.kept(choices)) == kept
    assert INDEX.bits(kept) == INDEX.kept(choices)


@given(st.lists(st.sampled_from(EVERY), max_size=4, unique=True).map(tuple))
def test_values_keep_their_order_while_the_reader_chooses(choices: tuple[Choice, ...]) -> None:
    for facet in FACETS:
        plain = [value.value for value in INDEX.offered(INDEX.every, (), facet)]
        assert [value.value for value in INDEX.offered(INDEX.every, choices, facet)] == plain


def test_counts_are_of_the_events_let_through_alone(dossier: Dossier) -> None:
    index = facet_index(dossier)
    within = index.bits(dossier.order[:10])
    counts = [value.count for value in index.offered(within, (), "kind")]
    assert sum(counts) == 10
    assert counts == sorted(counts, reverse=True)
