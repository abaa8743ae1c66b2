"""Looking at a file that is to be replaced: it must be a file, and a fault is no absence."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def read_ordinary(path: Path) -> bytes:
    """The content of a file; OSError for anything else, because reading a pipe would wait and a
    device never end."""
    with open(os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is no ordinary file", str(path))
        return file.read()


def stands(path: Path) -> bool:
    """Whether something is there; what cannot be looked at is taken to be."""
    try:
        return path.exists()
    except OSError:
        return True
