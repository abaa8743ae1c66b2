"""Bytes of a scripted tour, beside ``less`` and ``fzf`` on the same rows. Printed, never judged.

``make bench`` runs it; a row whose program is not installed is left out.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from metering import QUIET, sent, settle, ticks
from proxying import Counting
from sshd import LEGATION, serving
from terminals import ROOT, Terminal

COLOURS: dict[str, dict[str, str]] = {
    "truecolor": {"COLORTERM": "truecolor"},
    "256": {},
    "16": {"TERM": "xterm"},
    "none": {"NO_COLOR": "1"},
    "whole lines": {"COLORTERM": "truecolor", "LEGATION_WHOLE_LINES": "1"},
}
WHEEL = "\x1b[<65;10;10M"
MOVES, SCROLLS = 10, 10
# what, keys, how often
STOPS = (
    ("a move", "j", MOVES),
    ("the wheel, 3 lines", WHEEL, SCROLLS),
    ("page down", " ", 1),
    ("page up", "b", 1),
    ("open", "\r", 1),
    ("back", "h", 1),
    ("search, 4 letters", "/seou", 1),
    ("leave it", "\x1b", 1),
    ("palette", ":", 1),
    ("leave it ", "\x1b", 1),
    ("help", "?", 1),
    ("leave it  ", "q", 1),
    ("redraw", "\x0c", 1),
    ("quit", "Q", 1),
)


@contextmanager
def legation(columns: int, rows: int, environ: dict[str, str]) -> Iterator[Terminal]:
    terminal = Terminal(columns, rows, ("-m", "tui"), **environ)
    try:
        terminal.wait("Timeline   1/")
        yield terminal
    finally:
        terminal.child.close(force=True)


def table(title: str, head: Iterable[object], rows: Iterable[Iterable[object]]) -> None:
    print(f"\n\n{title}")
    for row in (head, *rows):
        first, *rest = row
        print(f"{first!s:24}" + "".join(f"{cell!s:>13}" for cell in rest))


def greeted(terminal: Terminal) -> None:
    """The first start greets until the reader moves; that is not measured."""
    sent(terminal, "j", "Timeline   2/")
    sent(terminal, "k", "Timeline   1/")


@pytest.mark.timeout(400)
@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 36)])
def test_tour(columns: int, rows: int) -> None:
    found: dict[str, dict[str, int]] = {}
    for colours, environ in COLOURS.items():
        with legation(columns, rows, environ) as terminal:
            costs = {"start": settle(terminal)}
            greeted(terminal)
            for what, keys, often in STOPS:
                costs[what] = sum(sent(terminal, keys) for _ in range(often)) // often
        found[colours] = costs
    table(
        f"Bytes at {columns}×{rows} (a move, the wheel: the mean of 10)",
        ("", *found),
        [(what, *(costs[what] for costs in found.values())) for what in found["256"]],
    )


@pytest.mark.timeout(200)
def test_beside_less_and_fzf(tmp_path: Path) -> None:
    """The rows of ``legation events``; a cursor below the page's end makes each scroll."""
    rows = tmp_path / "rows"
    events = [sys.executable, "-m", "tui", "events"]
    listed = subprocess.run(events, cwd=ROOT, capture_output=True, timeout=60, check=True)
    rows.write_bytes(listed.stdout)
    shown: list[tuple[object, ...]] = []
    with legation(80, 24, {}) as terminal:
        shown.append(("legation, 256 colours", *costs(terminal, "j", WHEEL, 3)))
    less = ("less", ("-S", str(rows)), "j", "j", 1)
    fzf = ("fzf", ("--no-mouse", "--layout=reverse"), "\x1b[B", "\x1b[B", 1)
    for name, words, move, scroll, lines in (less, fzf):
        if (command := shutil.which(name)) is None:
            continue
        given = {"FZF_DEFAULT_COMMAND": f"cat {rows}", "LESSHISTFILE": "-"}
        terminal = Terminal(80, 24, words, command=command, **given)
        try:
            settle(terminal, quiet=1)
            shown.append((name, *costs(terminal, move, scroll, lines)))
        finally:
            terminal.child.close(force=True)
    ours = [int(str(cell)) for cell in shown[0][1:]]
    ratios = []
    for what, *cells in shown[1:]:
        of = [f"{int(str(cell)) / one:.2f}" for cell, one in zip(cells, ours, strict=True)]
        ratios.append((what, *of))
    head = ("", "start", "a move", "scroll", "a line of it")
    table("Bytes on the same rows, 80×24", head, shown)
    table("… times what legation sends", head, ratios)


def costs(terminal: Terminal, move: str, scroll: str, lines: int) -> tuple[int, int, int, int]:
    """Bytes of the start, a move inside the page, one scroll, and that for each of its lines.
    In ``less`` every move is a scroll."""
    start = settle(terminal)
    if lines > 1:
        greeted(terminal)
    moves = sum(sent(terminal, move) for _ in range(MOVES)) // MOVES
    for _ in range(24 if lines == 1 else 0):
        terminal.send(move)  # to the page's end
    settle(terminal)
    scrolls = sum(sent(terminal, scroll) for _ in range(SCROLLS)) // SCROLLS
    return start, moves, scrolls, scrolls // lines


def test_idle() -> None:
    with legation(80, 24, {}) as terminal:
        settle(terminal, quiet=1)
        before, busy = len(terminal.raw), ticks(terminal.child.pid)
        quiet = settle(terminal, quiet=3) - before
        done = ticks(terminal.child.pid) - busy
    table("Idle for 3 s", ("bytes", "ticks of 300"), [(quiet, done)])


@pytest.mark.timeout(200)
def test_over_ssh(tmp_path: Path) -> None:
    """What goes over the wire from server to client, with and without ``-C``."""
    found: dict[str, list[int]] = {}
    for lines in ("", "export LEGATION_WHOLE_LINES=1; "):
        for option in ((), ("-C",)):
            name = " ".join(("ssh", *option)) + (", whole" if lines else "")
            with (
                serving(tmp_path / name.replace(" ", "-")) as server,
                Counting(server.port) as wire,
            ):
                server.port = wire.port
                terminal = server.terminal(
                    lines + LEGATION, "-o", "StrictHostKeyChecking=no", *option
                )
                try:
                    terminal.wait("Timeline   1/")
                    settle(terminal)
                    greeted(terminal)
                    at, counts = wire.down, []
                    for keys in ("jjjjjjjj", " ", "b", "\r", "h", "?", "q", "\x0c"):
                        for key in keys:
                            terminal.send(key)
                            settle(terminal, quiet=QUIET)
                        counts.append((wire.down - at) // len(keys))
                        at = wire.down
                    found[name] = [*counts, wire.down]
                finally:
                    terminal.child.close(force=True)
    head = ("", "a move", "page down", "page up", "open", "back", "help", "leave", "redraw", "all")
    table("Bytes on the wire, 80×24, 256 colours", head, [(k, *v) for k, v in found.items()])
