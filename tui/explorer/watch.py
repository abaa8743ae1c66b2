"""Whether a dossier's files have changed since they were read. It looks only when asked, and the
less often the longer a look takes: no clock runs."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

SELDOM = 100  # of the time, one part at most is spent looking

Stamp = frozenset[tuple[str, int, int]]  # name, time of the last change, size


class Watch:
    """``path`` is a folder of TOML files or one compiled file, as it is now."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self.changed = False
        self._path = path
        self._clock = clock
        self._not_before = 0.0
        self._stamp = _stamp(path)

    def look(self) -> bool:
        """Whether any file was written, made or taken away since; once it was, for good."""
        start = self._clock()
        if not self.changed and start >= self._not_before:
            self.changed = _stamp(self._path) != self._stamp
            end = self._clock()
            self._not_before = end + (end - start) * SELDOM
        return self.changed


def _stamp(path: Path) -> Stamp:
    return frozenset(_files(path) if path.is_dir() else _one(path))


def _one(path: Path) -> Iterator[tuple[str, int, int]]:
    try:
        found = path.stat()
    except OSError:
        return
    yield path.name, found.st_mtime_ns, found.st_size


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    for part in (folder, folder / "sources"):
        try:
            with os.scandir(part) as entries:
                for entry in entries:
                    if entry.name.endswith(".toml"):
                        found = entry.stat()
                        yield entry.path, found.st_mtime_ns, found.st_size
        except OSError:
            continue  # gone: that is a change too
