"""Marks and notes: kept, shared between sessions, undone, never lost."""

from __future__ import annotations

import errno
import multiprocessing
import os
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.disk.notebook import MAX_NOTE, Notebook
from store.disk.storage import StorageError
from tui.explorer.marking import Marks


def book(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "notes" / "notebook.json")


def test_nothing_is_made_before_the_first_mark(tmp_path: Path) -> None:
    assert book(tmp_path).entries("d") == ()
    assert list(tmp_path.iterdir()) == []


def test_marks_and_notes_outlive_the_session(tmp_path: Path) -> None:
    first = book(tmp_path)
    assert first.toggle("d", "talks", "Talks") is True
    first.write("d", "talks", "Talks", " look at this ")
    first.write("other", "talks", "Talks", "elsewhere")
    (entry,) = book(tmp_path).entries("d")
    assert (entry.record, entry.marked, entry.note) == ("talks", True, "look at this")
    assert first.toggle("d", "talks", "Talks") is False
    assert book(tmp_path).entry("d", "talks").note == "look at this"  # type: ignore[union-attr]
    first.write("d", "talks", "Talks", "")
    assert book(tmp_path).entries("d") == ()


@pytest.mark.parametrize("memory", [True, False])
def test_undo_goes_back_step_by_step(tmp_path: Path, memory: bool) -> None:
    notes = Notebook(None) if memory else book(tmp_path)
    notes.toggle("d", "a", "A")
    notes.write("d", "a", "A", "one")
    notes.write("d", "a", "A", "two")
    notes.toggle("d", "b", "B")
    for word, left in (
        ("mark", {"a": (True, "two")}),
        ("note", {"a": (True, "one")}),
        ("note", {"a": (True, "")}),
        ("mark", {}),
    ):
        undone = notes.undo()
        assert undone is not None
        assert undone[0] == word
        assert {e.record: (e.marked, e.note) for e in notes.entries("d")} == left
    assert notes.undo() is None


def test_undo_leaves_alone_what_another_session_changed(tmp_path: Path) -> None:
    mine, theirs = book(tmp_path), book(tmp_path)
    mine.toggle("d", "a", "A")
    mine.write("d", "b", "B", "mine")
    theirs.write("d", "b", "B", "theirs")
    undone = mine.undo()
    assert undone is not None
    assert (undone[0], undone[1].record) == ("mark", "a")
    assert [(e.record, e.note) for e in mine.entries("d")] == [("b", "theirs")]


def test_undo_never_takes_away_what_another_session_put_there_since(tmp_path: Path) -> None:
    """Also where it looks the same: their mark stands on the record that mine stood on."""
    mine, theirs = book(tmp_path), book(tmp_path)
    mine.toggle("d", "a", "A")
    theirs.toggle("d", "a", "A")
    theirs.toggle("d", "a", "A")
    assert mine.undo() is None
    assert book(tmp_path).entry("d", "a").marked  # type: ignore[union-attr]
    theirs.undo()
    theirs.undo()
    assert book(tmp_path).entry("d", "a").marked, "as mine left it"  # type: ignore[union-attr]


def test_an_undo_that_cannot_be_written_can_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = book(tmp_path)
    notes.write("d", "a", "A", "kept")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as inner:
        inner.setattr(os, "fsync", full)
        with pytest.raises(StorageError, match="No space left"):
            notes.undo()
    assert [entry.note for entry in notes.entries("d")] == ["kept"]
    undone = notes.undo()
    assert undone is not None
    assert undone[1].note == "kept"
    assert notes.entries("d") == ()


def test_a_note_that_is_written_again_as_it_is_writes_nothing(tmp_path: Path) -> None:
    notes = book(tmp_path)
    notes.write("d", "a", "A", "kept")
    stamp = notes.stamp()
    notes.write("d", "a", "A", "kept")
    notes.write("d", "none", "N", "")
    assert notes.stamp() == stamp


def test_each_write_changes_the_stamp(tmp_path: Path) -> None:
    """Also those of one size within one tick of the file system's clock."""
    notes = book(tmp_path)
    stamps = []
    for text in "abcdefgh":
        notes.write("d", "a", "A", text)
        os.utime(tmp_path / "notes" / "notebook.json", ns=(1, 1))
        stamps.append(notes.stamp())
    assert all(one != next_ for one, next_ in pairwise(stamps))


def test_a_session_sees_the_marks_of_another_after_its_next_write(tmp_path: Path) -> None:
    path = tmp_path / "notebook.json"
    mine, theirs = Marks(path, "d"), Marks(path, "d")
    theirs.toggle("a", "A")
    assert mine.of("a") is None
    mine.write("b", "B", "mine")
    assert [entry.record for entry in mine.entries] == ["a", "b"]
    theirs.look()
    assert [entry.record for entry in theirs.entries] == ["a", "b"]
    assert mine.undo().startswith("undone: the note on B")
    assert theirs.undo().startswith("undone: the mark on A")
    assert mine.undo().startswith("nothing to undo")
    mine.look()
    assert mine.entries == ()


def test_notes_are_cleaned_and_bounded(tmp_path: Path) -> None:
    notes = book(tmp_path)
    notes.write("d", "a", "A\x1b[2J", "x\x1b]52;c;AAAA\x07" + "y" * 9_000)
    (entry,) = notes.entries("d")
    assert "\x1b" not in entry.note + entry.title
    assert len(entry.note) == MAX_NOTE


@pytest.mark.parametrize("content", ["{", '{"entries": []}', '{"entries": {"x": 3}}', "[1]"])
def test_a_damaged_file_is_one_clear_error_and_stays(tmp_path: Path, content: str) -> None:
    path = tmp_path / "notebook.json"
    path.write_text(content)
    calls: tuple[Callable[[Notebook], object], ...] = (
        lambda notes: notes.entries("d"),
        lambda notes: notes.toggle("d", "a", "A"),
        lambda notes: notes.write("d", "a", "A", "n"),
    )
    for call in calls:
        with pytest.raises(StorageError, match=str(path)):
            call(Notebook(path))
    assert path.read_text() == content


def test_strange_documents_are_passed_over_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "notebook.json"
    path.write_text('{"entries": {"1": {"dossier": 3}}, "other": {"1": {"x": 1}}}')
    notes = Notebook(path)
    assert notes.entries("d") == ()
    notes.toggle("d", "a", "A")
    assert '"dossier":3' in path.read_text()
    assert '"other"' in path.read_text()


def _mark(path: str, who: int) -> None:
    notes = Notebook(Path(path))
    for number in range(10):
        notes.toggle("d", f"{who}-{number}", "T")


def test_sessions_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "notebook.json"
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_mark, args=(str(path), who)) for who in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=40)
        assert writer.exitcode == 0
    assert len(Notebook(path).entries("d")) == 30


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from("mnu"), st.sampled_from("ab"), st.text(max_size=3)), max_size=12
    )
)
def test_undoing_everything_leaves_nothing(steps: list[tuple[str, str, str]]) -> None:
    notes = Notebook(None)
    for what, record, text in steps:
        if what == "m":
            notes.toggle("d", record, "T")
        elif what == "n":
            notes.write("d", record, "T", text)
        else:
            notes.undo()
    for _ in range(len(steps) + 1):
        notes.undo()
    assert notes.entries("d") == ()
