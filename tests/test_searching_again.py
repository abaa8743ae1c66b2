"""Searching what is searched already: the old words stand there selected."""

from __future__ import annotations

import pytest
from test_app import Driver, bundled, running

from store.opening import Opened

__all__ = ["bundled"]


def words(driver: Driver) -> str:
    return driver.explorer.state.place.words


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (("g", "enter"), "g"),
        (("enter",), "wto"),
        (("end", "s", "enter"), "wtos"),
        (("right", "s", "enter"), "wtos"),
        (("left", "s", "enter"), "swto"),
        (("backspace", "enter"), ""),
        (("down", "enter"), "wto"),
        (("g", "escape"), "wto"),
    ],
)
async def test_the_first_letter_replaces_the_old_words(
    bundled: Opened, keys: tuple[str, ...], left: str
) -> None:
    async with running(bundled, size=(80, 24)) as driver:
        await driver.press("slash", *"wto", "enter", "slash", *keys)
        assert words(driver) == left


async def test_the_old_words_are_shown_in_reverse(bundled: Opened) -> None:
    async with running(bundled, size=(80, 24)) as driver:
        await driver.press("slash", *"wto", "enter", "slash")
        strip = driver.app.query_one("#prompt").render_line(0)
        lit = "".join(s.text for s in strip if s.style is not None and s.style.reverse)
        assert lit.startswith("wto")
        await driver.press("end")
        strip = driver.app.query_one("#prompt").render_line(0)
        lit = "".join(s.text for s in strip if s.style is not None and s.style.reverse)
        assert "wto" not in lit


async def test_the_commands_of_the_help_are_searched_anew(bundled: Opened) -> None:
    async with running(bundled, size=(80, 24)) as driver:
        await driver.press("question_mark", "slash", *"mark", "enter", "slash")
        assert "Quit" in await driver.press(*"quit")
