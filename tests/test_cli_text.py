"""The text of lists to the character, on a small dossier."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_dossier import write_dossier
from cli_run import legation

EVENTS_80 = """\
Thu 2 Jan 2020  ● held  Meeting of the ministers  ministers-2020-01            •
"""
EVENTS_30 = """\
Thu 2 Jan 2020  ● held       •
  Meeting of the ministers
  ministers-2020-01
"""
PEOPLE_60 = """\
Korea
  Hong Gil-dong  hong-gil-dong
    on 3 Jan 2020  Foreign Minister                        •
"""
POSTS_60 = """\
Korea
  Foreign Minister, Foreign Ministry  foreign-minister-kr
    on 3 Jan 2020  ┄ maybe  Hong Gil-dong                  •
"""
SOURCES_60 = """\
Ministers meet in Seoul                             3 claims
  From       The Gazette
  Published  Fri 3 Jan 2020
  Id         gazette-2020-01-03
"""
CHECK_60 = """\
gazette-2020-01-03  3 claims  14% shown  20% anchored

0 errors, 0 warnings; 1 source, 3 claims: 3 exact
"""
TEXTS = {
    ("events", 80): EVENTS_80,
    ("events", 30): EVENTS_30,
    ("people", 60): PEOPLE_60,
    ("posts --on 2020-02-01", 60): POSTS_60,
    ("sources", 60): SOURCES_60,
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound dossier, and a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("LEGATION_TEXTS", raising=False)
    return write_dossier(tmp_path)


@pytest.mark.parametrize(("line", "columns"), TEXTS)
def test_lists_are_set_to_the_width(
    line: str, columns: int, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    done = legation(monkeypatch, *line.split(), "--dossier", str(root))
    assert done.out == TEXTS[line, columns]


def test_check_tells_shares_and_anchors(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    texts = str(root.parent / "texts")
    done = legation(monkeypatch, "check", str(root), "--texts", texts)
    assert done.out == CHECK_60


def test_a_hit_says_what_matched_and_its_id(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = legation(monkeypatch, "search", "gil-dong", "--dossier", str(root))
    first = done.out.splitlines()[0].split("  ")
    assert first == ["person", "Hong Gil-dong", "hong-gil-dong"]
