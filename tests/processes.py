"""Processes found by a mark of their own: whether any is left, and ending those that are."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from pathlib import Path


def marked(mark: str) -> list[int]:
    """The running processes with ``mark`` in environment or arguments, but for this one."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal() and int(entry.name) != os.getpid() and _has(entry, mark.encode()):
            found.append(int(entry.name))
    return sorted(found)


def _has(process: Path, mark: bytes) -> bool:
    for name in ("environ", "cmdline"):
        with suppress(OSError):  # it has ended, or is another user's
            if mark in (process / name).read_bytes():
                return True
    return False


def left(mark: str, *, within: float) -> list[int]:
    """The marked processes that still run after ``within`` seconds; returns as soon as none."""
    last = time.monotonic() + within
    while (found := marked(mark)) and time.monotonic() < last:
        time.sleep(0.02)
    return found


def end(mark: str) -> None:
    """Kill each marked process, by its id."""
    for one in marked(mark):
        with suppress(ProcessLookupError, PermissionError):
            os.kill(one, signal.SIGKILL)
