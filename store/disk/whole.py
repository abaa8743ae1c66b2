"""Writing a whole file that is made anew each time: an export, a compiled dossier, positions.

Nothing is read before, so two sessions that write at once lose nothing: the later one stands. The
lock is there so that what a killed session left can be swept.
"""

from __future__ import annotations

import os
from contextlib import ExitStack, suppress
from pathlib import Path

from store.disk.lock import NoLocks, file_lock, lock_for
from store.disk.replace import create_file, leftovers, replace_file

WAIT = 5.0  # seconds to wait for another session


def write_whole(
    path: Path, content: bytes, *, mode: int = 0o666, over: bool = True, wait: float = WAIT
) -> None:
    """Write the file whole or not at all; a link is followed, so that it still leads to it.

    ``mode`` are the permissions of a new file, before the umask. Without ``over`` it is
    FileExistsError where anything stands there. OSError, naming ``path``, leaves all as it was;
    it is a TimeoutError when another session writes there for longer than ``wait`` seconds.
    """
    real = Path(os.path.realpath(path))
    try:
        with ExitStack() as stack:
            try:
                stack.enter_context(file_lock(lock_for(real), wait))
            except NoLocks:
                pass  # nothing to lose, and nothing is swept
            else:
                _sweep(real)
            if over:
                replace_file(real, content, mode=mode)
            else:
                create_file(path, content, mode=mode)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _sweep(path: Path) -> None:
    with suppress(OSError):
        for file in leftovers(path):
            file.unlink(missing_ok=True)
