"""A note in the explorer that cannot be kept: it stays as typed, and is kept when it can be."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from test_desk import running

from store.disk import notebook
from store.disk.lock import file_lock, lock_for
from store.disk.notebook import Notebook
from store.opening import open_dossier

Fault = Callable[[Path], AbstractContextManager[object]]


def fails(module: object, name: str, number: int) -> Fault:
    """A system call that fails in this process."""

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    @contextmanager
    def fault(_: Path) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, name, refuse)
            yield

    return fault


@contextmanager
def pipe_in_its_place(book: Path) -> Iterator[None]:
    kept = book.rename(book.with_name("kept"))
    os.mkfifo(book)
    yield
    book.unlink()
    kept.rename(book)


@contextmanager
def cut_short(book: Path) -> Iterator[None]:
    whole = book.read_bytes()
    book.write_bytes(b"")
    yield
    book.write_bytes(whole)


FAULTS: dict[str, tuple[Fault, str]] = {
    "full disk": (fails(os, "fsync", errno.ENOSPC), "No space left on device"),
    "no locks": (fails(fcntl, "flock", errno.ENOLCK), "its file system keeps no locks"),
    "another session": (lambda book: file_lock(lock_for(book), 0), "another session has been"),
    "a pipe": (pipe_in_its_place, "it is no ordinary file"),
    "an empty file": (cut_short, "the file is empty or missing, but was not"),
}


@pytest.mark.parametrize("what", FAULTS)
async def test_a_typed_note_outlives_the_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.setattr(notebook, "WAIT", 0.2)
    fault, said = FAULTS[what]
    bundled = open_dossier(None, strict=False)
    book = tmp_path / "notebook.json"
    for name in ("one", "two"):  # so that there is a .bak
        Notebook(book).toggle(bundled.dossier.id, name, name)
    async with running(bundled, book, size=(120, 24)) as desk:
        await desk.press("M")
        with fault(book):
            text = await desk.type("ask them", "enter")
            assert "ask them" in "".join(text.splitlines()[-5:])
            assert desk.foot().startswith("not changed: ")
            assert said in desk.foot()
        await desk.press("enter")
        entries = Notebook(book).entries(bundled.dossier.id)
        assert [entry.note for entry in entries] == ["", "", "ask them"]
        assert desk.foot().startswith("noted on ")
