"""Keys that come all at once, as a fast typist or a slow line sends them: what opens a prompt has
it open for the very next letter."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from terminals import Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    made = Terminal(80, 24, LEGATION_NOTEBOOK=str(tmp_path / "notes.json"))
    made.wait("Timeline   1/")
    yield made
    made.child.close(force=True)


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("/takizaki\r", "“takizaki”"),
        ("jj/takizaki\r", "“takizaki”"),
        ("/wto\r/gsomia\r", "“gsomia”"),
        ("/wto\r/\x1b[F case\r", "“wto case”"),
        ("2a10 sep 2019\r", "on 10 Sep 2019"),
        ("w19 sep 2019\r", "known by 19 Sep 2019"),
        ("t20 sep 2019\r", "▌ Fri 20 "),
        ("ptakizaki\r", "Shigeki Takizaki"),
        (":confl\r", "Conflicts   1/"),
        ("f/russia\r", "[x] Russia"),
        ("f/russia\r\r", "Timeline   1/5"),
        ("f  j ", "[-] ● held"),
        ("4f/kyodo\r\r", "Sources   1/1"),
        ("Mmark of a q, an m and an x\r", "noted on"),
        ("x", "Export"),
        ("xm", "write to:"),
    ],
)
def test_the_letters_after_are_typed(terminal: Terminal, keys: str, shown: str) -> None:
    terminal.send(keys)
    terminal.wait(shown)
    assert terminal.child.isalive()


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("/kang\r\r", "J K next item"),
        ("/kang\rjj", "Timeline   3/9"),
        ("/kang\r\r\x7fj", "Timeline   2/9"),
        ("w19 sep 2019\r2/motegi\r\r", "J K next item"),
        ("t20 sep 2019\r\r", "J K next item"),
        ("ptakizaki\r\t", "J K next item"),
        (":directo\rj", "Directory   2/"),
        ("Mlook again\r6\r", "your note: look again"),
        ("?qjj", "Timeline   3/"),
        ("?/mark\rq3", "Encounters   1/"),
        ("EqEqj", "Timeline   2/"),
        ("x\x1bj", "Timeline   2/"),
        ("y\x1b2", "Directory   1/"),
        ("/kang\x1bjj", "Timeline   3/6"),
        ("f\x1b\rj", "J K next item"),
        ("?\x1b\x1b/kang\r", "“kang”"),
    ],
)
def test_the_keys_after_an_answer_are_commands(terminal: Terminal, keys: str, shown: str) -> None:
    terminal.send(keys)
    terminal.wait(shown)
    assert terminal.child.isalive()


@pytest.mark.parametrize("wait", [0.0, 0.2, 0.5, 0.8, 1.2])
def test_keys_typed_while_it_opens_are_taken(tmp_path: Path, wait: float) -> None:
    with closing(Terminal(80, 24, LEGATION_NOTEBOOK=str(tmp_path / "notes.json"))) as opening:
        time.sleep(wait)
        opening.send("/kang\r\r")
        opening.wait("J K next item")


def test_rows_are_counted_however_fast_they_come(terminal: Terminal) -> None:
    terminal.send("jjjjjjjjjjjjjjjjjjjjjjjj")
    terminal.wait("Timeline   25/")
    terminal.send("kkkkkkkkkkkkkkkkkkkkkkkk")
    terminal.wait("Timeline   1/")


def test_a_filter_opened_and_left_leaves_the_list(terminal: Terminal) -> None:
    terminal.send("ffjj")
    terminal.wait("Timeline   3/")


@pytest.mark.parametrize("pause", [0.0, 0.01, 0.03, 0.06, 0.12])
def test_escape_and_the_next_key_are_two_however_soon(terminal: Terminal, pause: float) -> None:
    for _ in range(3):
        terminal.send("y")
        terminal.wait("Copy   ")
        terminal.send("\x1b")
        time.sleep(pause)
        terminal.send("2")
        terminal.wait("Directory   ")
        terminal.send("1")
        terminal.wait("Timeline   ")
