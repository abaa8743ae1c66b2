"""A forked process that writes and says what it has written, and is killed in the middle of it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from select import select

Work = Callable[[Callable[[str], None]], None]
"""What a child does: it calls what it is given after each write that returned, with its name."""
MOST = 20.0  # seconds that a child may take until it begins


def killed(work: Work, after: float) -> list[str]:
    """Run ``work`` in a child and kill it ``after`` seconds after it began; the names it said.

    A child that ends by itself before is no fault; one that fails is an error.
    """
    mouth, status = _begin(work)
    try:
        time.sleep(after)
        os.kill(status, signal.SIGKILL)
        said = b""
        while part := os.read(mouth, 65536):
            said += part
    finally:
        os.close(mouth)
        code = os.waitstatus_to_exitcode(os.waitpid(status, 0)[1])
    assert code in (0, -signal.SIGKILL), f"the writer failed ({code}): {said[-300:]!r}"
    return [line.decode() for line in said.split(b"\n")[:-1]]


def _begin(work: Work) -> tuple[int, int]:
    """Where the child speaks, and its process; it has begun."""
    mouth, child_mouth = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(mouth)
            os.write(child_mouth, b"!")
            work(lambda name: _say(child_mouth, name))
            code = 0
        except BaseException as error:  # noqa: BLE001 - told to the test
            _say(child_mouth, repr(error))
        finally:
            os._exit(code)
    os.close(child_mouth)
    assert select([mouth], [], [], MOST)[0], "the writer never began"
    assert os.read(mouth, 1) == b"!"
    return mouth, child


def _say(mouth: int, name: str) -> None:
    os.write(mouth, name.encode() + b"\n")
