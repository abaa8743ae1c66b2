"""On a day what is only maybe of it says so: in rows, on cards, in plain text and in JSON."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_run import legation
from test_on_day import FORCE, LIFTED, STEP, measure

from store.dossier import Dossier
from store.views.timeline import EventFilter, timeline
from store.when import parse_when
from tui.present.cards import card
from tui.present.line import Link, width
from tui.present.rows import event_row

DAY = "2020-02-01"


@pytest.fixture
def silent(tmp_path: Path) -> Dossier:
    """Curbs of which nobody tells after 1 December."""
    return measure(tmp_path, STEP)


def row(dossier: Dossier, day: str, pane: int) -> str:
    view = timeline(dossier, EventFilter(on=parse_when(day)))
    (found,) = view.narrow("curbs").rows(0, 9)
    line = event_row(found, pane).plain
    assert width(line) == pane - 2
    return line


@pytest.mark.parametrize(
    ("pane", "said"),
    [(100, "┄ maybe, last told 1 Dec 2019"), (60, "Curbs on exports  ┄ maybe"), (40, "┄")],
)
def test_a_row_says_maybe_in_every_width(silent: Dossier, pane: int, said: str) -> None:
    assert said in " ".join(row(silent, DAY, pane).split()).replace("exports ┄", "exports  ┄")
    assert "┄" not in row(silent, "2019-11-01", pane)


def test_a_long_title_gives_way_to_maybe(tmp_path: Path, silent: Dossier) -> None:
    assert "┄" in row(silent, DAY, 40)
    assert "┄ maybe" in row(silent, DAY, 58)


def test_the_card_says_what_the_row_says(silent: Dossier) -> None:
    def said(day: str | None) -> str:
        on = parse_when(day) if day else None
        return " ".join(card(silent, Link("event", "curbs"), 76, on).plain.split())

    assert "┄ maybe on Sat 1 Feb 2020: last told 1 Dec 2019" in said(DAY)
    assert "┄" not in said("2019-11-01")
    assert "┄" not in said(None)


def test_still_so_says_when_that_was_last_told(tmp_path: Path) -> None:
    dossier = measure(tmp_path / "a", FORCE)
    said = card(dossier, Link("event", "curbs"), 76).plain
    assert "from 1 Aug 2019, still so; last told 1 Dec 2019" in " ".join(said.split())
    ended = measure(tmp_path / "b", FORCE, LIFTED)
    assert ended.event("curbs") is not None


def test_the_command_line_says_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    measure(tmp_path / "d", STEP)
    args = ("events", "--dossier", str(tmp_path / "d"), "--on", DAY)
    for columns in ("100", "50"):
        monkeypatch.setenv("COLUMNS", columns)
        said = " ".join(legation(monkeypatch, *args).out.split())
        assert "┄ maybe, last told 1 Dec 2019" in said
    (found,) = legation(monkeypatch, *args, "--json").json
    assert (found["on_day"], found["last_told"]) == ("maybe", "2019-12-01")
    without = legation(monkeypatch, *args[:3], "--json").json
    assert {(one["on_day"], one["last_told"]) for one in without} == {(None, None)}
