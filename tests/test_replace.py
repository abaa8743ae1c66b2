"""Replacing a file where the file system or a kill left something unusual."""

import errno
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from storing import names

from store.disk.replace import create_file, leftovers, replace_file, temporary_for


def test_a_kill_between_backup_and_replacement_is_mended(tmp_path: Path) -> None:
    """Both names are then of one file, and renaming one name to the other does nothing."""
    file, backup = tmp_path / "marks.json", tmp_path / "marks.json.bak"
    file.write_bytes(b"old")
    os.link(file, backup)
    replace_file(file, b"new", backup=backup)
    assert (file.read_bytes(), backup.read_bytes()) == (b"new", b"old")
    assert names(tmp_path) == ["marks.json", "marks.json.bak"]


def test_a_file_system_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)
    file, backup = tmp_path / "marks.json", tmp_path / "marks.json.bak"
    file.write_bytes(b"old")
    file.chmod(0o600)
    replace_file(file, b"new", mode=0o600, backup=backup)
    assert (file.read_bytes(), backup.read_bytes()) == (b"new", b"old")
    assert backup.stat().st_mode & 0o777 == 0o600
    assert names(tmp_path) == ["marks.json", "marks.json.bak"]


@pytest.mark.parametrize("step", ["fsync", "link", "replace"])
def test_an_error_at_any_step_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    file, backup = tmp_path / "marks.json", tmp_path / "marks.json.bak"
    file.write_bytes(b"old")
    backup.write_bytes(b"older")

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, step, fail)
    if step == "link":  # then the copy fails too
        monkeypatch.setattr("shutil.copyfile", fail)
    with pytest.raises(OSError, match="Input/output error"):
        replace_file(file, b"new", backup=backup)
    assert (file.read_bytes(), backup.read_bytes()) == (b"old", b"older")
    assert names(tmp_path) == ["marks.json", "marks.json.bak"]


def test_the_umask_is_respected(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        replace_file(tmp_path / "open.json", b"x")
        replace_file(tmp_path / "private.json", b"x", mode=0o600)
    finally:
        os.umask(before)
    assert (tmp_path / "open.json").stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "private.json").stat().st_mode & 0o777 == 0o600


def test_leftovers_are_of_this_file_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    left = temporary_for(file)
    for entry in (left, temporary_for(tmp_path / "b.json"), tmp_path / "a.json.tmp"):
        entry.touch()
    assert leftovers(file) == [left]


@pytest.mark.parametrize("write", [replace_file, create_file])
def test_the_content_is_on_the_disk_before_it_has_its_name_and_the_name_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path, bytes], None]
) -> None:
    file, done = tmp_path / "file", []
    real = {name: getattr(os, name) for name in ("fsync", "replace", "link")}

    def sync(descriptor: int) -> None:
        found = os.fstat(descriptor)
        near = (tmp_path, *tmp_path.iterdir())
        (synced,) = (path for path in near if os.path.samestat(path.stat(), found))
        whole = synced.is_dir() or synced.read_bytes() == b"new"
        done.append(("folder" if synced == tmp_path else "content", whole))
        real["fsync"](descriptor)

    def named(name: str, *paths: Path) -> None:
        done.append((f"name: {paths[1].name}", True))
        real[name](*paths)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", partial(named, "replace"))
    monkeypatch.setattr(os, "link", partial(named, "link"))
    write(file, b"new")
    assert done == [("content", True), ("name: file", True), ("folder", True)]


def test_a_new_file_never_replaces_another_also_without_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)
    file, there = tmp_path / "file", tmp_path / "there"
    there.write_bytes(b"old")
    create_file(file, b"new")
    with pytest.raises(FileExistsError):
        create_file(there, b"new")
    monkeypatch.setattr(os.path, "lexists", lambda _: False)  # it came just now
    with pytest.raises(FileExistsError):
        create_file(there, b"new")
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        create_file(tmp_path / "not", b"new")
    assert (file.read_bytes(), there.read_bytes()) == (b"new", b"old")
    assert names(tmp_path) == ["file", "there"]
