"""The command line under test: inside this process where that is enough, else as a process."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tui.cli.main import main

ROOT = Path(__file__).parent.parent
PROGRAM = (sys.executable, "-m", "tui")
SECONDS = 40

Json = Any  # what json.loads gives; the tests look into it


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Json:
        return json.loads(self.out)


class Stream(io.TextIOWrapper):
    """A stream in memory that is no terminal."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=encoding, write_through=True)

    def said(self) -> str:
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode("utf-8")


def legation(patch: pytest.MonkeyPatch, *args: str, encoding: str = "utf-8") -> Done:
    """Run ``main`` in this process, its output going into a pipe."""
    out, err = Stream(encoding), Stream()
    with patch.context() as inner:
        inner.setattr(sys, "stdout", out)
        inner.setattr(sys, "stderr", err)
        code = main(args)
    return Done(code, out.said(), err.said())


def ask(monkeypatch: pytest.MonkeyPatch, line: str) -> Json:
    """The rows of a command, which must have some."""
    done = legation(monkeypatch, *line.split(), "--json")
    assert (done.code, done.err) == (0, "")
    return done.json


def process(*args: str, env: Mapping[str, str] | None = None) -> Done:
    """Run ``legation`` as a process of its own, without a terminal."""
    done = subprocess.run(
        [*PROGRAM, *args],
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def digest(folder: Path) -> dict[str, str]:
    """Every file below ``folder`` with the hash of its content."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def one_line(done: Done) -> str:
    """What was said on stderr, which must be exactly one line and no traceback."""
    lines = done.err.splitlines()
    assert len(lines) == 1, done.err
    assert "Traceback" not in done.err
    assert "a fault in legation" not in done.err
    return lines[0]
