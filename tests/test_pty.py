"""The program in a real pseudo-terminal: what is on the screen, how it leaves it."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest
from terminals import PATIENCE, ROOT, Terminal


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    made = Terminal(80, 24)
    yield made
    made.child.close(force=True)


def test_start_move_search_open_help_quit(terminal: Terminal) -> None:
    terminal.wait("Timeline   1/")
    terminal.send("j")
    terminal.wait("Timeline   2/")
    terminal.send("/takizaki talks")
    terminal.wait("/ takizaki talks")
    terminal.wait("Kim Jung-han–Takizaki talks")
    terminal.send("\r")
    terminal.wait("“takizaki talks”")
    terminal.send("\r")
    terminal.wait("Timeline ›")
    terminal.wait("○ scheduled; no source says whether it took place")
    terminal.send("?")
    terminal.wait("keys and signs")
    terminal.send("q")
    terminal.wait("Timeline ›")
    terminal.send("Q")
    assert terminal.gone() == 0
    assert b"\x1b[?1049l" in terminal.raw  # the screen of before is given back
    assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_clean(terminal: Terminal, number: signal.Signals) -> None:
    terminal.wait("Timeline   1/")
    terminal.child.kill(number)
    assert terminal.gone() == 128 + number
    assert b"\x1b[?1049l" in terminal.raw
    assert b"\x1b[?1000l" in terminal.raw  # the mouse too


def test_bytes_that_are_no_text_and_absurd_codes_do_no_harm(terminal: Terminal) -> None:
    terminal.wait("Timeline   1/")
    for data in (b"\xff", b"\xed\xa0\x80", b"\x1b[99999999999u", b"\x1b[48;65535;65535;1;1t"):
        terminal.child.send(data)
    terminal.child.setwinsize(30, 90)
    terminal.child.setwinsize(24, 80)
    terminal.send("j")
    terminal.wait("Timeline   2/")
    terminal.send("Q")
    assert terminal.gone() == 0


def test_a_terminal_that_is_gone_ends_the_program() -> None:
    """Without a controlling terminal nobody sends SIGHUP: the program must see it itself."""
    master, slave = pty.openpty()
    env = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    program = subprocess.Popen(
        [sys.executable, "-m", "tui"], cwd=ROOT, env=env,
        stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
    )  # fmt: skip
    os.close(slave)
    try:
        seen = b""
        end = time.monotonic() + PATIENCE
        while b"Timeline" not in seen and time.monotonic() < end:
            seen += os.read(master, 65536)
        assert b"Timeline" in seen
        os.close(master)
        assert program.wait(timeout=PATIENCE) in {1, 129}
    finally:
        program.kill()
        program.wait()


CRASH = """
import sys
from store.opening import open_dossier
from tui import app, start
def broken(self):
    secret = "of no concern to anybody"
    raise ZeroDivisionError(secret)
app.Explorer.action_zoom = broken
reopen = lambda: open_dossier(None, strict=False)
sys.exit(start.run_explorer(reopen(), reopen=reopen))
"""


def test_a_crash_is_one_line_without_local_values() -> None:
    made = Terminal(80, 24, ("-c", CRASH))
    try:
        made.wait("Timeline   1/")
        made.send("z")
        assert made.gone() == 1
        told = made.raw.rpartition(b"\x1b[?1049l")[2]
        assert b"legation: internal error" in told
        assert b"ZeroDivisionError" in told
        assert b"secret" not in made.raw
        assert b"concern" not in made.raw
    finally:
        made.child.close(force=True)


def test_nothing_is_sent_while_nothing_happens(terminal: Terminal) -> None:
    terminal.wait("? help")
    settled = b""
    while settled != terminal.raw:
        settled = terminal.raw
        terminal.read()
        terminal.read()
    with pytest.raises(pexpect.TIMEOUT):
        terminal.child.read_nonblocking(1, timeout=1.0)


def test_without_utf8_the_signs_are_ascii() -> None:
    made = Terminal(80, 24, TERM="linux")
    try:
        made.wait("Timeline   1/")
        assert "▌" not in made.text
        assert "=====" in made.text
    finally:
        made.child.close(force=True)


def test_variables_that_steer_textual_are_dropped(tmp_path: Path) -> None:
    log = tmp_path / "log"
    made = Terminal(80, 24, TEXTUAL_LOG=str(log), TEXTUAL_DRIVER="no_such:Driver", NO_COLOR="1")
    try:
        made.wait("▌")
        assert not log.exists()
        assert b"38;2;141;184;236" not in made.raw
    finally:
        made.child.close(force=True)
