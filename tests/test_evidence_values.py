"""Dates and places that are rivals, and those that only stand beside each other."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from building import BASE, opened, source
from test_evidence import passage, talks

from store.dossier import Dossier
from store.model.records import Event

HELD = 'status = "occurred", date = "2019-08-21"'


def told(dossier: Dossier) -> Event:
    event = dossier.event("talks")
    assert event is not None
    return event


@pytest.mark.parametrize("vague", ["2019-10~", "2019-10?", "2019-12%"])
@pytest.mark.parametrize("first", [True, False])
def test_an_uncertain_date_is_no_rival(tmp_path: Path, vague: str, first: bool) -> None:
    doubtful = source("daily", "2020-01-20", passage(f'status = "occurred", date = "{vague}"'))
    again = source("wire", "2020-01-21", passage(f'date = "{vague}"'))
    certain = source("herald", "2020-01-20", passage('date = "2019-11-02"'))
    order = (doubtful, again, certain) if first else (certain, doubtful, again)
    dossier = talks(tmp_path, *order)
    assert (told(dossier).date, dossier.conflicts) == ("2019-11-02", ())


def test_of_two_uncertain_dates_one_is_shown_without_conflict(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2020-01-20", passage('status = "occurred", date = "2019-10~"')),
        source("herald", "2020-01-20", passage('date = "2019-12~"')),
        source("wire", "2020-01-20", passage('date = "2019-12~"')),
    )
    assert (told(dossier).date, dossier.conflicts) == ("2019-12~", ())


def test_certain_dates_stay_rivals_beside_an_uncertain_one(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2020-01-20", passage('status = "occurred", date = "2019-10-01~"')),
        source("herald", "2020-01-20", passage('date = "2019-10-01"')),
        source("wire", "2020-01-20", passage('date = "2019-12"')),
    )
    (conflict,) = dossier.conflicts
    assert {rival.value: rival.origins for rival in conflict.values} == {
        "2019-10-01": 2,
        "2019-12": 1,
    }


def test_an_uncertain_end_of_a_tenure_is_no_rival(tmp_path: Path) -> None:
    def ended(day: str) -> str:
        return f'quote = "until then"\nito-minister = {{ end = "{day}" }}'

    dossier = opened(
        tmp_path,
        sources_s1=source("daily", "2019-09-20", ended("2019-05~")),
        sources_s2=source("herald", "2019-09-20", ended("2019-06-11")),
    )
    assert dossier.conflicts == ()
    assert dossier.tenure("ito-minister").end == "2019-06-11"  # type: ignore[union-attr]


def test_only_the_preferred_place_is_the_place(tmp_path: Path) -> None:
    guam, manila = 'status = "scheduled", place = "guam"', 'place = "manila"'
    even = talks(
        tmp_path / "a",
        source("daily", "2019-08-14", passage(guam)),
        source("herald", "2019-08-14", passage(manila)),
    )
    assert told(even).place == ("Guam",)
    assert [hit.id for hit in even.search("manila") if hit.type == "event"] == ["talks"]
    disputed = talks(
        tmp_path / "b",
        source("daily", "2019-08-14", passage(guam, more='disputed = "a slip"')),
        source("herald", "2019-08-14", passage(manila)),
    )
    assert told(disputed).place == ("Manila",)


ONE_SPEAKER = [
    source("daily", "2019-08-14", passage('status = "scheduled", place = ["guam", "manila"]')),
    source("herald", "2019-08-14", passage('place = "manila"')),
]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_what_one_speaker_joins_is_joined_in_any_order(
    tmp_path: Path, order: tuple[int, int]
) -> None:
    dossier = talks(tmp_path, *(ONE_SPEAKER[at] for at in order))
    assert (told(dossier).place, dossier.conflicts) == (("Guam", "Manila"), ())


SAIPAN = BASE["places.toml"] + '        [saipan]\n        name = "Saipan"\n        in = "pacific"\n'


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_place_around_two_rivals_supports_both(tmp_path: Path, order: tuple[int, ...]) -> None:
    sources = [
        source("daily", "2019-08-14", passage('status = "scheduled", place = "pacific"')),
        source("herald", "2019-08-14", passage('place = "guam"')),
        source("wire", "2019-08-14", passage('place = "saipan"')),
    ]
    named = {f"sources_s{n}": sources[at] for n, at in enumerate(order)}
    (conflict,) = opened(tmp_path, places__toml=SAIPAN, **named).conflicts
    assert {rival.value: rival.origins for rival in conflict.values} == {"Guam": 2, "Saipan": 2}


@pytest.mark.parametrize("prefer", [True, False])
def test_what_is_told_after_the_event_is_no_plan(tmp_path: Path, prefer: bool) -> None:
    why = 'prefer = { field = "place", value = "manila", why = "the wire was there" }'
    title = 'title = "Talks of the two"'
    events = BASE["events.toml"].replace(title, f"{title}\n        {why if prefer else ''}")
    dossier = opened(
        tmp_path,
        events__toml=events,
        sources_s1=source("daily", "2019-08-21", passage(f'{HELD}, place = "guam"')),
        sources_s2=source("herald", "2019-08-22", passage('place = "manila"')),
    )
    (conflict,) = dossier.conflicts
    assert {rival.value for rival in conflict.values} == {"Guam", "Manila"}
    assert told(dossier).place == ("Manila",)
    assert (conflict.why == "the wire was there") is prefer


def test_what_was_told_before_or_on_the_day_stays_a_plan(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2019-08-22", passage(f'{HELD}, place = "guam"')),
        source("herald", "2019-08-21", passage('place = "manila"')),
        source("wire", "2019-08-23", passage('status = "scheduled", place = "manila"')),
    )
    assert (told(dossier).place, dossier.conflicts) == (("Guam",), ())


def test_each_field_that_rests_on_our_reading_is_named(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source(
            "daily",
            "2019-08-22",
            passage('status = "occurred", people = ["ito-ken"]'),
            passage(
                'date = "2019-08-21", place = "guam", people = ["han-min"]',
                quote="then",
                more='inferred = "it says then"',
            ),
        ),
        source("herald", "2019-08-22", passage('place = "guam"')),
    )
    event = told(dossier)
    assert (event.inferred, event.our_reading) == (("date",), True)
    assert [(one.id, one.inferred) for one in event.people] == [
        ("ito-ken", False),
        ("han-min", True),
    ]
