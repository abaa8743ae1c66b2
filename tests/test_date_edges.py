"""A start and an end are one day, known well or badly: an interval there is told with what would
be right."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import DAILY, opened, source, write

from store.opening import open_dossier
from store.when import WhenError, parse_when


def told(tmp_path: Path, said: str) -> list[str]:
    changed = source("herald", "2022-01-20", f'quote = "he sat"\nito-minister = {{ {said} }}')
    problems = open_dossier(write(tmp_path, sources_second=changed), strict=False).problems
    return [f"{one.field}: {one.message} ({one.hint})" for one in problems if one.level == "error"]


FAULTS = [
    (
        'end = "../2021"',
        "end: “../2021” is a stretch of time, and an end is one day (or a month, a year, one of "
        "a set) (write “2021”, or “[..2021]” for that day or earlier)",
    ),
    ('end = "/2021-03"', "“2021-03”, or “[..2021-03]” for that day or earlier"),
    ('end = "2021-03/.."', "leave the end out, or write “[2021-03..]” for that day or later"),
    ('start = "2019-09-11/.."', "write “2019-09-11”: without an end it is still so"),
    ('start = "2019-09-11/"', "write “2019-09-11”: without an end it is still so"),
    ('start = "../2019-09-11"', "write “[..2019-09-11]” for that day or earlier"),
    (
        'start = "2019-09/2021"',
        "start = “2019-09” and end = “2021”, or “[2019-09..2021]” for one day between the two",
    ),
    ('held_on = "2019-09-11/.."', "start = “2019-09-11” says since when"),
    ('held_on = ["2019-09-11", "/2021"]', "end = “2021” says until when"),
]


@pytest.mark.parametrize(("said", "hint"), FAULTS)
def test_an_interval_is_no_edge(tmp_path: Path, said: str, hint: str) -> None:
    """``end = "../2021"`` was taken, and read “until until 2021”."""
    (line,) = told(tmp_path, said)
    assert hint in line


@pytest.mark.parametrize(("said", "_hint"), FAULTS)
def test_what_a_hint_names_can_be_read(said: str, _hint: str, tmp_path: Path) -> None:
    (line,) = told(tmp_path, said)
    named = [part.partition("”")[0] for part in line.rpartition("(")[2].split("“")[1:]]
    assert named
    try:
        values = [parse_when(text) for text in named]
    except WhenError as error:
        pytest.fail(str(error))
    assert not any("/" in when.text for when in values)


@pytest.mark.parametrize(
    "said",
    [
        'end = "[..2021]"',
        'end = "[2021-03..2021-05]"',
        'end = "[2021-03,2021-05]"',
        'start = "201X"',
        'start = "2019-09~"',
        'held_on = "2019-09-11/2019-09-13"',
    ],
)
def test_an_edge_may_be_known_badly(tmp_path: Path, said: str) -> None:
    assert told(tmp_path, said) == []


@pytest.mark.parametrize("date", ["/2019-09-02", "../2019-09-02"])
def test_held_in_a_passage_of_what_has_no_first_day_is_of_the_day_of_speaking(
    tmp_path: Path, date: str
) -> None:
    """What ended on a day began nobody knows when: it attests no holder that long."""
    passage = f"""
        quote = "the curbs that Ito ended on Monday"
        curbs = {{ status = "lifted", date = "{date}" }}
        ito-minister = "held"
        """
    text = source("herald", "2019-09-03", passage)
    dossier = opened(tmp_path, sources_first=DAILY, sources_second=text)
    days = [claim.says["held_on"] for claim in dossier.facts.claims if "held_on" in claim.says]
    assert ["2019-09-03"] in days
