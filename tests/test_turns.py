"""What is in force, then suspended or lifted: a date beside a status is the day of that turn."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import opened, source, write
from cli_run import legation
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_course import course

from store.dossier import Dossier
from store.model.records import Event
from store.opening import open_dossier
from store.views.timeline import EventFilter, EventRow, timeline
from store.when import overlaps, parse_when
from tui.present.cards import card
from tui.present.line import Link
from tui.present.rows import event_row

EARLIER, LATER, LAST = "2021-11-12", "2022-03-20", "2022-09-01"
PUBLISHERS = ("daily", "herald", "wire")
BASE = source(
    "daily", "2019-08-14", 'quote = "a"\ntalks = { status = "mooted", people = ["ito-ken"] }',
    'quote = "b"\nito-minister = "held"\nhan-spokesman = "held"\nsato-minister = "held"',
    'quote = "c"\nito-ken = { name = "Ken Ito" }\nsato-yui = { name = "Yui Sato" }\n'
    'han-min = { name = "Han Min-su" }',
)  # fmt: skip


def told(root: Path, *claims: str) -> Dossier:
    """A dossier whose sources of these days, one after the other, say this of the curbs."""
    days = (EARLIER, LATER, LAST)
    files = {
        f"sources_by-{who}": source(
            who, day, f'quote = "w"\n{claim if "curbs" in claim else f"curbs = {{ {claim} }}"}'
        )
        for who, day, claim in zip(PUBLISHERS, days, claims, strict=False)
    }
    return opened(root, sources_first=BASE, **files)


def curbs(dossier: Dossier) -> Event:
    event = dossier.event("curbs")
    assert event is not None
    return event


def on(dossier: Dossier, day: str) -> EventRow | None:
    view = timeline(dossier, EventFilter(on=parse_when(day)))
    return next((row for row in view.rows(0, len(view)) if row.id == "curbs"), None)


def states(dossier: Dossier, *days: str) -> list[tuple[str | None, str | None] | None]:
    """What the row of each day says: the status then, and whether that is sure."""
    return [(row.status, row.on_day) if (row := on(dossier, day)) else None for day in days]


FORCE = 'status = "in-force", date = "2021-10-01/.."'
WAYS = [
    (FORCE, 'status = "suspended", date = "2022-03-20"'),
    (FORCE, 'status = "suspended", date = "2022-03-20/.."'),
    (FORCE, 'status = "suspended", start = "2022-03-20"'),
    (FORCE, 'status = "suspended", end = "2022-03-20"'),
    (FORCE, 'on = "2022-03-20"\ncurbs = "suspended"'),
    (FORCE, 'on = "2022-03-20"\ncurbs = { status = "suspended", date = "2022-03-20" }'),
    (FORCE, 'on = "2022-03-20"\ncurbs = { status = "suspended", date = "2021-10-01/.." }'),
    ('status = "in-force", date = "2021-10-01"', 'status = "suspended", date = "2022-03-20"'),
    ('status = "in-force", start = "2021-10-01"', 'status = "suspended", date = "2022-03-20"'),
    ('status = "in-force", start = "2021-10-01"', 'status = "suspended", end = "2022-03-20"'),
    ('status = "in-force", start = "2021-10-01"', 'status = "suspended", start = "2022-03-20"'),
    (
        'status = "in-force", start = "2021-10-01"',
        'status = "suspended", start = "2021-10-01", end = "2022-03-20"',
    ),
    (
        'status = "in-force"',
        'status = "suspended", start = "2021-10-01", end = "2022-03-20"',
    ),
    (
        'status = "in-force"',
        'status = "suspended", date = "2021-10-01/2022-03-20"',
    ),
    # when it was to end was told before it was suspended
    (
        'status = "in-force", date = "2021-10-01/2022-12-31"',
        'status = "suspended", date = "2022-03-20"',
    ),
    (
        'status = "in-force", start = "2021-10-01", end = "2022-12-31"',
        'status = "suspended", date = "2022-03-20"',
    ),
]


@pytest.mark.parametrize(("first", "then"), WAYS)
def test_in_force_until_it_is_suspended(tmp_path: Path, first: str, then: str) -> None:
    dossier = told(tmp_path, first, then)
    event = curbs(dossier)
    assert event.conflicts == ()
    assert (event.status, event.date) == ("suspended", "2021-10-01/2022-03-20")
    assert event.date_status == "in-force"
    assert states(dossier, "2021-09-30", "2021-10-01", "2021-10-15", "2022-03-19") == [
        None, ("in-force", "yes"), ("in-force", "yes"), ("in-force", "yes")
    ]  # fmt: skip
    assert states(dossier, "2022-03-20", "2022-04-01", "2023-03-21") == [
        ("suspended", "yes"), ("suspended", "maybe"), None
    ]  # fmt: skip


@pytest.mark.parametrize(("first", "then"), WAYS)
def test_what_was_not_known_yet_ends_nothing(tmp_path: Path, first: str, then: str) -> None:
    known = told(tmp_path, first, then).known_by("2022-01-01")
    assert curbs(known).status == "in-force"
    later = "yes" if "2022-12-31" in first else "maybe"  # it was told to last longer
    assert states(known, "2021-11-12", "2022-02-01") == [("in-force", "yes"), ("in-force", later)]


@pytest.mark.parametrize("field", ["date", "start", "end"])
def test_lifted_is_over(tmp_path: Path, field: str) -> None:
    dossier = told(tmp_path, FORCE, f'status = "lifted", {field} = "2022-03-20"')
    event = curbs(dossier)
    assert (event.status, event.date) == ("lifted", "2021-10-01/2022-03-20")
    assert event.conflicts == ()
    assert states(dossier, "2021-10-15", "2022-03-20", "2022-03-21") == [
        ("in-force", "yes"), ("in-force", "yes"), None
    ]  # fmt: skip


def test_suspended_then_lifted(tmp_path: Path) -> None:
    dossier = told(
        tmp_path, FORCE,
        'status = "suspended", date = "2022-03-20"', 'status = "lifted", date = "2022-08-01"',
    )  # fmt: skip
    event = curbs(dossier)
    assert (event.status, event.date, event.conflicts) == ("lifted", "2021-10-01/2022-03-20", ())
    assert states(dossier, "2021-10-15", "2022-04-01", "2022-08-01", "2022-08-02") == [
        ("in-force", "yes"), ("suspended", "yes"), ("suspended", "yes"), None
    ]  # fmt: skip


def test_in_force_again(tmp_path: Path) -> None:
    dossier = told(
        tmp_path, FORCE,
        'status = "suspended", date = "2022-03-20"', 'status = "in-force", date = "2022-08-15/.."',
    )  # fmt: skip
    event = curbs(dossier)
    assert (event.status, event.date, event.conflicts) == ("in-force", "2022-08-15/..", ())
    assert states(dossier, "2021-10-15", "2022-04-01", "2022-08-15", "2022-09-02") == [
        ("in-force", "yes"), ("suspended", "yes"), ("in-force", "yes"), ("in-force", "maybe")
    ]  # fmt: skip
    rows = [on(dossier, day) for day in ("2021-10-15", "2022-04-01", "2022-08-20")]
    assert [row.date if row else None for row in rows] == [
        "2021-10-01/2022-03-20", "2022-03-20/2022-08-15", "2022-08-15/.."
    ]  # fmt: skip
    window = EventFilter(from_=parse_when("2021-11"), until=parse_when("2021-12"))
    assert "curbs" in timeline(dossier, window).ids()  # it was in force then


def test_of_one_turn_different_days_are_rivals(tmp_path: Path) -> None:
    """Both say since when it is in force, or both when it was suspended."""
    dossier = told(tmp_path / "a", FORCE, 'status = "in-force", date = "2021-12-01/.."')
    assert [conflict.field for conflict in curbs(dossier).conflicts] == ["date"]
    dossier = told(
        tmp_path / "b", FORCE,
        'status = "suspended", date = "2022-03-20"', 'status = "suspended", date = "2022-03-25"',
    )  # fmt: skip
    (conflict,) = curbs(dossier).conflicts
    assert [rival.value for rival in conflict.values] == ["2022-03-25", "2022-03-20"]
    assert curbs(dossier).date == "2021-10-01/2022-03-25"
    dossier = told(
        tmp_path / "c", 'status = "in-force", start = "2021-10-01"',
        'status = "in-force", start = "2021-12-01"', 'status = "suspended", start = "2022-03-25"',
    )  # fmt: skip
    (conflict,) = curbs(dossier).conflicts
    assert [rival.value for rival in conflict.values] == ["2021-12-01", "2021-10-01"]


def test_suspended_for_a_time_to_come(tmp_path: Path) -> None:
    for number, says in enumerate(
        ('date = "2022-03-20/2022-06-30"', 'start = "2022-03-20", end = "2022-06-30"')
    ):
        dossier = told(tmp_path / str(number), FORCE, f'status = "suspended", {says}')
        event = curbs(dossier)
        assert (event.date, event.conflicts) == ("2021-10-01/2022-03-20", ())
        row = on(dossier, "2022-04-01")
        assert row is not None
        assert row.status == "suspended"


def test_no_day_of_the_suspension_leaves_the_end_open(tmp_path: Path) -> None:
    dossier = told(tmp_path, FORCE, 'curbs = "suspended"')
    event = curbs(dossier)
    assert (event.status, event.date) == ("suspended", "2021-10-01/")
    assert states(dossier, "2021-11-01", "2022-03-20", "2022-03-21") == [
        ("in-force", "maybe"), ("suspended", "yes"), ("suspended", "maybe")
    ]  # fmt: skip


def test_suspended_of_what_nobody_says_was_in_force_keeps_its_day(tmp_path: Path) -> None:
    dossier = told(
        tmp_path, 'status = "announced", date = "2021-12-01"',
        'status = "suspended", date = "2022-03-20"',
    )  # fmt: skip
    event = curbs(dossier)
    assert (event.status, event.date, event.conflicts) == ("suspended", "2022-03-20", ())
    assert event.date_status == "suspended"


def test_the_course_places_each_turn_on_its_own_day(tmp_path: Path) -> None:
    dossier = told(tmp_path, FORCE, 'status = "suspended", date = "2022-03-20"')
    said = course(dossier, "curbs")
    assert any("in force" in row and "1 Oct 2021" in row for row in said)
    assert any("suspended" in row and "20 Mar" in row for row in said)


def test_the_card_says_of_which_status_its_days_are(tmp_path: Path) -> None:
    dossier = told(tmp_path, FORCE, 'status = "suspended", date = "2022-03-20"')
    said = " ".join(card(dossier, Link("event", "curbs"), 76).plain.split())
    assert "in force 1 Oct 2021–20 Mar 2022, 171 days" in said


def test_a_row_says_that_it_was_suspended_after_its_days(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "100")
    dossier = told(tmp_path / "d", FORCE, 'status = "suspended", date = "2022-03-20"')
    args = ("events", "--dossier", str(tmp_path / "d"))
    assert "1 Oct 2021–20 Mar 2022 ‖ then suspended" in _said(monkeypatch, *args)
    assert "1 Oct 2021–20 Mar 2022 ■ in force" in _said(monkeypatch, *args, "--on", "2021-10-15")
    assert "from 20 Mar 2022 ‖ suspended" in _said(monkeypatch, *args, "--on", "2022-04-01")
    view = timeline(dossier).narrow("curbs")
    for pane in (100, 60, 58):
        assert "‖ then suspended Curbs" in event_row(view.rows(0, 1)[0], pane).plain
    (found,) = legation(monkeypatch, *args, "--on", "2021-10-15", "--json").json
    assert (found["status"], found["date_status"]) == ("suspended", "in-force")
    assert (found["status_on_day"], found["on_day"]) == ("in-force", "yes")


def _said(monkeypatch: pytest.MonkeyPatch, *args: str) -> str:
    return " ".join(legation(monkeypatch, *args).out.split())


_DAY = st.sampled_from(
    ["2021-10-01", "2022-03-20", "2022-03-20~", "2022-03", "2021", "2022-06-30", "2021-10-01/..",
     "2021-10-01/2022-03-20", "2022-03-20/2022-06-30", "/2022-03-20", "2022-03-20/", "../2022-03",
     "[2022-03-19,2022-03-20]", "[..2022-03-20]", "[2022-03-20..]", "2021-10~/2022-03?"]
)  # fmt: skip
_POINT = st.sampled_from(["2021-10-01", "2022-03-20", "2022-03", "2022-06-30", "[..2022-03-20]"])
_CLAIM = st.tuples(
    st.sampled_from(["in-force", "suspended", "lifted", "announced", "cancelled", "occurred", ""]),
    st.dictionaries(st.sampled_from(["start", "end"]), _POINT, max_size=2),
    st.none() | _DAY,
    st.none() | _POINT,
    st.sampled_from(["", 'disputed = "no"', 'stance = "expects"', 'stance = "denies"']),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_CLAIM, min_size=1, max_size=5))
@example(
    [("in-force", {}, "2022-03-20/2022-06-30", None, ""),
     ("in-force", {"start": "2021-10-01"}, None, None, "")]
)  # fmt: skip
def test_whatever_is_told_the_day_and_the_date_agree(
    tmp_path_factory: pytest.TempPathFactory,
    claims: list[tuple[str, dict[str, str], str | None, str | None, str]],
) -> None:
    """Claims in any form and order: a row of a day never says suspended or in force of days that
    do not reach it, and what no longer holds has no open date."""
    passages = []
    for number, (status, edges, date, step, more) in enumerate(claims):
        says = {"status": status, "date": date, **edges}
        fields = ", ".join(f'{field} = "{value}"' for field, value in says.items() if value)
        on_ = f'on = "{step}"' if step and status else ""
        said = f"{on_}\n{more}\ncurbs = {{ {fields} }}" if fields else 'curbs = "announced"'
        passages.append(f'quote = "words {number}"\n{said}')
    later = source("wire", "2022-12-01", *passages)
    root = write(tmp_path_factory.mktemp("turns"), sources_first=BASE, sources_z=later)
    dossier = open_dossier(root, strict=False, cache=False).dossier
    event = dossier.event("curbs")
    if event is None:
        return
    if event.date and event.status in ("suspended", "lifted") and event.date_status == "in-force":
        assert not event.date.endswith("/..")
    for day in ("2021-09-01", "2021-12-01", "2022-03-20", "2022-05-01", "2022-08-01", "2023-05-01"):
        row = on(dossier, day)
        if row is None:
            continue
        assert row.on_day in ("yes", "maybe")
        when = parse_when(row.date) if row.date else None
        if any(step for _, _, _, step, _ in claims):
            continue  # the day of a step may contradict the event's own date
        if when is not None and when.kind == "interval" and row.status in ("in-force", "suspended"):
            assert overlaps(when, parse_when(day)) != "no"
    card(dossier, Link("event", "curbs"), 76)
