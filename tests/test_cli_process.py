"""``legation`` as a process: exit codes, pipes, signals, colour and terminals."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pexpect
import pytest
from cli_dossier import write_dossier
from cli_run import PROGRAM, ROOT, SECONDS, legation, one_line, process

ESCAPE = "\x1b["


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """A sound dossier and a cache of its own, named by the environment."""
    return {
        "LEGATION_DOSSIER": str(write_dossier(tmp_path)),
        "LEGATION_TEXTS": "",
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "NO_COLOR": "",
        "COLUMNS": "100",
        "TERM": "xterm-256color",
    }


def test_a_pipe_gets_plain_text_unless_colour_is_asked_for(env: dict[str, str]) -> None:
    plain = process("events", env=env)
    assert plain.code == 0
    assert plain.err == ""
    assert ESCAPE not in plain.out
    assert "Meeting of the ministers" in plain.out
    coloured = process("--color", "show", "ministers-2020-01", env=env | {"NO_COLOR": "1"})
    assert ESCAPE in coloured.out


def in_terminal(env: dict[str, str], *args: str) -> str:
    """What a terminal is sent."""
    child = pexpect.spawn(
        PROGRAM[0],
        [*PROGRAM[1:], *args],
        cwd=str(ROOT),
        env={**os.environ, **env},
        encoding="utf-8",
        timeout=SECONDS,
    )
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert isinstance(child.before, str)
    return child.before


def test_a_terminal_gets_colour_unless_told_not_to(env: dict[str, str]) -> None:
    args = ("show", "ministers-2020-01")
    assert ESCAPE in in_terminal(env, *args)
    assert ESCAPE not in in_terminal(env | {"NO_COLOR": "1"}, *args)
    assert ESCAPE not in in_terminal(env | {"TERM": "dumb"}, *args)
    assert ESCAPE not in in_terminal(env, *args, "--no-color")


def test_the_explorer_without_a_terminal_names_events(env: dict[str, str]) -> None:
    done = process(env=env)
    assert (done.code, done.out) == (2, "")
    assert "legation events" in one_line(done)
    wrong = process("evnts", env=env)
    assert (wrong.code, wrong.out) == (2, "")
    assert "legation events" in one_line(wrong)


def test_the_explorer_refuses_a_dumb_terminal(env: dict[str, str]) -> None:
    child = pexpect.spawn(
        PROGRAM[0],
        list(PROGRAM[1:]),
        cwd=str(ROOT),
        env={**os.environ, **env, "TERM": "dumb"},
        encoding="utf-8",
        timeout=SECONDS,
    )
    child.expect("legation events")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 2


def test_a_reader_who_leaves_is_no_error(env: dict[str, str]) -> None:
    for args in (("events", "--json"), ("show", "ministers-2020-01"), ("help",)):
        read, write = os.pipe()
        os.close(read)  # nobody reads
        with os.fdopen(write, "wb") as pipe:
            done = subprocess.run(
                [*PROGRAM, *args],
                cwd=ROOT,
                env={**os.environ, **env},
                stdin=subprocess.DEVNULL,
                stdout=pipe,
                stderr=subprocess.PIPE,
                timeout=SECONDS,
                check=False,
            )
        assert (done.returncode, done.stderr) == (0, b""), args


def test_a_full_disk_is_one_line(env: dict[str, str]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*PROGRAM, "events"],
            cwd=ROOT,
            env={**os.environ, **env},
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=SECONDS,
            check=False,
        )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_interrupted_is_130_without_a_traceback(env: dict[str, str], tmp_path: Path) -> None:
    # a dossier that never ends being read: a fifo that nobody writes to
    fifo = tmp_path / "dossier" / "topics.toml"
    fifo.unlink()
    os.mkfifo(fifo)
    code = (
        "import sys; from tui.cli import main, reading\n"
        "def wait(*a, **k):\n"
        "    print('waiting', file=sys.stderr, flush=True)\n"
        f"    open({str(fifo)!r}).read()\n"
        "reading.open_dossier = wait\n"
        "sys.exit(main.main(['events']))"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        assert child.stderr is not None
        assert child.stderr.readline() == b"waiting\n"
        time.sleep(0.1)  # until it stands in open(); a signal earlier ends it just the same
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=SECONDS)
    finally:
        child.kill()
    assert (child.returncode, out, err) == (130, b"", b"")


def test_stdout_that_is_closed_harms_nothing(env: dict[str, str]) -> None:
    done = subprocess.run(
        ["sh", "-c", '"$0" -m tui events --json >&-', sys.executable],
        cwd=ROOT,
        env={**os.environ, **env},
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_json_is_utf_8_whatever_the_locale(env: dict[str, str]) -> None:
    done = process(
        "events", "--json", env=env | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    )
    assert done.code == 0
    quotes = [claim["quote"] for event in json.loads(done.out) for claim in event["claims"]]
    assert any("…" in quote for quote in quotes)


def test_a_fault_of_legation_is_one_line_too(
    env: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(call: object) -> int:
        raise RuntimeError("first\nsecond")

    monkeypatch.setattr("tui.cli.help.run", broken)
    done = legation(monkeypatch, "help")
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert "RuntimeError: first second" in done.err
    assert "test_cli_process.py" in done.err


def test_version_is_quick() -> None:
    def seconds(*args: str) -> float:
        """Of the processor, not of the clock: other tests run meanwhile."""
        best = float("inf")
        for _ in range(9):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([sys.executable, *args], stdout=subprocess.DEVNULL, cwd=ROOT, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
            best = min(best, spent)
        return best

    assert seconds("-m", "tui", "--version") <= 3 * seconds("-c", "pass")


def test_the_explorer_opens_what_is_sound_and_quits(env: dict[str, str], tmp_path: Path) -> None:
    # one record is wrong: the commands refuse the dossier, the explorer leaves the record out
    people = tmp_path / "dossier" / "people.toml"
    people.write_text(people.read_text() + '\n[yamada-taro]\nname = "Yamada Taro"\n')
    assert process("events", env=env).code == 2
    child = pexpect.spawn(
        PROGRAM[0],
        list(PROGRAM[1:]),
        cwd=str(ROOT),
        env={**os.environ, **env},
        encoding="utf-8",
        timeout=SECONDS,
        dimensions=(24, 80),
    )
    child.expect("Meeting of the ministers")
    child.send("Q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
