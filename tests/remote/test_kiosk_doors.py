"""Ways out of the kiosk by what an SSH session may be asked for, tried through a real server."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from kiosk import ONE_LINE, Kiosk, kiosk
from processes import left
from requiring import program
from sshd import SECONDS


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Kiosk]:
    with kiosk(tmp_path, "Subsystem sftp internal-sftp") as made:
        yield made


@pytest.mark.parametrize("name", ["sftp", "sh", "/bin/sh"])
def test_no_subsystem_is_opened(place: Kiosk, name: str) -> None:
    done = place.server.run(name, "-s")
    assert done.code != 0
    assert done.out == ""
    assert left(place.mark, within=2) == []


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
    inside, here = tmp_path / "common" / "inside", tmp_path / "here"
    inside.parent.mkdir()
    inside.parent.chmod(0o777)  # the visitor could write here
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
