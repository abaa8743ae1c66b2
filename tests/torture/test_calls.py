"""Every system call of a write fails once, and is the last once: the old content or the new."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from building import write
from tallying import FULL, Tally
from tracing import DONE, TOLD, Traced, traced

from store.disk.notebook import Notebook
from store.disk.replace import leftovers
from store.disk.storage import StorageError
from store.opening import DossierError, compile_folder
from tui.out.saving import SaveError, save

Tallying = Callable[..., Tally]

MEANT = ("write", "fsync", "rename", "link")  # the short form has these alone
ERRORS = {"write": "ENOSPC", "openat": "ENOSPC", "mkdir": "ENOSPC", "rename": "EACCES"}
MAY = (StorageError, SaveError, DossierError, OSError)  # of the last `main` makes one line too


@dataclass(frozen=True)
class Writing:
    """A file, what stands in it, and what writes it anew."""

    what: str
    file: Path
    write: Callable[[], object]
    state: Callable[[], object]


def notebook(folder: Path) -> Writing:
    file = folder / "notebook.json"
    Notebook(file).write("d", "old", "Old", "kept")

    def work() -> None:
        Notebook(file).write("d", "new", "New", "more")

    return Writing("the notebook", file, work, lambda: Notebook(file).entries("d"))


def compiled(folder: Path) -> Writing:
    dossier, file = write(folder / "dossier"), folder / "small.json"
    compile_folder(dossier, file)
    title = 'format = 1\nid = "small"\ntitle = "Another"\n'
    (dossier / "dossier.toml").write_text(title, "utf-8")
    return Writing("a compile", file, lambda: compile_folder(dossier, file), file.read_bytes)


def replaced(folder: Path) -> Writing:
    file = folder / "list.md"
    file.write_bytes(b"old")
    new = b"new" * 10_000
    return Writing(
        "an export over a file", file, lambda: save(file, new, over=True), file.read_bytes
    )


def created(folder: Path) -> Writing:
    file = folder / "list.md"

    def state() -> object:
        return file.read_bytes() if file.exists() else None

    return Writing("an export", file, lambda: save(file, b"new" * 10_000), state)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("make", [notebook, compiled, replaced, created])
@pytest.mark.parametrize("how", ["fails", "is the last"])
def test_each_system_call(
    tmp_path: Path, tally: Tallying, make: Callable[[Path], Writing], how: str
) -> None:
    def fresh(name: str) -> Writing:
        (tmp_path / name).mkdir()
        return make(tmp_path / name)

    base = fresh("base")
    old = base.state()
    plain = traced(base.write, MAY)
    assert plain.code == DONE
    new = base.state()
    assert old != new
    points = bad = 0
    for call, number in sorted(plain.calls.items()):
        if not FULL and call not in MEANT:
            continue
        for at in range(1, number + 1):
            writing = fresh(f"{call}-{at}")
            error = f"error={ERRORS.get(call, 'EIO')}" if how == "fails" else "signal=KILL"
            # read: its first was what told the child to begin
            when = at + 1 if call == "read" else at
            ended = traced(writing.write, MAY, f"{call}:{error}:when={when}")
            points += ended.hit
            right = whole(writing, ended, old, new) if ended.hit else True
            bad += not right
            if not right:
                print(f"{writing.what}: {call} {at} of {number} {how}: {ended}")
            shutil.rmtree(tmp_path / f"{call}-{at}")
    row = tally(
        f"each system call of {base.what} {how}",
        tried=points,
        survived=points - bad,
        lost=bad,
    )
    assert row.tried >= len(MEANT) - 1
    assert row.lost == 0


def whole(writing: Writing, ended: Traced, old: object, new: object) -> bool:
    """Whether the file is as the writer said, and can be written again."""
    found = writing.state()
    said = {DONE: (new,), TOLD: (old,), -signal.SIGKILL: (old, new)}.get(ended.code, ())
    if found not in said:
        return False
    if found is not new:
        try:
            writing.write()
        except SaveError as error:
            return found == new and "is there already" in str(error)
    return writing.state() == new and leftovers(writing.file) == []
