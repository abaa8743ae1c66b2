"""What the reader is asked keeps the keys until it is answered or left."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import write
from test_app import running

from store.opening import open_dossier


@pytest.mark.parametrize("key", ["slash", "w", "y", "M", "x"])
async def test_a_click_while_something_is_asked_leaves_it_the_keys(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list had them: letters were still typed, and neither escape nor Q left any more."""
    monkeypatch.setenv("LEGATION_NOTEBOOK", str(tmp_path / "marks.json"))
    async with running(open_dossier(write(tmp_path / "d")), size=(100, 30)) as driver:
        await driver.press(key)
        assert driver.explorer.stage.asking
        asked = driver.app.focused
        for place in ((4, 4), (70, 4), (4, 6)):
            await driver.pilot.click(offset=place)
            await driver.screen()
            assert driver.app.focused is asked
        await driver.press("escape")
        assert not driver.explorer.stage.asking
        await driver.pilot.press("Q")
        assert driver.app._exit
