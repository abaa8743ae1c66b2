"""Going back finds the screen as it was left: not only the row, also what stood around it."""

from __future__ import annotations

import pytest
from test_app import running

from store.opening import open_dossier

SIZES = [(80, 24), (120, 36), (200, 50)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", ["1", "2", "4"])
async def test_a_list_stands_as_it_was_left(size: tuple[int, int], view: str) -> None:
    async with running(open_dossier(None), size=size) as driver:
        before = await driver.press(view, "G", *["k"] * 9)
        assert await driver.press("enter", "h") == before
        other = "4" if view == "1" else "1"
        assert await driver.press(other, view) == before


@pytest.mark.parametrize("size", SIZES)
async def test_a_card_stands_as_it_was_left(size: tuple[int, int]) -> None:
    async with running(open_dossier(None), size=size) as driver:
        await driver.press("slash", *"vice", "enter", "enter", "G", *["shift+tab"] * 3)
        left = await driver.press("k", "j", "shift+tab")
        assert driver.explorer.stage.panes.active.link is not None
        assert await driver.press("enter", "h") == left
        assert await driver.press("2", "left_square_bracket") == left
