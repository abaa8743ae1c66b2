"""Fuzzed keys: whatever is pressed, typed, pasted, clicked or resized, the explorer stands."""

from __future__ import annotations

import asyncio
import os
import random
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from building import write
from tallying import PARTS, in_parts
from terminals import Terminal
from test_app import Driver, running
from textual import events

from store.opening import Opened, open_dossier
from tui.explorer.commands import within
from tui.explorer.screen import Explorer
from tui.widgets.pane import Pane

pytestmark = pytest.mark.timeout(3600, method="thread")

CHUNK = 25  # keys between two looks
SECONDS = 30.0  # a chunk that takes longer hangs
LEAVING = ("Q", "ctrl+q", "ctrl+z")  # pressed on purpose alone
TEXT = (*"abehimoqtwz019-[]/.:,~日é", "space", "backspace", "enter", "escape", "delete")
CONTROL = ("ctrl+a", "ctrl+c", "ctrl+e", "ctrl+k", "ctrl+w", "ctrl+d", "ctrl+u", "ctrl+l", "f1",
           "ctrl+left", "shift+tab", "insert", "ctrl+x",
           "ctrl+v", "ctrl+at", "f12", "alt+x")  # fmt: skip
PASTED = (
    "2019-09-11",
    "q\nQ\nm\n",
    "",
    "\n\n",
    "\x1b[31m\x00",
    "x" * 3_000,
    "日本 " * 40,
    "[@click=app.quit]",
)
SIZES = (
    (80, 24),
    (40, 10),
    (39, 9),
    (1, 1),
    (100, 30),
    (140, 40),
    (200, 50),
    (60, 16),
    (120, 12),
    (45, 80),
)
PLACE = re.compile(r"(\d[\d,]*)/(\d[\d,]*)")


def keys_of(app: Driver) -> list[str]:
    """Every key of every binding."""
    every = [*app.explorer.keys, *within()]
    return sorted({key for command in every for key in command.keys} - set(LEAVING))


def normal(keys: list[str]) -> list[str]:
    return [{"^": "ctrl+", "esc": "escape"}.get(key, key) for key in keys]


async def press(app: Driver, rng: random.Random, known: list[str]) -> str:
    """One stroke of bad luck; what it was."""
    dice = rng.random()
    if dice < 0.03:
        size = rng.choice(SIZES)
        await app.pilot.resize_terminal(*size)
        return f"{size[0]}x{size[1]}"
    if dice < 0.06:
        text = rng.choice(PASTED)
        app.app.post_message(events.Paste(text))
        return f"paste {text[:8]!r}"
    if dice < 0.09:
        size = app.app.size
        at = (rng.randrange(size.width), rng.randrange(size.height))
        await app.pilot.click(offset=at)
        return f"click {at}"
    pool = known if dice < 0.75 else TEXT if dice < 0.92 else CONTROL
    key: str = rng.choice(pool)
    await app.pilot.press(key)
    return key


def check(app: Driver, text: str) -> None:
    """What holds whatever was pressed."""
    screen, explorer = app.app.screen, app.explorer
    assert app.app.failure is None, repr(app.app.failure)
    lines = text.splitlines()
    width, height = app.app.size
    assert len(lines) == height, f"{len(lines)} lines on {height}"
    if width < 40 or height < 10:
        return
    assert lines[-1].strip(), "the footer is empty"
    focused = screen.focused
    assert focused is not None, "nothing has the keys"
    assert focused.display, "what has the keys is not shown"
    panes = [pane for pane in screen.query(Pane) if pane.has_focus]
    assert len(panes) <= 1
    if not isinstance(screen, Explorer):
        return
    if not explorer.stage.asking:
        assert panes == [explorer.stage.panes.active], f"{focused!r} has the keys"
    for pane in screen.query(Pane):
        if pane.display:
            walk = pane.walk
            assert 0 <= walk.cursor <= max(len(walk.body) - 1, 0), (walk.cursor, len(walk.body))
            assert 0 <= walk.top <= walk.most, (walk.top, walk.most)
    if found := PLACE.search(lines[0].partition("   ")[2]):
        at, of = (int(part.replace(",", "")) for part in found.groups())
        assert at <= of, lines[0]
        # 0 of so many: no row is left, or the pair is one of which nothing is known
        left = explorer.stage.panes.row is not None and "Encounters" not in lines[0]
        assert at or not left, lines[0]


async def sequence(opened: Opened, seed: int, number: int) -> None:
    """Press as many keys, look again and again, then quit."""
    rng = random.Random(f"keys-{seed}")
    done: list[str] = []
    try:
        async with running(opened, size=rng.choice(SIZES[:2] + SIZES[4:])) as app:
            known = keys_of(app)
            while len(done) < number:
                async with asyncio.timeout(SECONDS):
                    for _ in range(CHUNK):
                        done.append(await press(app, rng, known))
                        if app.app._exit:
                            return  # q where nothing was left to close
                    check(app, await app.screen())
            await app.app.workers.wait_for_complete()
            await app.pilot.resize_terminal(80, 24)
            async with asyncio.timeout(SECONDS):
                for _ in range(6):
                    await app.pilot.press("escape")
                await app.pilot.press("Q")
            assert app.app._exit, "Q does not quit"
            assert (app.app.return_code or 0) == 0
    except Exception as error:
        where = f"{seed}: after {len(done)}: … {' '.join(done[-12:])}"
        raise AssertionError(f"{where}\n    {type(error).__name__}: {error}") from error


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, and no program that a key could start."""
    for name, program in (("EDITOR", "true"), ("VISUAL", "true"), ("PAGER", "cat")):
        monkeypatch.setenv(name, program)
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    monkeypatch.setenv("LEGATION_NOTEBOOK", str(tmp_path / "marks.json"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def judge(tally: Callable[..., object], what: str, number: int, bad: list[str]) -> None:
    """A row of the table for so many sequences, and none of them lost."""
    tally(what, tried=number, survived=number - len(bad), lost=len(bad))
    assert not bad, f"{len(bad)} of {number}\n" + "\n".join(bad)


@in_parts
async def test_no_keys_bring_the_explorer_down(
    part: int, alone: Path, times: Callable[[int, int], int], tally: Callable[..., object]
) -> None:
    small, bundled = open_dossier(write(alone / "d")), open_dossier(None, strict=False)
    each = times(40, 300)
    seeds = range(part, times(2, 100), PARTS)
    bad: list[str] = []
    for seed in seeds:
        try:
            await sequence(small if seed % 2 else bundled, seed, each)
        except AssertionError as error:
            bad.append(str(error)[:700])
    judge(tally, f"{each} keys, clicks, pastes, sizes", len(seeds), bad)


RAW = (
    *(char.encode() for char in "jkgGbhlJK{}[]123456znNtpawfsmMUyYoevxrE?:/0 +-qéx日"),
    b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[H", b"\x1b[F", b"\x1b[5~", b"\x1b[6~",
    b"\x1bOP", b"\r", b"\t", b"\x1b[Z", b"\x7f", b"\x1b", b"\x04",
    b"\x15", b"\x03", b"\x10", b"\x00", b"\x1c",
    b"\x1b[<0;10;5M", b"\x1b[<0;10;5m", b"\x1b[<64;10;5M", b"\x1b[<65;9;9M", b"\x1b[<0;999;999M",
    b"\x1b[200~2019-09\nq\x1b[201~", b"\x1b[200~", b"\x1b[201~",
    b"\xff", b"\xc3",
    b"\x1b[", b"\x1b]", b"\x1b[I", b"\x1b[O", b"\x1b[1;5A", b"\x1b[27;5;9~",
    b"\x1b[99999999999u", b"\x1b[57344;1u",
    b"\x1b[48;24;80;1;1t", b"\x1b[?2026;2$y", b"\x1b[>0;276;0c", b"\x9b", b"\x1bP", b"\x1b[M   ",
)  # fmt: skip


@in_parts
def test_no_bytes_on_a_terminal_bring_the_program_down(
    part: int, alone: Path, times: Callable[[int, int], int], tally: Callable[..., object]
) -> None:
    each = times(40, 300)
    seeds = range(part, times(1, 60), PARTS)
    place = write(alone / "d")
    bad: list[str] = []
    for seed in seeds:
        if wrong := typed(random.Random(f"bytes-{seed}"), each, str(place)):
            bad.append(f"{seed}: {wrong}")
    judge(tally, f"{each} strokes on a terminal", len(seeds), bad)


def typed(rng: random.Random, number: int, place: str) -> str:
    """Type, resize, quit; what went wrong."""
    own = {name: os.environ[name] for name in ("EDITOR", "VISUAL", "PAGER", "LEGATION_NOTEBOOK")}
    terminal = Terminal(80, 24, ("-m", "tui", place), **own)
    done: list[bytes] = []
    try:
        terminal.wait("Timeline   1/")
        for _ in range(number):
            stroke = rng.choice(RAW)
            done.append(stroke)
            terminal.child.send(stroke)
            if rng.random() < 0.03:
                columns, rows = rng.choice(SIZES)
                terminal.child.setwinsize(rows, columns)
            if rng.random() < 0.2:
                _drain(terminal, 0.02)
            if not terminal.child.isalive():
                break
        end = time.monotonic() + SECONDS
        while terminal.child.isalive() and time.monotonic() < end:
            # a paste that was never closed, a prompt, a sheet, a choice; then the key
            for stroke in (b"\x1b[201~", b"\x1b", b"\x1b", b"Q"):
                if terminal.child.isalive():
                    terminal.child.send(stroke)
                    _drain(terminal, 0.4)
        code = terminal.gone() if not terminal.child.isalive() else None
        if code != 0:
            return f"ended with {code} after … {b' '.join(done[-14:])!r}"
        return "a traceback" if b"Traceback" in terminal.raw else ""
    except (AssertionError, OSError) as error:
        return f"{error} after … {b' '.join(done[-14:])!r}"
    finally:
        terminal.child.close(force=True)


def _drain(terminal: Terminal, seconds: float) -> None:
    """Read, so that the program is never held up by what it writes; pyte need not see it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and terminal.child.isalive():
        try:
            data = terminal.child.read_nonblocking(65536, timeout=0.02)
        except Exception:  # noqa: BLE001 - nothing to read, or its end
            continue
        assert isinstance(data, bytes)
        terminal.raw += data
