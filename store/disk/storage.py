"""A TinyDB storage that never leaves a file half written and never loses a write.

TinyDB's own storage overwrites the file in place: a kill or a full disk in the middle leaves half
a file, and of two sessions the later one wins. Here the new content is serialised first, written
to a temporary file beside the old one, synced, and put in its place in one step; the content that
was there stays as ``.bak``. Changes are made under a lock that other sessions respect, and what
belongs together is written once::

    db = TinyDB(path, storage=AtomicStorage)
    with transaction(db):
        db.table("marks").insert({"about": "abe-moon-summit"})

Reading takes no lock: the file is always one whole state.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage

from store.disk.lock import NoLocks, file_lock, lock_for
from store.disk.ordinary import read_ordinary, stands
from store.disk.replace import leftovers, replace_file
from store.model.clean import clean

# what TinyDB keeps: table name → document number, as text → document
Tables = dict[str, dict[str, dict[str, Any]]]
_Number = Annotated[str, msgspec.Meta(pattern=r"^[0-9]+$")]
_decoder = msgspec.json.Decoder(dict[str, dict[_Number, dict[str, Any]]])

PRIVATE = 0o600


class StorageError(Exception):
    """A file cannot be read or written. ``str()`` is one line: the file, and what is wrong."""

    def __init__(self, message: str, path: Path) -> None:
        super().__init__(message, path)
        self.message = message
        self.path = path

    def __str__(self) -> str:
        # a message may hold words of the file, and a path may hold anything
        return clean(" ".join(f"{self.path}: {self.message}".split()))


class AtomicStorage(Storage):
    """One TinyDB JSON file, UTF-8.

    ``access_mode`` is ``"r"`` (never creates, locks or writes anything) or ``"r+"``; a missing
    file is then an empty database that comes into being with the first write, its folder too.
    ``wait`` is how many seconds to wait for another session. ``backup`` keeps the content that a
    write replaces as ``<name>.bak``. ``mode`` are the permissions of a new file, before the umask.

    All errors are ``StorageError``.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        access_mode: Literal["r", "r+"] = "r+",
        *,
        wait: float = 5.0,
        backup: bool = True,
        mode: int = PRIVATE,
    ) -> None:
        self._named = Path(path)
        self._lasting = Path(os.path.abspath(path))  # whatever the working folder becomes
        self._backup = backup
        self._access_mode = access_mode
        self._wait = wait
        self._mode = mode
        self._thread_lock = threading.RLock()
        self._depth = 0
        self._pending: bytes | None = None
        self._find()
        if access_mode == "r+":
            self._sweep()

    def read(self) -> Tables | None:
        """The tables, or None for a database that does not exist yet.

        Within ``locked()`` these are the tables as changed so far. A damaged file is an error,
        and so is an empty or missing one that has a ``.bak`` beside it, because no write of ours
        leaves such a file.
        """
        if self._pending is not None:
            return _decoder.decode(self._pending)
        if not self._depth:
            self._find()
        return self._load()

    def read_bytes(self) -> bytes:
        """The content of the file, unparsed; empty if there is none yet."""
        try:
            # what will be replaced must be a file
            reading = self._access_mode == "r"
            content = self.path.read_bytes() if reading else read_ordinary(self.path)
        except FileNotFoundError as error:
            if self._access_mode == "r":
                raise self._error("there is no such file") from error
            content = b""
        except OSError as error:
            raise self._error(f"cannot be read: {error.strerror}") from error
        if not content and self.backup_path is not None and stands(self.backup_path):
            raise self._error(
                "the file is empty or missing, but was not; "
                f"copy {self.backup_path.name} over it, or delete both to begin anew"
            )
        return content

    def write(self, data: Mapping[str, Mapping[Any, Any]]) -> None:
        """Take the new content of all tables; it reaches the disk when ``locked()`` ends.

        RuntimeError outside ``locked()``: TinyDB reads before it writes, and without the lock
        another session's write in between would be lost.
        """
        if self._access_mode == "r":
            raise self._error("is open for reading only")
        if not self._depth:
            raise RuntimeError("TinyDB writes only within transaction(db)")
        try:
            self._pending = msgspec.json.encode(data)
        except (TypeError, ValueError, RecursionError) as error:
            raise self._error(f"this cannot be stored: {error}") from error

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other sessions and threads out, then write what changed, once.

        May be nested; an exception leaves the file as it was.
        """
        if self._access_mode == "r":
            raise self._error("is open for reading only")
        if not self._thread_lock.acquire(timeout=self._wait):
            raise self._busy()
        try:
            if self._depth:
                yield
                return
            self._find()
            with self._file_lock(self._wait):
                self._depth = 1
                try:
                    yield
                    if self._pending is not None:
                        self._flush(self._pending)
                finally:
                    self._depth = 0
                    self._pending = None
        finally:
            self._thread_lock.release()

    def _find(self) -> None:
        """Where the file is now: a link is followed, so that replacing the file leaves it."""
        self.path = Path(os.path.realpath(self._lasting))
        self.lock_path = lock_for(self.path)
        kept = self.path.with_name(f"{self.path.name}.bak")
        self.backup_path = kept if self._backup else None

    def _load(self) -> Tables | None:
        content = self.read_bytes()
        if not content:
            return None
        try:
            return _decoder.decode(content)
        except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
            raise self._damaged(error) from error

    @contextmanager
    def _file_lock(self, wait: float) -> Iterator[None]:
        with ExitStack() as stack:
            try:
                self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                stack.enter_context(file_lock(self.lock_path, wait))
            except TimeoutError as error:
                raise self._busy() from error
            except NoLocks as error:
                raise self._error(
                    "its file system keeps no locks, without which sessions lose each other’s "
                    "changes; keep it on another one"
                ) from error
            except OSError as error:
                raise self._error(
                    f"cannot be locked for writing: {error.strerror} ({error.filename})"
                ) from error
            yield

    def _flush(self, content: bytes) -> None:
        # a damaged file never becomes the backup, in the place of a good one
        keep = self.backup_path if self.backup_path and self._load() is not None else None
        try:
            replace_file(self.path, content, mode=self._mode, backup=keep)
        except OSError as error:
            raise self._error(f"cannot be written, and is as it was: {error.strerror}") from error

    def _sweep(self) -> None:
        """Remove what a killed session left, unless somebody is writing just now."""
        with suppress(OSError, StorageError):
            if stale := leftovers(self.path):
                with self._file_lock(0):
                    for file in stale:
                        file.unlink(missing_ok=True)

    def _busy(self) -> StorageError:
        return self._error(
            f"another session has been writing for {self._wait:g} seconds; try again"
        )

    def _damaged(self, error: Exception) -> StorageError:
        mend = ""
        if self.backup_path is not None and stands(self.backup_path):
            mend = f"; {self.backup_path.name} is the last good copy"
        return self._error(f"the file is damaged: {error}{mend}")

    def _error(self, message: str) -> StorageError:
        return StorageError(message, self._named)


@contextmanager
def transaction(db: TinyDB) -> Iterator[None]:
    """Change a database whose storage is an ``AtomicStorage``: read, modify, write, as one.

    What TinyDB remembered of the file (the next number of a document, answers to queries) is
    forgotten at both ends, because another session may have written in between, or this one
    may have failed. StorageError when the lock cannot be had or the file cannot be written.
    """
    storage = db.storage
    if not isinstance(storage, AtomicStorage):
        raise TypeError(f"transaction() needs an AtomicStorage, not {type(storage).__name__}")
    try:
        with storage.locked():
            _forget(db)
            yield
    finally:
        _forget(db)


def _forget(db: TinyDB) -> None:
    for table in db._tables.values():
        table.clear_cache()
        table._next_id = None
