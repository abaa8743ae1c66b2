"""Many writers at once on one notebook, and many readers that compile the same folder at once."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import time
from collections.abc import Callable
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest
from building import write
from cli_run import PROGRAM, ROOT
from tallying import Tally
from tinydb import TinyDB

from store.disk.compiled import cache_file, folder_stamp, read_compiled
from store.disk.notebook import Notebook
from store.disk.storage import StorageError
from store.opening import open_dossier

Times = Callable[[int, int], int]
Tallying = Callable[..., Tally]

FORK = multiprocessing.get_context("fork")
PATIENCE = 60.0  # seconds for all writers together


def at_once(number: int, work: Callable[[int], None]) -> list[int | None]:
    """Run ``work`` in so many processes that begin together; how each ended."""
    barrier = FORK.Barrier(number)
    writers = [FORK.Process(target=_begin, args=(barrier, work, who)) for who in range(number)]
    for writer in writers:
        writer.start()
    deadline = time.monotonic() + PATIENCE
    for writer in writers:
        writer.join(max(0.1, deadline - time.monotonic()))
        if writer.is_alive():
            writer.kill()
            writer.join(10)
    return [writer.exitcode for writer in writers]


def _begin(barrier: Barrier, work: Callable[[int], None], who: int) -> None:
    barrier.wait(20)
    work(who)


@pytest.mark.timeout(120)
def test_writers_at_once_keep_every_mark(tmp_path: Path, times: Times, tally: Tallying) -> None:
    writers, marks = times(4, 8), times(10, 50)
    path, refused = tmp_path / "notebook.json", tmp_path / "refused"

    def work(who: int) -> None:
        notes = Notebook(path)
        for number in range(marks):
            for _ in range(20):  # as a reader would who is told to try again
                try:
                    assert notes.toggle("d", f"{who}/{number}", "T")
                    break
                except StorageError as error:
                    if "another session has been writing" not in str(error):
                        raise
                    with refused.open("a") as told:
                        told.write("x")

    ended = at_once(writers, work)
    kept = {entry.record for entry in Notebook(path).entries("d") if entry.marked}
    again = refused.stat().st_size if refused.exists() else 0
    row = tally(
        f"{writers} writers at once, {marks} marks each",
        tried=writers * marks,
        survived=len(kept),
        lost=writers * marks - len(kept),
        note=f"{again} were told to try again",
    )
    assert ended == [0] * writers
    assert row.lost == 0
    assert sorted(file.name for file in tmp_path.glob("*note*")) == [
        "notebook.json",
        "notebook.json.bak",
    ]


@pytest.mark.timeout(120)
def test_the_same_with_tinydbs_own_storage(tmp_path: Path, times: Times, tally: Tallying) -> None:
    writers, marks = times(4, 8), times(10, 50)
    path = tmp_path / "tinydb.json"

    def work(who: int) -> None:
        for number in range(marks):
            try:
                with TinyDB(path) as db:
                    db.insert({"record": f"{who}/{number}"})
            except (ValueError, TypeError, KeyError, AssertionError):
                pass  # the file is no JSON just now, or no longer

    at_once(writers, work)
    try:
        with TinyDB(path) as db:
            kept, readable = len({row["record"] for row in db.all()}), "readable"
    except (ValueError, TypeError, KeyError):
        kept, readable = 0, "unreadable"
    row = tally(
        "  the same with TinyDB's own storage",
        tried=writers * marks,
        survived=kept,
        lost=writers * marks - kept,
        note=f"the file is {readable} in the end; for comparison",
    )
    assert row.tried == writers * marks


@pytest.mark.timeout(120)
def test_sessions_that_open_a_new_folder_at_once_all_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: Times, tally: Tallying
) -> None:
    rounds, readers = times(3, 50), 4
    whole = 0
    for number in range(rounds):
        folder = write(tmp_path / f"dossier-{number}")
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / f"cache-{number}"))

        def work(_: int, folder: Path = folder) -> None:
            opened = open_dossier(folder)
            assert opened.notes == (), opened.notes
            assert len(opened.dossier.events) == 2

        whole += at_once(readers, work).count(0)
        assert read_compiled(cache_file(folder)).stamp == folder_stamp(folder)
        left = [file.name for file in cache_file(folder).parent.iterdir()]
        assert not [name for name in left if name.endswith((".tmp", ".lock", ".bak"))]
    row = tally(
        f"{readers} sessions compile one folder into the cache at once",
        tried=rounds * readers,
        survived=whole,
        lost=rounds * readers - whole,
    )
    assert row.lost == 0


def test_two_programs_that_open_a_new_folder_at_once_say_the_same(tmp_path: Path) -> None:
    folder = write(tmp_path / "dossier")
    command = [*PROGRAM, "events", "--json", "--dossier", str(folder)]
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    running = [
        subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    said = []
    for program in running:
        try:
            said.append(program.communicate(timeout=40))
        finally:
            program.kill()
    assert [program.returncode for program in running] == [0, 0], said
    assert said[0] == said[1]
    assert said[0][0].startswith(b"[")
    assert said[0][1] == b""
