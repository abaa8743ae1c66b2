"""An even tie is nowhere told as decided; how one value came to be shown is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import source, write
from cli_run import ask, legation
from test_course import course
from test_evidence import _base, passage, talks

from store.dossier import Dossier
from store.views.conflicts import conflicts
from tui.present.cards import card
from tui.present.conflicts import conflict_lines
from tui.present.line import Link

BOTH = 'people = ["ito-ken", "han-min"], status = "occurred"'
SOURCES = (
    source("daily", "2019-08-20", passage(f'{BOTH}, date = "2019-08-13"')),
    source("herald", "2019-08-21", passage(f'{BOTH}, date = "2019-08-14"')),
)


@pytest.fixture
def tie(tmp_path: Path) -> Dossier:
    return talks(tmp_path, *SOURCES)


def test_a_day_of_printing_decides_nothing(tie: Dossier) -> None:
    (conflict,) = tie.conflicts
    assert (conflict.preferred, conflict.undecided) == ("2019-08-14", True)
    assert conflicts(tie).undecided == 1
    said = "\n".join(line.plain for line in conflict_lines(tie, conflict, 76))
    assert "Undecided: as many voices on each side; the later source is shown." in said
    assert "preferred" not in said
    assert "set aside" not in said


def test_the_card_says_how_the_day_came_to_be_shown(tie: Dossier) -> None:
    said = " ".join(card(tie, Link("event", "talks"), 76).plain.split())
    assert "Wed 14 Aug 2019 • Tue 13 Aug 2019 • undecided; the later source is shown" in said
    assert len(course(tie)) == 2


def test_the_command_line_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {f"sources_s{number}": text for number, text in enumerate(SOURCES)}
    folder = write(tmp_path / "d", sources_first=_base(), **files)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "100")
    said = legation(monkeypatch, "conflicts", "--dossier", str(folder)).out
    assert "Undecided: as many voices on each side; the later source is shown." in said
    assert "Wed 14 Aug 2019  shown" in said
    assert "2019-08-1" not in said  # one style of dates
    (row,) = ask(monkeypatch, f"conflicts --dossier {folder}")
    assert row["undecided"] is True
    met = legation(monkeypatch, "encounters", "--dossier", str(folder)).out
    assert "last Wed 14 Aug 2019" not in met
    assert "met once, Wed 14 Aug 2019 (undecided)" in met
    (listed,) = [line for line in met.splitlines() if "Talks of the two" in line]
    assert listed.rstrip().endswith("! ••")


def test_more_voices_decide(tmp_path: Path) -> None:
    more = source("wire", "2019-08-19", passage(f'{BOTH}, date = "2019-08-13"'))
    dossier = talks(tmp_path, *SOURCES, more)
    (conflict,) = dossier.conflicts
    assert (conflict.preferred, conflict.undecided) == ("2019-08-13", False)
    said = "\n".join(line.plain for line in conflict_lines(dossier, conflict, 76))
    assert "preferred ••" in said
    assert "set aside •" in said
