"""The explorer in all the states that are not a list and a card."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from building import write
from test_app import TODAY, Driver, bundled, running

from screenshots.take import settle
from store.opening import Opened, open_dossier
from tui.app import ExplorerApp
from tui.config import Config, read_config
from tui.explorer.desk import Desk
from tui.explorer.watch import Watch
from tui.places import greet
from tui.present.dates import MONTHS, use_iso

NAMES = {"-": "minus"}
__all__ = ["bundled"]


@asynccontextmanager
async def piloted(app: ExplorerApp, size: tuple[int, int]) -> AsyncIterator[Driver]:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield Driver(app, pilot)


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


# -- the configuration


def configured(opened: Opened, *configs: Config, **more: object) -> ExplorerApp:
    """An app that finds these configurations, one after another, whenever it asks."""
    left = list(configs)
    return ExplorerApp(
        opened, lambda: opened, today=TODAY, notebook=None,
        configure=lambda: left.pop(0) if len(left) > 1 else left[0], **more,  # type: ignore[arg-type]
    )  # fmt: skip


KEYS = {"down": ("S",), "help": ("H",), "in": ("i",), "next": ("^",), "directory": ("9",)}


async def test_other_keys_work_and_are_shown_wherever_keys_are(small: Opened) -> None:
    async with piloted(configured(small, Config(keys=KEYS)), (80, 24)) as app:
        assert (await app.screen()).splitlines()[-1].startswith(" i open")
        assert (await app.screen()).splitlines()[-1].endswith("H help")
        assert "2/2" in await app.press("S")
        assert "1/2" in await app.press("k", "j")  # j is nobody's key now
        text = await app.press("H")
        assert "keys and signs" in text
        assert "S k" in text
        assert "1/2" in await app.press("S", "q")
        text = await app.press("colon", *"directory")
        assert " 9 " in text
        assert "Directory" in await app.press("escape", "9")


async def test_dates_are_written_as_the_reader_likes(small: Opened) -> None:
    async with piloted(configured(small, Config(dates="iso")), (100, 30)) as app:
        text = await app.press("j")
        assert "2019-08-16 or 17: one day" in text
        await app.press("a")
        assert "on 2019-08-16" in await app.type("16 aug 2019", "enter")
    async with piloted(configured(small, Config()), (100, 30)) as app:
        assert "16 or 17 Aug 2019: one day" in await app.press("j")


async def test_no_view_writes_dates_otherwise(bundled: Opened) -> None:
    """A quotation may; what legation itself says may not."""
    otherwise = re.compile(rf"\d (?:{'|'.join(MONTHS)})\b")
    ways = (
        ["j"],
        ["2", "a", *"2019-09-15", "enter"],
        ["enter"],
        ["0", "3"],
        ["enter"],
        ["4"],
        ["5"],
        ["f"],
        ["q", "1", "w", *"2019-09-19", "enter"],
        ["t", *"2019-09-20"],
    )
    for size in ((80, 24), (200, 50)):
        for dates, wrong in (("iso", False), ("words", True)):
            async with piloted(configured(bundled, Config(dates=dates)), size) as app:
                texts = [await app.press(*(NAMES.get(key, key) for key in way)) for way in ways]
            found = [line for text in texts for line in text.splitlines() if otherwise.search(line)]
            assert bool([line for line in found if "“" not in line]) == wrong, found
    use_iso(False)


async def test_a_wrong_configuration_is_told_once_and_its_mending_is_read(
    small: Opened, tmp_path: Path
) -> None:
    file = tmp_path / "config.toml"
    file.write_text('theme = "blue"\n', "utf-8")
    wrong = read_config(file, {})
    mended = Config(theme="light", keys={"down": ("S",)})
    async with piloted(configured(small, wrong, mended), (80, 24)) as app:
        text = await app.screen()
        assert "E 1 problem" in text.splitlines()[0]
        assert "the configuration has 1 problem: E shows all" in text.splitlines()[-1]
        assert "the configuration" not in await app.press("j")
        text = await app.press("E")
        assert "config.toml:1" in "".join(text.split())
        assert '"auto", "light", "dark", "terminal"' in text
        await app.press("q", "r")
        await app.app.workers.wait_for_complete()
        text = await app.press("k", "S")
        assert "2/2" in text
        assert "problem" not in text.splitlines()[0]
        assert app.app.theme == "legation-light"


# -- files that change


async def test_changed_files_are_hinted_at_and_read_with_the_place_kept(tmp_path: Path) -> None:
    folder = write(tmp_path)
    app_ = ExplorerApp(open_dossier(folder), lambda: open_dossier(folder), today=TODAY)
    async with piloted(app_, (80, 24)) as app:
        text = await app.press("j", "enter")
        assert "changed on disk" not in text
        events = folder / "events.toml"
        events.write_text(events.read_text("utf-8").replace("Talks of the two", "Talks of both"))
        text = await app.press("h")
        assert text.splitlines()[-1].endswith("changed on disk: r reads it again   ? help")
        assert "Talks of the two" in text
        await app.press("l", "r")
        await app.app.workers.wait_for_complete()
        text = await app.screen()
        assert "Talks of both" in text.splitlines()[2]
        assert "changed on disk" not in await app.press("h")


async def test_what_vanished_from_the_files_is_left_without_harm(tmp_path: Path) -> None:
    folder = write(tmp_path)
    app_ = ExplorerApp(
        open_dossier(folder), lambda: open_dossier(folder, strict=False), today=TODAY
    )
    async with piloted(app_, (80, 24)) as app:
        await app.press("j", "enter", "tab")
        text = await app.press("enter")
        assert "Ken Ito" in text.splitlines()[2]
        (folder / "people.toml").write_text("")
        (folder / "events.toml").write_text("")
        await app.press("r")
        await app.app.workers.wait_for_complete()
        text = await app.screen()
        assert "read again" in text
        for key in ("[", "]", "h", "h", "j", "enter", "2", "E"):
            text = await app.press(key)
        assert "error" in text


async def test_what_cannot_be_read_again_is_told_and_the_old_stays(tmp_path: Path) -> None:
    folder = write(tmp_path)
    app_ = ExplorerApp(open_dossier(folder), lambda: open_dossier(folder), today=TODAY)
    async with piloted(app_, (80, 24)) as app:
        (folder / "dossier.toml").unlink()
        await app.press("j", "r")
        await app.app.workers.wait_for_complete()
        text = await app.screen()
        assert "not read again" in text
        assert "2/2" in text


def test_a_watch_looks_seldom_where_looking_is_slow(tmp_path: Path) -> None:
    now = iter((0.0, 0.5, 10.0, 51.0, 51.1, 52.0))
    file = tmp_path / "a.toml"
    watch = Watch(tmp_path, clock=lambda: next(now))
    assert not watch.look()  # takes half a second: not again for fifty
    file.write_text("")
    assert not watch.look()
    assert watch.look()
    assert watch.look()


@pytest.mark.parametrize("name", ["a.toml", "sources/b.toml"])
def test_a_watch_sees_files_made_written_and_taken_away(tmp_path: Path, name: str) -> None:
    (tmp_path / "sources").mkdir()
    file = tmp_path / name
    watch = Watch(tmp_path)
    file.write_text("1")
    assert watch.look()
    watch = Watch(tmp_path)
    assert not watch.look()
    file.write_text("12")
    watch._not_before = 0.0
    assert watch.look()
    watch = Watch(tmp_path)
    file.unlink()
    assert watch.look()


# -- problems, the first run


async def test_enter_on_a_problem_opens_the_editor_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path)
    events = folder / "events.toml"
    events.write_text(events.read_text("utf-8") + '\n[lost]\nkind = "talks"\ntitle = "Lost"\n')
    asked: list[tuple[Path, int]] = []
    monkeypatch.setattr(Desk, "edit_at", lambda self, file, line: asked.append((file, line)))
    async with running(open_dossier(folder, strict=False), size=(80, 24)) as app:
        text = await app.press("E")
        assert "enter edit" in text.splitlines()[-1]
        await app.press("enter")
        (place,) = asked
        assert place[0] == events
        assert events.read_text("utf-8").splitlines()[place[1] - 1] == "[lost]"


async def test_a_new_reader_is_told_the_first_keys_until_a_key_moves(small: Opened) -> None:
    async with piloted(configured(small, Config(), greet=True), (80, 24)) as app:
        last = (await app.screen()).splitlines()[-1]
        assert last == " ? help   q quit   press 2 for the directory"
        assert "press 2" not in await app.press("j")


def test_everybody_is_new_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert [greet(), greet(), greet()] == [True, False, False]
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert [greet(), greet()] == [True, True]
