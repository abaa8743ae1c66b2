"""A file that a user named or legation replaces: where it is, and that it is a file at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def named_file(told: str) -> Path:
    """The path that a user told, ``~`` and ``~name`` expanded. OSError for a user who is not."""
    path = os.path.expanduser(told)
    if path.startswith("~"):
        raise FileNotFoundError(errno.ENOENT, "there is no such user", told)
    return Path(path)


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
