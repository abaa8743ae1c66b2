"""The reader's marks and notes on the records of one dossier, read once and kept at hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from store.disk.notebook import Entry, Notebook
from store.disk.storage import StorageError
from store.model.clean import clean
from tui.out.clipboard import home_short
from tui.present.line import cut

SPOILT = ("the file is damaged", "is no notebook")  # what the parser says after it mends nothing
TITLE = 40  # characters of a title in a word to the reader


class Marks:
    """Marks and notes by record. ``path`` None keeps them in memory alone; with ``most`` no
    further records than that, and the reader is told that they are forgotten.

    What the file cannot do is told in ``problem`` (one line) and in the words that each change
    returns; nothing raises. ``version`` changes with every change, of whichever session.
    """

    def __init__(self, path: Path | None, dossier: str, most: int | None = None) -> None:
        self._most = most
        self._until = "" if most is None else " until you leave"
        self.dossier = dossier
        self.version = 0
        self.undo_key = ""  # as the reader has it
        self.problem = ""
        self.trouble = ""  # the same in few words, what to do first
        self._undone = False  # whether this session has taken anything back
        self.kept = True  # whether the last change was
        self.entries: tuple[Entry, ...] = ()
        self._by_id: dict[str, Entry] = {}
        self._path = path
        self._book: Notebook | None = None
        self._stamp: tuple[int, int] | None = None
        self.look()

    def of(self, record: str) -> Entry | None:
        """What is on a record."""
        return self._by_id.get(record)

    def take(self, dossier: str) -> None:
        """Be about this dossier from now on, read anew."""
        self.dossier = dossier
        self._stamp = None
        self.look()

    def look(self) -> bool:
        """Read the file again where it has changed; whether anything is different now."""
        try:
            book = self._open()
            stamp = book.stamp()
            if stamp == self._stamp:
                return False
            self._stamp = stamp
            self._have(book.entries(self.dossier), "")
            self.trouble = ""
        except StorageError as error:
            self.trouble = f"no note can be kept: {_in_short(error)}"
            if str(error) == self.problem:
                return False
            self._have((), str(error))
        return True

    def toggle(self, record: str, title: str) -> str:
        """Mark a record or take its mark away; what was done, in one line."""
        if why := self._full(record):
            return why

        def change(book: Notebook) -> str:
            marked = book.toggle(self.dossier, record, title)
            word = f"marked{self._until}" if marked else "no longer marked"
            return f"{word}: {cut(title, TITLE)}   {self.undo_key} takes it back"

        return self._change(change)

    def write(self, record: str, title: str, note: str) -> str:
        """Put a note on a record, an empty one to take it away; what was done, in one line."""
        if why := self._full(record):
            return why
        had = self.of(record)

        def change(book: Notebook) -> str:
            after = book.write(self.dossier, record, title, note)
            if after is not None and after.note:
                return f"noted{self._until} on {cut(title, TITLE)}   {self.undo_key} takes it back"
            if had is not None and had.note:
                return f"note removed from {cut(title, TITLE)}   {self.undo_key} brings it back"
            return "no note written"

        return self._change(change)

    def undo(self) -> str:
        """Take this session's last change back; what that was, in one line."""

        def change(book: Notebook) -> str:
            undone = book.undo()
            if undone is None:
                said = "has changed no mark or note" if not self._undone else "has undone all"
                return f"nothing to undo: this session {said}"
            self._undone = True
            word, entry = undone
            did = {"mark": "the mark on", "unmark": "taking the mark off"}
            return f"undone: {did.get(word, 'the note on')} {cut(entry.title, TITLE)}"

        return self._change(change)

    def _full(self, record: str) -> str:
        """Why this record cannot have a mark or note as well; empty where it can."""
        self.kept = self._most is None or record in self._by_id or len(self._by_id) < self._most
        return "" if self.kept else f"not more than {self._most} marks here: take one off first"

    def _change(self, change: Callable[[Notebook], str]) -> str:
        try:
            said = change(self._open())
            self.kept = True
        except StorageError as error:
            self.kept = False
            return f"not changed: {_in_short(error)}"
        self._stamp = None
        self.look()
        return said

    def _open(self) -> Notebook:
        if self._book is None:
            self._book = Notebook(self._path)
        return self._book

    def _have(self, entries: tuple[Entry, ...], problem: str) -> None:
        self.version += 1
        self.problem = problem
        self.entries = entries
        self._by_id = {entry.record: entry for entry in entries}


def _in_short(error: StorageError) -> str:
    """The fault and what to do, then the file: a line at the foot is cut at its end."""
    fault, _, mend = error.message.partition("; ")
    if fault.startswith(SPOILT):
        fault, mend = fault.partition(": ")[0], mend or "mend it or move it away"
    said = clean(" ".join(f"{fault}; {mend}".split())).rstrip("; ")
    return f"{said} ({home_short(error.path)})"
