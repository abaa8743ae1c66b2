"""Ways out of the kiosk by what SSH forwards, tried through a real server."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from kiosk import Kiosk, Target, fragment, kiosk, without
from requiring import program
from sshd import SECONDS, free_port

OPENED = 3.0  # seconds that a forwarded port is tried
SHOWN = "    ForceCommand env"  # what a session is given, in place of legation


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Kiosk]:
    with kiosk(tmp_path) as made:
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


def test_a_socket_of_the_servers_leads_nowhere(place: Kiosk, tmp_path: Path) -> None:
    port, inside = free_port(), tmp_path / "common" / "socket"
    inside.parent.mkdir()
    inside.parent.chmod(0o777)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(inside))
        inside.chmod(0o777)
        listening.listen()
        listening.settimeout(0.5)
        with connected(place, "-L", f"{port}:{inside}"):
            assert spoken_to(port, b"hello") == b""
            with pytest.raises(TimeoutError):
                listening.accept()


def test_no_socket_is_made_on_the_server(place: Kiosk, tmp_path: Path) -> None:
    made = tmp_path / "common" / "socket"
    made.parent.mkdir()
    made.parent.chmod(0o777)
    with connected(place, "-o", "ExitOnForwardFailure=yes", "-R", f"{made}:127.0.0.1:9") as client:
        assert client.wait(SECONDS) == 255
    assert not made.exists()


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
    # up to OpenSSH 9.9 DisableForwarding itself does not keep agents out
    assert "SSH_AUTH_SOCK=" not in given(tmp_path / "old", without("DisableForwarding"), agent)
    both = [line for line in without("DisableForwarding") if "AllowAgentForwarding" not in line]
    open_ = given(tmp_path / "open", both, agent)
    assert "SSH_AUTH_SOCK=" in open_  # that this can fail
