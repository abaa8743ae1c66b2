"""Every end in a real pseudo-terminal: within two seconds, and the terminal as it was."""

from __future__ import annotations

import os
import shlex
import signal
import sys
import termios
import time
from contextlib import closing

import pytest
from processes import left, marked
from terminals import Terminal

SOON = 10.0  # seconds: it takes less than two, on a machine that does nothing else
PROGRAM = f"{shlex.quote(sys.executable)} -m tui"


def ends(terminal: Terminal) -> int:
    """The exit code, once nothing of the program is left."""
    assert left(terminal.mark, within=SOON) == []
    code = terminal.gone()
    assert terminal.changed() == []
    assert b"Traceback" not in terminal.raw
    return code


def settled(terminal: Terminal) -> str:
    """The whole screen once nothing more is drawn on it."""
    while terminal.read():
        pass
    return terminal.text


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT], ids=lambda n: n.name
)
def test_a_signal_ends_it_and_the_terminal_is_as_before(number: int) -> None:
    with closing(Terminal(80, 24)) as terminal:
        terminal.wait("Timeline   1/")
        terminal.child.kill(number)
        assert ends(terminal) == 128 + number


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda n: n.name)
def test_a_terminal_that_takes_nothing_more_holds_nobody_up(number: int) -> None:
    """As over a line that is dead, or held with ctrl+s: all that draws waits for it."""
    with closing(Terminal(200, 50)) as terminal:
        terminal.wait("Timeline   1/")
        for _ in range(200):  # each redraws the whole screen; nobody reads it
            os.write(terminal.child.child_fd, b"Gg")
        time.sleep(1.0)  # until the terminal is full; a signal earlier ends it just the same
        terminal.child.kill(number)
        assert ends(terminal) == 128 + number


def test_the_key_that_quits_waits_for_no_terminal() -> None:
    with closing(Terminal(200, 50)) as terminal:
        terminal.wait("Timeline   1/")
        for _ in range(6):  # more than the terminal holds; nobody reads it
            os.write(terminal.child.child_fd, b"2G1G")
            time.sleep(0.2)
        os.write(terminal.child.child_fd, b"Q")
        assert ends(terminal) == 0


def test_a_continue_alone_does_not_leave_the_terminal_raw() -> None:
    with closing(Terminal(80, 24)) as terminal:
        terminal.wait("Timeline   1/")
        asked = len(terminal.raw)
        before = settled(terminal)
        terminal.child.kill(signal.SIGCONT)
        terminal.told(b"\x1b[?1049h", asked)  # keys before it are dropped
        terminal.wait("Timeline   1/")
        assert settled(terminal) == before
        terminal.send("j")
        terminal.wait("Timeline   2/")
        terminal.send("Q")
        assert ends(terminal) == 0


def test_where_no_shell_waits_ctrl_z_says_so_and_nothing_freezes() -> None:
    with closing(Terminal(80, 24)) as terminal:
        terminal.wait("Timeline   1/")
        terminal.send("\x1a")
        terminal.wait("no shell waits below legation")
        terminal.send("j")
        terminal.wait("Timeline   2/")
        terminal.send("Q")
        assert ends(terminal) == 0


@pytest.mark.parametrize("line", [PROGRAM, f"sh -c {shlex.quote(PROGRAM + '; true')}"],
                         ids=["alone", "behind a script"])  # fmt: skip
def test_ctrl_z_gives_the_shell_the_terminal_and_fg_comes_back(line: str) -> None:
    words = ("--norc", "--noprofile", "-i")
    with closing(Terminal(80, 24, words, command="/bin/bash", PS1="ready> ")) as terminal:
        terminal.wait("ready>")
        for turn in (1, 2):
            if turn == 1:
                terminal.send(f"{line}\r")
                terminal.wait("Timeline   1/")
            asked = len(terminal.raw)
            terminal.send("j")
            terminal.wait(f"Timeline   {turn + 1}/")
            before = settled(terminal)
            assert before.count("\n") == 23
            terminal.send("\x1a")
            terminal.told(b"Stopped", asked)
            asked = len(terminal.raw)
            terminal.send("echo so$((40 + 2))\r")
            terminal.told(b"so42", asked)
            assert b"\x1b[?1049h" not in terminal.raw[asked:]
            assert "Timeline" not in terminal.text
            terminal.send("fg\r")
            terminal.wait(f"Timeline   {turn + 1}/")
            assert settled(terminal) == before
        asked = len(terminal.raw)
        terminal.send("Q")
        terminal.told(b"ready>", asked)  # what is typed ahead of its end is dropped
        terminal.send("exit\r")
        assert ends(terminal) == 0


def test_a_stop_from_outside_and_a_continue_draw_the_screen_again() -> None:
    with closing(Terminal(80, 24)) as terminal:
        terminal.wait("Timeline   1/")
        before = settled(terminal)
        (process,) = marked(terminal.mark)
        os.kill(process, signal.SIGSTOP)
        # what a shell does that finds it stopped
        termios.tcsetattr(terminal.child.child_fd, termios.TCSANOW, terminal.attributes)
        asked = len(terminal.raw)
        os.kill(process, signal.SIGCONT)
        terminal.told(b"\x1b[?1049h", asked)  # keys before it are dropped
        terminal.wait("Timeline   1/")
        assert settled(terminal) == before
        terminal.send("j")
        terminal.wait("Timeline   2/")
        terminal.send("Q")
        assert ends(terminal) == 0
