"""Replacing a file where the file system or a kill left something unusual."""

import errno
import os
from pathlib import Path

import pytest
from storing import names

from store.disk.replace import leftovers, replace_file, temporary_for


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
