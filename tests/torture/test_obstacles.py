"""Where a file cannot be written, each thing that writes says so in one line; nothing changes."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from cli_run import digest
from storing import NOBODY, in_child
from tallying import Tally
from writings import Writing, writings

from store.disk import notebook
from store.disk.lock import file_lock, lock_for
from store.disk.replace import leftovers, temporary_for
from store.disk.whole import write_whole

Tallying = Callable[..., Tally]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, list[Writing]]]:
    """A folder of an ordinary user, also where root runs the tests, and all that writes there."""
    monkeypatch.setattr(notebook, "WAIT", 0.2)
    assert write_whole.__kwdefaults__ is not None
    monkeypatch.setitem(write_whole.__kwdefaults__, "wait", 0.2)
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "out").mkdir()
        writing = writings(root / "out", root, monkeypatch)
        for path in (root, *root.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
            if os.getuid() == 0:
                os.chown(path, NOBODY, NOBODY)
        yield root / "out", writing


@contextmanager
def folder_read_only(file: Path) -> Iterator[None]:
    file.parent.chmod(0o555)
    yield
    file.parent.chmod(0o755)


@contextmanager
def file_protected(file: Path) -> Iterator[None]:
    file.chmod(0o444)
    yield
    file.chmod(0o644)


@contextmanager
def instead(file: Path, make: Callable[[Path], object]) -> Iterator[None]:
    kept = file.rename(file.with_name("kept"))
    make(file)
    yield
    (file.rmdir if file.is_dir() and not file.is_symlink() else file.unlink)()
    kept.rename(file)


@contextmanager
def held(file: Path) -> Iterator[None]:
    lock = lock_for(file)
    with file_lock(lock, 0):
        os.chown(lock, file.stat().st_uid, -1)
        yield


OBSTACLES: dict[str, tuple[Callable[[Path], AbstractContextManager[None]], str]] = {
    "a read-only folder": (folder_read_only, "Permission denied"),
    "a protected file": (file_protected, "Permission denied"),
    "a folder in its place": (lambda file: instead(file, Path.mkdir), "folder|directory|ordinary"),
    "a pipe in its place": (lambda file: instead(file, os.mkfifo), "ordinary"),
    "another session that writes": (held, "another session has been writing"),
}


@pytest.mark.parametrize("what", OBSTACLES)
def test_an_obstacle(made: tuple[Path, list[Writing]], tally: Tallying, what: str) -> None:
    folder, all_of_them = made
    put_there, words = OBSTACLES[what]
    before, right = digest(folder), 0
    for writing in all_of_them:
        with put_there(writing.file):
            during = digest(folder)

            def work(writing: Writing = writing) -> None:
                said = writing.refused()
                assert any(word in said for word in words.split("|")), said
                assert writing.file.name in said

            right += in_child(work) == 0 and digest(folder) == during
        assert digest(folder) == before
        assert in_child(writing.written) == 0, "and it goes on afterwards"
        before = digest(folder)
    row = tally(
        f"{what}: notebook, compile, check --write, export, copy",
        tried=len(all_of_them),
        survived=right,
        lost=len(all_of_them) - right,
    )
    assert row.lost == 0


def test_what_a_killed_session_left_is_swept_by_the_next(
    made: tuple[Path, list[Writing]], tally: Tallying
) -> None:
    swept = 0
    for writing in made[1]:
        temporary_for(writing.file).write_bytes(b"half")
        lock_for(writing.file).touch()
        writing.written()
        swept += leftovers(writing.file) == [] and not lock_for(writing.file).exists()
    row = tally(
        "files of a killed session swept by the next write",
        tried=len(made[1]),
        survived=swept,
        lost=len(made[1]) - swept,
    )
    assert row.lost == 0
