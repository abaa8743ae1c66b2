"""How long a start takes and how much memory, beside the smallest program of Textual, and
``--version`` beside Python itself. In turn and in one run; printed, never judged."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from metering import settle, ticks
from terminals import PATIENCE, ROOT, Terminal

PAIRS = 15
TICK = 10  # milliseconds of the processor's time
MINIMAL = str(Path(__file__).with_name("minimal.py"))
# what is started, and the words of its first whole screen
PROGRAMS = {
    "minimal": ((MINIMAL,), b"ready"),
    "legation": (("-m", "tui"), b"help"),  # the last word of the footer
}


def started(program: tuple[str, ...], words: bytes, columns: int, rows: int) -> tuple[float, ...]:
    """Milliseconds until these words are there, of the processor's time until all has come, and
    MiB of memory."""
    begin = time.perf_counter()
    terminal = Terminal(columns, rows, program)
    try:
        while words not in terminal.raw:
            assert time.perf_counter() - begin < PATIENCE, terminal.raw[-300:]
            terminal.raw += terminal.taken()
        shown = time.perf_counter() - begin
        settle(terminal)
        used = ticks(terminal.child.pid) * TICK
        status = Path(f"/proc/{terminal.child.pid}/status").read_text("utf-8")
        (memory,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
        return shown * 1000, float(used), int(memory) / 1024
    finally:
        terminal.child.close(force=True)


def told(title: str, found: dict[str, list[tuple[float, ...]]], what: tuple[str, ...]) -> None:
    print(f"\n\n{title}, medians of {PAIRS} starts each, in turn")
    print(f"{'':28}" + "".join(f"{name:>12}" for name in found) + f"{'ratio':>10}")
    for at, each in enumerate(what):
        middle = [statistics.median(row[at] for row in rows) for rows in found.values()]
        print(
            f"{each:28}" + "".join(f"{m:12.1f}" for m in middle) + f"{middle[1] / middle[0]:10.2f}"
        )


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (200, 50)])
def test_start(columns: int, rows: int) -> None:
    found: dict[str, list[tuple[float, ...]]] = {name: [] for name in PROGRAMS}
    for _ in range(PAIRS):
        for name, (program, words) in PROGRAMS.items():
            found[name].append(started(program, words, columns, rows))
    what = ("ms until the screen is whole", "ms of processor", "MiB")
    told(f"Start at {columns}×{rows}", found, what)


@pytest.mark.timeout(120)
def test_version() -> None:
    def spent(*args: str) -> tuple[float, ...]:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        begin = time.perf_counter()
        subprocess.run([sys.executable, *args], stdout=subprocess.DEVNULL, cwd=ROOT, check=True)
        clock = time.perf_counter() - begin
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
        return clock * 1000, used * 1000

    each: dict[str, Callable[[], tuple[float, ...]]] = {
        "python": lambda: spent("-c", "pass"),
        "--version": lambda: spent("-m", "tui", "--version"),
    }
    found: dict[str, list[tuple[float, ...]]] = {name: [] for name in each}
    for _ in range(PAIRS):
        for name, run in each.items():
            found[name].append(run())
    told("--version", found, ("ms", "ms of processor"))
