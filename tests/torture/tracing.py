"""A forked process under strace, in which one system call fails or is the last."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from select import select

import pytest
from requiring import program

DONE, TOLD, BROKEN = 0, 3, 1
"""How the work ended: it returned; it raised what it may raise, in one line; it raised another."""
CALLS = (
    "openat", "write", "fsync", "rename", "link", "unlink", "flock", "close", "mkdir", "fchmod",
    "newfstatat", "access", "getdents64", "lseek", "read",
)  # fmt: skip
SECONDS = 30.0


@dataclass(frozen=True)
class Traced:
    """How the work ended (negative: the signal) and how often it made each system call."""

    code: int
    calls: Counter[str]
    hit: bool  # whether the call that was to fail, or to be the last, was made


def traced(
    work: Callable[[], object], may: type[Exception] | tuple[type[Exception], ...], inject: str = ""
) -> Traced:
    """Run ``work`` in a child under strace; ``inject`` is one of strace's ``-e inject=``."""
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(mouth)
        _run(ear, work, may)
    os.close(ear)
    try:
        lines = _attached(child, mouth, inject)
    finally:
        os.close(mouth)  # a child that was never told ends by itself
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    calls = Counter(match[1] for line in lines if (match := re.match(r"(\w+)\(", line)))
    calls["read"] -= 1  # what told the child to begin
    hit = code < 0 or any("(INJECTED)" in line for line in lines)
    return Traced(code, calls, hit)


def _attached(child: int, mouth: int, inject: str) -> list[str]:
    strace = program("strace")
    with tempfile.NamedTemporaryFile("r", encoding="utf-8", errors="replace") as trace:
        command = [strace, "-p", str(child), "-o", trace.name, "-e", f"trace={','.join(CALLS)}"]
        if inject:
            command += ["-e", f"inject={inject}"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
            assert tracer.stderr is not None
            try:
                ready = select([tracer.stderr], [], [], SECONDS)[0]
                said = tracer.stderr.readline() if ready else "nothing"
                if "attached" not in said:
                    pytest.skip(f"strace cannot attach here: {said.strip()}")
                os.write(mouth, b"x")
                tracer.wait(SECONDS)
                return trace.read().splitlines()
            finally:
                tracer.kill()


def _run(
    ear: int, work: Callable[[], object], may: type[Exception] | tuple[type[Exception], ...]
) -> None:
    code = BROKEN
    try:
        if os.read(ear, 1):
            work()
            code = DONE
    except may as error:
        code = TOLD if str(error).isprintable() else BROKEN
    except BaseException:  # noqa: BLE001 - told, and passed on as the exit status
        traceback.print_exc()
    finally:
        os._exit(code)
