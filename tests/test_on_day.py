"""``events --on D``: what took place or was in force that day, whatever became of it later."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import opened, source

from store.dossier import Dossier
from store.views.timeline import EventFilter, timeline
from store.when import parse_when


def measure(root: Path, *claims: str) -> Dossier:
    """The small dossier, of whose curbs a source says each of these in turn."""
    passages = [
        f'quote = "words {number}"\n{claim if "curbs" in claim else f"curbs = {{ {claim} }}"}'
        for number, claim in enumerate(claims)
    ]
    first = source(
        "daily", "2019-08-14", 'quote = "a"\ntalks = { status = "mooted", people = ["ito-ken"] }',
        'quote = "b"\nito-minister = "held"\nhan-spokesman = "held"\nsato-minister = "held"',
        'quote = "c"\nito-ken = { name = "Ken Ito" }\nsato-yui = { name = "Yui Sato" }\n'
        'han-min = { name = "Han Min-su" }',
    )  # fmt: skip
    return opened(root, sources_first=first, sources_z=source("wire", "2019-12-01", *passages))


def so(dossier: Dossier, day: str) -> tuple[str | None, str | None]:
    """Whether the curbs were in force, and when that was last told where it is only maybe."""
    view = timeline(dossier, EventFilter(on=parse_when(day)))
    rows = {row.id: (row.on_day, row.last_told) for row in view.rows(0, len(view))}
    return rows.get("curbs", (None, None))


def on(dossier: Dossier, day: str) -> bool:
    return "curbs" in timeline(dossier, EventFilter(on=parse_when(day))).ids()


def _sign(dossier: Dossier, day: str) -> str:
    view = timeline(dossier, EventFilter(on=parse_when(day)))
    found = [row.status for row in view.rows(0, len(view)) if row.id == "curbs"]
    return "-" if not found else "s" if found == ["suspended"] else "+"


FORCE = 'on = "2019-08-01"\ncurbs = { status = "in-force", date = "2019-08-01/.." }'
STEP = 'on = "2019-08-01"\ncurbs = "in-force"'
LIFTED = 'on = "2019-09-01"\ncurbs = "lifted"'
SUSPENDED = 'on = "2019-09-01"\ncurbs = "suspended"'
AGAIN = 'on = "2019-10-01"\ncurbs = "in-force"'


@pytest.mark.parametrize(
    ("claims", "days"),
    [
        ((FORCE, LIFTED), "- + + + - -"),
        # what had been in force stands suspended from then on
        ((FORCE, SUSPENDED), "- + + s s s"),
        # the event's own start and end, where the steps have no day of their own
        (
            ('status = "in-force", start = "2019-08-01"', 'status = "lifted", end = "2019-09-01"'),
            "- + + + - -",
        ),
        (('status = "in-force", date = "2019-08-01/2019-09-01"',), "- + + + - -"),
        # without a date, by the day of the step
        ((STEP,), "- + + + + +"),
        ((STEP, LIFTED), "- + + + - -"),
        # in force again
        ((STEP, SUSPENDED, AGAIN), "- + + s s +"),
        ((AGAIN, STEP, SUSPENDED), "- + + s s +"),
        # a retelling opens nothing
        ((FORCE, LIFTED, 'status = "in-force"'), "- + + + - -"),
        # a day that is only known to lie before the telling may be any until then
        ((FORCE, 'status = "lifted"'), "- + + + + +"),
        # still in force, and never in force
        ((FORCE,), "- + + + + +"),
        (('status = "in-force", date = "2019-08"',), "- + + + + +"),
        (('status = "suspended", date = "2019-08-01"',), "- - - - - -"),
        (('status = "announced", date = "2019-08-01/.."',), "- - - - - -"),
    ],
)
def test_what_was_in_force(tmp_path: Path, claims: tuple[str, ...], days: str) -> None:
    dossier = measure(tmp_path, *claims)
    asked = ("2019-07-31", "2019-08-01", "2019-08-15", "2019-09-01", "2019-09-15", "2019-11-01")
    found = " ".join(_sign(dossier, day) for day in asked)
    assert found == days


def test_what_is_still_in_force_is_so_as_long_as_sources_may_tell(tmp_path: Path) -> None:
    dossier = measure(tmp_path, STEP)
    assert on(dossier, "2020-12-01")
    assert not on(dossier, "2020-12-02")


def test_a_month_is_asked_as_any_of_its_days(tmp_path: Path) -> None:
    dossier = measure(tmp_path, FORCE, LIFTED)
    asked = ("2019-07", "2019-08", "2019-09", "2019-10")
    assert [on(dossier, month) for month in asked] == [False, True, True, False]


LAST = "2019-12-01"  # the day of the source that tells of the curbs


@pytest.mark.parametrize(
    ("claims", "days"),
    [
        # told until the day of its source; then maybe, as long as the horizon
        (
            (STEP,),
            {
                "2019-07-31": (None, None),
                "2019-08-01": ("yes", None),
                LAST: ("yes", None),
                "2019-12-02": ("maybe", LAST),
                "2020-12-01": ("maybe", LAST),
                "2020-12-02": (None, None),
            },
        ),
        # an end that is told is no maybe
        ((STEP, LIFTED), {"2019-08-15": ("yes", None), "2019-09-02": (None, None)}),
        # some day before the telling, nobody says which: maybe from the step on
        (
            (STEP, 'status = "lifted"'),
            {"2019-08-01": ("yes", None), "2019-08-15": ("maybe", "2019-08-01")},
        ),
        # nobody tells since when: the day of telling is sure, the year before and after it maybe
        (
            ('status = "in-force"',),
            {
                "2018-11-30": (None, None),
                "2019-08-01": ("maybe", None),
                LAST: ("yes", None),
                "2019-12-02": ("maybe", LAST),
                "2020-12-02": (None, None),
            },
        ),
        # some day of a month: the month is sure, a day of it is not
        (
            ('status = "occurred", date = "2019-11"',),
            {"2019-11-20": ("maybe", None), "2019-11": ("yes", None)},
        ),
        (('status = "occurred", date = "2019-11-20~"',), {"2019-11-20": ("maybe", None)}),
        (
            ('status = "occurred", date = "2019-08-01/.."',),
            {"2019-08-01": ("yes", None), "2019-12-02": ("maybe", LAST)},
        ),
    ],
)
def test_what_nobody_tells_any_more_is_maybe(
    tmp_path: Path, claims: tuple[str, ...], days: dict[str, tuple[str | None, str | None]]
) -> None:
    dossier = measure(tmp_path, *claims)
    assert {day: so(dossier, day) for day in days} == days


def test_a_later_source_tells_it_longer(tmp_path: Path) -> None:
    dossier = measure(tmp_path, STEP)
    known = dossier.known_by("2019-11-30")
    assert so(known, "2019-08-15") == (None, None)
    assert so(dossier, "2019-11-30") == ("yes", None)
