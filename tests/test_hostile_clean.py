"""The two doors alone: what goes in, and that nothing steers what comes out."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from building import write
from hostile import BIDI, CONTROLS, HIDDEN, LONE, MARKS, NONCHARACTERS, steering, strings, texts
from hypothesis import given, settings
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from store.model.clean import MAX_TEXT, Cleaned, clean, clean_data
from store.model.records import Problem
from store.opening import checked_draft
from store.reading.draft import Draft
from store.reading.quotes import words_in
from tui.cli import failure
from tui.present.door import Guard, safe

EVERY = "".join(chr(code) for code in range(0x110000))


def test_the_judge_sees_every_kind() -> None:
    for char in CONTROLS.replace("\n", "") + BIDI + HIDDEN + NONCHARACTERS + LONE:
        assert steering(f"a{char}b"), f"U+{ord(char):04X}"
    assert steering("a" + "\u0301" * 9)
    assert not steering("a" + "\u0301" * 8)
    assert not steering("한국 日本 “words” – … é ● ━\n")


@pytest.mark.parametrize("door", [clean, safe, failure.clean])
def test_no_character_of_unicode_that_steers_passes_a_door(door: Callable[[str], str]) -> None:
    for start in range(0, len(EVERY), 4096):
        # each between letters, so that marks do not meet
        text = "a".join(EVERY[start : start + 4096])
        assert not steering(door(text), lines=door is clean)


@given(texts())
@settings(max_examples=300)
def test_nothing_passes_the_doors(text: str) -> None:
    assert not steering(clean(text))
    assert not steering(safe(text), lines=False)
    assert not steering(failure.clean(text), lines=False)
    drawn = Guard().apply([Segment(text, Style(link="http://evil.example"))], Color(0, 0, 0))
    assert not any(steering(segment.text, lines=False) for segment in drawn)
    assert not any(segment.style and segment.style.link for segment in drawn)


@given(texts())
@settings(max_examples=300)
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.normalize("NFC", once) == once
    assert not steering(safe(once), lines=False)


@pytest.mark.parametrize("mark", MARKS)
def test_a_flood_of_any_mark_is_cut(mark: str) -> None:
    for door in (clean, safe):
        kept = door("b" + mark * 5_000 + "c")
        assert 2 <= len(kept) <= 10, f"U+{ord(mark):04X}"
        assert kept[0] != mark
        assert kept.endswith("c")


def test_marks_that_take_turns_are_a_flood_too() -> None:
    assert len(clean("b" + "\u0301\u0e49\u064b\ufe0f" * 2_000)) <= 10


def test_a_long_text_is_cut_before_it_costs_time() -> None:
    assert len(clean("é" * MAX_TEXT * 40)) <= MAX_TEXT
    # canonical order is found by sorting: marks out of order are cut before that
    assert len(clean("a" + "\u0301\u0323" * 1_000_000)) <= 10


def test_what_was_cleaned_is_told_with_its_place() -> None:
    dirty: list[Cleaned] = []
    data = {
        "fine": "한국",
        "passage": [{"quote": "a\x1bb"}, {"talks": {"people": ["x", "y\u202e: z"]}}],
        "long": "x" * (MAX_TEXT + 1),
        "flood": "a" + "\u0301" * 50,
        "k\x07": "v",
    }
    cleaned = clean_data(data, dirty)
    assert isinstance(cleaned, dict)
    assert cleaned["passage"][0] == {"quote": "a␛b"}
    assert cleaned["k␇"] == "v"
    told = [(each.path, each.what) for each in dirty]
    assert told == [
        (("passage", 0, "quote"), "control or invisible characters were replaced"),
        (("passage", 1, "talks", "people", 1), "control or invisible characters were replaced"),
        (("long",), "was cut: it is longer than 20,000 characters"),
        (("flood",), "was cut: more than 8 marks stood on one letter"),
        (("k␇",), "control or invisible characters were replaced"),
    ]


def test_two_keys_that_become_one_are_told() -> None:
    dirty: list[Cleaned] = []
    assert clean_data({"a\x07": "first", "a␇": "second"}, dirty) == {"a␇": "first"}
    assert "the same" in dirty[-1].what


def test_what_is_nested_beyond_reason_is_left_out() -> None:
    deep: object = "x"
    for _ in range(100_000):
        deep = [deep]
    dirty: list[Cleaned] = []
    clean_data({"a": deep}, dirty)
    assert "nested" in dirty[0].what


def test_ten_thousand_strings(
    times: Callable[[int, int], int], tally: Callable[..., object]
) -> None:
    tried = times(300, 10_000)
    lost = [
        text
        for text in strings(tried, lone=True)
        if steering(clean(text)) or steering(safe(text), lines=False)
    ]
    tally("hostile strings through the two doors", tried=tried, survived=tried - len(lost),
          lost=len(lost))  # fmt: skip
    assert lost == []


def test_a_quote_of_dashes_is_counted_in_time() -> None:
    def seconds(size: int) -> float:
        begun = time.process_time()
        assert words_in("/" * size) == 0
        return time.process_time() - begun

    # a hundred times the letters: not ten thousand times the work
    assert seconds(1_000_000) < 1_000 * max(seconds(10_000), 0.001)


def test_what_is_told_is_not_read_again_for_each_claim(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Draft] = []

    def errors(draft: Draft) -> list[Problem]:
        asked.append(draft)
        return [problem for problem in draft.problems if problem.level == "error"]

    monkeypatch.setattr(Draft, "errors", property(errors))
    assert checked_draft(write(tmp_path)).claims
    assert len(asked) <= 2


def test_marks_of_two_segments_stand_on_one_letter() -> None:
    flood = [Segment("a" + "\u0301" * 8), Segment("\u0323" * 8, Style(bold=True)), Segment("b")]
    drawn = Guard().apply(flood, Color(0, 0, 0))
    assert "".join(segment.text for segment in drawn) == "a" + "\u0301" * 8 + "b"
    plain = [Segment("a" + "\u0301" * 5), Segment(""), Segment("b"), Segment("\u0323" * 5)]
    assert Guard().apply(plain, Color(0, 0, 0)) == plain
