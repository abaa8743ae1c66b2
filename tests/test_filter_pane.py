"""Filtering and sorting, driven key by key without a terminal."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from textual.pilot import Pilot

from screenshots.scenes import TODAY
from screenshots.take import screen_text, settle
from store.opening import Opened, open_dossier
from store.views.encounters import encounters
from store.views.facets import Choice
from store.views.timeline import timeline
from tui.app import ExplorerApp
from tui.explorer.filtering import Filter
from tui.explorer.screen import Explorer

SIZES = [(80, 24), (120, 36)]


@dataclass
class Running:
    """A running explorer."""

    app: ExplorerApp
    pilot: Pilot[None]

    async def press(self, *keys: str) -> str:
        await self.pilot.press(*keys)
        await settle(self.pilot)
        return screen_text(self.app)

    async def type(self, text: str, *then: str) -> str:
        return await self.press(*({" ": "space"}.get(char, char) for char in text), *then)

    @property
    def explorer(self) -> Explorer:
        found = self.app.screen_stack[0]
        assert isinstance(found, Explorer)
        return found

    @property
    def chosen(self) -> Filter:
        return self.explorer.state.filter

    @property
    def kept(self) -> list[str]:
        return list(self.explorer.stage.model.timeline(self.explorer.state).ids())


@asynccontextmanager
async def running(opened: Opened, size: tuple[int, int] = (100, 30)) -> AsyncIterator[Running]:
    app = ExplorerApp(opened, lambda: opened, today=TODAY)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield Running(app, pilot)


@pytest.fixture(scope="module")
def bundled() -> Opened:
    return open_dossier(None, strict=False)


def ids(opened: Opened, *choices: Choice) -> list[str]:
    return list(timeline(opened.dossier, Filter(choices).event_filter(None)).ids())


RUSSIA = Choice("country", "RU")


@pytest.mark.parametrize("size", SIZES)
async def test_choosing_narrows_at_once_and_enter_keeps(
    bundled: Opened, size: tuple[int, int]
) -> None:
    async with running(bundled, size) as app:
        total = len(bundled.dossier.order)
        text = await app.press("f")
        assert "Filter" in text
        assert f"{total} of {total}" in text
        text = await app.press("j", "space", "j", "j", "space")
        kept = ids(bundled, Choice("status", "scheduled"), Choice("status", "mooted"))
        assert app.kept == kept
        assert f"{len(kept)} of {total}" in text
        assert "[x] ○ scheduled" in text
        assert "[x] ◌ mooted" in text
        assert "scheduled or mooted" in text.splitlines()[0]
        text = await app.press("enter")
        assert "of any" not in text
        assert f"/{len(kept)} " in text.splitlines()[0]
        assert "scheduled or mooted" in text.splitlines()[0]


async def test_a_second_space_leaves_out_and_a_third_lets_go(bundled: Opened) -> None:
    async with running(bundled) as app:
        text = await app.press("f", "j", "space", "space")
        assert "[-] ○ scheduled" in text
        assert "without scheduled" in text.splitlines()[0]
        assert app.kept == ids(bundled, Choice("status", "scheduled", exclude=True))
        await app.press("space")
        assert app.chosen == Filter()
        text = await app.press("minus")
        assert "[-] ○ scheduled" in text
        await app.press("minus")
        assert app.chosen == Filter()


async def test_counts_follow_what_is_chosen(bundled: Opened) -> None:
    async with running(bundled, (100, 90)) as app:

        def count(text: str, name: str) -> int:
            line = next(line for line in text.splitlines() if name in line and "[ ]" in line)
            return int(line.split()[-1])

        before = count(await app.press("f"), "two origins or more")
        after = count(await app.press("j", "space"), "two origins or more")
        both = ids(bundled, Choice("status", "scheduled"), Choice("only", "two-origins"))
        assert after == len(both) < before


@pytest.mark.parametrize("size", SIZES)
async def test_a_name_of_a_long_group_is_typed(bundled: Opened, size: tuple[int, int]) -> None:
    async with running(bundled, size) as app:
        text = await app.press("f", "}")
        assert "more: / and a name" in text
        assert "Shigeki Takizaki" not in text
        await app.press("slash")
        text = await app.type("taki Q")
        assert "none of these" in text
        assert app.app.is_running  # no letter that is typed is a command
        text = await app.press("backspace", "backspace", "enter")
        assert "[x] Shigeki Takizaki" in text
        assert app.kept == ids(bundled, Choice("who", "takizaki-shigeki"))
        await app.press("slash")
        text = await app.type("moteki")  # any spelling that a source uses
        await app.press("escape")
        assert app.chosen == Filter((Choice("who", "takizaki-shigeki"),))


async def test_a_period_is_typed_as_every_date(bundled: Opened) -> None:
    async with running(bundled, (100, 60)) as app:
        await app.press("f", *["}"] * 7, "space")
        text = await app.type("sep 20")
        assert "from  sep 20" in text
        text = await app.type("19")
        assert "Sep 2019" in text
        text = await app.press("enter")
        assert app.chosen == Filter(from_="2019-09")
        assert "from Sep 2019" in text.splitlines()[0]
        await app.press("j", "space")
        text = await app.type("yesterweek", "enter")
        assert "until yesterweek" in text
        assert "'yesterweek' is not a date" in text
        assert app.chosen == Filter(from_="2019-09")
        text = await app.press("ctrl+u", *"2019-09-20", "enter")
        assert app.chosen == Filter(from_="2019-09", until="2019-09-20")
        assert app.kept
        for row in app.explorer.stage.model.timeline(app.explorer.state).rows(0, 99):
            assert (row.latest or "9") >= "2019-09-01"
            assert (row.earliest or "0") <= "2019-09-20"
        await app.press("space", "enter")  # an empty line: no date
        assert app.chosen == Filter(from_="2019-09")


async def test_the_ways_out_stay_at_the_foot_of_the_smallest_screen(bundled: Opened) -> None:
    async with running(bundled, (40, 10)) as app:
        text = await app.press("f")
        assert "space choose   enter done" in text.splitlines()[-1]
        assert "[ ] ● held or came about" in text


async def test_the_filter_in_ascii(bundled: Opened) -> None:
    app = ExplorerApp(bundled, lambda: bundled, today=TODAY, ascii_only=True)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f", "j", "space", "minus", "}", "slash", "m")
        await settle(pilot)
        text = screen_text(app)
        assert text.isascii()
        assert "[ ] ? mooted" in text
        assert "enter choose   ^ v row   esc leave" in text


async def test_escape_undoes_the_sitting_and_history_has_it_as_one_step(bundled: Opened) -> None:
    async with running(bundled) as app:
        await app.press("j", "j", "j")
        row = app.explorer.state.place.row
        await app.press("f", "j", "space", "j", "j", "space")
        text = await app.press("escape")
        assert app.chosen == Filter()
        assert app.explorer.state.place.row == row
        assert "any of" not in text
        await app.press("f", "j", "space", "j", "j", "space", "enter")
        assert len(app.chosen.choices) == 2
        await app.press("[")
        assert app.chosen == Filter()
        assert app.explorer.state.place.row == row
        await app.press("]")
        assert len(app.chosen.choices) == 2


async def test_clearing(bundled: Opened) -> None:
    async with running(bundled) as app:
        await app.press("f", "j", "space")
        text = await app.press("F")
        assert app.chosen == Filter()
        assert "any of" in text  # it stays open
        await app.press("space", "enter")
        assert app.chosen
        await app.press("F")
        assert app.chosen == Filter()
        assert "nothing is filtered" in await app.press("F")
        await app.press("f", "space", "q")
        await app.press("0")
        assert app.chosen == Filter()


async def test_tab_gives_the_keys_to_the_list_and_back(bundled: Opened) -> None:
    async with running(bundled) as app:
        await app.press("f", "j", "space", "tab")
        stage = app.explorer.stage
        assert stage.panes.active is stage.panes.listing
        row = app.explorer.state.place.row
        await app.press("j")
        assert app.explorer.state.place.row != row
        assert "any of" in await app.press("f")
        assert stage.panes.active is stage.panes.filter
        text = await app.press("tab", "q")  # q closes what lies on top, it does not quit
        assert "any of" not in text
        assert app.app.is_running
        await app.press("f", "tab", "enter")
        assert stage.panes.active is stage.panes.middle
        assert not stage.panes.filter.open


async def test_views_that_it_does_not_narrow_close_it(bundled: Opened) -> None:
    async with running(bundled) as app:
        await app.press("f", "j", "space")
        text = await app.press("2")
        assert "any of" not in text
        assert "scheduled" not in text.splitlines()[0]
        text = await app.press("1", "f")
        assert "Timeline" in text.splitlines()[0]
        assert "scheduled" in text.splitlines()[0]


async def test_encounters_are_narrowed_too(bundled: Opened) -> None:
    async with running(bundled, (140, 40)) as app:
        await app.press("f", "space", "enter")
        text = await app.press("3")
        held = Filter((Choice("status", "occurred"),)).event_filter(None)
        kept = encounters(bundled.dossier, held)
        assert 0 < len(kept) < len(encounters(bundled.dossier))
        assert f"1/{len(kept)} " in text.splitlines()[0]
        assert "held" in text.splitlines()[0]


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_matches_and_says_why(bundled: Opened, size: tuple[int, int]) -> None:
    async with running(bundled, size) as app:
        await app.press("f", "slash")
        await app.press("escape")
        explorer = app.explorer
        chosen = Filter((Choice("status", "cancelled"), RUSSIA))
        explorer.stage.panes.filter.post_message(explorer.stage.panes.filter.Filtered(chosen))
        text = await app.press("enter")
        flat = " ".join(text.split())
        total = len(bundled.dossier.order)
        assert f"0/{total}" in text.splitlines()[0]
        assert "No event is both called off and about Russia." in flat
        russia = len(ids(bundled, RUSSIA))
        assert f"Called off alone finds 1 event; country Russia alone finds {russia}." in flat
        assert f"F clear it and show all {total} events" in flat
        text = await app.press("F")
        assert f"/{total}" in text.splitlines()[0]


async def test_a_filter_follows_what_was_known(bundled: Opened) -> None:
    async with running(bundled) as app:
        await app.press("f", "j", "space", "enter", "w")
        text = await app.type("14 aug 2019", "enter")
        first = text.splitlines()[0]
        assert "scheduled" in first
        assert "known by 14 Aug 2019" in first
        await app.press("w", "enter")  # an empty line: everything known today
        assert app.explorer.state.known_by is None
        assert app.chosen


async def test_the_timeline_is_sorted(bundled: Opened) -> None:
    async with running(bundled, (120, 36)) as app:
        text = await app.press("s")
        assert "latest first" in text.splitlines()[0]
        assert "January 2020" in text.splitlines()[5]
        assert text.splitlines()[3].index("[") > 30  # the strip's brackets are at its end
        text = await app.press("s")
        assert "by number of origins" in text.splitlines()[0]
        assert " origins" in text.splitlines()[5]
        text = await app.press("t", *"2019-08-29", "enter")
        assert "Aug 2019" in next(line for line in text.splitlines() if "▌" in line)
        text = await app.press("s")
        assert "origins" not in text.splitlines()[0]


async def test_the_rule_turns_with_the_order(bundled: Opened) -> None:
    async with running(bundled, (80, 60)) as app:
        await app.press("w")
        text = await app.type("19 sep 2019", "enter", "G")
        assert "── later than 19 Sep: still ahead ──" in text
        text = await app.press("s", "g")
        assert "── 19 Sep and before ──" in text
        text = await app.press("s")
        assert "──" not in "".join(text.splitlines()[2:])


async def test_the_directory_is_sorted_by_family_name(bundled: Opened) -> None:
    async with running(bundled, (80, 40)) as app:
        await app.press("2")
        text = await app.press("s")
        assert "by family name" in text.splitlines()[0]
        assert text.index("Shinzo Abe") < text.index("Takeo Akiba") < text.index("Stephen Biegun")
        assert "Japan, " in text
        assert "nothing" not in await app.press("4", "s")
        assert "can be sorted" in await app.press("s")


async def test_encounters_by_last_meeting(bundled: Opened) -> None:
    async with running(bundled, (120, 36)) as app:
        await app.press("3")
        text = await app.press("s")
        assert "by last meeting" in text.splitlines()[0]


async def test_a_date_without_a_year_is_the_latest_that_the_sources_know(bundled: Opened) -> None:
    async with running(bundled) as app:
        await app.press("2", "a")
        text = await app.type("sep", "enter")
        assert "on Sep 2019" in text.splitlines()[0]
        await app.press("w")
        text = await app.type("jan", "enter")
        assert "known by Jan 2020" in text.splitlines()[0]


async def test_why_a_date_is_unreadable_is_told_whole(bundled: Opened) -> None:
    async with running(bundled, (80, 24)) as app:
        await app.press("w")
        text = await app.type("the day after the reshuffle", "enter")
        said = " ".join(" ".join(text.splitlines()[-3:]).split())
        assert "is not a date that can be read" in said
        assert "or last friday" in said
        assert "the day after the reshuffle" in text


async def test_a_value_of_any_group_is_found_by_its_name(bundled: Opened) -> None:
    async with running(bundled, (80, 24)) as app:
        text = await app.press("f", "slash", "space")
        assert app.chosen == Filter()
        text = await app.type("called off")
        assert "[ ] × called off" in text
        await app.press("enter")
        assert app.chosen == Filter((Choice("status", "cancelled"),))
        await app.press("slash")
        text = await app.type("russia")
        assert "none of these" not in text
        await app.press("escape", "slash")
        text = await app.type("zz top", "space", "enter")
        assert "nothing is called so" in text
        assert app.chosen == Filter((Choice("status", "cancelled"),))
        await app.press("escape", "slash")
        await app.type("taki", "enter")
        assert Choice("who", "takizaki-shigeki") in app.chosen.choices


async def test_tab_closes_the_filter_where_the_list_has_no_room(bundled: Opened) -> None:
    async with running(bundled, (80, 24)) as app:
        text = await app.press("f", "space", "tab")
        stage = app.explorer.stage
        assert not stage.panes.filter.open
        assert stage.panes.active is stage.panes.listing
        assert app.chosen == Filter((Choice("status", "occurred"),))
        assert "enter open" in text.splitlines()[-1]


async def test_a_name_of_several_groups_means_the_one_with_most(bundled: Opened) -> None:
    async with running(bundled, (120, 36)) as app:
        text = await app.press("f", "slash", *"korea")
        assert "Body, any of" in text
        assert "Country, any of" in text
        chosen = next(line for line in text.splitlines() if "▌" in line and "[ ]" in line)
        assert "Korea" in chosen
        assert " 39" in chosen
        text = await app.press("enter")
        assert "country Korea" in text.splitlines()[0]
        text = await app.press("space")  # it was chosen already
        assert "country Korea" in text.splitlines()[0]
        assert "without" not in text.splitlines()[0]
        assert "without country Korea" in (await app.press("space")).splitlines()[0]
        await app.press("space", "slash")
        text = await app.press(*"korea", "up", "enter")
        top = text.splitlines()[0]
        assert "Korea" in top
        assert "country Korea" not in top


async def test_leaving_the_row_and_coming_back_is_deliberate(bundled: Opened) -> None:
    async with running(bundled, (120, 36)) as app:
        await app.press("f", "slash", *"korea", "enter", "j", "k")
        assert "without country Korea" in (await app.press("space")).splitlines()[0]
