"""A sheet that opens as the program ends: Textual mounts it without what is in it."""

from __future__ import annotations

import pytest
from test_app import running

from store.opening import open_dossier


@pytest.mark.parametrize("sheet", ["palette", "help", "problems"])
async def test_a_sheet_that_opens_as_the_program_ends(sheet: str) -> None:
    async with running(open_dossier(None), size=(80, 24)) as app:
        getattr(app.app, f"action_{sheet}")()
        app.app.exit()
    assert app.app.failure is None


async def test_what_is_typed_keeps_the_keys_while_the_window_is_too_small() -> None:
    async with running(open_dossier(None), size=(80, 24)) as app:
        await app.press("M", "a")
        await app.pilot.resize_terminal(39, 9)
        await app.screen()
        await app.pilot.resize_terminal(80, 24)
        assert "note on" in await app.screen()
        assert "ab" in (await app.press("b")).splitlines()[-2]


async def test_a_search_keeps_the_keys_while_the_window_is_too_small() -> None:
    async with running(open_dossier(None), size=(80, 24)) as app:
        await app.press("slash", "k")
        await app.pilot.resize_terminal(20, 5)
        await app.screen()
        await app.pilot.resize_terminal(80, 24)
        assert "kang" in await app.press("a", "n", "g")
