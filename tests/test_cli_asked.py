"""``events`` asked in the reader's own words: several people, the words of the screen."""

from __future__ import annotations

import pytest
from cli_run import ask, legation, one_line

from store.model.claims import RANK
from tui.cli.asked import status_of
from tui.present.signs import STATUS, row_word


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path_factory.getbasetemp() / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    for name in ("LEGATION_DOSSIER", "LEGATION_TEXTS", "COLUMNS", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


def ids(monkeypatch: pytest.MonkeyPatch, *args: str) -> list[str]:
    done = legation(monkeypatch, "events", *args, "--json")
    assert (done.code, done.err) == (0, "")
    return [event["id"] for event in done.json]


def test_everybody_named_took_part_whatever_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    both = ids(monkeypatch, "--who", "kang", "--who", "motegi")
    assert both == ids(monkeypatch, "--who", "motegi", "--who", "kang")
    kang, motegi = ids(monkeypatch, "--who", "kang"), ids(monkeypatch, "--who", "motegi")
    assert both == [id for id in kang if id in motegi]
    assert 0 < len(both) < min(len(kang), len(motegi))


def test_a_name_that_nobody_has_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for asked, said in (
        ("nobody", "nobody here is called “nobody” (legation people lists all)"),
        ("kang motegi", "say --who kang --who motegi"),
        ("moteki", "did you mean Toshimitsu Motegi?"),
    ):
        done = legation(monkeypatch, "events", "--who", "kono", "--who", asked)
        assert (done.code, done.out) == (1, "")
        assert one_line(done).startswith("legation: no event matches: ")
        assert said in one_line(done)


def test_people_who_never_met_are_no_unknown_names(monkeypatch: pytest.MonkeyPatch) -> None:
    done = legation(monkeypatch, "events", "--who", "kono", "--who", "takizaki")
    assert (done.code, one_line(done)) == (1, "legation: no event matches")


def test_the_words_of_the_screen_are_statuses(monkeypatch: pytest.MonkeyPatch) -> None:
    for status in RANK:
        assert status_of(status) == status
        assert status_of(STATUS[status].word) == status
        assert status_of(row_word(status)) == status
    for word, status in (
        ("held", "occurred"),
        ("came about", "occurred"),
        ("Called Off", "cancelled"),
        ("did not occur", "did-not-occur"),
        ("not held", "did-not-occur"),
        ("in force", "in-force"),
        ("ruled out", "ruled-out"),
    ):
        assert ids(monkeypatch, "--status", word) == ids(monkeypatch, "--status", status)
    assert {row["status"] for row in ask(monkeypatch, "events --status held")} == {"occurred"}


def test_an_unknown_status_is_refused_still(monkeypatch: pytest.MonkeyPatch) -> None:
    done = legation(monkeypatch, "events", "--status", "helt")
    assert (done.code, done.out) == (2, "")
    assert "unknown status “helt”" in one_line(done)


def test_a_date_is_told_in_the_words_of_its_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    (late,) = [
        event
        for event in ask(monkeypatch, "events")
        if event["title"].startswith("Abe–Moon meeting in")
    ]
    assert late["date"] == "2019-10~"
    for command in ("events", f"show {late['id']}", "encounters"):
        said = legation(monkeypatch, *command.split()).out
        assert "late Oct 2019" in said, command
    rows = [line for line in legation(monkeypatch, "events").out.splitlines() if late["id"] in line]
    assert all(row.startswith("late Oct 2019") for row in rows)
