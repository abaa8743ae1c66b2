"""A program on a real pseudo-terminal of a given size, read as a person sees it."""

from __future__ import annotations

import os
import pty
import re
import sys
import termios
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import pexpect
import pyte
from processes import end

ROOT = Path(__file__).parents[1]
PATIENCE = 20.0  # seconds until a text must have appeared
# private modes as every terminal has them before: screen, mouse, pastes, focus; wrapping, cursor
OFF = ("1049", "1000", "1003", "1015", "1006", "1016", "2004", "1004", "2048", "2026")
ON = ("7", "25")


class Screens(pyte.Screen):
    """With the second screen that programs take and give back: it is empty each time."""

    def set_mode(self, *modes: int, **kwargs: Any) -> None:
        if kwargs.get("private") and 1049 in modes:
            self._first = [dict(self.buffer[row]) for row in range(self.lines)]
            self.save_cursor()
            self.erase_in_display(2)
        super().set_mode(*modes, **kwargs)

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:
        super().reset_mode(*modes, **kwargs)
        if kwargs.get("private") and 1049 in modes:
            self.erase_in_display(2)
            for row, cells in enumerate(getattr(self, "_first", [])[: self.lines]):
                self.buffer[row].update(cells)
            self.restore_cursor()


class Terminal:
    """The program on a terminal of a given size; waits for text, never for time."""

    def __init__(
        self,
        columns: int,
        rows: int,
        program: tuple[str, ...] = ("-m", "tui"),
        *,
        command: str = sys.executable,
        **environ: str,
    ) -> None:
        """``command`` runs with the words of ``program``; ``environ`` is added to a small one."""
        self.screen = Screens(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.mark = uuid4().hex  # in the environment of all that it starts
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        xdg = {name: value for name, value in os.environ.items() if name.startswith("XDG_")}
        env = {**kept, **xdg, "TERM": "xterm-256color", "LANG": "C.UTF-8", "TZ": "UTC", **environ}
        env["LEGATION_TEST_MARK"] = self.mark
        self.child = pexpect.spawn(
            command, list(program), cwd=str(ROOT), env=env, dimensions=(rows, columns)
        )
        self.attributes = usual()

    def taken(self, within: float = 0.01) -> bytes:
        """What has been drawn since, or nothing ``within`` these seconds; not yet looked at."""
        try:
            data = self.child.read_nonblocking(65536, timeout=within)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return b""
        assert isinstance(data, bytes)
        return data

    def read(self) -> bool:
        """Take in what has been drawn; whether there was anything within a tenth of a second."""
        data = self.taken(0.1)
        self.raw += data
        # pyte stumbles over private queries that a terminal would answer
        self.stream.feed(data)
        return bool(data)

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait(self, words: str) -> str:
        """The screen as soon as it shows these words."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if words in self.text:
                return self.text
            self.read()
        raise AssertionError(f"{words!r} did not appear on:\n{self.text}")

    def told(self, words: bytes, after: int) -> None:
        """Wait for these bytes after the first ``after``: also where they stood before."""
        end = time.monotonic() + PATIENCE
        while words not in self.raw[after:]:
            assert time.monotonic() < end, f"{words!r} did not come"
            self.read()

    def send(self, keys: str) -> None:
        self.child.send(keys)

    def resize(self, columns: int, rows: int) -> None:
        """Another size, as a window gets one."""
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def close(self) -> None:
        """End what it started, by its process ids."""
        self.child.close(force=True)
        end(self.mark)

    def changed(self) -> list[str]:
        """What the program left of its own on the terminal: modes, the keyboard, attributes."""
        wrong = []
        for modes, usual in ((OFF, b"l"), (ON, b"h")):
            for mode in modes:
                said = re.findall(rb"\x1b\[\?" + mode.encode() + rb"([hl])", self.raw)
                if said and said[-1] != usual:
                    wrong.append(f"mode {mode}")
        if len(re.findall(rb"\x1b\[>\d+u", self.raw)) > self.raw.count(b"\x1b[<u"):
            wrong.append("keyboard")
        if termios.tcgetattr(self.child.child_fd) != self.attributes:
            wrong.append("attributes")
        return wrong

    def gone(self) -> int:
        """The exit code (negative: the signal) once the program has ended."""
        end = time.monotonic() + PATIENCE
        while self.child.isalive():
            self.read()
            assert time.monotonic() < end, "the program does not end"
        while self.read():
            pass
        if self.child.exitstatus is not None:
            return int(self.child.exitstatus)
        return -int(self.child.signalstatus or 0)


def usual() -> list[Any]:
    """The attributes of every new terminal."""
    master, slave = pty.openpty()
    try:
        return termios.tcgetattr(slave)
    finally:
        os.close(master)
        os.close(slave)
