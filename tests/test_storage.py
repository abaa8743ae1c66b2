"""The storage under marks and the compiled dossier: whole or not at all, and nothing lost."""

import json
import multiprocessing
import os
import resource
import signal
import stat
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where

from store.lock import file_lock
from store.storage import AtomicStorage, StorageError, transaction

NOBODY = 65534


def opened(path: Path, wait: float = 20) -> TinyDB:
    return TinyDB(path, storage=AtomicStorage, wait=wait)


def put(path: Path, *texts: str) -> None:
    db = opened(path)
    with transaction(db):
        db.table("marks").insert_multiple({"text": text} for text in texts)


def texts(path: Path) -> list[str]:
    db = TinyDB(path, storage=AtomicStorage, access_mode="r")
    return [document["text"] for document in db.table("marks").all()]


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def in_child(work: Callable[[], None]) -> int:
    """Run it in a forked process, without root; its exit status: 0 where ``work`` returned."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            if os.getuid() == 0:
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            work()
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture
def common() -> Iterator[Path]:
    """A folder that an ordinary user reaches and owns, also where root runs the tests."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "state"
        Path(name).chmod(0o755)
        put(folder / "marks.json", "one")
        if os.getuid() == 0:
            for entry in (folder, *folder.iterdir()):
                os.chown(entry, NOBODY, NOBODY)
        yield folder


def test_what_is_put_comes_back_and_the_content_before_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "state" / "marks.json"
    put(file, "one")
    assert names(file.parent) == ["marks.json"]
    before = file.read_bytes()
    put(file, "二", "셋")
    assert texts(file) == ["one", "二", "셋"]
    assert (file.parent / "marks.json.bak").read_bytes() == before
    assert names(file.parent) == ["marks.json", "marks.json.bak"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "二" in file.read_text(encoding="utf-8")
    assert [row["text"] for row in TinyDB(file).table("marks").all()] == ["one", "二", "셋"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abé한", max_size=3), inner)
    ),
    max_leaves=8,
)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.dictionaries(st.text("abé한\x00\x1b", max_size=4), json_values), max_size=5))
def test_any_record_survives(rows: list[dict[str, object]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "marks.json"
        db = opened(file)
        with transaction(db):
            db.table("marks").insert_multiple(rows)
        assert opened(file).table("marks").all() == rows


def test_one_user_action_is_one_write(tmp_path: Path) -> None:
    file = tmp_path / "marks.json"
    put(file, "old")
    db = opened(file)
    with transaction(db):
        table = db.table("marks")
        table.truncate()
        assert table.all() == [], "the session sees its own change"
        assert texts(file) == ["old"], "nobody else does"
        table.insert({"text": "new"})
        assert texts(file) == ["old"]
    assert texts(file) == ["new"]


def test_an_exception_leaves_the_file_and_the_session_as_they_were(tmp_path: Path) -> None:
    file = tmp_path / "marks.json"
    put(file, "kept")
    db = opened(file)
    table = db.table("marks")
    with pytest.raises(ZeroDivisionError), transaction(db):
        table.insert({"text": "dropped"})
        assert table.count(where("text") == "dropped") == 1
        raise ZeroDivisionError
    assert texts(file) == ["kept"]
    assert table.count(where("text") == "dropped") == 0
    with transaction(db):
        assert table.insert({"text": "next"}) == 2
    assert names(tmp_path) == ["marks.json", "marks.json.bak"]


def test_what_cannot_be_stored_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "marks.json"
    put(file, "kept")
    before = file.read_bytes()
    for value in (object(), "\ud800"):
        db = opened(file)
        with pytest.raises(StorageError, match="cannot be stored"), transaction(db):
            db.table("marks").insert({"text": value})
    assert file.read_bytes() == before


def test_two_sessions_in_turn_see_each_other(tmp_path: Path) -> None:
    """TinyDB remembers the next number and answers of queries; both are forgotten."""
    file = tmp_path / "marks.json"
    first, second = opened(file), opened(file)
    for round_ in range(3):
        for db in (first, second):
            with transaction(db):
                assert db.table("marks").count(where("round") == round_) == (db is second)
                db.table("marks").insert({"round": round_})
    assert len(opened(file).table("marks")) == 6


def test_a_write_without_the_lock_is_refused(tmp_path: Path) -> None:
    db = opened(tmp_path / "marks.json")
    with pytest.raises(RuntimeError, match="transaction"):
        db.table("marks").insert({"text": "x"})
    assert names(tmp_path) == []
    with pytest.raises(TypeError), transaction(TinyDB(tmp_path / "other.json")):
        pass


def test_reading_creates_and_locks_nothing(tmp_path: Path) -> None:
    file = tmp_path / "marks.json"
    with pytest.raises(StorageError, match="no such file"):
        texts(file)
    assert opened(file).table("marks").all() == []
    assert names(tmp_path) == []
    put(file, "one")
    reader = AtomicStorage(file, "r", wait=0)
    with file_lock(reader.lock_path, 0):
        assert texts(file) == ["one"]
    with pytest.raises(StorageError, match="reading only"), reader.locked():
        pass
    with pytest.raises(StorageError, match="reading only"):
        reader.write({})


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b'{"marks": {"1": {"text": "x"}}',
        b"[]",
        b"null",
        b'{"marks": []}',
        b'{"marks": {"1": 2}}',
        b'{"marks": {"one": {}}}',
        b'{"marks": {"1": {"text": "\xff"}}}',
        b'{"marks": {"1": {"\xff": 1}}}',
        b'{"marks": {"1": {"text": "\\ud800"}}}',
        b'{"marks": {"1": {"text": ' + b"[" * 100_000,
        b"\x00" * 4096,
        b"\xef\xbb\xbf{}",
        "not JSON\x1b]0;x\x07\nat all".encode("utf-16"),
    ],
)
@pytest.mark.parametrize("backup", [True, False])
def test_damage_is_one_clear_line_and_touches_nothing(
    tmp_path: Path, content: bytes, backup: bool
) -> None:
    file = tmp_path / "marks.json"
    file.write_bytes(content)
    if backup:
        (tmp_path / "marks.json.bak").write_bytes(b'{"marks": {"1": {"text": "good"}}}')
    before = {entry: entry.read_bytes() for entry in tmp_path.iterdir()}
    changes: list[Callable[[TinyDB], object]] = [
        lambda db: db.table("marks").insert({"text": "y"}),
        lambda db: db.drop_tables(),  # TinyDB writes this one without reading first
        lambda db: db.table("marks").all(),
    ]
    for change in changes if backup else changes[::2]:
        db = opened(file)
        with pytest.raises(StorageError) as caught, transaction(db):
            change(db)
        line = str(caught.value)
        assert line.startswith(f"{file}: the file is damaged: ")
        assert line.isprintable()
        assert line.endswith("marks.json.bak is the last good copy") == backup
        assert caught.value.path == file
    assert {entry: entry.read_bytes() for entry in tmp_path.iterdir()} == before


@pytest.mark.parametrize("content", [b"", None])
def test_an_empty_or_missing_file_with_a_backup_is_damage(
    tmp_path: Path, content: bytes | None
) -> None:
    file, kept = tmp_path / "marks.json", tmp_path / "marks.json.bak"
    if content is not None:
        file.write_bytes(content)
    assert opened(file).table("marks").all() == [], "without a backup it is a new one"
    kept.write_bytes(b'{"marks": {"1": {"text": "good"}}}')
    with pytest.raises(StorageError, match=r"copy marks\.json\.bak over it"):
        put(file, "x")
    assert kept.exists()
    assert file.exists() == (content is not None)
    kept.unlink()
    put(file, "x")
    assert texts(file) == ["x"]


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "marks.json").mkdir()
    with pytest.raises(StorageError, match=r"cannot be read: Is a directory"):
        put(tmp_path / "marks.json", "x")
    with pytest.raises(StorageError, match=r"cannot be locked for writing"):
        put(tmp_path / "marks.json" / "a" / ("x" * 300) / "marks.json", "x")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    link = tmp_path / "marks.json"
    link.symlink_to(real / "marks.json")
    put(link, "one")
    put(link, "two")
    assert link.is_symlink()
    assert texts(real / "marks.json") == ["one", "two"]
    assert names(tmp_path) == ["marks.json", "real"]


def test_a_folder_that_cannot_be_written_can_be_read(common: Path) -> None:
    file = common / "marks.json"
    left = common / ".marks.json.0123456789ab.tmp"
    left.write_bytes(b"left")
    common.chmod(0o555)

    def work() -> None:
        assert [row["text"] for row in opened(file).table("marks").all()] == ["one"]
        with pytest.raises(StorageError, match="locked for writing: Permission denied"):
            put(file, "two")

    try:
        assert in_child(work) == 0
    finally:
        common.chmod(0o755)
    assert names(common) == [left.name, "marks.json"]
    assert texts(file) == ["one"]


def test_a_file_that_cannot_be_read(common: Path) -> None:
    file = common / "marks.json"
    file.chmod(0)

    def work() -> None:
        for tried in (lambda: texts(file), lambda: put(file, "two")):
            with pytest.raises(StorageError, match="cannot be read: Permission denied"):
                tried()

    assert in_child(work) == 0
    file.chmod(0o600)
    assert texts(file) == ["one"]


def test_a_full_disk_loses_nothing(common: Path) -> None:
    file = common / "marks.json"
    put(file, "two")
    if os.getuid() == 0:
        os.chown(file, NOBODY, NOBODY)
    before = file.read_bytes()

    def work() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        with pytest.raises(StorageError, match="cannot be written, and is as it was: File too"):
            put(file, "x" * 100_000)
        assert file.read_bytes() == before
        assert names(common) == ["marks.json", "marks.json.bak"]
        put(file, "still goes")

    assert in_child(work) == 0
    assert texts(file) == ["one", "two", "still goes"]
    assert (common / "marks.json.bak").read_bytes() == before
    assert names(common) == ["marks.json", "marks.json.bak"]


def write_fifty(file: Path, writer: int) -> None:
    db = opened(file, wait=50)
    for number in range(50):
        with transaction(db):
            db.table("marks").insert({"text": f"{writer}/{number}"})


def test_eight_writers_lose_no_write(tmp_path: Path) -> None:
    file = tmp_path / "marks.json"
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=write_fifty, args=(file, writer)) for writer in range(8)]
    for process in writers:
        process.start()
    for process in writers:
        process.join(55)
    assert [process.exitcode for process in writers] == [0] * 8
    assert sorted(texts(file)) == sorted(f"{w}/{n}" for w in range(8) for n in range(50))
    assert names(tmp_path) == ["marks.json", "marks.json.bak"]


def test_threads_of_one_session_lose_no_write(tmp_path: Path) -> None:
    file = tmp_path / "marks.json"
    db = opened(file)

    def work() -> None:
        for _ in range(10):
            with transaction(db):
                db.table("marks").insert({"text": "x"})

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(texts(file)) == 40


def test_a_kill_at_any_moment_leaves_a_whole_file(tmp_path: Path) -> None:
    file = tmp_path / "marks.json"
    put(file, *["0"] * 200)
    context = multiprocessing.get_context("fork")

    def write_on() -> None:
        db = opened(file)
        for number in range(100_000):
            with transaction(db):
                db.table("marks").truncate()
                db.table("marks").insert_multiple({"text": str(number)} for _ in range(200))

    for round_ in range(30):
        inode = file.stat().st_ino
        process = context.Process(target=write_on)
        process.start()
        deadline = time.monotonic() + 10
        while file.stat().st_ino == inode and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(round_ * 0.0007)
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)
        process.join(10)
        assert process.exitcode == -signal.SIGKILL
        found = texts(file)
        assert len(found) == 200
        assert len(set(found)) == 1, "half of one action and half of another"
        assert len(json.loads((tmp_path / "marks.json.bak").read_bytes())["marks"]) == 200
    put(file, "after")
    assert names(tmp_path) == ["marks.json", "marks.json.bak"]


def test_leftovers_are_swept_but_not_from_under_a_writer(tmp_path: Path) -> None:
    file = tmp_path / "marks.json"
    put(file, "one")
    left = tmp_path / ".marks.json.0123456789ab.tmp"
    other = tmp_path / ".other.json.0123456789ab.tmp"
    for entry in (left, other):
        entry.write_bytes(b"half")
    with file_lock(AtomicStorage(file, "r").lock_path, 0):
        opened(file)
        assert left.exists()
    TinyDB(file, storage=AtomicStorage, access_mode="r")
    assert left.exists()
    opened(file)
    assert names(tmp_path) == [other.name, "marks.json"]


def test_waiting_for_another_session_ends(tmp_path: Path) -> None:
    file = tmp_path / "marks.json"
    put(file, "one")
    script = textwrap.dedent("""
        import sys, time
        from pathlib import Path
        from store.lock import file_lock
        with file_lock(Path(sys.argv[1]), 1):
            print("held", flush=True)
            time.sleep(30)
    """)
    lock = AtomicStorage(file, "r").lock_path
    command = [sys.executable, "-c", script, str(lock)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        try:
            assert holder.stdout is not None
            assert holder.stdout.readline() == "held\n"
            db = opened(file, wait=0.3)
            began = time.monotonic()
            message = r"another session .* 0\.3 seconds; try again"
            with pytest.raises(StorageError, match=message), transaction(db):
                pass
            assert 0.3 <= time.monotonic() - began < 5
            assert texts(file) == ["one"]
        finally:
            holder.kill()
    put(file, "two")  # the lock of a dead session holds nobody up
    assert texts(file) == ["one", "two"]
    assert not lock.exists()


def test_waiting_for_another_thread_ends(tmp_path: Path) -> None:
    db = opened(tmp_path / "marks.json", wait=0.2)
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction(db):
            held.set()
            done.wait(10)

    thread = threading.Thread(target=hold)
    thread.start()
    try:
        assert held.wait(10)
        with pytest.raises(StorageError, match="another session"), transaction(db):
            pass
    finally:
        done.set()
        thread.join(10)
