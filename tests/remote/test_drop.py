"""A session that ends from outside, through a real sshd: nothing of it is left."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from processes import left, marked
from requiring import program
from sshd import LEGATION, Server, serving
from terminals import Terminal

SOON = 10.0  # seconds: it takes less than two, on a machine that does nothing else


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving(tmp_path / "sshd") as made:
        yield made


@pytest.fixture
def client(server: Server) -> Iterator[Terminal]:
    with closing(server.terminal()) as made:
        made.wait("Timeline   1/")
        yield made


def test_the_client_is_killed(server: Server, client: Terminal) -> None:
    client.child.kill(signal.SIGKILL)
    assert left(server.mark, within=SOON) == []


def test_the_client_is_killed_while_it_takes_nothing(server: Server, client: Terminal) -> None:
    """The program waits for a terminal that is full, and then is gone."""
    client.child.kill(signal.SIGSTOP)
    for _ in range(100):
        os.write(client.child.child_fd, b"Gg")
    client.child.kill(signal.SIGKILL)
    assert left(server.mark, within=SOON) == []


def test_the_output_of_the_client_is_closed(server: Server) -> None:
    """As in ``ssh -tt host legation | head``: it still does what it is told, and leaves."""
    words = [program("ssh"), *server.arguments("-tt"), LEGATION]
    process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        assert process.stdout.read(1000)
        process.stdout.close()
        process.stdin.write(b"jkQ")  # what it draws of this finds nobody
        process.stdin.flush()
        assert left(server.mark, within=SOON) == []
    finally:
        process.kill()
        process.wait(timeout=SOON)
        process.stdin.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda n: n.name)
def test_a_signal_to_the_program(server: Server, client: Terminal, number: int) -> None:
    (process,) = marked(server.mark)
    os.kill(process, number)
    assert client.gone() == 128 + number
    assert client.changed() == []
    assert left(server.mark, within=SOON) == []


def test_the_login_shell_hangs_up(server: Server) -> None:
    """A dropped connection with the program below an interactive shell, and SIGHUP ignored."""
    with closing(server.terminal("exec bash --norc --noprofile -i")) as client:
        client.wait("$" if os.getuid() else "#")
        client.send(f"trap '' HUP; {LEGATION.replace('exec ', '')}\r")
        client.wait("Timeline   1/")
        client.child.kill(signal.SIGKILL)
        assert left(server.mark, within=SOON) == []


def test_ctrl_z_below_a_shell_and_without_one(server: Server, client: Terminal) -> None:
    client.send("\x1a")
    client.wait("no shell waits below legation")
    client.send("j")
    client.wait("Timeline   2/")
    with closing(server.terminal("exec bash --norc --noprofile -i")) as below:
        below.wait("$" if os.getuid() else "#")
        below.send(f"{LEGATION.replace('exec ', '')}\r")
        below.wait("Timeline   1/")
        below.send("\x1a")
        below.wait("Stopped")
        below.send("fg\r")
        below.told(b"\x1b[?1049h", below.raw.rindex(b"Stopped"))
        below.send("j")
        below.wait("Timeline   2/")
        below.child.kill(signal.SIGKILL)
    client.child.kill(signal.SIGKILL)
    assert left(server.mark, within=SOON) == []


@pytest.mark.parametrize("key", ["\x1b|[B", "\x1b[|B", "\x1b|OB"],
                         ids=["after ESC", "after ESC [", "application keys"])  # fmt: skip
def test_an_arrow_in_two_pieces(server: Server, client: Terminal, key: str) -> None:
    """However late a slow line brings the rest; nor does the rest of F2 quit."""
    for turn, keys in enumerate((key, "\x1bO|Q", key)):
        first, rest = keys.split("|")
        client.send(first)
        time.sleep(0.6)
        client.send(rest)
        client.wait(f"Timeline   {(2, 2, 3)[turn]}/")
    client.child.kill(signal.SIGKILL)
    assert left(server.mark, within=SOON) == []


MULTIPLEXERS = {
    # a session of its own, without anybody's configuration; {} is what it runs
    "tmux": "exec tmux -L {mark} -f /dev/null new-session {}",
    "screen": "exec screen -c /dev/null -S {mark} {}",
}


@pytest.fixture
def sockets() -> Iterator[Path]:
    """A folder with a short path: that of a socket has room for about a hundred bytes."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        yield Path(folder)


@pytest.mark.parametrize("name", MULTIPLEXERS)
def test_in_a_multiplexer(server: Server, name: str, tmp_path: Path, sockets: Path) -> None:
    program(name)
    script = tmp_path / "legation"
    script.write_text(f"#!/bin/sh\n{LEGATION}\n")
    script.chmod(0o755)
    line = MULTIPLEXERS[name].format(shlex.quote(str(script)), mark=server.mark)
    command = f"COLORTERM=truecolor LC_ALL=C.UTF-8 SCREENDIR={sockets} {line}"
    with closing(server.terminal(command)) as client:
        client.wait("Timeline   1/")
        client.send("j")
        client.wait("Timeline   2/")
        client.resize(100, 30)
        client.send("\x1a")  # it has no shell below it
        client.wait("no shell waits below legation")
        client.send("Q")
        client.gone()
        assert client.changed() == []
    assert left(server.mark, within=SOON) == []
