"""A program on a real pseudo-terminal of a given size, read as a person sees it."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pexpect
import pyte

ROOT = Path(__file__).parents[1]
PATIENCE = 20.0  # seconds until a text must have appeared


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
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        xdg = {name: value for name, value in os.environ.items() if name.startswith("XDG_")}
        env = {**kept, **xdg, "TERM": "xterm-256color", "LANG": "C.UTF-8", "TZ": "UTC", **environ}
        self.child = pexpect.spawn(
            command, list(program), cwd=str(ROOT), env=env, dimensions=(rows, columns)
        )

    def read(self) -> None:
        try:
            data = self.child.read_nonblocking(65536, timeout=0.1)
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            return
        assert isinstance(data, bytes)
        self.raw += data
        # pyte stumbles over private queries that a terminal would answer
        self.stream.feed(data)

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

    def send(self, keys: str) -> None:
        self.child.send(keys)

    def gone(self) -> int:
        """The exit code (negative: the signal) once the program has ended."""
        end = time.monotonic() + PATIENCE
        while self.child.isalive():
            self.read()
            assert time.monotonic() < end, "the program does not end"
        self.read()
        if self.child.exitstatus is not None:
            return int(self.child.exitstatus)
        return -int(self.child.signalstatus or 0)
