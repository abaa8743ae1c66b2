"""Marks and notes as lines: they fit, they change nothing else, they say what is gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.disk.notebook import Entry
from tui.present.line import BLANK, Line, Link, Span, width
from tui.present.marks import (
    GONE,
    MarksBody,
    mark_row,
    marked_card,
    narrowed,
    no_marks,
    note_lines,
    sign_of,
    with_sign,
)
from tui.present.signs import to_ascii

MARK = Entry("d", "one", "One", marked=True)
NOTE = Entry("d", "one", "One", note="first line\nsecond")
BOTH = Entry("d", "one", "One", marked=True, note="why")

CARD = [
    Line((Span("One", bold=True),)),
    Line((Span("● held"),)),
    BLANK,
    Line((Span("words”"),), lead="“", claim=True, claims=("one.1", "one.2")),
    Line((Span("The Daily"),), claims=("one.1", "one.2")),
    BLANK,
    Line((Span("others”"),), lead="“", claim=True, claims=("one.3",)),
    Line((Span("The Herald"),), claims=("one.3",)),
]

KEYS = {"escape": "esc", "search": "/", "mark": "m", "note": "M", "undo": "U"}


def marked(*entries: Entry) -> list[Line]:
    of = {entry.record: entry for entry in entries}
    return marked_card(CARD, Link("event", "one"), of.get, 40)


def test_a_card_without_marks_is_as_it_was() -> None:
    assert marked() == CARD
    assert marked(Entry("d", "other", "Other", marked=True)) == CARD


def test_the_sign_stands_beside_the_title_and_moves_nothing() -> None:
    made = marked(MARK)
    assert [line.plain for line in made] == [line.plain for line in CARD]
    assert [line.lead for line in made] == ["◆", " ", " ", "“", " ", " ", "“", " "]


def test_a_note_stands_below_the_answer_line_by_line() -> None:
    made = marked(NOTE)
    assert [line.plain for line in made[:5]] == [
        "One",
        "● held",
        "your note: first line",
        "second",
        "",
    ]
    assert [line.lead for line in made[:4]] == ["◇", " ", "◇", " "]


@pytest.mark.parametrize("claim", ["one.1", "one.2"])
def test_a_claim_has_its_sign_beside_its_voices_and_its_note_below(claim: str) -> None:
    made = marked(Entry("d", claim, "“words”", marked=True, note="ask"))
    assert made[4].lead == "◈"
    assert made[5].plain == "your note: ask"
    assert made[5].claims == ("one.1", "one.2")
    assert made[6:] == CARD[5:]


def test_a_line_that_has_a_lead_keeps_it() -> None:
    assert with_sign(CARD[3], MARK) == CARD[3]


@given(
    st.text(max_size=60), st.text(max_size=60), st.sampled_from(["", GONE[1]]), st.integers(24, 140)
)
def test_a_row_fits_its_pane(title: str, note: str, away: str, pane: int) -> None:
    row = mark_row(Entry("d", "one", title, True, note), "person", away, pane)
    assert width(row.plain) <= pane - 2


@given(st.text(alphabet="ab \n말", max_size=200), st.integers(10, 80))
def test_a_note_fits_its_card(note: str, cells: int) -> None:
    for line in note_lines(Entry("d", "one", "One", note=note), cells):
        assert width(line.plain) <= cells


def test_the_list_knows_its_rows() -> None:
    body = MarksBody(
        [MARK, Entry("d", "two", "Two", note="x")], lambda id: "event", lambda id: GONE, 60
    )
    assert [body.row_id(line) for line in range(-1, 3)] == [None, "one", "two", None]
    assert body.place_of("two") == (1, 0)
    assert body.place_of("three") is None
    assert body.position(1) == (2, 2)


def test_a_gone_record_says_so() -> None:
    gone = MarksBody([MARK], lambda id: "", lambda id: GONE, 60).line(0)
    assert gone.lead == "◆"
    assert " ".join(gone.plain.split()) == "gone One no longer in this dossier"


def test_words_narrow_by_title_and_note() -> None:
    entries = (MARK, Entry("d", "two", "Two", note="ask the Herald"))
    assert narrowed(entries, " ") == entries
    assert [entry.record for entry in narrowed(entries, "herald")] == ["two"]


def test_an_empty_list_says_why() -> None:
    def said(*given: str) -> str:
        words, problem = given
        return "\n".join(line.plain for line in no_marks(words, 3, problem, 80, KEYS))

    assert "Nothing is marked" in said("", "")
    assert "None of your 3 marks matches “x”" in said("x", "")
    assert "cannot be read. notes.json: is damaged" in said("", "notes.json: is damaged")


def test_a_mark_with_a_note_shows_both() -> None:
    signs = [sign_of(entry) for entry in (MARK, NOTE, BOTH)]
    assert signs == ["◆", "◇", "◈"]
    assert len({to_ascii(sign) for sign in signs}) == 3
