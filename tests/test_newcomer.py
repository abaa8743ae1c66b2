"""What a newcomer reads: the way back, what lies beyond the ends, why it is only maybe."""

from __future__ import annotations

import pytest
from test_app import running

from store.opening import open_dossier
from tui.explorer.ahead import ahead
from tui.present.cards import card
from tui.present.line import Link
from tui.present.listing import Lines
from tui.widgets.pane import Pane


async def test_a_card_names_the_way_back_among_the_first_keys() -> None:
    async with running(open_dossier(None), size=(80, 24)) as driver:
        shown = await driver.press("enter")
        assert "h back" in shown.splitlines()[-1]


async def test_a_date_beyond_the_ends_is_told() -> None:
    async with running(open_dossier(None), size=(80, 24)) as driver:
        for typed, told in (("1800", "nothing before 1910"), ("2030", "nothing after Jan 2020")):
            await driver.press("t")
            await driver.type(typed)
            assert told in (await driver.press("enter")).splitlines()[-1]


async def test_a_day_leads_to_who_held_what_and_why_it_is_maybe() -> None:
    async with running(open_dossier(None), size=(80, 24)) as driver:
        await driver.press("a")
        await driver.type("25 oct 2019")
        shown = await driver.press("enter")
        assert "2 who held what" in shown.splitlines()[-1]
        shown = await driver.press("2")
        assert "last 19 Sep 2019 ┄ maybe" in " ".join(shown.split())


async def test_forty_columns_show_the_whole_date_and_the_top_of_the_help() -> None:
    async with running(open_dossier(None), size=(40, 10)) as driver:
        await driver.press("a")
        shown = await driver.type("19 sep 2019")
        assert "19 sep 2019" in shown
        await driver.press("escape")
        shown = await driver.press("question_mark")
        assert "Views" in shown.splitlines()[3]


async def test_a_source_without_a_title_tells_how_it_begins() -> None:
    async with running(open_dossier(None), size=(80, 24)) as driver:
        shown = await driver.press("4")
        assert "no title; begins “" in shown
        assert "claims" in shown


async def test_the_third_pane_says_why_it_shows_what_it_shows() -> None:
    async with running(open_dossier(None), size=(200, 50)) as driver:
        shown = await driver.press("j")
        assert "where the card’s first name leads" in shown or "where the name under" in shown


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_the_card_of_a_conflict_begins_at_that_conflict(size: tuple[int, int]) -> None:
    async with running(open_dossier(None), size=size) as driver:

        def under_cursor(shown: str) -> str:
            return next(line.split("▌")[1] for line in shown.splitlines() if "▌" in line)

        shown = await driver.press("5", "enter")
        assert under_cursor(shown).startswith(" Where !")
        shown = await driver.press("J")
        assert under_cursor(shown).startswith((" Plan ", " Status !"))
        shown = await driver.press("g")
        assert "Vice-ministers’ meeting" in under_cursor(shown)
        assert "Vice-ministers’ meeting" in under_cursor(await driver.press("z"))
        shown = await driver.press("z", "K")
        assert under_cursor(shown).startswith(" Where !")


async def test_the_words_searched_for_stand_once_while_they_are_typed() -> None:
    async with running(open_dossier(None), size=(80, 24)) as driver:
        shown = await driver.press("2", "slash", *"foreign")
        assert not any(line.strip() == "/ foreign" for line in shown.splitlines()[:4])
        shown = await driver.press("enter")
        assert any(line.strip() == "/ foreign" for line in shown.splitlines()[:4])


def test_the_third_pane_shows_a_state_only_where_there_is_little_else() -> None:
    opened = open_dossier(None)
    dossier = opened.dossier

    def is_state(link: Link) -> bool:
        body = dossier.body(link.id) if link.type == "body" else None
        return body is not None and body.kind == "state"

    for event in dossier.events:
        pane = Pane(id="card")
        pane.walk.body = Lines(card(dossier, Link("event", event.id), 60).lines)
        found = ahead(pane, dossier)
        assert found is not None
        if event.people:
            assert (found.type, found.id) == ("person", event.people[0].id)
        others = [id for id in event.bodies if not is_state(Link("body", id))]
        assert not (others and is_state(found))
