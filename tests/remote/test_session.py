"""A session through a real OpenSSH server, with a real client on a pseudo-terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from processes import left
from sshd import Server, serving


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving(tmp_path / "sshd") as made:
        yield made


def test_start_move_search_open_back_quit(server: Server) -> None:
    terminal = server.terminal()
    terminal.wait("Timeline   1/")
    terminal.send("j")
    terminal.wait("Timeline   2/")
    terminal.send("/takizaki talks")
    terminal.wait("Kim Jung-han–Takizaki talks")
    terminal.send("\r")
    terminal.wait("“takizaki talks”")
    terminal.send("\r")
    terminal.wait("Timeline ›")
    terminal.send("q")
    terminal.wait("Timeline   ")
    terminal.send("Q")
    assert terminal.gone() == 0
    assert b"Traceback" not in terminal.raw
    assert left(server.mark, within=2) == []
