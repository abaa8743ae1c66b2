"""The compiled dossier: a file for TinyDB, read in one go, refused with one line."""

import gc
import json
import os
from pathlib import Path
from typing import Any

import pytest
from storing import in_child, names
from tinydb import TinyDB

from store.disk.compiled import (
    FORMAT,
    Compiled,
    cache_file,
    folder_stamp,
    read_compiled,
    write_compiled,
)
from store.disk.storage import StorageError
from store.model.frames import FRAMES

MEETING = {"id": "abe-moon-summit", "kind": "meeting", "title": "정상회담 – “summit”", "topics": []}
CLAIM = {"id": "abe-moon-summit.0a1b2c3d", "says": {"status": "held", "people": ["a", "b: host"]}}


def dossier() -> Compiled:
    tables: dict[str, list[dict[str, Any]]] = {name: [] for name in (*FRAMES, "claims")}
    tables["events"] = [{"id": f"event-{number}"} for number in range(12)] + [MEETING]
    tables["claims"] = [CLAIM]
    return Compiled({"format": 1, "id": "japan-korea", "title": "日韓"}, "1-abc", tables)


def test_round_trip_in_file_order(tmp_path: Path) -> None:
    file = tmp_path / "new" / "dossier.json"
    write_compiled(file, dossier())
    found = read_compiled(file)
    assert found.meta == dossier().meta
    assert found.stamp == "1-abc"
    assert found.tables == dossier().tables
    assert list(found.tables) == [*FRAMES, "claims"]
    assert names(file.parent) == ["dossier.json"], "neither lock nor backup is left beside it"
    assert gc.isenabled()


def test_it_is_a_tinydb_file(tmp_path: Path) -> None:
    file = tmp_path / "dossier.json"
    write_compiled(file, dossier())
    with TinyDB(file, access_mode="r", encoding="utf-8") as db:
        assert db.tables() == {"dossier", *FRAMES, "claims"}
        assert db.table("events").all()[-1] == MEETING
        assert db.table("dossier").all() == [
            {"format": FORMAT, "stamp": "1-abc", "meta": dossier().meta}
        ]


def test_a_file_that_tinydb_wrote_is_read(tmp_path: Path) -> None:
    file = tmp_path / "dossier.json"
    write_compiled(file, dossier())
    with TinyDB(file, encoding="utf-8", indent=2, ensure_ascii=False) as db:
        db.table("people").insert({"id": "abe-shinzo"})
    assert read_compiled(file).tables["people"] == [{"id": "abe-shinzo"}]


def test_writing_again_replaces_all(tmp_path: Path) -> None:
    file = tmp_path / "dossier.json"
    write_compiled(file, dossier())
    write_compiled(file, Compiled({}, "1-def", {"events": [MEETING]}))
    found = read_compiled(file)
    assert found.stamp == "1-def"
    assert found.tables == {name: [] for name in (*FRAMES, "claims")} | {"events": [MEETING]}
    with pytest.raises(KeyError, match="evnts"):
        write_compiled(file, Compiled({}, "", {"evnts": []}))
    assert read_compiled(file).stamp == "1-def"


def changed(**tables: object) -> bytes:
    """A good file with some tables replaced, or left out where None is given."""
    good: dict[str, object] = {name: {} for name in (*FRAMES, "claims")}
    good["dossier"] = {"1": {"format": FORMAT, "stamp": "s", "meta": {}}}
    return json.dumps({k: v for k, v in (good | tables).items() if v is not None}).encode()


def head(**fields: object) -> dict[str, object]:
    return {"1": {"format": FORMAT, "stamp": "s", "meta": {}} | fields}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty, and no dossier"),
        (b"{", "is damaged or no legation dossier: Input data was truncated"),
        (changed()[:-9], "is damaged"),
        (b"\x00" * 100, "is damaged"),
        (b"\xef\xbb\xbf" + changed(), "is damaged"),
        (b"[]", "is damaged or no legation dossier: a list stands where a table should;"),
        (b'"text"', "a text stands where a table should"),
        (b'{"a": [1, 2, 3]}', "no legation dossier: a list stands where a table should; `legation"),
        (b"{}", "has no table `dossier`"),
        (b'{"name": "legation", "version": "1.0"}', "is damaged or no legation dossier"),
        (b'{"_default": {"1": {"a": 1}}}', "has no table `dossier`"),
        (b'{"dossier": {"1": {"format": 1, "stamp": "' + b"\xff" + b'"}}}', "is damaged"),
        (b'{"dossier": ' + b'{"a": ' * 100_000, "is damaged"),
        (changed(dossier={}), "has 0 documents in table `dossier` instead of one"),
        (changed(dossier=head() | {"2": head()["1"]}), "has 2 documents in table `dossier`"),
        (changed(dossier=head(format=FORMAT + 1)), f"is of format {FORMAT + 1}, and this legation"),
        (changed(dossier=head(format=0), events=[]), "is of format 0, and this legation"),
        (
            changed(dossier=head(format="one")),
            "bad table `dossier`: in `format` a text stands where a number should",
        ),
        (changed(dossier=head(meta=None)), "in `meta` nothing stands where a table should"),
        (changed(dossier={"1": {"format": FORMAT}}), "missing required field `stamp`"),
        (changed(dossier=head(more=1)), "unknown field `more`"),
        (changed(events=None), "has no table `events`"),
        (changed(events=[]), "a list stands where a table should"),
        (changed(events={"1": "x"}), "a text stands where a table should"),
        (changed(dossier=head(**{"\x1b]0;x\x07\n": 1})), "unknown field `␛]0;x␇ `"),
        (changed(**{"\x9b31m": {}}), "has a table `�31m`, which no dossier has"),
        (changed(evnts={}), "has a table `evnts`, which no dossier has; the tables are dossier, "),
    ],
)
def test_what_is_no_dossier_is_told_in_one_line(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "dossier.json"
    file.write_bytes(content)
    with pytest.raises(StorageError) as caught:
        read_compiled(file)
    line = str(caught.value)
    assert line.startswith(f"{file}: ")
    assert said in line
    assert "legation compile FOLDER FILE" in line or "the tables are" in line
    assert line.isprintable()
    assert file.read_bytes() == content
    assert names(tmp_path) == ["dossier.json"]


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"none\.json: there is no such file$"):
        read_compiled(tmp_path / "none.json")
    with pytest.raises(StorageError, match="cannot be read: Is a directory"):
        read_compiled(tmp_path)
    assert names(tmp_path) == []


def test_the_stamp_follows_names_and_contents_of_the_toml_files(tmp_path: Path) -> None:
    def put(name: str, text: str) -> str:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return folder_stamp(tmp_path)

    stamps = [folder_stamp(tmp_path)]
    stamps.append(put("dossier.toml", "format = 1"))
    stamps.append(put("dossier.toml", "format = 2"))
    stamps.append(put("events.toml", ""))
    stamps.append(put("sources/a.toml", "x"))
    stamps.append(put("sources/b.toml", "y"))
    (tmp_path / "sources/b.toml").rename(tmp_path / "sources/c.toml")
    stamps.append(folder_stamp(tmp_path))
    stamps.append(put("sources/a.toml", "xy"))
    assert len(set(stamps)) == len(stamps)
    assert all(stamp.startswith(f"{FORMAT}-") for stamp in stamps)
    last = stamps[-1]
    assert put("notes.txt", "no part of it") == last
    assert put("sources/.b.toml.swp", "an editor's") == last
    os.utime(tmp_path / "dossier.toml", (0, 0))
    assert folder_stamp(tmp_path) == last


def test_the_stamp_cannot_be_had(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="none: cannot be read: No such file"):
        folder_stamp(tmp_path / "none")


def test_the_stamp_of_a_folder_with_a_file_that_cannot_be_read(common: Path) -> None:
    file = common / "events.toml"
    file.write_text("")
    file.chmod(0)

    def work() -> None:
        with pytest.raises(StorageError, match=r"events\.toml: cannot be read: Permission"):
            folder_stamp(common)

    assert in_child(work) == 0


def test_one_cache_file_for_each_real_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "link").symlink_to("a")
    monkeypatch.chdir(tmp_path)
    file = cache_file(tmp_path / "a")
    assert cache_file(Path("a")) == cache_file(tmp_path / "link") == file
    assert cache_file(tmp_path / "b") != file
    assert file.is_relative_to(tmp_path / "cache" / "legation")
    assert not (tmp_path / "cache").exists()


def test_a_cache_that_cannot_be_written(common: Path) -> None:
    common.chmod(0o555)

    def work() -> None:
        for file in (common / "dossier.json", common / "new" / "dossier.json"):
            with pytest.raises(StorageError, match="Permission denied"):
                write_compiled(file, dossier())

    try:
        assert in_child(work) == 0
    finally:
        common.chmod(0o755)
    assert names(common) == ["marks.json"]
