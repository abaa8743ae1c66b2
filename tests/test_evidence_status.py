"""What became of an event where sources contradict each other: status and conflict agree."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import BASE, opened, source
from hypothesis import given, settings
from hypothesis import strategies as st
from test_evidence import passage, talks

from store.dossier import Dossier
from store.model.records import Event

HELD = 'status = "occurred", date = "2019-08-16"'


WHY = "the wire was there"
CHOICE = 'prefer = { field = "status", value = "%s", why = "%s" }'


def told(dossier: Dossier) -> Event:
    event = dossier.event("talks")
    assert event is not None
    return event


def preferring(value: str, why: str = WHY) -> str:
    """The events, with a preference for this status of the talks."""
    title = 'title = "Talks of the two"'
    assert title in BASE["events.toml"]
    return BASE["events.toml"].replace(title, f"{title}\n        {CHOICE % (value, why)}")


@pytest.mark.parametrize("other", ["did-not-occur", "cancelled"])
def test_the_status_is_the_one_that_its_conflict_prefers(tmp_path: Path, other: str) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2019-08-20", passage(HELD)),
        source("herald", "2019-08-20", passage(f'status = "{other}"')),
        source("wire", "2019-08-20", passage(f'status = "{other}"')),
    )
    (conflict,) = dossier.conflicts
    assert (conflict.preferred, conflict.why) == (other, "2 origins against 1")
    assert (told(dossier).status, told(dossier).origins) == (other, 2)


@pytest.mark.parametrize("first", [True, False])
def test_of_as_many_voices_the_later_source_is_shown(tmp_path: Path, first: bool) -> None:
    days = ("2019-08-22", "2019-08-20") if first else ("2019-08-20", "2019-08-22")
    dossier = talks(
        tmp_path,
        source("daily", days[0], passage(HELD)),
        source("herald", days[1], passage('status = "did-not-occur"')),
    )
    (conflict,) = dossier.conflicts
    status = "occurred" if first else "did-not-occur"
    assert (conflict.preferred, told(dossier).status) == (status, status)
    assert conflict.why.endswith("the later source is shown")
    assert conflict.undecided  # being printed a day later decides nothing


def test_what_is_set_aside_does_not_give_the_status(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2019-08-20", passage(HELD)),
        source("herald", "2019-08-20", passage('status = "did-not-occur"', more='disputed = "no"')),
        source("wire", "2019-08-21", passage('status = "did-not-occur"', more='disputed = "no"')),
    )
    (conflict,) = dossier.conflicts
    assert (conflict.preferred, told(dossier).status) == ("occurred", "occurred")


def test_a_step_that_the_other_surely_follows_is_no_voice_in_the_conflict(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2019-08-10", passage('status = "cancelled"')),
        source("herald", "2019-08-20", passage(HELD)),
        source("wire", "2019-08-20", passage('status = "cancelled"')),
        source("herald", "2019-08-20", passage(HELD, quote="again", more='via = ["han-min"]')),
    )
    (conflict,) = dossier.conflicts
    assert {rival.value: rival.origins for rival in conflict.values} == {
        "occurred": 2,
        "cancelled": 1,
    }
    assert (conflict.preferred, told(dossier).status) == ("occurred", "occurred")


def test_a_later_step_ends_the_contradiction(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2019-08-20", passage(HELD)),
        source("herald", "2019-08-20", passage('status = "cancelled"')),
        source("wire", "2019-09-02", passage('status = "scheduled"', more='on = "2019-09-01"')),
    )
    assert (dossier.conflicts, told(dossier).status) == ((), "scheduled")


def test_a_preference_decides_the_status_and_tells_why(tmp_path: Path) -> None:
    dossier = opened(
        tmp_path,
        events__toml=preferring("occurred"),
        sources_s1=source("daily", "2019-08-20", passage(HELD)),
        sources_s2=source("herald", "2019-08-20", passage('status = "did-not-occur"')),
        sources_s3=source("wire", "2019-08-20", passage('status = "did-not-occur"')),
    )
    (conflict,) = dossier.conflicts
    assert (conflict.preferred, conflict.why) == ("occurred", "the wire was there")
    assert (told(dossier).status, told(dossier).origins) == ("occurred", 1)


def test_a_preference_against_the_order_of_steps_makes_them_rivals(tmp_path: Path) -> None:
    later = source("herald", "2019-08-20", passage('status = "cancelled"'))
    plain = opened(tmp_path / "a", sources_s1=later)
    assert (told(plain).status, plain.conflicts) == ("cancelled", ())
    dossier = opened(tmp_path / "b", events__toml=preferring("scheduled"), sources_s1=later)
    (conflict,) = dossier.conflicts
    assert [rival.value for rival in conflict.values] == ["scheduled", "cancelled"]
    assert (conflict.preferred, conflict.why) == ("scheduled", "the wire was there")
    assert told(dossier).status == "scheduled"


def test_a_preference_for_what_the_steps_say_is_no_conflict(tmp_path: Path) -> None:
    dossier = opened(tmp_path, events__toml=preferring("scheduled"))
    assert (told(dossier).status, dossier.conflicts) == ("scheduled", ())


def test_a_preference_that_only_a_denial_names_does_nothing(tmp_path: Path) -> None:
    denied = source("herald", "2019-08-20", passage('status = "cancelled"', more='stance="denies"'))
    dossier = opened(tmp_path, events__toml=preferring("cancelled"), sources_s1=denied)
    assert (told(dossier).status, dossier.conflicts) == ("scheduled", ())


def test_a_headline_never_outweighs_the_status_of_its_own_text(tmp_path: Path) -> None:
    both = source(
        "daily",
        "2019-08-20",
        passage('status = "cancelled"', quote="head", more='part = "headline"'),
        passage('status = "scheduled"', quote="will meet", more='stance = "expects"'),
    )
    assert told(talks(tmp_path / "a", both)).status == "scheduled"
    held = source("herald", "2019-08-20", passage(HELD))
    assert talks(tmp_path / "b", both, held).conflicts == ()
    alone = source(
        "daily",
        "2019-08-20",
        passage('status = "cancelled"', quote="head", more='part = "headline"'),
    )
    assert told(talks(tmp_path / "c", alone)).status == "cancelled"


def test_of_an_even_denial_the_later_source_is_shown(tmp_path: Path) -> None:
    planned = passage('status = "scheduled"')
    denied = passage('status = "scheduled"', quote="no", more='stance="denies"\nvia=["han-min"]')
    later = talks(
        tmp_path / "a",
        source("daily", "2019-08-14", planned),
        source("herald", "2019-08-15", denied),
    )
    (conflict,) = later.conflicts
    assert (conflict.preferred, conflict.undecided) == ("not scheduled", True)
    assert conflict.why == "as many voices on each side; the later source is shown"
    even = talks(
        tmp_path / "b",
        source("daily", "2019-08-14", denied),
        source("herald", "2019-08-14", planned),
    )
    (conflict,) = even.conflicts  # what is denied was told before it was denied
    assert (conflict.preferred, conflict.undecided) == ("scheduled", True)
    assert conflict.why == "as many voices on each side; the one told first is shown"


STEPS = st.tuples(
    st.sampled_from(["occurred", "did-not-occur", "cancelled", "scheduled", "in-force"]),
    st.sampled_from(["2019-08-18", "2019-08-19", "2019-08-20"]),
    st.sampled_from(["", 'on = "2019-08-14"', 'on = "2019-08-16"', 'disputed = "no"']),
    st.sampled_from(["", 'part = "headline"', 'stance = "expects"', 'stance = "denies"']),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(STEPS, min_size=2, max_size=5),
    st.sampled_from([None, "occurred", "cancelled", "did-not-occur"]),
)
def test_status_and_conflict_always_agree(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[str, str, str, str]],
    chosen: str | None,
) -> None:
    files = {
        f"sources_s{number}": source(
            ("daily", "herald", "wire")[number % 3],
            day,
            passage(f'status = "{status}"', quote=f"words {number}", more=f"{more}\n{how}"),
        )
        for number, (status, day, more, how) in enumerate(steps)
    }
    events = BASE["events.toml"].replace('kind = "talks"', 'kind = "agreement"')
    if chosen is not None:
        title = 'title = "Talks of the two"'
        events = events.replace(title, f"{title}\n        {CHOICE % (chosen, WHY)}")
    dossier = opened(tmp_path_factory.mktemp("steps"), events__toml=events, **files)
    event = told(dossier)
    for conflict in event.conflicts:
        if not any(rival.value.startswith("not ") for rival in conflict.values):
            assert conflict.field == "status"
            assert event.status == conflict.preferred or (
                (conflict.preferred, event.status) == ("occurred", "in-force")
            )
    claimed = {
        c.says.get("status") for c in event.claims if c.stance == "asserts" and c.part is None
    }
    if chosen in claimed:
        assert event.status == chosen
