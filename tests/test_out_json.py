"""A flood of marks in JSON is found wherever it stands, without asking every character."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from store.model.harmful import MAX_MARKS, thinned
from tui.out.as_json import as_json

MARKS = st.text(st.sampled_from("\u0301\u0483\u20d0e中😀"), max_size=30)
PIECES = st.lists(st.one_of(MARKS, st.text(st.characters(max_codepoint=126), max_size=5)))


@given(PIECES)
def test_what_was_a_flood_is_escaped_and_comes_back(pieces: list[str]) -> None:
    text = "".join(pieces)
    made = as_json(text).decode()
    assert json.loads(made) == text
    assert thinned(made) == made  # no more than so many marks in a row are raw


def test_as_many_marks_as_are_shown_stay_raw() -> None:
    text = "e" + "\u0301" * (MAX_MARKS + 1)
    made = as_json(text).decode()
    assert made.count("\u0301") == MAX_MARKS
    assert made.count("\\u0301") == 1
