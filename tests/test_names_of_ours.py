"""A name that only the curator writes is not the one shown, but it finds the person and is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import BASE, source, write
from cli_run import legation
from test_app_states import piloted
from test_unread_files import on

from store.opening import checked_draft, open_dossier
from store.views.directory import directory
from store.views.timeline import EventFilter, timeline

PEOPLE = BASE["people.toml"].replace("Han Min-su", "Han Min-su (한민수)")
OURS = "Han Min-su (한민수)"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, people__toml=PEOPLE)


def test_a_name_of_ours_finds_the_person_wherever_words_do(folder: Path) -> None:
    dossier = open_dossier(folder).dossier
    person = dossier.person("han-min")
    assert person is not None
    assert (person.name, person.names, person.ours) == ("Han Min-su", ("Han Min-su", OURS), OURS)
    assert {hit.type for hit in dossier.search("한민수")} == {"person", "event", "tenure"}
    assert [one.id for one in dossier.people("한민수")] == ["han-min"]
    assert [post.id for post in dossier.posts("한민수")] == ["spokesman-kr"]
    assert timeline(dossier, EventFilter(who=("한민수",))).ids() == ("talks",)
    assert timeline(dossier, EventFilter(words="한민수")).ids() == ("talks",)
    assert directory(dossier, "한민수").ids() == ("han-min",)
    shown = dossier.person("ito-ken")
    assert shown is not None
    assert shown.ours is None


async def test_the_explorer_finds_it_and_the_card_says_whose_it_is(folder: Path) -> None:
    for keys in (("p", *"한민수", "enter"), ("2", "slash", *"한민수", "enter", "enter")):
        async with piloted(on(folder), (100, 30)) as app:
            said = " ".join((await app.press(*keys)).split())
            assert "Han Min-su Korea" in said, keys
            assert f"also spelt {OURS} (our spelling)" in said, keys


def test_the_command_line_finds_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for args in (("search",), ("people",), ("posts",), ("events", "--who")):
        done = legation(monkeypatch, *args, "한민수", "--dossier", str(folder))
        assert done.code == 0, args
        assert done.out, args


def test_check_tells_it_once_with_what_is_shown(folder: Path) -> None:
    (problem,) = checked_draft(folder).problems
    assert (problem.level, problem.line, problem.record) == ("warning", 9, "han-min")
    assert problem.message == f"no source uses “{OURS}”; shown is “Han Min-su”"


def test_a_name_that_a_later_source_uses_is_not_ours_before_it(tmp_path: Path) -> None:
    later = source("herald", "2019-09-20", f'quote = "{OURS}"\nhan-min = {{ name = "{OURS}" }}')
    dossier = open_dossier(write(tmp_path, people__toml=PEOPLE, sources_b=later)).dossier
    early = dossier.known_by("2019-09-01")
    assert early.search("한민수") == ()
    assert early.people("han")[0].names == ("Han Min-su",)
    assert dossier.people("한민수")[0].name == OURS
