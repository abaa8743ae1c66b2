"""Reading the dossier again takes time: it is told, can be given up, and holds up nothing."""

from __future__ import annotations

import asyncio
from pathlib import Path
from threading import Event

from building import write
from test_app import TODAY, Driver
from test_app_states import piloted

from store.opening import Opened, open_dossier
from tui.app import ExplorerApp

LONG = 20.0  # seconds after which a reading that nobody lets go ends by itself
TRIES = 1000  # of a hundredth of a second, for a word to appear
READING = "reading …   esc keeps what is shown"


class Slow:
    """A reading of a dossier that ends when it is let go."""

    def __init__(self, opened: Opened) -> None:
        self.opened, self.times = opened, 0
        self.go, self.ended = Event(), Event()

    def __call__(self) -> Opened:
        self.times += 1
        self.go.wait(LONG)
        self.ended.set()
        return self.opened


def changed(tmp_path: Path) -> tuple[ExplorerApp, Slow]:
    """An app on a dossier whose other reading is slow, and has another title in it."""
    folder = write(tmp_path)
    before, events = open_dossier(folder), folder / "events.toml"
    events.write_text(events.read_text("utf-8").replace("Talks of the two", "Talks of both"))
    slow = Slow(open_dossier(folder))
    return ExplorerApp(before, slow, today=TODAY), slow


async def foot(app: Driver, words: str) -> str:
    """The screen once its last line has these words."""
    for _ in range(TRIES):
        text = await app.screen()
        if words in text.splitlines()[-1]:
            return text
        await asyncio.sleep(0.01)
    raise TimeoutError(text)


async def test_a_long_reading_is_told_until_it_is_done(tmp_path: Path) -> None:
    made, slow = changed(tmp_path)
    async with piloted(made, (80, 24)) as app:
        await app.press("r")
        await foot(app, READING)
        text = await app.press("j")  # the reader goes on meanwhile, and still knows
        assert "2/2" in text
        assert READING in text.splitlines()[-1]
        await app.press("r")
        assert slow.times == 1
        assert READING not in (await app.press("slash", "t")).splitlines()[-1]
        await app.press("escape")
        slow.go.set()
        text = await foot(app, "read again")
        assert "Talks of both" in text
        assert "2/2" in text
        assert READING not in await app.press("k")


async def test_escape_gives_a_reading_up_and_the_old_stays(tmp_path: Path) -> None:
    made, slow = changed(tmp_path)
    async with piloted(made, (80, 24)) as app:
        await app.press("j", "enter", "r")
        before = await foot(app, READING)
        text = await app.press("escape")
        assert "not read again: what was shown stays" in text.splitlines()[-1]
        assert text.splitlines()[:-1] == before.splitlines()[:-1]
        slow.go.set()
        assert await asyncio.to_thread(slow.ended.wait, LONG)
        text = await app.press("escape", "k", "j")  # now it goes back
        assert "Talks of the two" in text
        assert "read again" not in text
        slow.ended.clear()
        await app.press("r")  # and can be read once more
        assert "Talks of both" in await foot(app, "read again")
        assert slow.times == 2


async def test_the_end_does_not_wait_for_a_reading(tmp_path: Path) -> None:
    made, slow = changed(tmp_path)
    async with piloted(made, (80, 24)) as app:
        await app.press("r")
        await foot(app, READING)
        await app.pilot.press("Q")
        assert app.app._exit
    # run_test ends as a run does; what it leaves behind may not hold up its loop
    await asyncio.wait_for(asyncio.get_running_loop().shutdown_default_executor(), LONG / 4)
    assert not slow.ended.is_set()
    slow.go.set()
