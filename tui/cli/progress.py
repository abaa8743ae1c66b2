"""One line on stderr while something takes its time, gone when it is done."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tui.cli.failure import clean

PATIENCE = 0.15  # seconds before anything is said


@contextmanager
def telling(doing: str) -> Iterator[None]:
    """Say on a terminal what is being done once it takes longer than ``PATIENCE``; nothing
    moves, and ctrl+c stops it as ever. Into a file or a pipe nothing is said."""
    stderr = sys.stderr
    if stderr is None or not stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    line = clean(f"legation: {doing}; ctrl+c stops it")
    line = line.encode(stderr.encoding, "replace").decode(stderr.encoding)
    line = line[: shutil.get_terminal_size().columns - 1]  # one row, so that it can be wiped
    turn = threading.Lock()
    told = over = False

    def tell() -> None:
        nonlocal told
        with turn:
            if not over:
                told = True
                stderr.write(line)
                stderr.flush()

    timer = threading.Timer(PATIENCE, tell)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        with turn:
            over = True
            if told:
                stderr.write("\r\x1b[K")
                stderr.flush()
