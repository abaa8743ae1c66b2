"""The explorer in all the states that are not a list and a card."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import write
from test_app import Driver, running
from textual.pilot import Pilot

from store.opening import Opened, open_dossier


@pytest.fixture
def small(tmp_path: Path) -> Opened:
    return open_dossier(write(tmp_path))


async def test_too_small_a_screen_says_what_it_needs_and_comes_back(small: Opened) -> None:
    async with running(small, size=(80, 24)) as app:
        before = await app.press("j", "enter")
        for size in ((39, 10), (40, 9), (1, 1), (12, 3), (200, 2), (2, 200)):
            await app.pilot.resize_terminal(*size)
            text = await app.press("j", "tab")
            if size[0] > 12:
                assert text.strip() == "needs 40×10"
        await app.press("K", "K")
        await app.pilot.resize_terminal(80, 24)
        await app.press("q", "j", "enter")
        assert await app.screen() == before


async def test_help_and_prompt_bear_any_size(small: Opened) -> None:
    for keys in (("question_mark",), ("colon",), ("slash", "a"), ("E",), ("w",)):
        async with running(small, size=(80, 24)) as app:
            before = await app.press(*keys)
            for size in ((30, 8), (1, 1), (3, 40), (120, 1)):
                await app.pilot.resize_terminal(*size)
                await app.screen()
            await app.pilot.resize_terminal(80, 24)
            assert await app.screen() == before


async def test_a_capital_q_is_a_letter_in_a_prompt_and_quits_elsewhere(small: Opened) -> None:
    async with running(small, size=(80, 24)) as app:
        await app.press("slash", "Q")
        assert not app.app._exit
        assert "“Q”" in await app.screen()
        await app.pilot.press("ctrl+q")
        assert app.app._exit
    for opening in ("question_mark", "E"):
        async with running(small, size=(80, 24)) as app:
            await app.press(opening)
            await app.pilot.press("Q")
            assert app.app._exit
    async with running(small, size=(80, 24)) as app:
        await app.press("colon", "Q")
        assert not app.app._exit
