"""Each item of an exported list has every caution of the card of its event."""

from __future__ import annotations

import re
from pathlib import Path

from building import opened, source
from test_export_cautions import listed, row, words
from test_export_disputes import HELD

from store.dossier import Dossier
from store.model import records
from tui.present import questions
from tui.present.event import denial_line, status_line
from tui.present.words import date_words

UNSURE = source(
    "wire",
    "2019-08-15",
    """quote = "They may go to Manila for two days"
    via = ["ito-ken"]
    certainty = "possible"
    stance = "expects"
    talks = { status = "scheduled", length = "P2D", place = "manila" }""",
    """quote = "Asked about it, he said that nothing is decided"
    via = ["mofa-kr", "han-min"]
    stance = "declines"
    talks = "scheduled" """,
    """quote = "She doubts it"
    via = ["sato-yui"]
    stance = "doubts"
    certainty = "probable"
    talks = "scheduled" """,
    """quote = "It was denied in Tokyo"
    via = ["mofa-jp"]
    stance = "denies"
    talks = "scheduled" """,
)


def cautions(dossier: Dossier, event: records.Event) -> set[str]:
    """What the card of an event warns of, as words, read from the record and not from a file."""
    found = {"our", "reading"} if event.our_reading else set()
    found |= words("".join(span.text for span in status_line(dossier, event)))
    found |= words("".join(span.text for span in denial_line(dossier, event)))
    answered = {"declines": "not confirmed", "doubts": "doubted"}
    for step in event.lifecycle:
        claim = dossier.claim(step.claim)
        assert claim is not None
        if step.stance in answered:
            voice = claim.cites[-1] if claim.cites else claim.shown_source
            found |= words(f"{answered[step.stance]} {voice}")
    for conflict in event.conflicts:
        for rival in conflict.values:
            found |= words(questions.rival_words(conflict, rival, event.kind))
        found |= {"undecided"} if conflict.undecided else words(conflict.why)
    _, told, day = date_words(event).partition("last told")
    return (found | words(told + day)) - {"ø"}  # a sign that counts as a letter


def test_a_list_has_each_caution_of_the_cards(bundled: Dossier, tmp_path: Path) -> None:
    unsure = opened(tmp_path, sources_second=UNSURE, sources_third=HELD)
    seen = 0
    for dossier in (bundled, unsure):
        for event in dossier.events:
            missing = cautions(dossier, event) - words(listed(dossier, event.id))
            assert missing == set(), event.id
            seen += 1
    assert seen > 60


def test_who_does_not_confirm_and_what_nobody_says_stand_in_the_list(
    bundled: Dossier, tmp_path: Path
) -> None:
    plan = re.sub(r"\[\^[^\]]*\]", "", listed(bundled, "kang-motegi-2019-09"))
    assert "(arranging; the plan was not confirmed by Kim In-chul)." in plan
    assert plan.endswith(" No source says whether it took place.")
    unsure = re.sub(r"\[\^[^\]]*\]", "", listed(opened(tmp_path, sources_second=UNSURE), "talks"))
    assert (
        "(scheduled; the plan was denied by Foreign Ministry of Japan; the plan was not confirmed "
        "by Han Min-su; the plan was doubted by Yui Sato, probable)."
    ) in unsure
    assert "Length: 2 days (Ken Ito)." in unsure


def test_a_row_of_cells_says_what_no_source_says(bundled: Dossier) -> None:
    assert row(bundled, "kang-motegi-2019-09")["status_told"] == (
        "arranging; no source says whether it took place; the plan was not confirmed by Kim In-chul"
    )


def test_dots_between_two_days_are_told_in_words(bundled: Dossier) -> None:
    assert "**15…31 Aug 2019** (some time between the two; our reading): Kang" in listed(
        bundled, "kang-kono-beijing-2019-08"
    )


def test_more_sources_than_origins_are_told(bundled: Dossier) -> None:
    """Three footnotes are no three voices where they quote the same ministry."""
    text = re.sub(r"\[\^[^\]]*\]", "", listed(bundled, "directors-2019-09-20"))
    assert "(scheduled, 2 origins)" in text
    assert "origin" not in listed(bundled, "kang-kono-2019-08")


def test_a_part_of_a_gathering_is_told_as_one(bundled: Dossier) -> None:
    assert "Handshake of Kang and Motegi, part of Kang–Motegi near San Francisco (held)" in listed(
        bundled, "kang-motegi-handshake-2020-01"
    )
    parts = [one for one in bundled.events if one.part_of]
    assert len(parts) > 2
    for event in parts:
        assert f", part of {bundled.name_of(event.part_of or '')} (" in listed(bundled, event.id)
