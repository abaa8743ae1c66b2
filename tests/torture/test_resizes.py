"""A storm of window sizes, from one cell to a thousand by a thousand: nothing breaks or grows."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tallying import Tally
from terminals import Terminal

SEED = 20191122
SIZES = (1, 2, 9, 10, 39, 40, 80, 100, 140, 200, 500, 1000)
MOST = 400 * 2**20  # bytes of memory; a size drawn as it is told takes gigabytes
EVERY = 25  # resizes between two looks at whether it still answers


@pytest.mark.timeout(1200)
def test_a_storm_of_resizes(times: Callable[[int, int], int], tally: Callable[..., Tally]) -> None:
    tried, rng = times(100, 3000), random.Random(SEED)
    survived, most = 0, 0
    with closing(Terminal(80, 24)) as terminal:
        terminal.wait("Timeline   1/")
        for number in range(1, tried + 1):
            terminal.child.setwinsize(size(rng), size(rng))
            if rng.random() < 0.3:
                terminal.send(
                    rng.choice(("j", "k", "2", "1", "l", "h", "z", "?", "\x1b", "G", "g"))
                )
            drain(terminal)
            most = max(most, memory(terminal.child.pid))
            if number % EVERY == 0:
                assert answers(terminal), f"no answer after {number} resizes (seed {SEED})"
            survived += 1
        terminal.send("Q")
        assert terminal.gone() == 0
        assert terminal.changed() == []
    assert b"Traceback" not in terminal.raw
    assert b"internal error" not in terminal.raw
    tally("resizes, 1×1 to 1000×1000", tried=tried, survived=survived, lost=tried - survived,
          note=f"at most {most >> 20} MiB")  # fmt: skip
    assert most < MOST


def size(rng: random.Random) -> int:
    return rng.choice(SIZES) if rng.random() < 0.5 else rng.randint(1, 1000)


def answers(terminal: Terminal) -> bool:
    """Whether it draws itself again at a size of which the screen has room."""
    terminal.child.setwinsize(24, 80)
    asked = len(terminal.raw)
    terminal.send("\x1b\x1b11")  # whatever lies on top is left
    last = time.monotonic() + 20
    while b"Timeline" not in terminal.raw[asked:] and time.monotonic() < last:
        drain(terminal)
        terminal.child.setwinsize(24, 81)
        terminal.child.setwinsize(24, 80)
    return b"Timeline" in terminal.raw[asked:]


def drain(terminal: Terminal) -> None:
    """Take what was drawn, without looking at it."""
    terminal.raw += terminal.taken()


def memory(process: int | None) -> int:
    """Bytes of memory that a process holds."""
    pages = Path(f"/proc/{process}/statm").read_text("ascii").split()[1]
    return int(pages) * 4096
