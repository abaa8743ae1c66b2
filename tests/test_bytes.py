"""Over a slow link: few bytes a key, none without one, and the same screen as with many."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyte
import pytest
from metering import sent, settle, ticks
from terminals import PATIENCE, ROOT, Terminal
from test_frugal import Attributes, look

Start = Callable[..., Terminal]
FULL = os.environ.get("LEGATION_TORTURE") == "full"
WHOLE = {"LEGATION_WHOLE_LINES": "1"}
COLOURS = {
    "truecolor": {"COLORTERM": "truecolor"},
    "256": {},
    "16": {"TERM": "xterm"},
    "none": {"NO_COLOR": "1"},
}  # fmt: skip


@pytest.fixture
def start() -> Iterator[Start]:
    made: list[Terminal] = []

    def begin(columns: int = 80, rows: int = 24, *words: str, **environ: str) -> Terminal:
        terminal = Terminal(columns, rows, ("-m", "tui", *words), **environ)
        made.append(terminal)
        terminal.wait("Timeline   1/")
        settle(terminal)
        return terminal

    yield begin
    for terminal in made:
        terminal.child.close(force=True)


def greeted(terminal: Terminal) -> None:
    """A new reader is greeted until they move."""
    sent(terminal, "j", "Timeline   2/")
    sent(terminal, "k", "Timeline   1/")


@pytest.mark.parametrize(
    ("colours", "environ", "most"),
    [(name, environ, 100) for name, environ in COLOURS.items()]
    + [("whole lines", {**COLOURS["truecolor"], **WHOLE}, 360)],
)
def test_a_move_inside_the_page(
    start: Start, colours: str, environ: dict[str, str], most: int
) -> None:
    terminal = start(**environ)
    greeted(terminal)
    for number in range(2, 8):
        assert sent(terminal, "j", f"Timeline   {number}/") <= most, colours


def test_a_scroll_by_the_wheel(start: Start) -> None:
    """Three lines come in; ``less`` sends about 100 bytes for each."""
    terminal = start()
    sent(terminal, "\x1b[<65;10;10M")
    assert sent(terminal, "\x1b[<65;10;10M") <= 3 * 420


def test_a_page_is_cheaper_than_all_its_cells(start: Start) -> None:
    assert sent(start(COLORTERM="truecolor"), " ") < 80 * 24 * 1.5


def test_a_held_key_costs_no_more_than_its_moves(start: Start) -> None:
    terminal = start()
    greeted(terminal)
    assert sent(terminal, "jjjjjj", "Timeline   7/") <= 6 * 100


def test_without_a_key_nothing_is_sent_and_nothing_done(start: Start) -> None:
    terminal = start()
    settle(terminal, quiet=1)
    before, busy = len(terminal.raw), ticks(terminal.child.pid)
    end = time.monotonic() + 2
    while time.monotonic() < end:
        terminal.read()
    assert len(terminal.raw) == before
    assert ticks(terminal.child.pid) - busy <= 2  # of 200


def test_ctrl_l_draws_every_cell(start: Start) -> None:
    terminal = start()
    before = len(terminal.raw)
    sent(terminal, "\x0c")
    fresh = pyte.Screen(80, 24)
    pyte.ByteStream(fresh).feed(terminal.raw[before:])
    assert look(fresh) == look(terminal.screen)


def test_ctrl_l_is_taken_while_something_is_typed(start: Start) -> None:
    terminal = start()
    sent(terminal, "/meet")
    assert sent(terminal, "\x0c") > 2000
    assert "/ meet" in terminal.text


@pytest.fixture(scope="module")
def wide_words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled dossier, its events with wide letters and accents of their own."""
    folder = tmp_path_factory.mktemp("wide") / "dossier"
    shutil.copytree(next(ROOT.glob("seeds/*/events.toml")).parent, folder)
    events = folder / "events.toml"
    text = events.read_text("utf-8")
    for plain, wide in (("meet", "會見한국"), ("Seoul", "서울 e\u0323\u0301"), ("Japan", "日本")):
        text = "\n".join(
            line.replace(plain, wide) if line.startswith("title") else line
            for line in text.splitlines()
        )
    events.write_text(text + "\n", "utf-8")
    return folder


TOUR = ("j", "jjj", "}", "G", "g", " ", "b", "\x1b[<65;10;10M", "\r", "j", "\t", "\t", "h", "z",
        "z", "2", "jj", "\r", "h", "3", "lj", "1", "/日本", "\x1b", "f", "jj ", "\x1b", "?", "q",
        "5", "j", "\x0c", "4", "j", "1", "jjjjjjjjjjjjjjjjjjjjjj")  # fmt: skip


@pytest.mark.timeout(180)
@pytest.mark.parametrize(
    ("columns", "rows", "colours", "every"),
    [(80, 24, "truecolor", 2), (120, 36, "256", 5), (200, 50, "none", 6)],
)
def test_the_screen_is_the_same_cell_by_cell(
    start: Start, wide_words: Path, columns: int, rows: int, colours: str, every: int
) -> None:
    environ = COLOURS[colours]
    frugal = start(columns, rows, str(wide_words), **environ)
    whole = start(columns, rows, str(wide_words), **environ, **WHOLE)
    for at, keys in enumerate(TOUR if FULL else TOUR[::every]):
        for terminal in (frugal, whole):
            if at % 5 == 4:
                resize(terminal, columns - at, rows - at // 12)
            terminal.send(keys)
        same(frugal, whole, keys)
    assert len(frugal.raw) < len(whole.raw) / 3


def resize(terminal: Terminal, columns: int, rows: int) -> None:
    terminal.screen.resize(rows, columns)
    terminal.child.setwinsize(rows, columns)


def same(one: Terminal, other: Terminal, keys: str) -> None:
    """Both show the same once nothing comes any more."""
    end = time.monotonic() + PATIENCE
    shown: tuple[list[Attributes], list[Attributes]] = ([], [])
    while time.monotonic() < end:
        settle(one, other, quiet=0.25)
        shown = look(one.screen), look(other.screen)
        if shown[0] == shown[1]:
            return
    assert shown[0] == shown[1], f"after {keys!r}:\n{one.text}\n{other.text}"
