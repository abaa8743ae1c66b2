"""The compiled form of a folder in the user's cache, which is believed without being checked.

Beside it stands its checksum: one that was damaged or changed since it was written is known by
that, and compiled again.
"""

from __future__ import annotations

import zlib
from pathlib import Path

from store.disk.compiled import Compiled, read_compiled, write_compiled
from store.disk.ordinary import read_ordinary
from store.disk.replace import replace_file
from store.disk.storage import StorageError


def write_cached(file: Path, compiled: Compiled) -> None:
    """Write the file and its checksum. StorageError where it cannot be written."""
    write_compiled(file, compiled)
    try:
        replace_file(_seal(file), b"%d" % zlib.crc32(read_ordinary(file)))
    except OSError as error:
        raise StorageError(f"cannot be written: {error.strerror}", _seal(file)) from error


def read_cached(file: Path) -> Compiled:
    """Read the file if it is as it was written. StorageError, OSError or ValueError where it or
    its checksum cannot be read, or they do not agree."""
    return read_compiled(file, seal=int(read_ordinary(_seal(file))))


def _seal(file: Path) -> Path:
    return file.with_suffix(".sum")
