"""Cards of the small dossier, as text: answer first, evidence second."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from building import opened, source

from store.dossier import Dossier
from store.opening import open_dossier
from store.when import parse_when
from tui.present.card import labelled, table
from tui.present.cards import card
from tui.present.chart import chart
from tui.present.line import Link, Span, width


@pytest.fixture
def small(tmp_path: Path) -> Dossier:
    return opened(tmp_path)


def plain(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines())


def test_event(small: Dossier) -> None:
    made = card(small, Link("event", "talks"), 70)
    assert plain(made.plain) == dedent(
        """\
         Talks of the two
         ○ scheduled; no source says whether it took place

         When     16 or 17 Aug 2019: one day, Friday or Saturday
         Who      Ken Ito      Japan   Foreign Minister
                  Han Min-su   Korea   Spokesman

         Course   ○ scheduled  by 14 Aug  The Daily

         Evidence                  1 origin for the status; 1 claim in 1 source

        “Ken Ito and Han Min-su”
         The Daily
         expects scheduled, date 16 or 17 Aug 2019, people Ken Ito and Han
           Min-su · Wed 14 Aug

         Related
         Topics   Trade"""
    )


def test_person(small: Dossier) -> None:
    text = card(small, Link("person", "sato-yui"), 70).plain
    assert text.splitlines()[0].split() == ["Yui", "Sato", "Japan"]
    assert "Foreign Minister, from 11 Sep 2019" in text
    assert "follows Ken Ito" in text
    assert "nobody, as far as these sources tell" in text
    assert "our reading: a test" in text


def test_post_on_a_day_answers_first_and_draws_the_day(small: Dossier) -> None:
    text = card(small, Link("post", "minister-jp"), 70, parse_when("2019-09-15")).plain
    lines = [line.strip() for line in text.splitlines()]
    assert lines[2] == "┄ maybe: Yui Sato on Sun 15 Sep 2019"
    assert any("Ken Ito" in line and "━" in line for line in lines)
    assert any("┿" in line or "│" in line for line in lines)
    assert "Sun 15 Sep 2019" in text


def test_denials_and_rivals_stand_in_the_card(tmp_path: Path) -> None:
    more = source(
        "herald",
        "2019-08-15",
        """
        quote = "the talks will not be held"
        via = ["mofa-kr"]
        stance = "denies"
        talks = { status = "scheduled" }
        """,
        """
        quote = "the talks in Guam"
        talks = { place = "guam" }
        """,
    )
    third = source(
        "wire",
        "2019-08-15",
        """
        quote = "in Manila"
        talks = { place = "manila" }
        """,
    )
    dossier = opened(tmp_path, sources_second=more, sources_third=third)
    text = card(dossier, Link("event", "talks"), 76).plain
    assert "¬ the plan was denied by Foreign Ministry of Korea" in text
    where = next(line for line in text.splitlines() if "Where" in line)
    assert "!" in where
    assert "Guam •" in where
    assert "Manila •" in where


def test_what_is_not_known_yet_says_so(small: Dossier) -> None:
    before = small.known_by("2019-08-01")
    made = card(before, Link("event", "talks"), 60)
    assert "Not known yet on the day you chose." in made.plain
    assert "Talks of the two" not in made.plain


@pytest.mark.parametrize("cells", [36, 50, 60, 100])
@pytest.mark.parametrize("link", [Link("event", "talks"), Link("post", "minister-jp")])
def test_no_line_is_wider_than_its_card(small: Dossier, cells: int, link: Link) -> None:
    made = card(small, link, cells, parse_when("2019-09-15"))
    assert all(width(line.plain) <= cells for line in made.lines)


def test_claims_are_marked_for_the_line_that_counts_them(small: Dossier) -> None:
    made = card(small, Link("event", "talks"), 70)
    assert [made.lines[at].lead for at in made.claims] == ["“"]


def test_a_label_marks_a_conflict() -> None:
    lines = labelled("Where", [Span("Guam or Manila, nobody knows")], 24, mark="place")
    assert lines[0].plain.startswith("Where !  Guam")
    assert lines[1].plain.startswith("         ")


def test_a_table_too_narrow_for_its_last_column_breaks_it_below() -> None:
    rows = [[Span("Kang Kyung-wha"), Span("Korea"), Span("Foreign Minister")]]
    assert len(table(rows, 60)) == 1
    assert len(table(rows, 30)) == 2


def test_a_chart_needs_days(small: Dossier) -> None:
    post = small.post("spokesman-kr")
    assert post is not None
    assert chart(post.holders, 60)
    assert chart((), 60) == []


def test_what_is_our_reading_is_told_beside_each_value(tmp_path: Path) -> None:
    says = """
        quote = "then"
        inferred = "it says then"
        talks = { status = "occurred", date = "2019-08-21", place = "guam", people = ["sato-yui"], \
outcome = "peace" }
        """
    dossier = opened(tmp_path, sources_s1=source("herald", "2019-08-22", says))
    text = card(dossier, Link("event", "talks"), 70).plain
    lines = [" ".join(line.split()) for line in text.splitlines()]
    for line in (
        "● held, our reading",
        "When Wed 21 Aug 2019 our reading",
        "Where Guam our reading",
        "Yui Sato: our reading",
        "Outcome peace (our reading) The Herald",
        "our reading: it says then",
    ):
        assert line in lines
    told = source("wire", "2019-08-22", 'quote = "met"\ntalks = { status = "occurred" }')
    dossier = opened(tmp_path, sources_s2=told)
    text = card(dossier, Link("event", "talks"), 70).plain
    assert "● held\n" in text


@pytest.mark.parametrize(
    ("further", "said"),
    [(2, "The Herald and The Wire"), (3, "The Herald, The Wire and 1 more")],
)
def test_the_voices_of_a_step_are_listed_with_one_and(
    tmp_path: Path, further: int, said: str
) -> None:
    told = [
        source(name, "2019-08-15", 'quote = "so"\ntalks = "scheduled"')
        for name in ("herald", "wire", "daily")[:further]
    ]
    dossier = opened(tmp_path, **{f"sources_x{at}": text for at, text in enumerate(told)})
    lines = card(dossier, Link("event", "talks"), 76).lines
    assert any("".join(span.text for span in line.spans).endswith(said) for line in lines)


def test_a_length_has_its_voice_and_a_plan_is_no_status_of_what_was_called_off() -> None:
    dossier = open_dossier(None, strict=False).dossier
    made = card(dossier, Link("event", "vice-ministers-2019-08"), 76)
    lines = ["".join(span.text for span in line.spans) for line in made.lines]
    assert "When     16 or 17 Aug 2019: Friday or Saturday" in lines
    assert "         2 days long  Asahi Shimbun" in lines
    assert any(line.startswith("Plan !") for line in lines)
    assert not any(line.startswith("Status") for line in lines)
    evidence = next(line for line in lines if line.startswith("Evidence"))
    assert evidence.endswith(" 1 origin for the status; 11 claims in 1 source")
    assert max(width(line) for line in lines) <= 76
