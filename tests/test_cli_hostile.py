"""Hostile data: nothing in a dossier steers the terminal, whatever command shows it."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
from cli_dossier import change, write_dossier
from cli_run import Stream, legation
from rich.text import Text

from tui.cli.output import Output

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]")
# a clipboard write, a title, markup that runs, a reversal of letters, a CSI of one byte
EVIL = "\x1b]52;c;eA==\x07 \x1b]2;t\x1b\\ [@click=app.quit]x[/] [/b] \u202e \x9b2J \x7f"
COMMANDS = (
    "events",
    "people",
    "posts",
    "sources",
    "search minist",
    "show ministers-2020-01",
    "show hong-gil-dong",
    "show gazette-2020-01-03",
    "show seoul",
    "check",
)


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A compiled dossier into which somebody wrote steering characters."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("LEGATION_TEXTS", raising=False)
    root = write_dossier(tmp_path)
    written = json.dumps(EVIL)[1:-1]  # as TOML and JSON escapes
    for file, old in (
        ("events.toml", "Meeting of the ministers"),
        ("people.toml", "Hong Gil-dong"),
        ("posts.toml", "Foreign Minister"),
        ("places.toml", "Seoul"),
        ("sources/gazette-2020-01-03.toml", "Ministers meet in Seoul"),
    ):
        change(root, file, old, f"{old} MARK")
    evil = tmp_path / "evil.json"
    assert legation(monkeypatch, "compile", str(root), str(evil)).code == 0
    content = evil.read_text("utf-8")
    assert content.count("MARK") == 6  # once in the warning that no source prints that name
    evil.write_text(content.replace("MARK", written), "utf-8")
    return evil


@pytest.mark.parametrize("line", COMMANDS)
def test_no_steering_character_reaches_the_terminal(
    line: str, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEGATION_DOSSIER", str(dossier))
    for switch in ("--color", "--no-color"):
        done = legation(monkeypatch, *line.split(), switch)
        assert done.code == 0, done.err
        said = COLOUR.sub("", done.out) if switch == "--color" else done.out
        assert not STEERING.search(said)
        assert not STEERING.search(done.err.replace("\n", ""))
        if line not in {"check"}:
            assert "[@click=app.quit]" in re.sub(r"\s+", "", said), "markup is text"
    as_json = legation(monkeypatch, *line.split(), "--json").out
    assert not STEERING.search(as_json)


def test_what_begins_with_escape_and_is_no_colour_never_passes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = Stream()
    monkeypatch.setattr(sys, "stdout", stream)
    output = Output(colour=True)
    # not through the door of texts: this is what the last one alone does
    output.text(Text(f"{EVIL} \x1b[2J \x1bc \x1b[?1049l \x1b[6n", "red", no_wrap=True))
    said = stream.said()
    assert COLOUR.search(said)
    assert not STEERING.search(COLOUR.sub("", said))
    assert "␛]52;c;eA==" in said
    assert "␛[2J" in said
    assert "␛[?1049l" in said
