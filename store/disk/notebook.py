"""Marks and notes: the user's own, on any record of any dossier, in a TinyDB file of their own.

Reading a dossier never writes it; this file is all that a reader changes. Every change is one
write under a lock, so that two sessions lose nothing, and can be undone by the session that made
it.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import platformdirs
from tinydb import TinyDB
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from store.disk.ordinary import named_file
from store.disk.storage import AtomicStorage, StorageError, transaction
from store.model.clean import clean

MAX_NOTE = 4_000  # characters of one note
MOST_UNDONE = 200  # changes that one session remembers
WAIT = 2.0  # seconds to wait for another session: a reader’s key waits meanwhile
_ENTRIES = "entries"


@dataclass(frozen=True)
class Entry:
    """What a reader put on one record: a mark, a note, or both. ``title`` is the record's name
    when it was last touched, for a record that is no longer in its dossier. ``change`` names the
    change that made it so: two that look alike may be of two sessions."""

    dossier: str
    record: str
    title: str
    marked: bool = False
    note: str = ""
    change: str = field(default="", compare=False, repr=False)

    @property
    def empty(self) -> bool:
        """Whether nothing is left of it."""
        return not self.marked and not self.note


def notebook_file() -> Path:
    """Where the user's marks and notes are kept: ``LEGATION_NOTEBOOK``, else in the folder for
    the user's data. Nothing is made. OSError where the variable names no user that is."""
    told = os.environ.get("LEGATION_NOTEBOOK")
    if told:
        return named_file(told)
    return platformdirs.user_data_path("legation") / "notebook.json"


class Notebook:
    """The marks and notes of one user. ``path`` None keeps them in memory alone.

    Everything that reads or writes raises ``StorageError`` where the file cannot be; what stood
    in it is then as it was.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._db = (
            TinyDB(storage=MemoryStorage)
            if path is None
            else TinyDB(path, storage=AtomicStorage, wait=WAIT)
        )
        self._done: list[tuple[str, Entry | None, Entry | None]] = []

    def entries(self, dossier: str) -> tuple[Entry, ...]:
        """Everything on records of a dossier, in the order in which it was first put there."""
        found = [_entry(document) for document in self._documents()]
        return tuple(entry for entry in found if entry is not None and entry.dossier == dossier)

    def entry(self, dossier: str, record: str) -> Entry | None:
        """What is on one record."""
        return next((e for e in self.entries(dossier) if e.record == record), None)

    def toggle(self, dossier: str, record: str, title: str) -> bool:
        """Mark a record, or take its mark away; whether it is marked now."""
        before, after = self._change(
            dossier, record, title, lambda entry: _changed(entry, marked=not entry.marked)
        )
        marked = after is not None and after.marked
        self._remember("mark" if marked else "unmark", before, after)
        return marked

    def write(self, dossier: str, record: str, title: str, note: str) -> Entry | None:
        """Put a note on a record; an empty one takes it away. At most ``MAX_NOTE`` characters."""
        text = clean(note).strip()[:MAX_NOTE]
        before, after = self._change(
            dossier, record, title, lambda entry: _changed(entry, note=text)
        )
        if _state(before) != _state(after):
            self._remember("note", before, after)
        return after

    def undo(self) -> tuple[str, Entry] | None:
        """Take back this session's last change that still stands: what it was (``mark unmark
        note``) and the entry concerned. None where nothing is left to undo. A record that another
        session has changed since is left alone."""
        while self._done:
            word, before, after = self._done[-1]
            one = cast(Entry, after or before)
            nothing = Entry(one.dossier, one.record, one.title)
            restored, left_as = before or nothing, after or nothing
            undone = False

            def back(entry: Entry, left: Entry = left_as, old: Entry = restored) -> Entry:
                nonlocal undone
                undone = (_state(entry), entry.change) == (_state(left), left.change)
                return old if undone else entry

            self._change(one.dossier, one.record, one.title, back)
            self._done.pop()  # only now: what cannot be written can be tried again
            if undone:
                return word, one
        return None

    def stamp(self) -> tuple[int, int]:
        """A value that changes when any session writes: every write makes another file, and two of
        one size may fall into one tick of the clock."""
        if self.path is None:
            return (len(self._done), 0)
        try:
            found = os.stat(self.path)
        except OSError:
            return (0, 0)
        return (found.st_ctime_ns, found.st_ino)

    def _remember(self, word: str, before: Entry | None, after: Entry | None) -> None:
        self._done.append((word, before, after))
        del self._done[:-MOST_UNDONE]

    def _change(
        self, dossier: str, record: str, title: str, change: Any
    ) -> tuple[Entry | None, Entry | None]:
        """Change the entry of one record in one write; what it was and what it is now."""
        if self.path is None:
            return self._apply(dossier, record, title, change)
        with transaction(self._db):
            return self._apply(dossier, record, title, change)

    def _apply(
        self, dossier: str, record: str, title: str, change: Any
    ) -> tuple[Entry | None, Entry | None]:
        table = self._table()
        for document in self._documents():
            before = _entry(document)
            if before is not None and (before.dossier, before.record) == (dossier, record):
                wanted = change(before)
                if _state(wanted) == _state(before):
                    return before, before
                after = replace(wanted, title=clean(title))
                if after.empty:
                    table.remove(doc_ids=[document.doc_id])
                    return before, None
                table.update(_plain(after), doc_ids=[document.doc_id])
                return before, after
        after = change(Entry(dossier, record, clean(title)))
        if after.empty:
            return None, None
        table.insert(_plain(after))
        return None, after

    def _table(self) -> Table:
        return self._db.table(_ENTRIES, cache_size=0)

    def _documents(self) -> list[Document]:
        try:
            return self._table().all()
        except (TypeError, ValueError, KeyError) as error:
            raise StorageError(
                f"is no notebook of legation: {error}", Path(self.path or "")
            ) from error


def _changed(entry: Entry, **to: Any) -> Entry:
    return replace(entry, **to, change=secrets.token_hex(4))


def _state(entry: Entry | None) -> tuple[bool, str]:
    """What a reader sees of it."""
    return (False, "") if entry is None else (entry.marked, entry.note)


def _plain(entry: Entry) -> dict[str, Any]:
    return {
        "dossier": entry.dossier,
        "record": entry.record,
        "title": entry.title,
        "marked": entry.marked,
        "note": entry.note,
        "change": entry.change,
    }


def _entry(document: Document) -> Entry | None:
    """An entry, cleaned; None for a document that is none, which is left alone."""
    texts = [document.get(name) for name in ("dossier", "record", "title", "note")]
    if not all(isinstance(text, str) for text in texts):
        return None
    dossier, record, title, note = (clean(str(text)) for text in texts)
    change = clean(str(document.get("change", "")))[:20]
    return Entry(dossier, record, title, document.get("marked") is True, note[:MAX_NOTE], change)
