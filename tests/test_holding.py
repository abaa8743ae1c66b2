"""Who held what on a day (derived rule 5)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from building import opened, source
from hypothesis import given
from hypothesis import strategies as st

from store.dates.duration import parse_duration
from store.dossier import Dossier
from store.evidence.holding import Span
from store.when import from_day, parse_when
from tui.present.cards import card
from tui.present.line import Link

YEAR = parse_duration("P1Y")


def span(*attested: str, start: str | None = None, end: str | None = None) -> Span:
    days = [*attested, *(text for text in (start, end) if text)]
    return Span(
        parse_when(start) if start else None,
        parse_when(end) if end else None,
        tuple(parse_when(text) for text in days),
        YEAR,
    )


@pytest.mark.parametrize(
    ("tenure", "day", "held"),
    [
        # between two attestations a tenure is unbroken
        (span("2019-08-14", "2019-09-19"), "2019-08-14", "yes"),
        (span("2019-08-14", "2019-09-19"), "2019-09-01", "yes"),
        (span("2019-08-14", "2019-09-19"), "2019-09-19", "yes"),
        # an unclaimed edge is maybe up to the horizon, then unattested
        (span("2019-08-14", "2019-09-19"), "2019-08-13", "maybe"),
        (span("2019-08-14", "2019-09-19"), "2020-09-19", "maybe"),
        (span("2019-08-14", "2019-09-19"), "2020-09-20", "unattested"),
        (span("2019-08-14", "2019-09-19"), "2018-08-13", "unattested"),
        # start and end included; beyond a claimed edge no
        (span(start="2019-09-11", end="2020-01-01"), "2019-09-11", "yes"),
        (span(start="2019-09-11", end="2020-01-01"), "2019-09-10", "no"),
        (span(start="2019-09-11", end="2020-01-01"), "2020-01-01", "yes"),
        (span(start="2019-09-11", end="2020-01-01"), "2020-01-02", "no"),
        # a vague start is maybe inside its bounds
        (span("2019-12-01", start="2019-09"), "2019-09-10", "maybe"),
        (span("2019-12-01", start="2019-09"), "2019-09-30", "yes"),
        (span("2019-12-01", start="2019-09"), "2019-08-31", "no"),
        # doubt turns yes into maybe, and says no less surely
        (span(start="2019-07~"), "2019-07-15", "maybe"),
        (span(start="2019-07~"), "2019-06-20", "maybe"),
        # only an end is known: the post was held at some time before
        (span(end="[..2019-09-09]"), "2019-09-10", "no"),
        (span(end="[..2019-09-09]"), "2019-09-01", "maybe"),
        (span(), "2019-09-01", "unattested"),
        # with a month, yes means every day of it
        (span("2019-08-14", "2019-09-19"), "2019-09", "maybe"),
        (span("2019-08-14", "2019-10-19"), "2019-09", "yes"),
        (span(start="2019-09-11", end="2020-01-01"), "2019-08", "no"),
    ],
)
def test_held(tenure: Span, day: str, held: str) -> None:
    when = parse_when(day)
    assert when.earliest
    assert when.latest
    assert tenure.over(when.earliest, when.latest) == held


_days = st.dates(date(2018, 1, 1), date(2021, 12, 31))


@given(st.lists(_days, min_size=1, max_size=4), _days, st.integers(0, 60))
def test_a_range_agrees_with_each_of_its_days(attested: list[date], first: date, more: int) -> None:
    tenure = Span(None, None, tuple(from_day(day) for day in attested), parse_duration("P30D"))
    days = [first + timedelta(days=n) for n in range(more + 1)]
    each = {tenure.on_day(day) for day in days}
    over = tenure.over(days[0], days[-1])
    assert (over == "yes") == (each == {"yes"})
    assert (over == "maybe") == (bool(each & {"yes", "maybe"}) and each != {"yes"})


def handover(root: Path, **more: str) -> Dossier:
    """Ito is attested in August; Sato starts on 11 September."""
    return opened(root, **more)


def test_a_successors_start_ends_a_tenure_and_says_that_it_is_inferred(tmp_path: Path) -> None:
    dossier = handover(tmp_path)
    ito, sato = dossier.tenure("ito-minister"), dossier.tenure("sato-minister")
    assert ito is not None
    assert sato is not None
    assert ito.end == "2019-09-11"
    assert ito.end_inferred is not None
    assert "Yui Sato" in ito.end_inferred
    assert (ito.succeeded_by, sato.succeeds) == (sato.id, ito.id)
    for day, held in (("2019-09-10", ("yes", "no")), ("2019-09-11", ("yes", "yes")),
                      ("2019-09-12", ("no", "maybe"))):  # fmt: skip
        on = parse_when(day)
        assert (dossier.held(ito.id, on), dossier.held(sato.id, on)) == held


def test_two_seats_end_nobody(tmp_path: Path) -> None:
    posts = """
        [minister-jp]
        title = "Foreign Minister"
        body = "mofa-jp"
        seats = 2
        [spokesman-kr]
        title = "Spokesman"
        body = "mofa-kr"
        """
    dossier = handover(tmp_path, posts__toml=posts)
    assert dossier.tenure("ito-minister").end is None  # type: ignore[union-attr]


def test_people_on_a_day_are_those_that_hold_or_may_hold(tmp_path: Path) -> None:
    dossier = handover(tmp_path)
    on = parse_when("2019-09-12")
    assert [p.id for p in dossier.people(on=on)] == ["sato-yui", "han-min"]
    everyone = {p.id: [t.held for t in p.tenures] for p in dossier.people(on=on, everyone=True)}
    assert everyone == {"ito-ken": ["no"], "sato-yui": ["maybe"], "han-min": ["maybe"]}


def test_held_is_the_day_spoken_of(tmp_path: Path) -> None:
    past = source(
        "herald",
        "2019-08-20",
        'quote = "met on Monday"\nwhen = "on Monday"\n'
        'talks = { status = "occurred", date = "2019-08-19" }\nsato-minister = "held"',
    )
    ahead = source(
        "wire",
        "2019-08-20",
        'quote = "will meet on Friday"\nwhen = "on Friday"\n'
        'talks = { status = "scheduled", date = "2019-08-23" }\nhan-spokesman = "held"',
    )
    dossier = opened(tmp_path, sources_b=past, sources_c=ahead)
    assert dossier.tenure("sato-minister").first_attested == "2019-08-19"  # type: ignore[union-attr]
    assert dossier.tenure("han-spokesman").last_attested == "2019-08-20"  # type: ignore[union-attr]


def test_a_doubtful_day_makes_a_yes_a_maybe(tmp_path: Path) -> None:
    dossier = handover(tmp_path)
    found = [
        tuple(dossier.held(holder, parse_when(day)) for holder in ("ito-minister", "sato-minister"))
        for day in ("2019-09-11", "2019-09-11~", "2019-09-11?")
    ]
    assert found == [("yes", "yes"), ("maybe", "maybe"), ("maybe", "maybe")]
    assert dossier.held("sato-minister", parse_when("2019-09-10~")) == "no"


def test_who_ended_before_he_began_held_nothing() -> None:
    backwards = span(start="2019-09-11", end="2019-09-01")
    days = ("2019-08-20", "2019-09-01", "2019-09-05", "2019-09-11", "2019-09-20")
    assert [backwards.on_day(date.fromisoformat(day)) for day in days] == ["no"] * 5


@pytest.mark.parametrize(
    ("tenure", "told"),
    [
        # exact days are told, edges included
        (span("2021-11-11", end="2022-02-09"), ("2021-11-11", "2022-02-09")),
        (span(start="2019-09-11"), ("2019-09-11", "2019-09-11")),
        # no source names the first or the last day of a month or year
        (span("2021-11-11", end="2022-02"), ("2021-11-11", "2021-11-11")),
        (span("2022-03-20", start="2022-02"), ("2022-03-20", "2022-03-20")),
        (span("2021-11-11", "2022"), ("2021-11-11", "2021-11-11")),
        (span("2021-11-11", end="[2022-01,2022-02]"), ("2021-11-11", "2021-11-11")),
        (span("2021-11-11", end="2022-02-XX"), ("2021-11-11", "2021-11-11")),
        (span("2021-11-11", end="2022-02-2X"), ("2021-11-11", "2021-11-11")),
        (span(start="2022-02"), None),
        (span(start="2021-09", end="2022-02"), None),
        (span("2021"), None),
        # those of a window and of alternatives are named
        (span("2021-11-11", end="[2022-02-01..2022-02-28]"), ("2021-11-11", "2022-02-01")),
        (span("[2021-11-11,2021-11-12]"), ("2021-11-11", "2021-11-12")),
        (span("2021-11-11", end="[2022-02-03..]"), ("2021-11-11", "2022-02-03")),
        # held on each day of a stretch
        (span("2021-11-09/2021-11-11"), ("2021-11-09", "2021-11-11")),
        # a doubtful day is told only where there is no certain one
        (span("2021-11-11~"), ("2021-11-11", "2021-11-11")),
        (span("2021-11-11~", start="2021-09", end="2022-02"), ("2021-11-11", "2021-11-11")),
        (span("2021-11-11~", "2021-12-01"), ("2021-12-01", "2021-12-01")),
        (span(end="[..2019-09-09]"), None),
    ],
)
def test_only_days_that_a_claim_names_are_attested(
    tenure: Span, told: tuple[str, str] | None
) -> None:
    assert (tuple(map(str, tenure.told)) if tenure.told else None) == told


@pytest.mark.parametrize(
    ("tenure", "day", "held"),
    [
        # an end in February: held until some day of it, so on each day before February and on
        # its first, which is the earliest on which it may have ended
        (span("2021-11-11", end="2022-02"), "2022-02-01", "yes"),
        (span("2021-11-11", end="2022-02"), "2022-02-02", "maybe"),
        (span("2021-11-11", end="2022-02"), "2022-03-01", "no"),
        (span("2021-11-09/2021-11-11"), "2021-11-10", "yes"),
        (span("2021-11-09/2021-11-11"), "2021-11-12", "maybe"),
    ],
)
def test_vague_edges_are_held_as_surely_as_before(tenure: Span, day: str, held: str) -> None:
    assert tenure.on_day(date.fromisoformat(day)) == held


def test_a_month_in_which_it_was_held_is_told_as_one(tmp_path: Path) -> None:
    """Nobody names a day of it; that there is no date at all would be untrue too."""
    rest = source(
        "daily", "2019-08-14", 'quote = "a"\ntalks = "mooted"\ncurbs = "announced"',
        'quote = "b"\nhan-spokesman = { held_on = "2018-11" }\nito-minister = "held"',
        'quote = "c"\nito-ken = { name = "Ken Ito" }\nsato-yui = { name = "Yui Sato" }\n'
        'sato-minister = "held"\nhan-min = { name = "Han Min-su" }',
    )  # fmt: skip
    dossier = opened(tmp_path, sources_first=rest)
    han = dossier.tenure("han-spokesman")
    assert han is not None
    assert (han.first_attested, han.last_attested, han.attested) == (None, None, ("2018-11",))
    assert dossier.held("han-spokesman", parse_when("2018-11")) == "maybe"
    for link in (Link("person", "han-min"), Link("post", "spokesman-kr")):
        said = card(dossier, link, 76).plain
        assert "attested Nov 2018" in said
        assert "no date" not in said


def test_card_and_record_name_no_day_of_their_own(tmp_path: Path) -> None:
    told = source(
        "herald",
        "2022-03-20",
        'quote = "until February"\nhan-spokesman = { end = "2022-02" }',
        'quote = "since February"\nsato-minister = { start = "2022-02" }',
    )
    dossier = opened(tmp_path, sources_b=told)
    han = dossier.tenure("han-spokesman")
    assert han is not None
    assert (han.end, han.first_attested, han.last_attested) == (
        "2022-02", "2019-08-14", "2019-08-14"
    )  # fmt: skip
    for person, day in (("han-min", "1 Feb 2022"), ("sato-yui", "28 Feb 2022")):
        for link in (Link("person", person), Link("post", "minister-jp")):
            assert day not in card(dossier, link, 76).plain
