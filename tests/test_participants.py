"""The post that a participant held on the event's day: a sure one before a possible one."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import BASE, opened, source

from store.dossier import Dossier
from store.model.records import Participant

TENURES = (
    BASE["tenures.toml"]
    + """
        [ito-director]
        person = "ito-ken"
        post = "director-jp"
        """
)
REST = source(
    "daily", "2019-01-01", 'quote = "a"\ncurbs = "announced"',
    'quote = "b"\nhan-spokesman = "held"\nsato-minister = "held"',
    'quote = "c"\nito-ken = { name = "Ken Ito" }\nsato-yui = { name = "Yui Sato" }\n'
    'han-min = { name = "Han Min-su" }',
)  # fmt: skip
LATER = source("wire", "2022-03-20", 'quote = "the minister"\nito-minister = "held"')


def told(root: Path, *passages: str, published: str = "2021-11-12", later: str = LATER) -> Dossier:
    first = source("herald", published, *passages)
    return opened(
        root, tenures__toml=TENURES, sources_first=REST, sources_told=first, sources_z=later
    )


def ito(dossier: Dossier) -> Participant:
    event = dossier.event("talks")
    assert event is not None
    return next(one for one in event.people if one.id == "ito-ken")


def talks(date: str, more: str = "") -> str:
    said = f'status = "occurred", date = "{date}", people = ["ito-ken"]'
    return f'quote = "Director Ito at the talks"\ntalks = {{ {said} }}\n{more}'


@pytest.mark.parametrize(
    "date",
    ["2021-11-10", "2021-11-10~", "2021-11-10?", "2021-11", "2021-11~", "2021", "[..2021-11-12]",
     "[2021-11-09,2021-11-10]", "[2021-11-09..2021-11-11]", "2021-11-09/2021-11-11"],
)  # fmt: skip
def test_the_post_of_the_same_passage_wins(tmp_path: Path, date: str) -> None:
    dossier = told(tmp_path, talks(date, 'ito-director = "held"'))
    # of a month that is not over yet he is told in the post on the day of speaking
    held = "maybe" if date.strip("~") in ("2021-11", "2021") else "yes"
    assert (ito(dossier).tenure, ito(dossier).held) == ("ito-director", held)


@pytest.mark.parametrize("date", ["2021-11-10~", "2021-11", "[2021-11-09..2021-11-11]"])
def test_else_the_one_attested_nearest(tmp_path: Path, date: str) -> None:
    """Another passage, of two days later, names the post."""
    said = 'quote = "Director Ito said"\nito-director = "held"'
    dossier = told(tmp_path, talks(date), said)
    assert (ito(dossier).tenure, ito(dossier).held) == ("ito-director", "maybe")


def test_a_sure_post_comes_before_that_of_the_passage(tmp_path: Path) -> None:
    """The source tells it as of the day of speaking, and not of the talks'."""
    sure = source("wire", "2022-03-20", 'quote = "m"\nito-minister = { held_on = "2021-11-10" }')
    said = 'quote = "Director Ito said"\nito-director = "held"'
    dossier = told(tmp_path, talks("2021-11-10"), said, later=sure)
    assert (ito(dossier).tenure, ito(dossier).held) == ("ito-minister", "yes")


def test_a_later_post_in_a_retelling_is_not_that_of_the_day(tmp_path: Path) -> None:
    """“The minister was at the talks of 2021” makes him no minister then."""
    retold = 'quote = "Minister Ito had been there"\ntalks = { people = ["ito-ken"] }\n'
    later = source("wire", "2022-03-20", f'{retold}ito-minister = "held"')
    first = talks("2021-11-10"), 'quote = "Director Ito said"\nito-director = "held"'
    assert ito(told(tmp_path, *first, later=later)).tenure == "ito-director"


def test_one_that_is_only_possible_says_so(tmp_path: Path) -> None:
    dossier = told(tmp_path, talks("2021-11-10"), 'quote = "d"\nito-director = { end = "2020" }')
    assert (ito(dossier).tenure, ito(dossier).held) == ("ito-minister", "maybe")
    none = told(tmp_path, talks("2018-11-10"), 'quote = "d"\nito-director = { end = "2017" }')
    assert (ito(none).tenure, ito(none).held) == (None, None)


def test_an_end_in_the_passage_is_no_post_held(tmp_path: Path) -> None:
    ended = talks("2021-11-10~", 'ito-director = { end = "2021-11-12" }')
    near = source("wire", "2021-11-20", 'quote = "m"\nito-minister = { held_on = "2021-11-09" }')
    assert ito(told(tmp_path, ended, later=near)).tenure == "ito-minister"
