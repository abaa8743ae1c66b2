"""What a screen says at the moment: no key that is a letter now, no day that changes nothing."""

from __future__ import annotations

import re

import pytest
from test_app import bundled, running

from store.opening import Opened

__all__ = ["bundled"]
NAMED = re.compile(r"^ *▌? *(?:f|F|esc|0|a|w)  \S", re.MULTILINE)


def chip(text: str) -> str:
    return text.splitlines()[0]


async def test_an_empty_list_names_keys_only_while_they_are_keys(bundled: Opened) -> None:
    async with running(bundled, size=(120, 36)) as app:
        text = await app.press("f", "j", "j", "j", "j", "space", "enter", "slash", *"zzz")
        assert "No event is both" in text
        assert NAMED.search(text) is None, "f and F are letters in the prompt"
        assert text.splitlines()[-1].split() == ["enter", "take", "esc", "leave"]
        text = await app.press("enter")
        assert len(NAMED.findall(text)) == 3
        assert "F  clear the filter and the words" in text
        text = await app.press("f")  # now the keys are the filter's own
        assert "No event is both" in text
        assert NAMED.search(text) is None
        text = await app.press("slash", *"mo")
        assert NAMED.search(text) is None
        text = await app.press("escape", "enter")
        assert len(NAMED.findall(text)) == 3
        text = await app.press("w")
        assert NAMED.search(text) is None
        assert len(NAMED.findall(await app.press("escape"))) == 3
        assert "67 events" not in await app.press("F")


@pytest.mark.parametrize("view", ["1", "2", "5", "6"])
async def test_words_alone_too(bundled: Opened, view: str) -> None:
    async with running(bundled, size=(80, 24)) as app:
        text = await app.press("m", view, "slash", *"zzz")
        assert "“zzz”" in text
        assert NAMED.search(text) is None
        assert NAMED.search(await app.press("enter")) is not None


async def test_the_day_stands_muted_where_it_changes_nothing(bundled: Opened) -> None:
    said = "on 15 Sep 2019"
    async with running(bundled, size=(80, 24)) as app:
        text = await app.press("m", "4", "a", *"15", "space", *"sep", "space", *"2019", "enter")
        assert f"{said} (not here)" in chip(text)
        assert "Japan and" in chip(text)
        for view in ("1", "2", "3", "5"):
            text = await app.press(view)
            assert said in chip(text)
            assert "(not here)" not in chip(text)
        assert f"{said} (not here)" in chip(await app.press("6"))
        await app.press("2", "slash", *"motegi", "enter", "m", "escape", "6")
        await app.press("G")
        text = await app.press("enter")  # the card of a post tells of that day
        assert "Foreign Minister" in text.splitlines()[2]
        assert said in chip(text)
        assert "(not here)" not in chip(text)
        await app.press("escape", "4", "w")
        text = await app.type("19 sep 2019", "enter")
        assert f"{said} (not here)   known by 19 Sep 2019" in chip(text)
        await app.pilot.resize_terminal(60, 24)
        assert "known by 19 Sep 2019" in chip(await app.screen())
        await app.pilot.resize_terminal(40, 10)
        text = await app.screen()
        assert said not in chip(text)
        assert "known by 19 Sep 2019" in chip(text)
        await app.pilot.resize_terminal(80, 24)
        assert "(not here)" not in chip(await app.press("0"))
