"""Words that narrow a list: which row they mean, what n, q and escape do, how long they are."""

from __future__ import annotations

import pytest
from test_app import running

from store.opening import Opened, open_dossier


@pytest.fixture(scope="module")
def bundled() -> Opened:
    return open_dossier(None, strict=False)


@pytest.mark.parametrize("words", ["complaint", "denied", "called off", "statement"])
async def test_words_on_the_screen_find_their_events(bundled: Opened, words: str) -> None:
    async with running(bundled) as app:
        await app.press("slash")
        text = await app.type(words)
        assert "No event matches" not in text


async def test_n_walks_the_rows_that_are_found(bundled: Opened) -> None:
    async with running(bundled) as app:
        await app.press("slash")
        await app.type("scheduled", "enter", "g")
        first = app.explorer.stage.now.place.row
        await app.press("n")
        assert app.explorer.stage.now.place.row != first
        text = await app.press("N", "N")
        assert app.explorer.stage.now.place.row == first
        assert "the first of what “scheduled” finds" in text


async def test_p_opens_whom_the_words_mean(bundled: Opened) -> None:
    async with running(bundled) as app:
        await app.press("p")
        text = await app.type("foreign minister japan", "enter")
        assert "Toshimitsu Motegi" in text
        assert app.explorer.state.place.row == "motegi-toshimitsu"
        await app.press("1", "p")
        await app.press("enter")
        assert app.explorer.state.view == "timeline"
        await app.press("p")
        text = await app.type("zzzz", "enter")
        assert "nobody and no post matches “zzzz”" in text
        assert app.explorer.state.view == "timeline"


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_words_and_filter_lie_on_top(bundled: Opened, key: str) -> None:
    async with running(bundled) as app:
        await app.press("f", "space", "enter", "slash")
        await app.type("kang", "enter")
        await app.press(key)
        assert not app.explorer.state.place.words
        assert app.explorer.state.filter
        await app.press(key)
        assert not app.explorer.state.filter
        assert not app.app._exit


async def test_long_words_leave_room_for_the_hints(bundled: Opened) -> None:
    async with running(bundled, size=(80, 24)) as app:
        await app.press("slash")
        app.explorer.stage.ask._prompt.insert_text_at_cursor("x" * 190)
        text = await app.type("y" * 20)
        assert app.explorer.state.place.words == "x" * 190 + "y" * 10
        assert "…”." in text
        assert "esc  clear it" in text
        assert "0  clear it" not in text
