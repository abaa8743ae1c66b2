"""Everything in legation that writes a file, each as one thing to try under a fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from cli_dossier import write_dossier
from cli_run import legation, one_line

from store.disk.notebook import Notebook
from store.disk.storage import StorageError
from store.texts.attached import LOCK
from tui.out import clipboard
from tui.out.saving import SaveError, save

LONG = "a sentence that fills the file, " * 600  # about 20 kB


@dataclass(frozen=True)
class Writing:
    """What is written, the file, and what writes it; that returns what it said went wrong, or
    nothing."""

    what: str
    file: Path
    write: Callable[[], str]

    def refused(self) -> str:
        """Write where it cannot be: what was said, which is one line."""
        said = self.write()
        assert said, f"{self.what}: nothing was said"
        assert said.isprintable(), said
        return said

    def written(self) -> None:
        """Write where it can be."""
        assert self.write() == "", self.what


def writings(folder: Path, elsewhere: Path, patch: pytest.MonkeyPatch) -> list[Writing]:
    """Everything that writes, into ``folder`` (which is there); each has written once.

    What they are written from is made in ``elsewhere``; positions go into a dossier in ``folder``.
    """
    dossier, own = write_dossier(elsewhere), write_dossier(folder)
    texts = str(elsewhere / "texts")
    book, compiled = folder / "notebook.json", folder / "small.json"
    listed, copied = folder / "list.md", folder / "copy.txt"

    def note() -> str:
        try:
            Notebook(book).write("d", f"record-{len(Notebook(book).entries('d'))}", "T", LONG)
        except StorageError as error:
            return str(error)
        return ""

    def command(*args: str) -> str:
        done = legation(patch, *args)
        assert done.code in (0, 2), done
        assert done.code == 0 or done.out == ""
        return one_line(done) if done.code else ""

    def export() -> str:
        try:
            save(listed, LONG.encode(), over=True)
        except SaveError as error:
            return str(error)
        return ""

    def copy() -> str:
        said = clipboard.copy(LONG, "citation", lambda _: None, copied, {})
        return said if "not kept in" in said else ""

    made = [
        Writing("the notebook", book, note),
        Writing(
            "legation compile", compiled, lambda: command("compile", str(dossier), str(compiled))
        ),
        Writing(
            "legation check --write",
            own / LOCK,
            lambda: command("check", str(own), "--texts", texts, "--write"),
        ),
        Writing("an export", listed, export),
        Writing("the copy that is kept", copied, copy),
    ]
    for writing in made:
        writing.written()
    return made
