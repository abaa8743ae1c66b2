"""Putting new content in the place of a file: all of it or none, whatever happens meanwhile."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def replace_file(
    path: Path, content: bytes, *, mode: int = 0o666, backup: Path | None = None
) -> None:
    """Write ``content`` to ``path`` by way of a temporary file in the same folder.

    A reader, and whoever comes after a kill or a power cut, finds the old content or the new.
    ``mode`` are the permissions of a new file, before the umask; one that is replaced keeps its
    own, and its owner where that may be. With ``backup``, what stood at ``path`` stays under that
    name, in the same folder. OSError leaves ``path`` as it was, also for one that is protected
    against writing or no ordinary file.
    """
    with _staged(path, content, mode) as temporary:
        if backup is not None:
            _keep(path, backup)
        os.replace(temporary, path)
    _sync_folder(path.parent)


def create_file(path: Path, content: bytes, *, mode: int = 0o666) -> None:
    """The same for a file that is not there yet. FileExistsError where anything is, a link that
    leads nowhere too; OSError leaves nothing behind."""
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    with _staged(path, content, mode) as temporary:
        try:
            os.link(temporary, path)  # unlike a rename it never replaces
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            _take(path, temporary)
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


@contextmanager
def _staged(path: Path, content: bytes, mode: int) -> Iterator[Path]:
    """A synced temporary file with the content, gone at the end."""
    old = _writable(path)
    temporary = temporary_for(path)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    try:
        with open(os.open(temporary, flags, 0o600 if old else mode), "wb") as file:
            if old is not None:
                _belong(file.fileno(), old)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink()


def _writable(path: Path) -> os.stat_result | None:
    """The file that is to be replaced; a rename would not ask whether it may be written."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "it is no ordinary file", str(path))
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    return found


def _belong(descriptor: int, old: os.stat_result) -> None:
    """Give the new file the owner and permissions of the old one, as far as that may be."""
    mode = old.st_mode & 0o777
    new = os.fstat(descriptor)
    if old.st_uid != new.st_uid:
        with suppress(OSError):
            os.fchown(descriptor, old.st_uid, -1)
    if old.st_gid != new.st_gid:
        try:
            os.fchown(descriptor, -1, old.st_gid)
        except OSError:
            mode &= 0o707  # what one group may read is not shown to another
    with suppress(OSError):  # a file system without permissions
        os.fchmod(descriptor, mode)


def _take(path: Path, temporary: Path) -> None:
    """Rename where nothing stands, by taking the name first."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    try:
        os.replace(temporary, path)
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise


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
