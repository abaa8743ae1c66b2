"""The filter in the directory, the sources and the conflicts; marks have none."""

from __future__ import annotations

import pytest
from test_filter_pane import running

from store.dossier import Dossier
from store.opening import Opened, open_dossier
from store.views.conflicts import conflicts
from store.views.directory import directory
from store.views.facet_index import FacetIndex
from store.views.facets import Choice
from store.views.row_facets import conflict_index, people_index, source_index
from store.views.sources import sources
from store.when import parse_when
from tui.explorer.filtering import EMPTY

DAY = parse_when("2019-09-15")


@pytest.fixture(scope="module")
def bundled() -> Opened:
    return open_dossier(None, strict=False)


@pytest.fixture(scope="module")
def dossier(bundled: Opened) -> Dossier:
    return bundled.dossier


def offered(index: FacetIndex, facet: str, *choices: Choice) -> dict[str, int]:
    found = index.offered(index.every, choices, facet)
    return {value.value: value.count for value in found}


def test_people_are_counted_by_country_and_body(dossier: Dossier) -> None:
    people = dossier.people()
    index = people_index(dossier, None)
    japan = [person for person in people if person.country == "JP"]
    assert offered(index, "country")["JP"] == len(japan)
    kept = index.ids(index.kept([Choice("country", "JP")]))
    assert set(kept) == {person.id for person in japan}
    bodies = offered(index, "body", Choice("country", "JP"))
    assert bodies["mofa-kr"] == 0 < offered(index, "body")["mofa-kr"]
    rows = directory(dossier, kept=frozenset(kept))
    assert set(rows.ids()) == set(kept)
    assert rows.total == len(people)


def test_on_a_day_by_whether_a_post_was_held(dossier: Dossier) -> None:
    every = directory(dossier, on=DAY)
    held = offered(people_index(dossier, DAY), "held")
    rows = [row for row in every.rows(0, len(every)) if row.kind == "tenure"]
    assert held == {answer: sum(row.held == answer for row in rows) for answer in ("yes", "maybe")}


def test_a_facet_that_the_rows_lack_asks_nothing(dossier: Dossier) -> None:
    index = people_index(dossier, None)
    assert index.kept([Choice("held", "yes")]) == index.every


def test_sources_by_publisher_day_and_what_they_do(dossier: Dossier) -> None:
    index, facts = source_index(dossier), dossier.facts.sources
    publishers = offered(index, "publisher")
    for publisher, number in publishers.items():
        assert number == sum((one.publisher or "") == publisher for one in facts.values())
    dated = offered(index, "dated")
    inferred = [one for one in facts.values() if one.published_basis.startswith("inferred")]
    assert dated["inferred"] == len(inferred) == len(facts) - dated["stated"]
    early = sources(dossier).published(None, parse_when("2019-08-31").latest)
    assert 0 < len(early) < len(facts)


def test_conflicts_by_field_and_decision(dossier: Dossier) -> None:
    index, every = conflict_index(dossier), conflicts(dossier)
    rows = every.rows(0, len(every))
    for field, number in offered(index, "field").items():
        assert number == sum(conflict.field == field for conflict in rows)
    kept = index.ids(index.kept([Choice("only", "undecided")]))
    assert len(every.only(frozenset(kept))) == every.undecided > 0


@pytest.mark.parametrize("size", [(80, 24), (150, 40)])
async def test_each_list_is_narrowed_with_chips_counts_and_empty_lists(
    bundled: Opened, size: tuple[int, int]
) -> None:
    async with running(bundled, size) as app:
        text = await app.press("4", "f")
        assert "Publisher, any of" in text
        assert "Status" not in text
        assert "Language" not in text  # all are in one, which narrows nothing
        text = await app.press("space")
        assert "2 of 5" in text
        assert "[x] Korea Herald" in text
        text = await app.press("enter")
        assert "/2 " in text.splitlines()[0]
        assert "Korea Herald" in text.splitlines()[0]
        text = await app.press("2")
        assert "/19 " in text.splitlines()[0]
        assert (
            "Korea Herald" not in text.splitlines()[0]
        )  # that is what the sources are filtered by
        text = await app.press("f", "space", "slash", *"russia", "enter", "minus", "enter")
        assert "/7 " in text.splitlines()[0]
        text = await app.press("5", "f", "minus", "j", "minus", "j", "minus", "enter")
        assert "No conflict is without" in text
        assert "show all 4 conflicts" in text
        text = await app.press("F")
        assert "/4 " in text.splitlines()[0]
        assert "/5 " in (await app.press("4")).splitlines()[0]


async def test_the_period_of_sources_is_that_of_publication(bundled: Opened) -> None:
    async with running(bundled, (80, 40)) as app:
        await app.press("4", "f")
        for _ in range(20):
            target = app.explorer.stage.panes.filter.target
            if target is not None and target.value == "until":
                break
            await app.press("j")
        await app.press("space")
        text = await app.type("aug 2019", "enter", "enter")
        assert "until Aug 2019" in text.splitlines()[0]
        assert "/1 " in text.splitlines()[0]


async def test_held_counts_only_while_there_is_a_day(bundled: Opened) -> None:
    async with running(bundled) as app:
        await app.press("2", "a")
        await app.type("15 sep 2019", "enter", "f")
        text = await app.press("j", "space", "enter")
        rows = directory(bundled.dossier, on=DAY)
        sure = [row for row in rows.rows(0, len(rows)) if row.held == "yes"]
        assert f"/{len(sure)} " in text.splitlines()[0]
        assert "yes" in text.splitlines()[0]
        text = await app.press("a", "enter")
        assert "/19 " in text.splitlines()[0]
        assert "yes" not in text.splitlines()[0]


async def test_marks_have_no_filter_and_say_so(bundled: Opened) -> None:
    async with running(bundled) as app:
        text = await app.press("6", "f")
        assert "your marks have no filter: / searches them" in text
        assert "Filter" not in text
        assert app.explorer.state.view == "marks"


async def test_another_view_closes_the_filter_that_is_not_its_own(bundled: Opened) -> None:
    async with running(bundled, (150, 40)) as app:
        text = await app.press("4", "f", "tab", "2")
        assert "Filter  " not in text
        await app.press("1", "f", "tab")
        assert "Filter  " in await app.press("3")  # filtered by the same


async def test_a_person_is_gone_to_whatever_the_directory_is_filtered_by(bundled: Opened) -> None:
    async with running(bundled) as app:
        await app.press("2", "f", "space", "enter", "1", "p")
        text = await app.type("biegun", "enter")
        assert "Biegun" in text
        assert app.explorer.state.filter == EMPTY
