"""Kills, full disks, missing permissions and other sessions: nothing half written, nothing lost."""

import json
import multiprocessing
import os
import resource
import signal
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest
from storing import NOBODY, in_child, names, opened, put, texts
from tinydb import TinyDB

from store.disk.lock import file_lock
from store.disk.storage import AtomicStorage, StorageError, transaction


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
        from store.disk.lock import file_lock
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
