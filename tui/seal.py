"""A process that starts nothing, writes no file and takes no more memory than it was given.

What the program itself would never do is refused here once more, by the interpreter and by the
system, for the day on which the program is wrong. Sealing cannot be undone.
"""

from __future__ import annotations

import logging
import os
import resource
import sys
import threading
import warnings
from collections.abc import Callable
from contextlib import suppress

ALLOWANCE = 160 * 1024 * 1024
"""Bytes of data that a session may take beyond what it holds when it is sealed. The bundled
dossier took 26 MiB at 500×200 in every view; a large one gets ``TIMES`` what it holds."""
TIMES = 2

STARTED = ("os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.system", "os.startfile",
           "pty.spawn", "subprocess.Popen", "webbrowser.open", "ctypes.dlopen")  # fmt: skip
CHANGED = ("os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir",
           "os.symlink", "os.truncate", "os.utime", "shutil.", "tempfile.", "socket.connect",
           "socket.bind")  # fmt: skip
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Sealed(PermissionError):
    """What a sealed process refuses."""


def seal() -> None:
    """Refuse programs, files and connections from now on; say nothing about faults."""
    sys.addaudithook(_refuse)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, 0)
    held = held_now()
    if held is not None:
        _lower(resource.RLIMIT_DATA, held + max(ALLOWANCE, TIMES * held))
    _hush()


def seal_threads() -> None:
    """Refuse further threads and processes: once those that read and write the terminal run.
    The system does not hold root to it."""
    _lower(resource.RLIMIT_NPROC, 0)


def held_now() -> int | None:
    """Bytes of data that the process has now, as ``RLIMIT_DATA`` counts them; None where the
    system does not tell."""
    try:
        with open("/proc/self/status", encoding="ascii", errors="replace") as status:
            found = [line.split()[1] for line in status if line.startswith("VmData:")]
    except OSError:
        return None
    return int(found[0]) * 1024 if found else None


def _lower(what: int, most: int) -> None:
    _soft, hard = resource.getrlimit(what)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    with suppress(OSError, ValueError):  # a system without this limit
        resource.setrlimit(what, (most, most))


def _refuse(event: str, given: tuple[object, ...]) -> None:
    if event == "open":
        path, _mode, flags = given
        if isinstance(flags, int) and flags & WRITING and path not in {os.devnull, "/dev/tty"}:
            raise Sealed("a sealed process writes no file")
    elif event in STARTED:
        raise Sealed("a sealed process starts nothing")
    elif event.startswith(CHANGED):
        raise Sealed("a sealed process changes nothing")


def _hush() -> None:
    """No warning, log or unhandled error shows what the data or the visitor's words were."""
    nothing: Callable[[object], None] = lambda _: None  # noqa: E731
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    sys.unraisablehook = nothing
    threading.excepthook = nothing
