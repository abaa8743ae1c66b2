"""The derived rules: values, rivals, conflicts, life cycle, origins (DESIGN, section 1)."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import opened, source

from store.dossier import Dossier


def talks(root: Path, *sources: str) -> Dossier:
    """The small dossier with only these sources, which speak of the talks."""
    files = {f"sources_s{number}": text for number, text in enumerate(sources)}
    return opened(root, sources_first=_base(), **files)


def passage(says: str, *, quote: str = "words", more: str = "") -> str:
    return f'quote = "{quote}"\n{more}\ntalks = {{ {says} }}'


def test_dates_that_meet_give_their_intersection(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2019-09-20", passage('status = "occurred", date = "2019-09~"')),
        source("herald", "2019-09-20", passage('date = "2019-09-11"')),
    )
    event = dossier.event("talks")
    assert event is not None
    assert (event.date, event.conflicts) == ("2019-09-11", ())


def test_a_vague_date_supports_every_rival_it_meets(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2019-09-20", passage('status = "occurred", date = "2019-09"')),
        source("herald", "2019-09-20", passage('date = "2019-09-11"')),
        source("wire", "2019-09-21", passage('date = "2019-09-12"')),
    )
    (conflict,) = dossier.conflicts
    assert conflict.field == "date"
    assert {rival.value: rival.origins for rival in conflict.values} == {
        "2019-09-11": 2,
        "2019-09-12": 2,
    }
    assert conflict.preferred == "2019-09-12"  # as many voices on each side: the later source


def test_most_origins_win_and_why_says_so(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2019-09-20", passage('status = "occurred", date = "2019-09-11"')),
        source("herald", "2019-09-20", passage('date = "2019-09-11"')),
        source("wire", "2019-09-25", passage('date = "2019-09-12"')),
    )
    (conflict,) = dossier.conflicts
    assert (conflict.preferred, conflict.why) == ("2019-09-11", "2 origins against 1")
    assert dossier.event("talks").date == "2019-09-11"  # type: ignore[union-attr]


def test_a_disputed_claim_gives_way(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2019-09-20", passage('status = "occurred", date = "2019-09-11"')),
        source(
            "wire", "2019-09-25", passage('date = "2019-09-12"', more='disputed = "a slip of it"')
        ),
    )
    (conflict,) = dossier.conflicts
    assert conflict.preferred == "2019-09-11"
    assert "a slip of it" in conflict.why
    assert [rival.disputed for rival in conflict.values] == [False, True]


def test_a_preference_outweighs_origins_and_is_told(tmp_path: Path) -> None:
    events = """
        [talks]
        kind = "talks"
        title = "Talks of the two"
        prefer = { field = "date", value = "2019-09-12", why = "the wire was there" }
        [curbs]
        kind = "measure"
        title = "Curbs on exports"
        """
    base = [
        source("daily", "2019-09-20", passage('status = "occurred", date = "2019-09-11"')),
        source("herald", "2019-09-20", passage('date = "2019-09-11"')),
        source("wire", "2019-09-25", passage('date = "2019-09-12"')),
    ]
    talks(tmp_path, *base)
    dossier = opened(tmp_path, events__toml=events, sources_first=_base())
    (conflict,) = dossier.conflicts
    assert (conflict.preferred, conflict.why) == ("2019-09-12", "the wire was there")


def _base() -> str:
    return source(
        "daily",
        "2019-08-01",
        'quote = "names"\nito-ken = { name = "Ken Ito" }\nsato-yui = { name = "Yui Sato" }\n'
        'han-min = { name = "Han Min-su" }\nito-minister = "held"\nsato-minister = "held"\n'
        'han-spokesman = "held"\ncurbs = "in-force"',
    )


def test_a_plan_is_no_rival_of_what_happened(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2019-09-01", passage('status = "scheduled", date = "2019-09-10"')),
        source("wire", "2019-09-25", passage('status = "occurred", date = "2019-09-12"')),
    )
    event = dossier.event("talks")
    assert event is not None
    assert (event.date, event.status, event.conflicts) == ("2019-09-12", "occurred", ())


def test_places_are_rivals_unless_nested_or_named_together(tmp_path: Path) -> None:
    nested = talks(
        tmp_path / "a",
        source("daily", "2019-08-14", passage('status = "scheduled", place = "pacific"')),
        source("herald", "2019-08-14", passage('place = "guam"')),
    )
    assert nested.conflicts == ()
    assert nested.event("talks").place == ("Guam",)  # type: ignore[union-attr]
    together = talks(
        tmp_path / "b",
        source("daily", "2019-08-14", passage('status = "scheduled", place = ["guam", "manila"]')),
    )
    assert together.conflicts == ()
    assert together.event("talks").place == ("Guam", "Manila")  # type: ignore[union-attr]
    apart = talks(
        tmp_path / "c",
        source("daily", "2019-08-14", passage('status = "scheduled", place = "guam"')),
        source("herald", "2019-08-14", passage('place = "manila"')),
    )
    (conflict,) = apart.conflicts
    assert conflict.undecided
    assert [rival.value for rival in conflict.values] == ["Guam", "Manila"]
    assert apart.event("talks").place == ("Guam",)  # type: ignore[union-attr]


def test_what_one_asserts_and_another_denies_is_a_conflict(tmp_path: Path) -> None:
    denial = passage(
        'status = "scheduled"', quote="not true", more='stance = "denies"\nvia = ["han-min"]'
    )
    dossier = talks(
        tmp_path, source("daily", "2019-08-14", passage('status = "scheduled"'), denial)
    )
    event = dossier.event("talks")
    assert event is not None
    assert event.denied
    assert event.status == "scheduled"
    (conflict,) = event.conflicts
    assert [rival.value for rival in conflict.values] == ["scheduled", "not scheduled"]


@pytest.mark.parametrize("stance", ["declines", "doubts"])
def test_neither_refusing_nor_doubting_is_a_conflict(tmp_path: Path, stance: str) -> None:
    other = passage(
        'status = "scheduled"', quote="no", more=f'stance = "{stance}"\nvia = ["mofa-kr"]'
    )
    dossier = talks(tmp_path, source("daily", "2019-08-14", passage('status = "scheduled"'), other))
    event = dossier.event("talks")
    assert event is not None
    assert (event.conflicts, event.denied, event.origins) == ((), False, 1)
    assert [step.stance for step in event.lifecycle] == ["asserts", stance]


def test_reasons_stand_side_by_side_without_conflict(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2019-08-14", passage('status = "cancelled", reason = "the press"')),
        source("herald", "2019-08-14", passage('reason = "the weather"')),
    )
    assert dossier.conflicts == ()
    event = dossier.event("talks")
    assert event is not None
    assert [worded.value for worded in event.reason] == ["the press", "the weather"]


def test_took_place_and_called_off_on_the_same_knowledge(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2019-08-20", passage('status = "occurred", date = "2019-08-16"')),
        source("herald", "2019-08-20", passage('status = "cancelled"')),
    )
    (conflict,) = dossier.conflicts
    assert conflict.field == "status"
    assert {rival.value for rival in conflict.values} == {"occurred", "cancelled"}


def test_called_off_first_and_held_later_is_no_conflict(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2019-08-10", passage('status = "cancelled"')),
        source("herald", "2019-08-20", passage('status = "occurred", date = "2019-08-16"')),
    )
    assert dossier.conflicts == ()
    assert dossier.event("talks").status == "occurred"  # type: ignore[union-attr]


def test_a_retelling_never_undoes_a_later_step(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2019-08-10", passage('status = "cancelled"')),
        source("herald", "2020-01-15", passage('status = "scheduled"')),
    )
    assert dossier.event("talks").status == "cancelled"  # type: ignore[union-attr]


def test_only_an_assertion_moves_the_status_to_an_outcome(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2019-08-10", passage('status = "scheduled"', more='stance = "expects"')),
        source("herald", "2019-08-12", passage('status = "cancelled"', more='stance = "expects"')),
    )
    assert dossier.event("talks").status == "scheduled"  # type: ignore[union-attr]


def test_a_step_of_a_stated_day_follows_an_earlier_one(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source("daily", "2019-08-20", passage('status = "postponed"', more='on = "2019-08-10"')),
        source("herald", "2019-08-20", passage('status = "scheduled"', more='on = "2019-08-15"')),
    )
    event = dossier.event("talks")
    assert event is not None
    assert [step.status for step in event.lifecycle] == ["postponed", "scheduled"]
    assert event.status == "scheduled"


def test_a_headline_never_outweighs_its_own_text(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source(
            "daily",
            "2019-08-20",
            passage(
                'status = "cancelled", date = "2019-08-16"', quote="head", more='part = "headline"'
            ),
            passage('status = "cancelled", date = "2019-08-17"', more='certainty = "probable"'),
        ),
    )
    event = dossier.event("talks")
    assert event is not None
    assert (event.date, event.conflicts, event.status_certainty) == ("2019-08-17", (), "probable")


@pytest.mark.parametrize(
    ("chains", "least", "most"),
    [
        ([[]], 1, 1),
        ([["mofa-kr"], ["han-min"]], 1, 1),  # a spokesman speaks for his ministry
        ([["mofa-jp"], ["asia-bureau: an official"]], 1, 1),  # a bureau for its ministry
        ([["mofa-jp"], ["mofa-kr"]], 2, 2),
        ([["a source in Seoul"], ["another source"]], 1, 2),
        ([["mofa-kr"], ["a diplomatic source"]], 1, 2),
        ([["herald", "a source in Seoul"], ["herald", "a source in Seoul"]], 1, 1),
        ([["herald"], ["mofa-kr"], ["wire", "mofa-kr"]], 2, 2),
    ],
)
def test_origins(tmp_path: Path, chains: list[list[str]], least: int, most: int) -> None:
    passages = [
        passage('status = "scheduled"', quote=f"words {n}", more=f"via = {chain!r}")
        for n, chain in enumerate(chains)
    ]
    event = talks(tmp_path, source("daily", "2019-08-14", *passages)).event("talks")
    assert event is not None
    assert (event.origins, event.origins_most) == (least, most)


def test_a_sources_own_voice_is_no_origin_where_it_attributes_the_value(tmp_path: Path) -> None:
    both = source(
        "daily",
        "2019-08-14",
        passage('status = "scheduled"', quote="own"),
        passage('status = "scheduled"', quote="theirs", more='via = ["mofa-kr"]'),
    )
    assert talks(tmp_path, both).event("talks").origins == 1  # type: ignore[union-attr]


def test_copies_of_one_wire_text_are_one_origin(tmp_path: Path) -> None:
    wire = source("wire", "2019-08-14", passage('status = "scheduled"'))
    copied = source("daily", "2019-08-15", passage('status = "scheduled"'), header='copy_of = "s0"')
    by_agency = source(
        "herald", "2019-08-15", passage('status = "scheduled"'), header='agency = "wire"'
    )
    assert talks(tmp_path, wire, copied, by_agency).event("talks").origins == 1  # type: ignore[union-attr]


def test_what_rests_only_on_our_reading_is_marked(tmp_path: Path) -> None:
    ours = source(
        "daily", "2019-08-14", passage('status = "scheduled"', more='inferred = "we read it so"')
    )
    assert talks(tmp_path, ours).event("talks").our_reading  # type: ignore[union-attr]


def test_the_words_for_a_date_are_those_of_a_claim_of_just_that_date(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source(
            "daily",
            "2019-08-14",
            passage('date = "[2019-08-12..2019-08-18]", when = "this week"', quote="one"),
            passage('date = "[2019-08-16,2019-08-17]", when = "Friday or Saturday"', quote="two"),
            passage('status = "scheduled"', quote="three"),
        ),
    )
    assert dossier.event("talks").date_words == "Friday or Saturday"  # type: ignore[union-attr]


def test_a_worded_value_carries_the_hedge_of_its_surest_speaker(tmp_path: Path) -> None:
    dossier = talks(
        tmp_path,
        source(
            "daily",
            "2019-08-14",
            passage(
                'status = "scheduled", outcome = "peace"', quote="a", more='stance = "expects"'
            ),
            passage('outcome = "war"', quote="b", more='certainty = "possible"'),
            passage('outcome = "war"', quote="c", more='certainty = "probable"\nvia = ["wire"]'),
            passage('outcome = "tea"', quote="d"),
        ),
    )
    event = dossier.event("talks")
    assert event is not None
    assert {worded.value: worded.hedge for worded in event.outcome} == {
        "peace": "expected",
        "war": "probable",
        "tea": "",
    }
