"""The course tells the year of a step, unless it is that of the event."""

from __future__ import annotations

from pathlib import Path

from building import source
from test_course import course
from test_evidence import passage, talks


def test_a_step_of_another_year_tells_it(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2019-08-10", passage('status = "scheduled", date = "2019-08-13"')),
        source("herald", "2021-09-01", passage('status = "cancelled"')),
    )
    assert course(dossier) == [
        "○ scheduled by 10 Aug The Daily",
        "× called off by 1 Sep 2021 The Herald",
    ]


def test_without_a_date_of_the_event_every_step_tells_its_year(tmp_path: Path) -> None:
    dossier = talks(tmp_path, source("daily", "2019-08-10", passage('status = "mooted"')))
    assert course(dossier) == ["◌ mooted by 10 Aug 2019 The Daily"]
