"""Words that do not stand in a card, an article or a list: a line says so, and n says it again."""

from __future__ import annotations

import pytest
from test_app import bundled, running

from store.opening import Opened

__all__ = ["bundled"]


def foot(shown: str) -> str:
    return shown.splitlines()[-1].strip()


async def test_a_card_without_the_words_says_so(bundled: Opened) -> None:
    async with running(bundled, size=(80, 24)) as driver:
        shown = await driver.press("4", "l", "slash", *"zzz")
        assert "“zzz” does not stand here" in shown
        assert "does not stand here" not in await driver.press("backspace", "backspace")
        for keys in (("z", "z", "enter"), ("n",), ("N",)):
            assert foot(await driver.press(*keys)) == "“zzz” does not stand here"
        await driver.press("slash", "escape")
        assert "no words are searched for here" in await driver.press("n")


async def test_an_article_without_the_words_says_so(bundled: Opened) -> None:
    async with running(bundled, size=(80, 24)) as driver:
        await driver.press("slash", *"wto", "enter", "enter")
        for _ in range(30):
            if "passage" in foot(await driver.screen()):
                break
            await driver.press("j")
        await driver.press("enter")
        before = driver.explorer.state
        shown = await driver.press("slash", *"zzz")
        assert "“zzz” does not stand here" in shown
        for keys in (("enter",), ("n",), ("N",)):
            assert foot(await driver.press(*keys)) == "“zzz” does not stand here"
        assert driver.explorer.state.trail == before.trail


@pytest.mark.parametrize("view", "1245")
async def test_in_an_empty_list_n_does_not_speak_of_a_last_one(bundled: Opened, view: str) -> None:
    async with running(bundled, size=(80, 24)) as driver:
        await driver.press(view, "slash", *"zzz", "enter")
        for key in "nN":
            assert foot(await driver.press(key)) == "“zzz” finds nothing here"


async def test_the_arrows_move_in_the_text_that_is_searched(bundled: Opened) -> None:
    async with running(bundled, size=(80, 24)) as driver:
        await driver.press("l", "slash")
        row, pane = driver.explorer.state.place.row, driver.explorer.stage.panes.active
        at = pane.cursor
        assert "↑ ↓ line" in foot(await driver.screen())
        await driver.press("down", "down")
        assert pane.cursor > at
        assert driver.explorer.state.place.row == row
        assert driver.explorer.state.focus == 1
