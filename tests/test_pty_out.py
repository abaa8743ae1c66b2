"""Copying, the pager and the editor in a real pseudo-terminal."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from building import write
from terminals import Terminal

OSC = re.compile(rb"\x1b\](.*?)(?:\x07|\x1b\\)", re.DOTALL)

Start = Callable[..., Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the program on the small dossier, in a home of its own."""
    made: list[Terminal] = []
    dossier = write(tmp_path / "dossier")

    def begin(**environ: str) -> Terminal:
        own = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("STATE", "DATA", "CACHE")}
        own["LEGATION_DOSSIER"] = str(dossier)
        terminal = Terminal(80, 24, ("-m", "tui"), **own, **environ)
        made.append(terminal)
        terminal.wait("Timeline   1/2")
        return terminal

    yield begin
    for terminal in made:
        terminal.child.close(force=True)


def script(path: Path, body: str) -> Path:
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def test_a_copy_sends_one_osc_52_and_nothing_else_of_its_kind(start: Start, tmp_path: Path) -> None:
    terminal = start()
    before = len(terminal.raw)
    assert b"\x1b]52" not in terminal.raw
    terminal.send("Y")
    terminal.wait("citation copied, if the terminal allows")
    sequences = OSC.findall(terminal.raw[before:])
    assert len(sequences) == 1
    kind, clipboard, data = sequences[0].split(b";")
    assert (kind, clipboard) == (b"52", b"c")
    text = base64.b64decode(data, validate=True).decode()
    assert text == (tmp_path / "STATE" / "legation" / "copy.txt").read_text("utf-8")
    assert "“curbs since July” [1]" in text
    terminal.send("Q")
    assert terminal.gone() == 0
    assert terminal.raw.count(b"\x1b]52") == 1


def test_the_pager_gets_the_card_and_the_screen_comes_back(start: Start, tmp_path: Path) -> None:
    got = tmp_path / "got"
    pager = script(tmp_path / "page", f'cat > {got}; printf "in the pager"; read x < /dev/tty')
    terminal = start(PAGER=str(pager))
    terminal.send("\r")
    terminal.wait("Timeline ›")
    terminal.send("v")
    terminal.wait("in the pager")
    terminal.send("\r")
    terminal.wait("Timeline ›")
    terminal.send("j")
    terminal.wait("Timeline ›")
    text = got.read_text("utf-8")
    assert "“curbs since July" in text
    assert "\x1b" not in text


def test_the_editor_opens_the_line_and_what_it_changed_is_read(
    start: Start, tmp_path: Path
) -> None:
    editor = script(
        tmp_path / "edit",
        f'printf "%s|" "$@" > {tmp_path}/got\n'
        f"sed -i 's/Curbs on exports/Limits on exports/' {tmp_path}/dossier/events.toml",
    )
    terminal = start(EDITOR=str(editor))
    terminal.send("e")
    terminal.wait("Limits on exports")
    line, file, _ = (tmp_path / "got").read_text("utf-8").split("|")
    assert Path(file) == tmp_path / "dossier" / "events.toml"
    lines = Path(file).read_text("utf-8").splitlines()
    assert lines[int(line.removeprefix("+")) - 1].strip() == "[curbs]"


def test_ctrl_c_in_the_pager_does_not_end_the_program(start: Start, tmp_path: Path) -> None:
    pager = script(tmp_path / "page", 'trap "exit 0" INT; printf "in the pager"; sleep 20')
    terminal = start(PAGER=str(pager))
    terminal.send("v")
    terminal.wait("in the pager")
    terminal.send("\x03")
    terminal.wait("Timeline   1/2")
    terminal.send("j")
    terminal.wait("Timeline   2/2")


@pytest.mark.parametrize(
    ("key", "environ", "said"),
    [
        ("e", {"EDITOR": "no-such-editor"}, "EDITOR=no-such-editor: no such program"),
        ("v", {"PAGER": "false"}, "false ended with code 1"),
    ],
)
def test_a_program_that_fails_is_told_at_the_foot(
    start: Start, key: str, environ: dict[str, str], said: str
) -> None:
    terminal = start(**environ)
    terminal.send(key)
    terminal.wait(said)
    terminal.send("j")
    terminal.wait("Timeline   2/2")


def test_marks_are_there_in_the_next_session(start: Start, tmp_path: Path) -> None:
    first = start(LEGATION_NOTEBOOK=str(tmp_path / "mine.json"))
    first.send("m")
    first.wait("marked: Curbs on exports")
    first.send("Q")
    assert first.gone() == 0
    second = start(LEGATION_NOTEBOOK=str(tmp_path / "mine.json"))
    second.wait("▌◆from Jul")
