"""The storage under marks and the compiled dossier: what is put in comes back, damage is told."""

import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from storing import names, opened, put, texts
from tinydb import TinyDB, where

from store.disk.lock import file_lock
from store.disk.storage import AtomicStorage, StorageError, transaction


def test_what_is_put_comes_back_and_the_content_before_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "state" / "marks.json"
    put(file, "one")
    assert names(file.parent) == ["marks.json"]
    before = file.read_bytes()
    put(file, "二", "셋")
    assert texts(file) == ["one", "二", "셋"]
    assert (file.parent / "marks.json.bak").read_bytes() == before
    assert names(file.parent) == ["marks.json", "marks.json.bak"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "二" in file.read_text(encoding="utf-8")
    assert [row["text"] for row in TinyDB(file).table("marks").all()] == ["one", "二", "셋"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abé한", max_size=3), inner)
    ),
    max_leaves=8,
)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.dictionaries(st.text("abé한\x00\x1b", max_size=4), json_values), max_size=5))
def test_any_record_survives(rows: list[dict[str, object]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "marks.json"
        db = opened(file)
        with transaction(db):
            db.table("marks").insert_multiple(rows)
        assert opened(file).table("marks").all() == rows


def test_one_user_action_is_one_write(tmp_path: Path) -> None:
    file = tmp_path / "marks.json"
    put(file, "old")
    db = opened(file)
    with transaction(db):
        table = db.table("marks")
        table.truncate()
        assert table.all() == [], "the session sees its own change"
        assert texts(file) == ["old"], "nobody else does"
        table.insert({"text": "new"})
        assert texts(file) == ["old"]
    assert texts(file) == ["new"]


def test_an_exception_leaves_the_file_and_the_session_as_they_were(tmp_path: Path) -> None:
    file = tmp_path / "marks.json"
    put(file, "kept")
    db = opened(file)
    table = db.table("marks")
    with pytest.raises(ZeroDivisionError), transaction(db):
        table.insert({"text": "dropped"})
        assert table.count(where("text") == "dropped") == 1
        raise ZeroDivisionError
    assert texts(file) == ["kept"]
    assert table.count(where("text") == "dropped") == 0
    with transaction(db):
        assert table.insert({"text": "next"}) == 2
    assert names(tmp_path) == ["marks.json", "marks.json.bak"]


def test_what_cannot_be_stored_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "marks.json"
    put(file, "kept")
    before = file.read_bytes()
    for value in (object(), "\ud800"):
        db = opened(file)
        with pytest.raises(StorageError, match="cannot be stored"), transaction(db):
            db.table("marks").insert({"text": value})
    assert file.read_bytes() == before


def test_two_sessions_in_turn_see_each_other(tmp_path: Path) -> None:
    """TinyDB remembers the next number and answers of queries; both are forgotten."""
    file = tmp_path / "marks.json"
    first, second = opened(file), opened(file)
    for round_ in range(3):
        for db in (first, second):
            with transaction(db):
                assert db.table("marks").count(where("round") == round_) == (db is second)
                db.table("marks").insert({"round": round_})
    assert len(opened(file).table("marks")) == 6


def test_a_write_without_the_lock_is_refused(tmp_path: Path) -> None:
    db = opened(tmp_path / "marks.json")
    with pytest.raises(RuntimeError, match="transaction"):
        db.table("marks").insert({"text": "x"})
    assert names(tmp_path) == []
    with pytest.raises(TypeError), transaction(TinyDB(tmp_path / "other.json")):
        pass


def test_reading_creates_and_locks_nothing(tmp_path: Path) -> None:
    file = tmp_path / "marks.json"
    with pytest.raises(StorageError, match="no such file"):
        texts(file)
    assert opened(file).table("marks").all() == []
    assert names(tmp_path) == []
    put(file, "one")
    reader = AtomicStorage(file, "r", wait=0)
    with file_lock(reader.lock_path, 0):
        assert texts(file) == ["one"]
    with pytest.raises(StorageError, match="reading only"), reader.locked():
        pass
    with pytest.raises(StorageError, match="reading only"):
        reader.write({})


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b'{"marks": {"1": {"text": "x"}}',
        b"[]",
        b"null",
        b'{"marks": []}',
        b'{"marks": {"1": 2}}',
        b'{"marks": {"one": {}}}',
        b'{"marks": {"1": {"text": "\xff"}}}',
        b'{"marks": {"1": {"\xff": 1}}}',
        b'{"marks": {"1": {"text": "\\ud800"}}}',
        b'{"marks": {"1": {"text": ' + b"[" * 100_000,
        b"\x00" * 4096,
        b"\xef\xbb\xbf{}",
        "not JSON\x1b]0;x\x07\nat all".encode("utf-16"),
    ],
)
@pytest.mark.parametrize("backup", [True, False])
def test_damage_is_one_clear_line_and_touches_nothing(
    tmp_path: Path, content: bytes, backup: bool
) -> None:
    file = tmp_path / "marks.json"
    file.write_bytes(content)
    if backup:
        (tmp_path / "marks.json.bak").write_bytes(b'{"marks": {"1": {"text": "good"}}}')
    before = {entry: entry.read_bytes() for entry in tmp_path.iterdir()}
    changes: list[Callable[[TinyDB], object]] = [
        lambda db: db.table("marks").insert({"text": "y"}),
        lambda db: db.drop_tables(),  # TinyDB writes this one without reading first
        lambda db: db.table("marks").all(),
    ]
    for change in changes if backup else changes[::2]:
        db = opened(file)
        with pytest.raises(StorageError) as caught, transaction(db):
            change(db)
        line = str(caught.value)
        assert line.startswith(f"{file}: the file is damaged: ")
        assert line.isprintable()
        assert line.endswith("marks.json.bak is the last good copy") == backup
        assert caught.value.path == file
    assert {entry: entry.read_bytes() for entry in tmp_path.iterdir()} == before


@pytest.mark.parametrize("content", [b"", None])
def test_an_empty_or_missing_file_with_a_backup_is_damage(
    tmp_path: Path, content: bytes | None
) -> None:
    file, kept = tmp_path / "marks.json", tmp_path / "marks.json.bak"
    if content is not None:
        file.write_bytes(content)
    assert opened(file).table("marks").all() == [], "without a backup it is a new one"
    kept.write_bytes(b'{"marks": {"1": {"text": "good"}}}')
    with pytest.raises(StorageError, match=r"copy marks\.json\.bak over it"):
        put(file, "x")
    assert kept.exists()
    assert file.exists() == (content is not None)
    kept.unlink()
    put(file, "x")
    assert texts(file) == ["x"]


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "marks.json").mkdir()
    with pytest.raises(StorageError, match=r"cannot be read: Is a directory"):
        put(tmp_path / "marks.json", "x")
    with pytest.raises(StorageError, match=r"cannot be locked for writing"):
        put(tmp_path / "marks.json" / "a" / ("x" * 300) / "marks.json", "x")


def test_an_error_names_the_file_as_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("dossiers").mkdir()
    Path("link").symlink_to("dossiers")
    with pytest.raises(StorageError, match=r"^link/marks\.json: there is no such file$"):
        texts(Path("link/marks.json"))
    assert str(StorageError("is\nno good", Path("a\x1b[2Jb\n.json"))) == "a␛[2Jb .json: is no good"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    link = tmp_path / "marks.json"
    link.symlink_to(real / "marks.json")
    put(link, "one")
    put(link, "two")
    assert link.is_symlink()
    assert texts(real / "marks.json") == ["one", "two"]
    assert names(tmp_path) == ["marks.json", "real"]
