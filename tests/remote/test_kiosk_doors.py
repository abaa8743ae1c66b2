"""Ways out of the kiosk that go by the SSH connection itself, tried through a real server."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from kiosk import Kiosk, Target, fragment, kiosk
from processes import left
from requiring import program
from sshd import SECONDS, free_port

OPENED = 3.0  # seconds that a forwarded port is tried
ONE_LINE = "legation: this needs a terminal, and stdin, stdout or stderr is none"


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Kiosk]:
    with kiosk(tmp_path, "Subsystem sftp internal-sftp") as made:
        yield made


@pytest.fixture
def target() -> Iterator[Target]:
    made = Target()
    yield made
    made.close()


@contextmanager
def connected(place: Kiosk, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    """An ssh client without a session, which forwards."""
    client = subprocess.Popen(
        [program("ssh"), *place.server.arguments("-N", *options)],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield client
    finally:
        client.kill()
        client.wait(SECONDS)


def spoken_to(port: int, sent: bytes) -> bytes:
    """What comes back from a port of this machine, once somebody listens there."""
    last = time.monotonic() + OPENED
    while time.monotonic() < last:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=OPENED) as made:
                made.sendall(sent)
                got = b""
                while part := made.recv(4096):
                    got += part
                return got
        except ConnectionRefusedError:
            time.sleep(0.05)
        except OSError:
            return b""
    return b""


def socks(port: int) -> bytes:
    return b"\x05\x01\x00\x05\x01\x00\x01\x7f\x00\x00\x01" + port.to_bytes(2, "big")


def without(word: str) -> list[str]:
    return [line for line in fragment() if not line.strip().startswith(word)]


def test_a_local_port_leads_nowhere(place: Kiosk, target: Target) -> None:
    port = free_port()
    with connected(place, "-L", f"{port}:127.0.0.1:{target.port}"):
        assert spoken_to(port, b"hello") == b""
    assert target.came == 0
    assert place.running == []


def test_a_local_port_would_lead_somewhere_without_the_line(tmp_path: Path, target: Target) -> None:
    """That the test above can fail."""
    port = free_port()
    lines = without("DisableForwarding")
    way = ("-L", f"{port}:127.0.0.1:{target.port}")
    with kiosk(tmp_path, lines=lines) as open_place, connected(open_place, *way):
        assert spoken_to(port, b"hello") == b"inside\n"
    assert target.came == 1


def test_a_socks_port_leads_nowhere(place: Kiosk, target: Target) -> None:
    port = free_port()
    with connected(place, "-D", str(port)):
        assert b"inside" not in spoken_to(port, socks(target.port))
    assert target.came == 0


def test_a_remote_port_is_not_opened(place: Kiosk, target: Target) -> None:
    wanted = ("-o", "ExitOnForwardFailure=yes", "-R", f"0:127.0.0.1:{target.port}")
    with connected(place, *wanted) as client:
        assert client.wait(SECONDS) == 255


def test_standard_input_is_not_forwarded(place: Kiosk, target: Target) -> None:
    done = place.server.run(None, "-W", f"127.0.0.1:{target.port}")
    assert done.code == 255
    assert (done.out, target.came) == ("", 0)


def test_a_tunnel_is_not_opened(place: Kiosk) -> None:
    with connected(place, "-o", "ExitOnForwardFailure=yes", "-w", "any:any") as client:
        assert client.wait(SECONDS) == 255


def test_a_connection_without_a_session_starts_nothing(place: Kiosk) -> None:
    with connected(place) as client:
        with pytest.raises(subprocess.TimeoutExpired):
            client.wait(1)
        assert place.running == []


@pytest.mark.parametrize("command", [None, "sh", "sh -c 'echo own''ed'", "legation events"])
def test_without_a_terminal_there_is_one_line(place: Kiosk, command: str | None) -> None:
    done = place.server.run(command)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(ONE_LINE)
    assert done.err.count("\n") == 1
    assert left(place.mark, within=2) == []


def test_what_is_piped_into_the_session_is_run_by_nobody(place: Kiosk) -> None:
    words = [program("ssh"), *place.server.arguments("-T")]
    done = subprocess.run(
        words, input=b"echo own''ed\nid\n", capture_output=True, timeout=SECONDS, check=False
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert left(place.mark, within=2) == []


@pytest.mark.parametrize("command", ["sh", "sh -i", "echo own''ed; exec sh", "$(id)"])
def test_a_command_that_is_given_is_not_run(place: Kiosk, command: str) -> None:
    terminal = place.server.terminal(command)
    terminal.wait("Timeline   1/2")
    terminal.send("Q")
    assert terminal.gone() == 0
    assert b"owned" not in terminal.raw
    assert b"uid=" not in terminal.raw


def test_sftp_is_no_way_in(place: Kiosk, tmp_path: Path) -> None:
    batch = tmp_path / "batch"
    batch.write_text("ls /\nput batch stolen\n")
    done = copied(place, "sftp", "-b", str(batch), "127.0.0.1")
    assert done.returncode != 0
    assert b"etc" not in done.stdout
    assert left(place.mark, within=2) == []


@pytest.mark.parametrize("how", ["-O", "-s"])
def test_scp_takes_and_brings_nothing(place: Kiosk, tmp_path: Path, how: str) -> None:
    inside, here = tmp_path / "inside", tmp_path / "here"
    here.write_text("brought")
    copied(place, "scp", how, str(here), f"127.0.0.1:{inside}")
    assert not inside.exists()
    done = copied(place, "scp", how, f"127.0.0.1:{here}", str(tmp_path / "taken"))
    assert done.returncode != 0
    assert not (tmp_path / "taken").exists()
    assert left(place.mark, within=2) == []


def copied(place: Kiosk, name: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    options = list(place.server.arguments()[:-1])
    at = options.index("-l")
    options[at : at + 2] = ["-o", f"User={options[at + 1]}"]
    options[options.index("-p")] = "-P"
    return subprocess.run(
        [program(name), *options, *words],
        stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False,
    )  # fmt: skip


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[str]:
    """The socket of an agent of the visitor’s."""
    place = tmp_path / "agent"
    running = subprocess.Popen(
        [program("ssh-agent"), "-D", "-a", str(place)],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    last = time.monotonic() + OPENED
    while not place.exists() and time.monotonic() < last:
        time.sleep(0.02)
    yield str(place)
    running.kill()
    running.wait(SECONDS)


SHOWN = "    ForceCommand env"  # what a session is given, in place of legation


def given(folder: Path, lines: list[str], agent: str) -> str:
    shows = [SHOWN if "ForceCommand" in line else line for line in lines]
    with kiosk(folder, lines=shows) as place:
        words = place.server.arguments("-T", "-A", "-X", "-o", "ForwardX11Trusted=yes")
        own = [word.replace("IdentityAgent=none", f"IdentityAgent={agent}") for word in words]
        return subprocess.run(
            [program("ssh"), *own], env={**os.environ, "DISPLAY": ":99"}, text=True,
            stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False,
        ).stdout  # fmt: skip


def test_neither_agent_nor_display_is_forwarded(tmp_path: Path, agent: str) -> None:
    got = given(tmp_path / "closed", fragment(), agent)
    assert "SSH_CONNECTION=" in got
    assert "SSH_AUTH_SOCK=" not in got
    assert "DISPLAY=" not in got
    open_ = given(tmp_path / "open", without("DisableForwarding"), agent)
    assert "SSH_AUTH_SOCK=" in open_  # that this can fail


def test_a_second_session_on_one_connection_is_refused(place: Kiosk, tmp_path: Path) -> None:
    way = str(tmp_path / "control")
    terminal = place.visit("-o", "ControlMaster=yes", "-o", f"ControlPath={way}")
    words = ("-o", "ControlMaster=no", "-o", f"ControlPath={way}")
    second = place.server.run(None, *words)
    # the client falls back to a connection of its own, which has one line to say
    assert (second.code, second.out) in {(2, ""), (255, "")}
    assert len(place.running) == 1
    terminal.send("Q")
    assert terminal.gone() == 0


def test_a_dropped_connection_ends_the_kiosk(place: Kiosk) -> None:
    terminal = place.visit()
    assert len(place.running) == 1
    terminal.child.kill(signal.SIGKILL)
    assert left(place.mark, within=5) == []
