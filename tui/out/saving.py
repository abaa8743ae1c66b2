"""Writing an export to a path that the reader typed: whole or not at all, never over another
file unasked."""

from __future__ import annotations

import os
from pathlib import Path

from store.disk.whole import write_whole
from store.model.clean import clean


class SaveError(Exception):
    """Nothing was written. ``str()`` is one line: the path, and ``what`` is wrong."""

    def __init__(self, path: Path | str, what: str) -> None:
        self.what = clean(" ".join(what.split()))
        super().__init__(clean(" ".join(f"{path}: {what}".split())).lstrip(": "))


class Taken(SaveError):
    """A file is there already: it is replaced only where the reader says so."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "is there already")


def target(typed: str, folder: Path | None = None) -> Path:
    """The file that a typed path means: ``~`` expanded, relative to ``folder`` (where the program
    was started). Raises ``SaveError`` for what can be no file."""
    text = typed.strip()
    if not text:
        raise SaveError("", "type a file’s name")
    if "\0" in text:
        raise SaveError(text, "no file can have this name")
    if text.startswith("~") and os.path.expanduser(text).startswith("~"):
        raise SaveError(text, "there is no such user")
    path = (folder or Path.cwd()) / os.path.expanduser(text)
    try:
        if path.is_dir() or text.endswith(os.sep):
            raise SaveError(typed.strip(), "is a folder: add a file’s name")
        if not path.parent.is_dir():
            raise SaveError(path.parent, "there is no such folder")
        if path.exists() and not path.is_file():
            raise SaveError(typed.strip(), "is no ordinary file")
    except (OSError, RuntimeError, ValueError) as error:
        raise SaveError(typed.strip(), _why(error)) from error
    return path


def save(path: Path, content: bytes, *, over: bool = False) -> None:
    """Write the file. With ``over`` what is there is replaced; otherwise it raises ``Taken``.
    ``SaveError``: nothing was changed."""
    try:
        write_whole(path, content, over=over)
    except FileExistsError as error:
        raise Taken(path) from error
    except OSError as error:
        raise SaveError(path, _why(error)) from error


def _why(error: BaseException) -> str:
    reason = getattr(error, "strerror", None) or str(error)
    return f"cannot be written: {reason}"
