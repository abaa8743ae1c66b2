"""Bytes that a program sends to its terminal, key by key."""

from __future__ import annotations

import time
from pathlib import Path

from terminals import PATIENCE, Terminal

QUIET = 0.4  # seconds without a byte after which nothing more comes: position and detail wait 0.12


def settle(*terminals: Terminal, quiet: float = QUIET) -> int:
    """Read until nothing comes any more; how many bytes have come since the start."""
    size, end = -1, time.monotonic() + quiet
    last = time.monotonic() + PATIENCE
    while time.monotonic() < min(end, last):
        for terminal in terminals:
            terminal.read()
        if (now := sum(len(terminal.raw) for terminal in terminals)) != size:
            size, end = now, time.monotonic() + quiet
    return size


def sent(terminal: Terminal, keys: str, words: str = "") -> int:
    """Bytes that these keys cost; ``words`` is what stands on the screen once all has come."""
    before = len(terminal.raw)
    terminal.send(keys)
    if words:
        terminal.wait(words)
    return settle(terminal) - before


def ticks(process: int | None) -> int:
    """The processor's time that a process has taken, in ticks of the system's clock."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])
