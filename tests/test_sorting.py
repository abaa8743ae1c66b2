"""The orders of the views."""

from __future__ import annotations

from itertools import pairwise

import pytest

from store.dossier import Dossier
from store.opening import open_dossier
from store.views.directory import directory
from store.views.sorting import LATEST, NAME, ORIGINS, TIME
from store.views.timeline import Timeline, timeline
from store.when import parse_when


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return open_dossier(None).dossier


@pytest.fixture(scope="module")
def every(dossier: Dossier) -> Timeline:
    return timeline(dossier)


def test_an_order_loses_no_event_and_time_is_the_dossiers(every: Timeline) -> None:
    for order in (LATEST, ORIGINS):
        turned = every.sorted_by(order)
        assert sorted(turned.ids()) == sorted(every.ids())
        assert turned.sorted_by(TIME).ids() == every.ids()
        assert turned.narrow("takizaki").order == order
    assert every.sorted_by(TIME) is every


def test_latest_first_begins_with_the_last(every: Timeline) -> None:
    rows = every.sorted_by(LATEST).rows(0, len(every))
    days = [row.earliest for row in rows if row.earliest]
    assert days == sorted(days, reverse=True)
    dated = [row.date is not None for row in rows]
    assert dated == sorted(dated, reverse=True)
    assert {key for key, _, _ in every.sorted_by(LATEST).groups()} == {
        key for key, _, _ in every.groups()
    }


def test_by_origins_has_a_heading_for_each_number(every: Timeline) -> None:
    view = every.sorted_by(ORIGINS)
    groups = view.groups()
    numbers = [int(key or 0) for key, _, _ in groups]
    assert numbers == sorted(set(numbers), reverse=True)
    for key, first, count in groups:
        rows = view.rows(first, first + count)
        assert {str(row.origins) for row in rows} == {key}
        ids = [every.index(row.id) or 0 for row in rows]
        assert ids == sorted(ids)


@pytest.mark.parametrize("on", [None, "2019-09-15"])
def test_the_directory_by_name_has_no_headings(dossier: Dossier, on: str | None) -> None:
    when = parse_when(on) if on else None
    by_country, by_name = (directory(dossier, "", when, o) for o in ("country", NAME))
    assert len(by_name) == by_country.count == by_name.count
    rows = by_name.rows(0, len(by_name))
    people = [row.id for row in rows]
    assert set(people) == {
        row.id for row in by_country.rows(0, len(by_country)) if row.kind != "heading"
    }
    if on is None:
        assert all(one.id < other.id for one, other in pairwise(rows))
