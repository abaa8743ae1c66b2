"""A lock between sessions: an exclusive ``flock`` on a file made for nothing else.

The file that it protects cannot be the lock itself, because every write replaces that file. The
lock file is there only while the lock is held or was left by a session that was killed; a left one
locks nothing, because the kernel lets go of a lock when its holder ends.
"""

from __future__ import annotations

import errno
import fcntl
import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_UNKNOWN = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL}


class NoLocks(OSError):
    """The file system knows no locks."""


def lock_for(path: Path) -> Path:
    """The lock file of ``path``, beside it."""
    return path.with_name(f".{path.name}.lock")


@contextmanager
def file_lock(path: Path, wait: float) -> Iterator[None]:
    """Hold the lock at ``path``, waiting for it at most ``wait`` seconds.

    TimeoutError when another session holds it for longer; ``NoLocks`` where the file system has
    none; OSError when the lock file cannot be made, in a read-only folder for example.
    """
    deadline = time.monotonic() + wait
    while (held := _try_lock(path)) is None:
        if time.monotonic() >= deadline:
            said = f"another session has been writing for {wait:g} seconds"
            raise TimeoutError(errno.ETIMEDOUT, said, str(path))
        time.sleep(random.uniform(0.001, 0.01))
    try:
        yield
    finally:
        # what the lock was for is done by now: trouble here takes nothing back
        with suppress(OSError):
            path.unlink()
        with suppress(OSError):
            os.close(held)


def _try_lock(path: Path) -> int | None:
    """A descriptor that holds the lock, or None while another session does."""
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
    descriptor = os.open(path, flags, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # whoever held it before may have removed this very file: then it locks nothing
        if os.path.samestat(os.fstat(descriptor), os.stat(path)):
            return descriptor
    except (BlockingIOError, FileNotFoundError):
        pass
    except OSError as error:
        os.close(descriptor)
        if error.errno in _UNKNOWN:
            with suppress(OSError):
                path.unlink()
            raise NoLocks(error.errno, error.strerror, str(path)) from error
        raise
    os.close(descriptor)
    return None
