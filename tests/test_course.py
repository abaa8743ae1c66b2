"""The course of an event: whoever is named behind a step and its day told both."""

from __future__ import annotations

from pathlib import Path

from building import source
from test_evidence import passage, talks

from store.dossier import Dossier
from tui.present.cards import card
from tui.present.line import Link


def course(dossier: Dossier, event: str = "talks", cells: int = 76) -> list[str]:
    """The rows of the course, as words."""
    lines = [line.plain for line in card(dossier, Link("event", event), cells).lines]
    start = next(at for at, line in enumerate(lines) if line.startswith("Course"))
    end = next(at for at, line in enumerate(lines) if line.startswith("Evidence"))
    rows = [" ".join(line.removeprefix("Course").split()) for line in lines[start:end]]
    return [row for row in rows if row and "origins against" not in row and "voices" not in row]


def steps(dossier: Dossier) -> list[tuple[str, str | None, bool]]:
    event = dossier.event("talks")
    assert event is not None
    return [(step.by, step.on, step.dated) for step in event.lifecycle]


def test_two_sources_of_two_days_stand_each_beside_its_own(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2019-08-20", passage('status = "occurred", date = "2019-08-13"')),
        source("herald", "2019-08-21", passage('status = "occurred", date = "2019-08-14"')),
    )
    assert course(dossier) == ["● held Tue 13 Aug The Daily", "Wed 14 Aug The Herald"]
    assert steps(dossier) == [("The Daily", "2019-08-13", True), ("The Herald", "2019-08-14", True)]


def test_a_day_told_elsewhere_in_the_source_is_its_day(tmp_path: Path) -> None:
    """A passage says that they met, another of the same source on which day."""
    dossier = talks(
        tmp_path,
        source("daily", "2019-08-20", passage('status = "occurred", date = "2019-08-13"')),
        source("wire", "2019-08-20", passage('status = "occurred", date = "2019-08-13"')),
        source(
            "herald",
            "2019-08-21",
            passage('status = "occurred"'),
            passage('date = "2019-08-14"').replace("words", "others"),
        ),
    )
    assert course(dossier) == ["● held Tue 13 Aug The Daily and The Wire", "Wed 14 Aug The Herald"]
    assert steps(dossier)[-1] == ("The Herald", "2019-08-14", True)


def test_who_tells_no_day_is_named_with_none(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2019-08-20", passage('status = "occurred", date = "2019-08-13"')),
        source("herald", "2019-08-21", passage('status = "occurred"')),
    )
    assert course(dossier) == ["● held Tue 13 Aug The Daily", "also The Herald"]
    assert steps(dossier)[1] == ("The Herald", "2019-08-13", False)


def test_a_bound_is_that_of_whoever_spoke_by_then(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2019-08-10", passage('status = "scheduled"')),
        source("herald", "2019-08-10", passage('status = "scheduled"')),
        source("wire", "2019-08-12", passage('status = "scheduled"')),
    )
    assert course(dossier) == [
        "○ scheduled by 10 Aug 2019 The Daily and The Herald",
        "also The Wire",
    ]


def test_a_hedge_is_told_of_no_one_who_does_not_hedge(tmp_path: Path) -> None:
    unsure = passage('status = "scheduled"') + '\ncertainty = "possible"'
    dossier = talks(
        tmp_path,
        source("daily", "2019-08-10", unsure),
        source("herald", "2019-08-10", passage('status = "scheduled"')),
    )
    assert course(dossier) == ["○ scheduled by 10 Aug 2019 The Daily and The Herald"]
