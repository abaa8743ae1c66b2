"""Kills at random moments of writing: a whole file each time, and nothing that was said is lost.

The same loop runs over TinyDB's own storage, whose figure stands beside ours and is not asserted.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, islice
from pathlib import Path

import pytest
from building import write
from cli_run import digest
from killing import killed
from storing import opened
from tallying import Tally
from tinydb import TinyDB, where

from store.disk.compiled import read_compiled
from store.disk.lock import lock_for
from store.disk.notebook import Notebook
from store.disk.replace import leftovers
from store.disk.storage import transaction
from store.opening import compile_folder
from tui.cli.main import main

Times = Callable[[int, int], int]
Tallying = Callable[..., Tally]
Say = Callable[[str], None]

FILES = 25  # kills for one file: it starts anew before rewriting it takes long
BEFORE = 200  # what stands in it already, so that a write takes its time
LONGEST = 0.03  # seconds until a kill: several writes
MEMORY = Path("/dev/shm")  # where nothing waits for a disk, kills fall between the other steps
NOTE = ("words that a reader typed about it, " * 6).strip()


def steps(first: int) -> Iterator[tuple[str, bool]]:
    """What a writer does: puts a note on a record, and another, and takes the first away."""
    for number in count(first):
        yield f"record-{number}", True
        if number % 2:
            yield f"record-{number - 1}", False


def wrong(kept: set[str], first: int, said: list[str], found: set[str]) -> int:
    """How many records are not as was acknowledged; the step after the last may have been."""
    right, to_do = set(kept), steps(first)
    for name, put in islice(to_do, len(said)):
        (right.add if put else right.discard)(name)
    return len((right ^ found) - {next(to_do)[0]})


def write_notes(path: Path, first: int, say: Say) -> None:
    notes = Notebook(path)
    for name, put in steps(first):
        notes.write("d", name, "A record", NOTE if put else "")
        say(name)


def write_rows(path: Path, first: int, say: Say) -> None:
    db = TinyDB(path)
    for name, put in steps(first):
        if put:
            db.insert({"record": name, "note": NOTE})
        else:
            db.remove(where("record") == name)
        say(name)


def begin_notes(path: Path) -> set[str]:
    db = opened(path)
    names = [f"before-{number}" for number in range(BEFORE)]
    with transaction(db):
        db.table("entries").insert_multiple(
            {"dossier": "d", "record": name, "title": "A record", "marked": True, "note": NOTE}
            for name in names
        )
    return set(names)


def begin_rows(path: Path) -> set[str]:
    path.parent.mkdir(exist_ok=True)
    names = [f"before-{number}" for number in range(BEFORE)]
    with TinyDB(path) as db:
        db.insert_multiple({"record": name, "note": NOTE} for name in names)
    return set(names)


@pytest.fixture
def places(tmp_path: Path) -> Iterator[list[Path]]:
    """A folder on the disk and, where there is one, a folder in memory."""
    if not os.access(MEMORY, os.W_OK):
        yield [tmp_path]
        return
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        yield [tmp_path, Path(name)]


def notes_in(path: Path) -> set[str]:
    return {entry.record for entry in Notebook(path).entries("d")}


def rows_in(path: Path) -> set[str]:
    with TinyDB(path) as db:
        return {row["record"] for row in db.all()}


def _changed(lock: Path) -> int | None:
    """When a lock file was made; one that an earlier kill left is no sign of this one."""
    return lock.stat().st_ctime_ns if lock.exists() else None


@pytest.mark.timeout(400)
def test_a_kill_loses_no_mark_that_was_acknowledged(
    places: list[Path], times: Times, tally: Tallying
) -> None:
    kills = times(20, 1000)
    moment = random.Random(2019)
    files = times(10, FILES)
    path, kept = Path(), set[str]()
    inside = half = whole = lost = 0
    for kill in range(kills):
        if kill % files == 0:
            path = places[kill // files % len(places)] / str(kill) / "notebook.json"
            kept = begin_notes(path)
        first = 1000 * kill
        old_lock = _changed(lock_for(path))
        said = killed(partial(write_notes, path, first), moment.uniform(0, LONGEST))
        half_written = bool(leftovers(path))
        within = _changed(lock_for(path)) not in (None, old_lock)
        found = notes_in(path)  # opening sweeps
        missing = wrong(kept, first, said, found)
        half += half_written
        inside += within or half_written
        whole += not missing
        lost += missing
        kept = found
        assert leftovers(path) == []
    row = tally(
        "kill -9 while marks are written",
        tried=kills,
        survived=whole,
        lost=lost,
        note=f"{inside} kills within a write, {half} left a temporary file",
    )
    assert (row.survived, row.lost) == (kills, 0)
    assert inside > kills / 4, "these kills prove nothing"


@pytest.mark.timeout(400)
def test_the_same_with_tinydbs_own_storage(
    places: list[Path], times: Times, tally: Tallying
) -> None:
    kills = times(20, 1000)
    moment = random.Random(2019)
    files = times(10, FILES)
    path, kept = Path(), set[str]()
    whole = lost = spoilt = 0
    for kill in range(kills):
        if kill % files == 0 or not path.exists():
            path = places[kill // files % len(places)] / str(kill) / "tinydb.json"
            kept = begin_rows(path)
        first = 1000 * kill
        said = killed(partial(write_rows, path, first), moment.uniform(0, LONGEST))
        try:
            found = rows_in(path)
        except (ValueError, TypeError, KeyError):  # no JSON, or no database
            found = set()
            spoilt += 1
            path.unlink()
        missing = wrong(kept, first, said, found)
        whole += not missing
        lost += missing
        kept = found
    row = tally(
        "  the same with TinyDB's own storage",
        tried=kills,
        survived=whole,
        lost=lost,
        note=f"{spoilt} files unreadable; for comparison",
    )
    assert row.tried == kills


@pytest.mark.timeout(400)
def test_a_compile_that_is_killed_leaves_the_old_file_or_the_new(
    tmp_path: Path, times: Times, tally: Tallying
) -> None:
    kills = times(10, 200)
    moment = random.Random(2020)
    folders = [write(tmp_path / name) for name in ("one", "two")]
    meta = 'format = 1\nid = "small"\ntitle = "Another title"\n'
    (folders[1] / "dossier.toml").write_text(meta, "utf-8")
    file = tmp_path / "out" / "small.json"
    new = []
    for folder in folders:
        compile_folder(folder, file)
        new.append(file.read_bytes())
    began = time.monotonic()
    assert main(["compile", str(folders[1]), str(file)]) == 0
    took = time.monotonic() - began
    before = [digest(folder) for folder in folders]
    whole = changed = 0
    for kill in range(kills):
        folder, old = folders[kill % 2], file.read_bytes()

        def work(say: Say, folder: Path = folder) -> None:
            for _ in range(50):  # the writing is short beside the reading
                assert main(["compile", str(folder), str(file)]) == 0

        killed(work, moment.uniform(0, min(2 * took, 0.2)))
        found = file.read_bytes()
        whole += found in (old, new[kill % 2]) and bool(read_compiled(file).meta)
        changed += found != old
    compile_folder(folders[0], file)
    assert leftovers(file) == [], "the next compile sweeps"
    assert [digest(folder) for folder in folders] == before
    row = tally(
        "kill -9 while `legation compile` runs",
        tried=kills,
        survived=whole,
        lost=0,
        note=f"{changed} had the new file, the others the old one",
    )
    assert row.survived == kills
