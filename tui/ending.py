"""Every end leaves the terminal as it was, in any case within two seconds.

An event loop alone cannot promise that. Where the terminal takes no more output (a line that is
dead, or held with ctrl+s) whoever draws waits for it, and a signal that only the loop would
answer waits too.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import signal
import termios
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
GRACE = 1.2  # seconds within which the program leaves in order
TRIES, BETWEEN = 10, 0.03  # how often, and seconds between two
# a half-sent sequence is cancelled; then the pen, the lines that scroll, the mouse, pastes,
# wrapping, keys, screen, cursor, focus
_AS_BEFORE = (
    b"\x18\x1b[m\x1b[r"
    b"\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?2004l\x1b[?2048l\x1b[?7h"
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)


def heed(leave: Callable[[int], object], give_back: Callable[[], object]) -> None:
    """From now on a signal has the running event loop call ``leave`` with the exit code. Where
    the process is still there after ``GRACE``, ``give_back`` is called and it ends at once.

    No thread is needed for it. To be called in the main thread.
    """
    loop = asyncio.get_running_loop()

    def told(number: int, _: FrameType | None) -> None:
        hasten(128 + number, give_back)
        loop.call_soon_threadsafe(leave, 128 + number)

    # when every thread has ended nothing can hold the process up any more, and the interpreter is
    # about to forget what an alarm means to us
    atexit.register(signal.setitimer, signal.ITIMER_REAL, 0)
    for number in SIGNALS:
        # the loop's own handler has the system wake it; a signal just before it falls asleep,
        # SIGWINCH and SIGCONT too, would else wait for the next key
        loop.add_signal_handler(number, _woken)
        signal.signal(number, told)


def hasten(code: int, give_back: Callable[[], object]) -> None:
    """Where the process is still there after ``GRACE``, call ``give_back`` and end it with this
    code. To be called in the main thread, once it is leaving."""

    def at_last(*_: object) -> None:
        give_back()
        os._exit(code)

    signal.signal(signal.SIGALRM, at_last)
    signal.setitimer(signal.ITIMER_REAL, GRACE)


def _woken() -> None:
    """What was to be done is done by ``told``."""


def give_back(terminal: int, attributes: list[Any] | None, drawn_on: int) -> None:
    """Make the terminal what it was, without ever waiting for it; the process must end after it.

    ``terminal`` and ``drawn_on`` are the descriptors of what is read and written, ``attributes``
    what ``tcgetattr`` said before. What was still to be drawn is dropped.
    """
    with suppress(OSError, termios.error):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, drawn_on)
        _disturb()
        if attributes is not None:
            termios.tcsetattr(terminal, termios.TCSANOW, attributes)
        # not the shared descriptor: it would stay without blocking for the shell too
        last = os.open("/dev/tty", os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
        for _ in range(TRIES):
            # refused while the terminal is full, or another write still waits
            termios.tcflush(terminal, termios.TCOFLUSH)
            time.sleep(BETWEEN)
            with suppress(BlockingIOError):
                os.write(last, _AS_BEFORE)
                return


def _disturb() -> None:
    """Have every thread that waits in a system call begin it again."""
    signal.signal(signal.SIGALRM, lambda number, frame: None)
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and thread.ident is not None:
            signal.pthread_kill(thread.ident, signal.SIGALRM)
