"""Putting new content in the place of a file: all of it or none, whatever happens meanwhile."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path


def replace_file(
    path: Path, content: bytes, *, mode: int = 0o666, backup: Path | None = None
) -> None:
    """Write ``content`` to ``path`` by way of a temporary file in the same folder.

    A reader, and whoever comes after a kill or a power cut, finds the old content or the new.
    ``mode`` are the permissions of the new file, before the umask. With ``backup``, what stood at
    ``path`` stays under that name, in the same folder. OSError leaves everything as it was.
    """
    temporary = temporary_for(path)
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
        with open(os.open(temporary, flags, mode), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if backup is not None:
            _keep(path, backup)
        os.replace(temporary, path)
    finally:
        with suppress(OSError):
            temporary.unlink()
    _sync_folder(path.parent)


def temporary_for(path: Path) -> Path:
    """A new name for a temporary file beside ``path``, that ``leftovers`` recognises."""
    return path.with_name(f".{path.name}.{secrets.token_hex(6)}.tmp")


def leftovers(path: Path) -> list[Path]:
    """The temporary files beside ``path``: of a session that was killed, or is writing now."""
    prefix = f".{path.name}."
    return [
        file
        for file in path.parent.iterdir()
        if file.name.startswith(prefix) and file.name.endswith(".tmp")
    ]


def _keep(path: Path, backup: Path) -> None:
    """A second name for the content, so that ``path`` is there at every moment."""
    link = temporary_for(path)
    try:
        try:
            os.link(path, link)
        except FileNotFoundError:
            return  # nothing to keep yet
        except OSError:  # a file system without hard links
            _copy(path, link)
        os.replace(link, backup)
    finally:
        with suppress(OSError):
            link.unlink()


def _copy(path: Path, to: Path) -> None:
    shutil.copyfile(path, to)
    shutil.copymode(path, to)
    with open(to, "rb") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    # the new content is in place already, and some file systems cannot sync a folder
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
