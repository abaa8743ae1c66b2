"""A disk that is full: what stood there stays, one line says why, and it goes on afterwards."""

from __future__ import annotations

import os
import resource
import subprocess
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cli_dossier import write_dossier
from cli_run import digest, one_line, process
from requiring import program
from tallying import Tally
from writings import Writing, writings

from store.disk.notebook import Notebook
from store.disk.replace import leftovers

Times = Callable[[int, int], int]
Tallying = Callable[..., Tally]

SIZE = 256  # kB of the small disk


def in_fork(work: Callable[[], None]) -> bool:
    """Run it in a forked process, whose limits are its own; whether it returned."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        except BaseException:  # noqa: BLE001 - told, and passed on as the exit status
            traceback.print_exc()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Writing]:
    (tmp_path / "out").mkdir()
    return writings(tmp_path / "out", tmp_path / "from", monkeypatch)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("which", range(5))
def test_a_limit_of_the_files_size(
    tmp_path: Path, made: list[Writing], which: int, times: Times, tally: Tallying
) -> None:
    """The writing stops at any byte of the file, as it does where the disk is full."""
    writing, points = made[which], times(4, 60)
    size = writing.file.stat().st_size
    before = digest(tmp_path / "out")
    kept = 0
    for point in range(points):
        limit = size * point // points

        def work(limit: int = limit) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
            said = writing.refused()
            assert "File too large" in said
            assert writing.file.name in said

        kept += in_fork(work) and digest(tmp_path / "out") == before
    writing.written()
    row = tally(
        f"no room at any byte: {writing.what}", tried=points, survived=kept, lost=points - kept
    )
    assert row.lost == 0


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own, where root may mount one."""
    mount, umount = program("mount"), program("umount")
    if os.getuid() != 0:
        pytest.skip("only root can mount a small disk")
    folder = tmp_path / "small"
    folder.mkdir()
    asked = [mount, "-t", "tmpfs", "-o", f"size={SIZE}k,mode=0777", "none", str(folder)]
    done = subprocess.run(asked, capture_output=True, text=True, timeout=20, check=False)
    if done.returncode:
        pytest.skip(f"root cannot mount here: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run([umount, "-l", str(folder)], timeout=20, check=False)


def fill(folder: Path) -> Path:
    """A file that takes all the room that is left."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space left"):
        while file.write(b"x" * 4096):
            pass
    return filler


@pytest.mark.timeout(120)
def test_a_small_disk_that_is_full(
    tmp_path: Path, small: Path, monkeypatch: pytest.MonkeyPatch, tally: Tallying
) -> None:
    made = writings(small, tmp_path / "from", monkeypatch)
    before = digest(small)
    filler = fill(small)
    kept = 0
    for writing in made:
        assert "No space left on device" in writing.refused()
        now = digest(small)
        kept += now.pop("filler") != "" and now == before
    filler.unlink()
    for writing in made:
        writing.written()
        assert leftovers(writing.file) == []
    row = tally(
        "a full disk: notebook, compile, check --write, export, copy",
        tried=len(made),
        survived=kept,
        lost=len(made) - kept,
        note=f"tmpfs of {SIZE} kB",
    )
    assert row.lost == 0


@pytest.mark.timeout(120)
def test_notes_until_the_disk_is_full(small: Path, tally: Tallying) -> None:
    path, kept = small / "notebook.json", 0
    told = make_note(path, kept)
    while not told and kept < 1000:
        kept += 1
        told = make_note(path, kept)
    assert "cannot be written, and is as it was: No space left on device" in told
    found = len(Notebook(path).entries("d"))
    assert sorted(file.name for file in small.iterdir()) == ["notebook.json", "notebook.json.bak"]
    row = tally("notes until the disk is full", tried=kept, survived=found, lost=kept - found)
    assert row.tried > 10
    assert row.lost == 0


def make_note(path: Path, number: int) -> str:
    try:
        Notebook(path).write("d", f"record-{number}", "T", "words of a reader " * 100)
    except Exception as error:  # noqa: BLE001 - what it is, is compared
        return str(error)
    return ""


@pytest.mark.timeout(120)
def test_the_program_on_a_full_disk(tmp_path: Path, small: Path) -> None:
    folder, file = write_dossier(tmp_path / "dossier"), small / "small.json"
    assert process("compile", str(folder), str(file)).code == 0
    before = digest(small)
    filler = fill(small)
    done = process("compile", str(folder), str(file))
    assert (done.code, done.out) == (2, "")
    assert one_line(done) == f"{file}: cannot be written, and is as it was: No space left on device"
    cache = {"XDG_CACHE_HOME": str(small / "cache")}
    done = process("events", "--json", "--dossier", str(folder), env=cache)
    assert done.code == 0
    assert len(done.json) == 1
    assert "No space left on device: the dossier is used from memory" in one_line(done)
    filler.unlink()
    assert digest(small) == before
    done = process("events", "--json", "--dossier", str(folder), env=cache)
    assert (done.code, done.err) == (0, "")
