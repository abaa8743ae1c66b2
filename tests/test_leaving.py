"""``q`` and escape close what lies on top, one card at a time, then the list."""

from __future__ import annotations

import pytest
from test_app import running

from store.opening import open_dossier
from tui.explorer.reading import passage


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_the_article_is_left_for_its_card_and_the_card_for_the_list(key: str) -> None:
    async with running(open_dossier(None, strict=False), size=(80, 24)) as driver:
        stage = driver.explorer.stage
        await driver.press("slash")
        await driver.type("wto", "enter", "enter")
        pane = stage.panes.active
        quoted = (at for at in range(len(pane.body)) if pane.body.line(at).claim)
        pane.go(next(quoted))
        await driver.press("enter")
        assert passage(stage.model, stage.now) is not None
        await driver.press(key)
        assert (stage.now.focus, passage(stage.model, stage.now)) == (1, None)
        text = await driver.press(key)
        assert stage.now.focus == 0
        assert "Timeline   1/" in text
        assert driver.app._exit is False


async def test_a_note_left_half_typed_is_there_when_asked_again() -> None:
    """On a slow line an arrow may begin with an Escape: it leaves, and must destroy nothing."""
    async with running(open_dossier(None, strict=False), size=(80, 24)) as driver:
        await driver.press("M")
        await driver.type("to be asked", "escape")
        text = await driver.press("M")
        assert "to be asked" in text
        await driver.press("escape", "j")
        text = await driver.press("M")  # another record has none of it
        assert "to be asked" not in text
        await driver.press("escape", "k", "M")
        text = await driver.press("enter")
        assert "noted" in text
