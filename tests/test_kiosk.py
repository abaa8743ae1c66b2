"""``--kiosk``: its usage, what its screen has, and what its process gives up."""

from __future__ import annotations

import asyncio
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from building import write
from cli_run import ROOT, digest, one_line, process
from terminals import Terminal

from screenshots.take import settle
from store.opening import Opened, open_dossier
from tui.environment import LONGEST, OURS, keep_out
from tui.explorer.commands import commands
from tui.explorer.screen import Explorer
from tui.kiosk import ABSENT, MOST_MARKED, NOT_HERE, OF_THE_APP, SAID
from tui.kiosk_app import KioskApp

KIOSK = ("-m", "tui", "--kiosk")


def made(folder: Path, idle: float = 60.0) -> KioskApp:
    return KioskApp(open_dossier(write(folder), cache=False), theme=None, ascii_only=False,
                    idle=idle)  # fmt: skip


@pytest.fixture(autouse=True)
def _unsealed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kiosk within the process of the tests must not take its threads from it."""
    monkeypatch.setattr("tui.kiosk_app.seal_threads", lambda: None)


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
    assert "--kiosk" in process("--help").out or "--kiosk" in process("help").out


def test_next_to_nothing_of_the_environment_is_kept() -> None:
    kept = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "SSH_TTY": "/dev/pts/1"}
    bad = {"COLORTERM": "x" * (LONGEST + 1), "LC_ALL": "a\x1b]2;b", "HOME": "/root", "LESS": "+!"}
    environ = {**kept, **bad, "TEXTUAL_LOG": "x", "PYTHONINSPECT": "1", "LEGATION_DOSSIER": "x"}
    keep_out(environ)
    assert environ == {**kept, **OURS, "ESCDELAY": "250"}


def test_the_commands_of_a_kiosk_are_those_of_the_explorer_without_a_few() -> None:
    every = commands(Explorer.BINDINGS, KioskApp.BINDINGS)
    few = commands(Explorer.BINDINGS, KioskApp.BINDINGS, True)
    gone = [key for key in every if key not in few]
    assert {key.id for key in gone} == ABSENT
    assert {key.action.rpartition(".")[2] for key in gone} == NOT_HERE
    names = ("STATE", "DATA", "CACHE", "CONFIG")
    own = {f"XDG_{name}_HOME": str(tmp_path / name) for name in names}
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
    own = {
        f"XDG_{name}_HOME": str(tmp_path / name) for name in ("STATE", "DATA", "CACHE", "CONFIG")
    }
    terminal = Terminal(80, 24, KIOSK, HOME=str(tmp_path), **own)
    try:
        terminal.wait("Timeline   1/6")
        for key, words in (("m", "until you leave"), ("Y", "copied"), ("x", SAID)):
            terminal.send(key)
            terminal.wait(words)
        assert re.search(rb"\x1b\]52;c;[A-Za-z0-9+/=]+", terminal.raw)
        terminal.child.kill(signal.SIGHUP)
        assert terminal.gone() == 129
    finally:
        terminal.child.close(force=True)
    assert list(tmp_path.rglob("*")) == []
