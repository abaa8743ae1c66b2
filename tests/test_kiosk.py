"""``--kiosk``: its usage, what its screen has, and what its process gives up."""

from __future__ import annotations

import asyncio
import re
import signal
from pathlib import Path

import pytest
from building import write
from cli_run import one_line, process
from terminals import Terminal

from screenshots.take import screen_text, settle
from store.opening import Opened, open_dossier
from tui.app import ExplorerApp
from tui.environment import LONGEST, OURS, keep_out
from tui.explorer.commands import commands
from tui.explorer.screen import Explorer
from tui.kiosk import ABSENT, MOST_MARKED, NOT_HERE, OF_THE_APP, SAID
from tui.kiosk_app import GREETING, KioskApp

KIOSK = ("-m", "tui", "--kiosk")


def made(folder: Path, idle: float = 60.0) -> KioskApp:
    return KioskApp(open_dossier(write(folder), cache=False), theme=None, ascii_only=False,
                    idle=idle)  # fmt: skip


@pytest.fixture(autouse=True)
def _unsealed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kiosk within the process of the tests must not take its threads from it."""
    monkeypatch.setattr("tui.kiosk_app.seal_threads", lambda: None)


async def test_a_visitor_is_not_told_what_only_the_owner_can_do(tmp_path: Path) -> None:
    dossier = open_dossier(None, strict=False, cache=False)
    told = {}
    for kiosk in (True, False):
        app = (
            KioskApp(dossier, theme=None, ascii_only=False)
            if kiosk
            else ExplorerApp(dossier, lambda: dossier)
        )
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            await pilot.press("5", "j", "enter")
            await settle(pilot)
            passage = screen_text(app)
            assert "The article’s text is not attached." in passage
            assert "J and K go through the passages" in " ".join(passage.split())
            await pilot.press("y", "w")
            await settle(pilot)
            told[kiosk] = (passage, app._explorer.stage.footer.plain)
    assert all("--texts" in text for text in told[False])
    assert not any("--texts" in text for text in told[True])
    assert "(shortened)" in told[True][1]


@pytest.mark.parametrize("line", ["--kiosk events", "people --kiosk", "check --kiosk"])
def test_a_kiosk_goes_with_no_command(line: str) -> None:
    done = process(*line.split())
    assert (done.code, done.out) == (2, "")
    assert "--kiosk opens the explorer and goes with no command" in one_line(done)


def test_without_a_terminal_a_kiosk_is_one_line() -> None:
    done = process("--kiosk")
    assert (done.code, done.out) == (2, "")
    assert "connect with ssh -t" in one_line(done)


def test_the_help_has_the_option() -> None:
    assert "--kiosk " in process("--help").out


def test_next_to_nothing_of_the_environment_is_kept() -> None:
    kept = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "SSH_TTY": "/dev/pts/1"}
    bad = {"COLORTERM": "x" * (LONGEST + 1), "LC_ALL": "a\x1b]2;b", "HOME": "/srv", "LESS": "+!"}
    environ = {**kept, **bad, "TEXTUAL_LOG": "x", "PYTHONINSPECT": "1", "LEGATION_DOSSIER": "x"}
    keep_out(environ)
    assert environ == {**kept, **OURS, "ESCDELAY": "250"}


def test_the_commands_of_a_kiosk_are_those_of_the_explorer_without_a_few() -> None:
    every = commands(Explorer.BINDINGS, KioskApp.BINDINGS)
    few = commands(Explorer.BINDINGS, KioskApp.BINDINGS, True)
    gone = [key for key in every if key not in few]
    assert {key.id for key in gone} == ABSENT
    assert {key.action.rpartition(".")[2] for key in gone} == NOT_HERE
    own = {key.action.removeprefix("app.") for key in few if key.action.startswith("app.")}
    assert own <= OF_THE_APP


@pytest.mark.parametrize(
    "action",
    ["screenshot('x.svg')", "app.screenshot('x.svg')", "open_url('https://example.org')",
     "simulate_key('x')", "change_theme", "command_palette", "push_screen('x')", "notify('x')",
     "toggle_class('*', 'x')", "app.add_class('*', 'x')", "show_help_panel", "no such action("],
)  # fmt: skip
async def test_what_textual_can_do_besides_is_out_of_reach(tmp_path: Path, action: str) -> None:
    app = made(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert not await app.run_action(action)
        assert len(app.screen_stack) == 1


async def test_no_part_of_the_program_can_write_open_or_suspend(tmp_path: Path) -> None:
    app = made(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for way in (app.save_screenshot, app.deliver_screenshot):
            with pytest.raises(PermissionError):
                way()
        for way in (app.open_url, app.deliver_text, app.deliver_binary):
            with pytest.raises(PermissionError):
                way("x")
        explorer = app._explorer
        explorer.desk.edit_at(tmp_path / "events.toml", 1)
        assert explorer.stage.footer.plain.strip().startswith("this terminal cannot be given")


async def test_marks_are_few_and_told_to_be_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.explorer.stage.MOST_MARKED", 1)
    assert MOST_MARKED > 1
    app = made(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "forgotten when you leave" in app._explorer.stage.footer.plain
        await pilot.press("m")
        await settle(pilot)
        assert "marked until you leave: " in app._explorer.stage.footer.plain
        await pilot.press("j", "m")
        await settle(pilot)
        assert "not more than 1 marks here" in app._explorer.stage.footer.plain
        await pilot.press("k", "m")
        await settle(pilot)
        assert "no longer marked" in app._explorer.stage.footer.plain
        assert app._explorer.stage.model.marks.entries == ()


async def test_what_was_left_out_is_told_without_the_way_to_it(tmp_path: Path) -> None:
    folder = write(tmp_path / "dossier", topics__toml='[Trade]\nname = "Trade"\n')
    opened: Opened = open_dossier(folder, strict=False, cache=False)
    assert any(str(tmp_path) in problem.file for problem in opened.problems)
    app = KioskApp(opened, theme=None, ascii_only=False)
    assert app._opened.problems
    for problem in app._opened.problems:
        assert problem.file.startswith("dossier/")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("E")
        await settle(pilot)
        await pilot.press("j", "enter", "q", "v")
        await settle(pilot)
        assert SAID in app._explorer.stage.footer.plain


async def test_who_leaves_the_keys_alone_is_let_go(tmp_path: Path) -> None:
    app = made(tmp_path, idle=0.2)
    async with app.run_test(size=(80, 24)):
        for _ in range(500):
            if app.forsaken:
                break
            await asyncio.sleep(0.02)
    assert app.forsaken


CRASH = """
import sys
from tui import kiosk_app
from tui.cli.main import main
def broken(self):
    secret = "of no concern to anybody"
    raise ZeroDivisionError(secret)
kiosk_app.ExplorerApp.action_help = broken
sys.exit(main(["--kiosk"]))
"""


def test_a_crash_tells_no_value_and_ends_with_an_error() -> None:
    terminal = Terminal(80, 24, ("-c", CRASH))
    try:
        terminal.wait("Timeline   1/")
        terminal.send("?")
        assert terminal.gone() == 1
        told = terminal.raw.rpartition(b"\x1b[?1049l")[2]
        assert b"legation: internal error, please report it: ZeroDivisionError" in told
        assert b"Traceback" not in terminal.raw
        assert b"concern" not in terminal.raw
    finally:
        terminal.child.close(force=True)


def test_without_more_memory_it_ends_in_one_line() -> None:
    code = CRASH.replace("secret =", "more = bytearray(1 << 30); secret =")
    terminal = Terminal(80, 24, ("-c", code))
    try:
        terminal.wait("Timeline   1/")
        terminal.send("?")
        assert terminal.gone() == 1
        assert b"internal error, please report it: MemoryError" in terminal.raw
    finally:
        terminal.child.close(force=True)


def test_the_bundled_dossier_opens_and_leaves_nothing_behind(tmp_path: Path) -> None:
    names = ("STATE", "DATA", "CACHE", "CONFIG")
    own = {f"XDG_{name}_HOME": str(tmp_path / name) for name in names}
    terminal = Terminal(80, 24, KIOSK, HOME=str(tmp_path), **own)
    try:
        terminal.wait("Timeline   1/6")
        terminal.wait(GREETING)
        for key, words in (("m", "until you leave"), ("Y", "copied"), ("x", SAID)):
            terminal.send(key)
            terminal.wait(words)
        assert re.search(rb"\x1b\]52;c;[A-Za-z0-9+/=]+", terminal.raw)
        terminal.child.kill(signal.SIGHUP)
        assert terminal.gone() == 129
    finally:
        terminal.child.close(force=True)
    assert list(tmp_path.rglob("*")) == []
