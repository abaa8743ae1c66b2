"""What is said below: whole, until the next key, to be read again; and that files changed."""

from __future__ import annotations

import asyncio
from pathlib import Path

from building import write
from test_app import TODAY
from test_app_states import piloted

from store.opening import open_dossier
from tui.app import ExplorerApp
from tui.explorer import stage

LONG = "a message of many words, " * 6 + "and its end: cp -r /a/long/way/to/some/folder ."


def on(folder: Path) -> ExplorerApp:
    return ExplorerApp(open_dossier(folder), lambda: open_dossier(folder), today=TODAY)


async def test_a_long_message_is_whole_until_the_next_key(tmp_path: Path) -> None:
    async with piloted(on(write(tmp_path)), (80, 24)) as app:
        before = await app.screen()
        app.app._explorer.stage.say(LONG)
        text = await app.screen()
        assert LONG in " ".join(text.split())
        assert len(text.splitlines()) == 24
        assert await app.press("k") == before  # nothing is above the first row: no key moved
        app.app._explorer.stage.say(LONG)
        assert LONG in " ".join((await app.press("E")).split())
        await app.press("q")
        assert await app.screen() == before


async def test_a_message_above_a_prompt_leaves_the_prompt_in_sight(tmp_path: Path) -> None:
    async with piloted(on(write(tmp_path)), (60, 20)) as app:
        await app.press("M", "x")
        app.app._explorer.stage.refuse(LONG)
        text = await app.screen()
        assert LONG in " ".join(text.split())
        assert [line for line in text.splitlines() if line.startswith(" note on")]


async def test_a_key_that_opens_something_has_its_own_footer(tmp_path: Path) -> None:
    async with piloted(on(write(tmp_path)), (80, 24)) as app:
        app.app._explorer.stage.say("something")
        assert "something" in await app.screen()
        text = await app.press("f")
        assert "something" not in text
        assert "leave out" in text.splitlines()[-1]


async def test_changed_files_are_told_at_any_key_and_at_rest(tmp_path: Path) -> None:
    folder = write(tmp_path)
    topics = folder / "topics.toml"
    async with piloted(on(folder), (80, 24)) as app:
        topics.write_text(topics.read_text("utf-8") + "# a\n", "utf-8")
        assert "changed on disk" not in await app.screen()
        for _ in range(100):  # looking takes a hundredth of the time at most
            if "changed on disk: r reads it again" in (text := await app.press("k")):
                break  # a key that moves nothing
            await asyncio.sleep(0.05)
        assert "changed on disk: r reads it again" in text


async def test_changed_files_are_told_once_no_key_follows(tmp_path: Path) -> None:
    folder = write(tmp_path)
    topics = folder / "topics.toml"
    async with piloted(on(folder), (80, 24)) as app:
        await app.press("k")
        topics.write_text(topics.read_text("utf-8") + "# a\n", "utf-8")
        for _ in range(int(stage.QUIET * 20)):
            if "changed on disk" in await app.screen():
                break
            await asyncio.sleep(0.1)
        assert "changed on disk" in await app.screen()
