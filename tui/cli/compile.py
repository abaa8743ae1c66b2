"""``legation compile``: a dossier folder into one file."""

from __future__ import annotations

from pathlib import Path

from store.opening import DossierError, compile_folder

from tui.cli.failure import Failure, say
from tui.cli.options import parse
from tui.cli.table import Call


def run(call: Call) -> int:
    """Write the file and say so on stderr."""
    given = parse(call)
    folder, file = Path(given.words[0]), Path(given.words[1])
    try:
        compile_folder(folder, file)
    except DossierError as error:
        raise Failure(*map(str, error.problems), bare=True) from error
    say(f"legation: compiled {folder} into {file}")
    return 0
