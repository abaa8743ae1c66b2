"""``legation compile``: a dossier folder into one file."""

from __future__ import annotations

from pathlib import Path

from store.disk.compiled import read_compiled
from store.disk.storage import StorageError
from store.opening import DossierError, compile_folder
from tui.cli.failure import Failure, say
from tui.cli.options import parse
from tui.cli.reading import told
from tui.cli.setting import counted
from tui.cli.table import Call


def run(call: Call) -> int:
    """Write the file and say so on stderr."""
    given = parse(call)
    folder, file = Path(given.words[0]), Path(given.words[1])
    if folder.exists() and not folder.is_dir():
        raise Failure(f"{folder} is no folder (a dossier is compiled from its folder)")
    _may_be_replaced(file)
    try:
        facts = compile_folder(folder, file)
    except DossierError as error:
        raise Failure(*told(error), bare=True) from error
    except StorageError as error:
        raise Failure(str(error), bare=True) from error
    said = f"{counted(len(facts.events), 'event')}, {counted(len(facts.claims), 'claim')}"
    say(f"legation: {folder} is compiled into {file}: {said}")
    return 0


def _may_be_replaced(file: Path) -> None:
    """A compiled dossier can be compiled again; anything else that stands there cannot."""
    if not file.parent.is_dir():
        # made unasked, a folder mistyped would hold the file where nobody looks for it
        raise Failure(f"{file.parent}: there is no such folder (make it first, or name another)")
    if not file.exists():
        return
    if file.is_dir():
        raise Failure(f"{file} is a folder (name the file to write)")
    if not file.is_file():
        raise Failure(f"{file} is no ordinary file (name another file)")
    if file.stat().st_size == 0:
        return
    try:
        read_compiled(file)
    except StorageError as error:
        raise Failure(
            f"{file} exists and is no compiled dossier; it was left alone (name another file)"
        ) from error
