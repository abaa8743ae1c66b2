"""Exports: whole records, footnotes that lead somewhere, nothing that a program obeys."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from building import DAILY, opened, write
from hypothesis import given
from hypothesis import strategies as st

from store.dossier import Dossier
from store.model import records
from store.opening import open_dossier
from tui.out.export import FORMATS, Listing, list_export, record_export
from tui.out.flat import FORMULA, csv_text, guarded
from tui.out.items import Kept
from tui.out.markdown import md
from tui.present.line import Link


def listings(dossier: Dossier) -> list[Listing]:
    tenures = [tenure for person in dossier.people() for tenure in person.tenures]
    kept = [Kept(type=None, id="gone", title="A record", marked=False, note="why * not")]
    of: list[tuple[type[records.Record], list[records.Record]]] = [
        (records.Event, [*dossier.events]),
        (records.Person, [*dossier.people()]),
        (records.Tenure, [*tenures]),
        (records.Source, [*dossier.sources]),
        (records.Conflict, [*dossier.conflicts]),
        (records.Encounter, [*dossier.encounters]),
        (Kept, [*kept]),
    ]
    scope = ("found with “words”",)
    return [Listing(dossier.title, "View", scope, kind, found, 900) for kind, found in of]


def test_every_list_has_a_row_for_each_record_in_every_format(bundled: Dossier) -> None:
    for listing in listings(bundled):
        number = len(listing.records)
        assert number
        assert len(json.loads(list_export(bundled, listing, ".json"))) == number
        rows = list(csv.reader(io.StringIO(list_export(bundled, listing, ".csv").decode())))
        assert len(rows) == number + 1
        assert {len(row) for row in rows} == {len(rows[0])}
        text = list_export(bundled, listing, ".md").decode()
        assert len(re.findall(r"^- ", text, re.M)) == number
        assert f"found with “words”: {number} of 900." in text


def test_every_footnote_is_there_once_and_is_referred_to(bundled: Dossier) -> None:
    for listing in listings(bundled):
        text = list_export(bundled, listing, ".md").decode()
        notes = re.findall(r"^\[\^([a-z0-9-]+)\]: ", text, re.M)
        assert len(notes) == len(set(notes))
        assert set(notes) == set(re.findall(r"\[\^([a-z0-9-]+)\](?!:)", text))


def test_a_record_carries_its_evidence(bundled: Dossier) -> None:
    link = Link("event", "vice-ministers-2019-08")
    event = bundled.event(link.id)
    assert event is not None
    text = record_export(bundled, link, event, ".md").decode()
    assert text.startswith("# Vice-ministers’ meeting\n")
    assert (
        "> “All the reports about the vice-ministerial level talks are not true.”[^herald-" in text
    )
    assert (
        "Korea Herald ← Korea’s Foreign Ministry ← Kim In-chul, Wed 14 Aug 2019 (inferred): denies"
        in text
    )
    assert r"[^herald-2019-08-14]: \[Korea Herald\], “" in text
    rows = list(csv.DictReader(io.StringIO(record_export(bundled, link, event, ".csv").decode())))
    assert [row["id"] for row in rows] == [claim.id for claim in event.claims]
    plain = json.loads(record_export(bundled, link, event, ".json"))
    assert (plain["type"], plain["id"]) == ("event", link.id)


def test_with_the_texts_an_export_has_every_word(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    article = "The curbs on exports, in force\nsince July. Ken Ito and Han Min-su\n"
    (texts / "first.txt").write_text(article)
    elided = DAILY.replace("curbs since July", "curbs … since July")
    folder = write(tmp_path / "dossier", sources_first=elided)
    link, whole = Link("event", "curbs"), "curbs on exports, in force since July"
    for folder_of_texts, there, gone in ((texts, whole, "…"), (None, "curbs … since July", whole)):
        dossier = open_dossier(folder, texts=folder_of_texts, strict=False).dossier
        event = dossier.event(link.id)
        assert event is not None
        for form in FORMATS:
            text = record_export(dossier, link, event, form.ending).decode()
            assert there in text
            # CSV and JSON keep the quote, by which a claim is known, beside its words
            assert gone not in text or (there == whole and form.ending != ".md")
        listed = Listing("T", "V", (), records.Event, [event])
        assert there in list_export(dossier, listed, ".json").decode()


def test_markdown_of_an_event_names_its_bodies(bundled: Dossier) -> None:
    event = next(event for event in bundled.events if event.bodies)
    text = record_export(bundled, Link("event", event.id), event, ".md").decode()
    (line,) = [line for line in text.splitlines() if line.startswith("- Bodies: ")]
    assert bundled.name_of(event.bodies[0]) in line


def test_what_square_brackets_mean_is_said_once(bundled: Dossier) -> None:
    text = list_export(bundled, Listing("T", "V", (), records.Event, bundled.events), ".md")
    assert text.decode().count("supplied by us") == 1


@pytest.mark.parametrize(
    ("id", "places"),
    [("stilwell-visit-2019-07", {"Seoul and Tokyo", "Tokyo and Seoul"}),
     ("vice-ministers-2019-08", {"Guam (1 origin) or Manila (1 origin), undecided"})],
)  # fmt: skip
def test_places_of_one_event_are_joined_and_rivals_stand_apart(
    bundled: Dossier, id: str, places: set[str]
) -> None:
    event = bundled.event(id)
    assert event is not None
    text = record_export(bundled, Link("event", id), event, ".md").decode()
    (where,) = [line for line in text.splitlines() if line.startswith("- Where: ")]
    assert where.removeprefix("- Where: ") in places


@given(st.text(max_size=40))
def test_no_cell_is_a_formula_and_every_cell_comes_back(text: str) -> None:
    made = csv_text(["a", "b"], [[text, "x"]])
    back = list(csv.reader(io.StringIO(made, newline="")))[1][0]
    assert not back.lstrip(" ").startswith(FORMULA)
    # guarded by apostrophes alone, where a cell begins
    assert back.replace("'", "") == text.replace("'", "")
    breaks = sum(text.count(sign) for sign in ";\r\n")
    assert back.count("'") <= text.count("'") + 1 + breaks


@given(st.lists(st.text("=-+@＝;\r\n\"', ax", max_size=14), min_size=1, max_size=3))
def test_no_cell_is_a_formula_where_semicolons_part_cells(texts: list[str]) -> None:
    """A spreadsheet set to semicolons also ends a line within what commas would quote."""
    made = csv_text(["a"] * len(texts), [texts])
    for row in csv.reader(io.StringIO(made, newline=""), delimiter=";"):
        assert not [cell for cell in row if cell.strip()[:1] in set("=+-@＝＋－＠")]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"])
def test_what_spreadsheets_reckon_with_is_guarded(text: str) -> None:
    assert guarded(text) == "'" + text
    assert guarded(f"one\n{text}") == f"one\n{text[: -len(text.lstrip())]}'{text.lstrip()}"


def test_markdown_of_data_is_no_markup() -> None:
    assert md("[a](javascript:x) <b> *c* `d` _e_ # | & ^f") == (
        r"\[a\](javascript:x) \<b\> \*c\* \`d\` \_e\_ \# \| &amp; \^f"
    )
    assert md("1. one\n- two") == r"1\. one - two"
    assert md("- two") == r"\- two"


def test_hostile_data_stays_text_in_every_format(tmp_path: Path) -> None:
    hostile = "=cmd()\\u001b]52;c;eA==\\u0007<script>[x](y)\\u202e"
    dossier = opened(tmp_path, sources_first=DAILY.replace("The first", hostile))
    found = dossier.source("first")
    assert found is not None
    link = Link("source", "first")
    for form in FORMATS:
        for made in (
            record_export(dossier, link, found, form.ending),
            list_export(
                dossier, Listing("T", "V", (), records.Source, dossier.sources), form.ending
            ),
        ):
            text = made.decode()
            assert not any(char < " " and char not in "\r\n" for char in text)
            assert "\u202e" not in text
            if form.ending == ".md":
                assert "<script>" not in text.replace(r"\<", "")
                assert "[x](y)" not in text
            if form.ending == ".csv" and "=cmd" in text:
                assert not re.search(r'(^|,)"?=cmd', text)
