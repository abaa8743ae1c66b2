"""Floods through a real sshd: sizes, pastes and keys grow the kiosk by little."""

from __future__ import annotations

import os
import select
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kiosk import Kiosk, drained, grown, kiosk, leaves, still_there
from processes import left
from terminals import Terminal

MIB = 1024 * 1024


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Kiosk]:
    with kiosk(tmp_path) as made:
        yield made


def test_a_huge_terminal_is_drawn_in_little_memory(place: Kiosk) -> None:
    terminal = place.visit(COLUMNS="65535", LINES="65535")
    process = place.running[0]
    before = grown(process)
    terminal.child.setwinsize(65535, 65535)
    terminal.send("\x1b[48;65535;65535;1;1t")
    drained(terminal, 2)
    assert grown(process) - before < 100 * MIB
    terminal.child.setwinsize(24, 80)
    drained(terminal, 1)
    still_there(terminal)
    leaves(terminal)


def flooded(terminal: Terminal, data: bytes, most: int, seconds: float) -> int:
    """Send ``data`` over and over, at most so many bytes, as fast as it is taken; how much was."""
    file, sent, end = terminal.child.child_fd, 0, time.monotonic() + seconds
    os.set_blocking(file, False)
    while sent < most and time.monotonic() < end:
        readable, writable, _ = select.select([file], [file], [], 0.5)
        if readable:
            os.read(file, 65536)
        if writable:
            sent += os.write(file, data)
    os.set_blocking(file, True)
    return sent


def test_a_paste_without_end_is_taken_in_little_memory(
    place: Kiosk, times: Callable[[int, int], int]
) -> None:
    terminal = place.visit()
    process = place.running[0]
    terminal.send("/")
    terminal.wait("a title, name, place")
    before = grown(process)
    terminal.send("\x1b[200~")
    most = times(4, 50) * MIB
    assert flooded(terminal, b"words " * 700, most, 60) >= most
    assert grown(process) - before < 16 * MIB
    terminal.send("\x1b[201~")
    still_there(terminal)
    leaves(terminal)


@pytest.mark.parametrize("keys", [b"jk", b"\x1b[<64;5;5M", b"mlh"])
def test_a_flood_of_keys_waits_outside(
    place: Kiosk, keys: bytes, times: Callable[[int, int], int]
) -> None:
    terminal = place.visit()
    process = place.running[0]
    before = grown(process)
    flooded(terminal, keys * 400, 50 * MIB, times(2, 10))
    assert grown(process) - before < 32 * MIB
    terminal.child.close(force=True)
    assert left(place.mark, within=5) == []
