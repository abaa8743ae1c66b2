"""A notebook in an odd place: a pipe, a folder, a link, without locks, of another user."""

import errno
import fcntl
import os
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from cli_run import legation, one_line
from storing import in_child, names, opened, put, texts

from store.disk.notebook import Notebook
from store.disk.storage import AtomicStorage, StorageError, transaction
from store.disk.whole import write_whole


def no_locks(*_: object) -> None:
    raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, partial(os.symlink, "/dev/zero")])
def test_what_is_no_ordinary_file_is_refused_at_once(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    file = tmp_path / "notebook.json"
    make(file)
    kind = stat.S_IFMT(file.lstat().st_mode)
    uses: list[Callable[[Notebook], object]] = [
        lambda book: book.entries("d"),
        lambda book: book.toggle("d", "a", "A"),
    ]
    for use in uses:
        with pytest.raises(StorageError, match=r"Is a directory|is no ordinary file"):
            use(Notebook(file))
    assert stat.S_IFMT(file.lstat().st_mode) == kind
    assert names(tmp_path) == ["notebook.json"]


def test_without_locks_nothing_is_written_and_the_reader_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "notebook.json"
    Notebook(file).toggle("d", "a", "A")
    before = file.read_bytes()
    monkeypatch.setattr(fcntl, "flock", no_locks)
    with pytest.raises(StorageError, match=r"its file system keeps no locks.*; .*another"):
        Notebook(file).toggle("d", "b", "B")
    assert file.read_bytes() == before
    assert [entry.record for entry in Notebook(file).entries("d")] == ["a"], "reading needs none"
    assert names(tmp_path) == ["notebook.json"]


def test_what_is_made_anew_each_time_needs_no_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fcntl, "flock", no_locks)
    for content in (b"one", b"two"):
        write_whole(tmp_path / "list.md", content)
        assert (tmp_path / "list.md").read_bytes() == content
    with pytest.raises(FileExistsError, match=r"list\.md"):
        write_whole(tmp_path / "list.md", b"three", over=False)
    assert names(tmp_path) == ["list.md"]


def test_a_notebook_cut_at_any_byte_is_told_and_its_backup_named(tmp_path: Path) -> None:
    file = tmp_path / "notebook.json"
    for record in "ab":
        Notebook(file).write("d", record, "A “title”", "words 말")
    whole, kept = file.read_bytes(), file.with_name("notebook.json.bak").read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        with pytest.raises(StorageError, match=r"notebook\.json\.bak"):
            Notebook(file).write("d", "c", "C", "more")
        assert file.read_bytes() == whole[:length]
    file.write_bytes(kept)
    assert Notebook(file).write("d", "c", "C", "more") is not None
    assert [entry.record for entry in Notebook(file).entries("d")] == ["a", "c"]


def test_the_permissions_that_a_reader_set_stay(tmp_path: Path) -> None:
    file = tmp_path / "marks.json"
    put(file, "one")
    file.chmod(0o640)
    put(file, "two")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert texts(file) == ["one", "two"]


@pytest.mark.skipif(os.getuid() != 0, reason="only root can write another user's notebook")
def test_root_leaves_the_file_to_its_owner(common: Path) -> None:
    file = common / "marks.json"
    owner = file.stat().st_uid
    put(file, "two")
    assert file.stat().st_uid == owner
    assert in_child(lambda: put(file, "three")) == 0
    assert texts(file) == ["one", "two", "three"]


def test_a_file_protected_against_writing_is_not_written(common: Path) -> None:
    file = common / "marks.json"
    file.chmod(0o444)

    def work() -> None:
        with pytest.raises(StorageError, match="is as it was: Permission denied"):
            put(file, "two")

    assert in_child(work) == 0
    assert texts(file) == ["one"]
    assert names(common) == ["marks.json"]


def test_a_link_that_leads_elsewhere_now_is_followed_there(tmp_path: Path) -> None:
    here, there, link = tmp_path / "a.json", tmp_path / "b.json", tmp_path / "link.json"
    put(here, "here")
    put(there, "there")
    link.symlink_to(here)
    db = opened(link)
    assert [row["text"] for row in db.table("marks").all()] == ["here"]
    link.unlink()
    link.symlink_to(there)
    with transaction(db):
        db.table("marks").insert({"text": "new"})
    assert (texts(here), texts(there)) == (["here"], ["there", "new"])


def test_a_file_that_is_replaced_while_open_is_read_anew(tmp_path: Path) -> None:
    file, other = tmp_path / "notebook.json", tmp_path / "restored.json"
    mine = Notebook(file)
    mine.toggle("d", "a", "A")
    Notebook(other).toggle("d", "restored", "R")
    stamp = mine.stamp()
    os.replace(other, file)
    assert mine.stamp() != stamp
    mine.toggle("d", "b", "B")
    assert [entry.record for entry in mine.entries("d")] == ["restored", "b"]


def test_a_lock_file_of_another_user_is_named(common: Path) -> None:
    if os.getuid() != 0:
        pytest.skip("only root can leave a lock file that another user cannot open")
    lock = AtomicStorage(common / "marks.json", "r").lock_path
    lock.touch(mode=0o600)

    def work() -> None:
        with pytest.raises(StorageError, match=r"Permission denied \(.*\.marks\.json\.lock\)"):
            put(common / "marks.json", "two")

    assert in_child(work) == 0
    assert texts(common / "marks.json") == ["one"]


@pytest.mark.parametrize("name", ["NOTEBOOK", "CONFIG"])
def test_a_file_of_a_user_who_is_not_is_one_line(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(f"LEGATION_{name}", "~nobody-of-that-name/file")
    done = legation(monkeypatch, "paths")
    assert (done.code, done.out) == (2, "")
    assert one_line(done) == "legation: ~nobody-of-that-name/file: there is no such user"
