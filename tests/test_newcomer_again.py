"""What another newcomer stumbled on: words that were not true, or said nothing."""

from __future__ import annotations

import pytest
from test_app import bundled, running

from store.opening import Opened
from tui.present.chrome import header
from tui.present.line import Link
from tui.present.rows import undated

__all__ = ["bundled"]


def foot(shown: str) -> str:
    return shown.splitlines()[-1].strip()


async def test_a_name_that_no_choice_has_is_told_and_letters_go_on(bundled: Opened) -> None:
    async with running(bundled, size=(80, 24)) as driver:
        shown = await driver.press("f", "slash", *"zzz", "enter")
        assert "nothing is called so: other letters, or esc" in shown
        shown = await driver.press("backspace", "backspace", "backspace", *"russia", "enter")
        assert "[x] Russia" in shown
        assert "done" in foot(shown)


async def test_one_origin_is_found_by_its_name(bundled: Opened) -> None:
    async with running(bundled, size=(80, 24)) as driver:
        shown = await driver.press("f", "slash", *"one", "space", *"origin")
        number = next(line for line in shown.splitlines() if "one origin  " in line).split()[-1]
        shown = await driver.press("enter")
        assert "[-] •• two origins or more" in shown
        shown = await driver.press("enter")
        assert "one origin" in shown.splitlines()[0]
        assert f"1/{number} " in shown.splitlines()[0]


async def test_what_was_planned_may_have_been_called_off(bundled: Opened) -> None:
    async with running(bundled, size=(120, 36)) as driver:
        shown = await driver.press("f", "slash", *"planned")
        assert "planned, not held as far as told" in shown
        shown = await driver.press("enter", "enter")
        assert "planned, not held as far as told" in shown.splitlines()[0]
        assert "Vice-ministers’ meeting" in shown


@pytest.mark.parametrize(
    ("statuses", "said"),
    [
        (["occurred", "in-force"], "No date known: none of it still ahead"),
        (["scheduled", None], "No date known: past or still ahead"),
        (["occurred", "mooted"], "No date known: past, or if only planned perhaps still ahead"),
    ],
)
def test_what_came_about_is_not_perhaps_ahead(statuses: list[str | None], said: str) -> None:
    assert undated(statuses) == said


async def test_undated_events_below_the_rule_of_a_day(bundled: Opened) -> None:
    async with running(bundled, size=(120, 36)) as driver:
        shown = await driver.press("w", *"2019-08-20", "enter", "G")
        assert "No date known: none of it still ahead" in shown
        assert "No date known" not in await driver.press("0", "G")


async def test_the_events_of_a_pair_stand_once(bundled: Opened) -> None:
    async with running(bundled, size=(200, 50)) as driver:
        shown = await driver.press("3")
        assert "A name that ends a row heads the column below it." in shown
        title = next(one.title for one in bundled.dossier.events if "Abe–Moon" in one.title)

        def listed() -> bool:
            body = driver.explorer.stage.panes.listing.body
            return any(title[:20] in body.line(at).plain for at in range(len(body)))

        assert title in shown
        assert not listed()
        await driver.press("z")
        assert listed()


def test_a_title_is_whole_where_there_is_room() -> None:
    line = header("Japan and Korea", "timeline", (1, 23), ["a" * 41], "", 80)
    assert line.plain.startswith(" Japan and Korea   Timeline   1/23    aaa")
    for number in (1, 9, 10, 23):
        other = header("Japan and Korea", "timeline", (number, 23), ["a" * 44], "", 80)
        assert other.plain.partition("Timeline")[0] == " Japan and K…   "


async def test_zero_takes_back_the_order_too(bundled: Opened) -> None:
    async with running(bundled, size=(80, 24)) as driver:
        before = await driver.screen()
        assert "latest first" in (await driver.press("s")).splitlines()[0]
        assert "latest first" not in (await driver.press("0", "g")).splitlines()[0]
        assert await driver.press("g") == before
        assert "order" in await driver.press("question_mark", "slash", *"clear")


async def test_no_marks_are_one_pane_that_says_what_to_do(bundled: Opened) -> None:
    async with running(bundled, size=(200, 50)) as driver:
        shown = await driver.press("6")
        assert "marks the record in front of you" in shown
        assert "   ─" not in shown.splitlines()[1]
        shown = await driver.press("1", "m", "6")
        assert "   ─" in shown.splitlines()[1]
        await driver.press("m")
        assert "Nothing is marked" in await driver.screen()


async def test_a_word_that_no_command_has_is_told(bundled: Opened) -> None:
    async with running(bundled, size=(80, 24)) as driver:
        assert "No command matches “zzz”." in await driver.press("colon", *"zzz")


async def test_the_list_goes_on_from_a_record_that_is_in_it_only(bundled: Opened) -> None:
    async with running(bundled, size=(80, 24)) as driver:
        shown = await driver.press("slash", *"wto", "enter", "l", "tab", "enter")
        name = shown.splitlines()[2]
        shown = await driver.press("J")
        assert foot(shown) == "this is not in the list, so it has no next: h leads back"
        assert shown.splitlines()[2] == name
        assert "this is not in the list" in foot(await driver.press("K"))


async def test_a_person_opened_from_a_card_is_the_lists_own(bundled: Opened) -> None:
    async with running(bundled, size=(80, 24)) as driver:
        await driver.press("2", "l")
        state = driver.explorer.state
        driver.explorer._show(state.opened(Link("person", "motegi-toshimitsu")))
        shown = await driver.press("J")
        assert "Naruhito" in shown.splitlines()[2]
