"""What sources dispute is named as what it is, on the screen and in a file; whoever tells a day or
a length is named beside just that."""

from __future__ import annotations

import re
from pathlib import Path

from building import BASE, DAILY, opened, source
from test_export_cautions import exported, listed, row

from store.dossier import Dossier
from store.model import records
from tui.out.export import Listing, list_export
from tui.present import questions
from tui.present.cards import card
from tui.present.line import Link

DENIAL = source(
    "herald",
    "2019-08-20",
    """quote = "There was no secret meeting, he said"
    via = ["mofa-kr", "han-min"]
    stance = "denies"
    talks = "occurred" """,
    """quote = "The talks are off"
    talks = "cancelled" """,
)
HELD = source(
    "wire",
    "2019-08-19",
    """quote = "They met in August"
    via = ["two diplomats"]
    talks = { status = "occurred", date = "2019-08", when = "in August" }""",
)


def test_a_day_in_the_course_is_told_by_whoever_is_named_beside_it(tmp_path: Path) -> None:
    """A denier names no month; a plan that nobody dates was told by the day of speaking."""
    dossier = opened(tmp_path, sources_second=DENIAL, sources_third=HELD)
    steps = row(dossier, "talks")["lifecycle"].split("; ")
    assert "denies occurred by The Herald ← Foreign Ministry of Korea ← Han Min-su" in steps
    assert "asserts occurred 2019-08 by The Wire ← two diplomats" in steps
    assert "asserts cancelled [..2019-08-20] by The Herald" in steps


NOT_HELD = source(
    "wire",
    "2019-08-21",
    """quote = "The talks did not take place"
    talks = "did-not-occur" """,
)


def test_whether_it_took_place_is_no_dispute_about_a_plan(tmp_path: Path) -> None:
    """In the list, on the card and as a question the same is in dispute."""
    denied = DENIAL.replace('talks = "cancelled"', 'curbs = "lifted"')
    dossier = opened(
        tmp_path, sources_first=DAILY.replace('status = "scheduled", ', ""),
        sources_second=denied, sources_third=HELD,
    )  # fmt: skip
    event = dossier.event("talks")
    assert event is not None
    (conflict,) = event.conflicts
    said = "Sources disagree on whether it took place: not held (1 origin) or held (1 origin), und"
    assert said in re.sub(r"\[\^[^\]]*\]", "", listed(dossier, "talks"))
    assert said in re.sub(r"\[\^[^\]]*\]", "", exported(dossier, "talks"))
    plain = card(dossier, Link("event", "talks"), 76).plain
    assert "\n Status ! not held •   held •   undecided" in plain
    assert questions.question(dossier, conflict).endswith(": did it take place?")
    heads = [questions.rival_span(conflict, one, "talks").text for one in conflict.values]
    assert heads == ["¬ not held", "● held"]


def test_outcomes_that_exclude_each_other_ask_whether_it_took_place(tmp_path: Path) -> None:
    held = HELD.replace('"2019-08-19"', '"2019-08-20"')
    for kind, asked, told in (
        ("talks", "whether it took place", "held"),
        ("report", "whether it came about", "came about"),
    ):
        events = BASE["events.toml"].replace('kind = "talks"', f'kind = "{kind}"')
        root = tmp_path / kind
        dossier = opened(root, events__toml=events, sources_second=NOT_HELD, sources_third=held)
        text = re.sub(r"\[\^[^\]]*\]", "", listed(dossier, "talks"))
        assert f"Sources disagree on {asked}: " in text
        assert f"{told} (1 origin)" in text.split(asked)[1]


def test_a_plan_that_is_denied_is_a_dispute_about_the_plan(tmp_path: Path) -> None:
    denied = DENIAL.replace('talks = "occurred"', 'talks = "scheduled"')
    denied = denied.replace('talks = "cancelled"', 'curbs = "lifted"')
    dossier = opened(tmp_path, sources_second=denied)
    text = re.sub(r"\[\^[^\]]*\]", "", listed(dossier, "talks"))
    assert "Sources disagree on the plan: not scheduled (1 origin) or scheduled" in text
    assert "\n Plan !   not scheduled •" in card(dossier, Link("event", "talks"), 76).plain


LONGER = source(
    "wire",
    "2019-08-15",
    """quote = "They are to meet for three days"
    stance = "expects"
    talks = { status = "scheduled", length = "P3D" }""",
)
TWO_DAYS = source(
    "herald",
    "2019-08-16",
    """quote = "They are to meet for two days"
    stance = "expects"
    talks = { status = "scheduled", length = "P2D" }""",
)


def test_a_length_is_told_by_whoever_tells_just_that(tmp_path: Path) -> None:
    dossier = opened(tmp_path, sources_second=LONGER, sources_third=TWO_DAYS)
    item = listed(dossier, "talks")
    assert "Length: 2 days (The Herald). Sources disagree" in item
    assert "2 days long  The Herald\n" in card(dossier, Link("event", "talks"), 76).plain


def conflicts_md(dossier: Dossier) -> str:
    of = Listing("T", "V", (), records.Conflict, dossier.conflicts)
    return list_export(dossier, of, ".md").decode()


def test_a_list_of_conflicts_says_what_the_view_says(bundled: Dossier, tmp_path: Path) -> None:
    """The range of origins, and that each value is merely possible."""
    text = re.sub(r"\[\^[^\]]*\]", "", conflicts_md(bundled))
    assert "was it scheduled? Scheduled (1–3 origins); not scheduled (1 origin). Undecided." in text
    one = TWO_DAYS.replace("stance", 'certainty = "possible"\nstance').replace("P2D", "P4D")
    other = LONGER.replace("stance", 'certainty = "possible"\nstance')
    light = opened(tmp_path, sources_second=one, sources_third=other)
    assert "Undecided, and each is merely possible. As many voices" in conflicts_md(light)
