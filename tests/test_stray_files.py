"""A file that looks like one of a dossier's and is not read is told, before what it leaves out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from building import write
from cli_run import legation

from store.opening import BUNDLED, checked_draft, open_dossier


def told(root: Path) -> list[str]:
    """The problems of a folder, each as a line without the folder's own name."""
    return [str(problem).removeprefix(f"{root}/") for problem in checked_draft(root).problems]


NOT_READ = "is no file of a dossier, and not read"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("events.toml", "event.toml"),
        ("people.toml", "person.toml"),
        ("people.toml", "poeple.toml"),
        ("bodies.toml", "body.toml"),
        ("topics.toml", "Topics.toml"),
        ("tenures.toml", "tenures.TOML"),
    ],
)
def test_a_misspelt_name_is_told_first_with_the_right_one(
    tmp_path: Path, right: str, wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path)
    (root / right).rename(root / wrong)
    line = f"{wrong}: {NOT_READ} (did you mean {right}?)"
    assert told(root)[0] == line
    checked = legation(monkeypatch, "check", str(root))
    assert checked.code == 1
    assert checked.out.splitlines()[0] == f"warning  {root}/{line}"
    events = legation(monkeypatch, "events", "--dossier", str(root))
    assert events.err.splitlines()[0] == f"{root}/{line}"


@pytest.mark.parametrize("name", ["notes.toml", "todo.toml"])
def test_a_stray_file_is_no_error(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path)
    (root / name).write_text("a = 1\n")
    (line,) = told(root)
    known = "bodies people posts places tenures events topics"
    assert line == f"{name}: {NOT_READ} (one of: {known}, each .toml)"
    assert legation(monkeypatch, "check", str(root)).code == 0
    assert len(open_dossier(root).problems) == 1
    assert len(open_dossier(root).problems) == 1  # from the cache too


def test_no_name_is_guessed_that_has_its_file_or_is_far_off(tmp_path: Path) -> None:
    root = write(tmp_path)
    (root / "event.toml").write_text("")
    (root / "posts.toml").rename(root / "notes.toml")
    assert [line for line in told(root) if NOT_READ in line and "did you mean" in line] == []


def test_sources_belong_into_one_folder(tmp_path: Path) -> None:
    root = write(tmp_path)
    (root / "sources" / "2019").mkdir()
    (root / "sources/first.toml").rename(root / "sources/2019/first.toml")
    assert told(root)[0].startswith("sources/2019: is not read (sources stand in the folder itself")
    (root / "sources/2019/first.toml").rename(root / "sources/first.TOML")
    (root / "sources/2019").rmdir()
    assert told(root)[0] == "sources/first.TOML: is not read (did you mean first.toml?)"
    (root / "sources").rename(root / "source")
    (root / "source/first.TOML").rename(root / "source/first.toml")
    assert told(root)[0].startswith("source: is no folder of a dossier, and not read (did you mean")
    (root / "source").rename(root / "sources")
    (root / "sources.toml").write_text("")
    (line,) = told(root)
    assert line.endswith("not read (one file a source, in the folder sources)")


def test_what_is_beside_a_dossier_for_good_reason_is_not_told(tmp_path: Path) -> None:
    root = write(tmp_path)
    for name in (".#events.toml", "events.toml~", "README.md", "sources/first.txt"):
        (root / name).write_text("")
    (root / "texts").mkdir()
    assert told(root) == []
    assert checked_draft(BUNDLED).problems == []


def test_a_stray_file_whose_name_is_no_text_is_told_from_the_cache_too(tmp_path: Path) -> None:
    root = write(tmp_path)
    (root / os.fsdecode(b"\xff\xfe.toml")).write_text("")
    for _ in range(2):
        opened = open_dossier(root)
        assert opened.notes == ()
        assert str(opened.problems[0]).endswith("each .toml)")
