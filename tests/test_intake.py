"""Floods of input: pastes are cut and steer nothing, wherever the pieces are parted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser

from tui.intake import END, ESCAPE, MOST_PASTED, START, Intake


def test_what_is_typed_goes_on_as_it_is() -> None:
    intake = Intake()
    for piece in ("j", "\x1b[B", "\x1b", "[20", "x", "\x1b[20", "1~", END):
        assert intake.take(piece) == piece
    assert not intake.pasting


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 4096])
def test_a_paste_without_end_is_cut_and_its_end_is_found(size: int) -> None:
    intake = Intake()
    sent = f"j{START}" + "a" * (MOST_PASTED * 2) + f"\x1b[20{END}k"
    passed = "".join(intake.take(sent[at : at + size]) for at in range(0, len(sent), size))
    assert passed == f"j{START}{'a' * MOST_PASTED}{END}k"


def test_a_flood_within_a_paste_passes_nothing_and_keeps_nothing() -> None:
    intake = Intake()
    intake.take(START + "a" * MOST_PASTED)
    assert not any(intake.take("b" * 4096 + "\x1b[20") for _ in range(100))
    assert intake.pasting
    assert sum(len(str(kept)) for kept in vars(intake).values()) < 20


def test_escapes_in_a_paste_press_no_keys() -> None:
    """The parser of Textual takes a sequence within a paste that it does not know for keys."""
    intake, parser = Intake(), XTermParser()
    pasted = "words \x1b]2;a title of some length that is no known sequence\x07 Q"
    read = list(parser.feed(intake.take(f"{START}{pasted}{END}j")))
    assert [type(one) for one in read] == [events.Paste, events.Key]
    assert isinstance(read[0], events.Paste)
    assert read[0].text == pasted.replace("\x1b", ESCAPE)


@given(st.text(alphabet="ab\x1b[]201~", max_size=80), st.lists(st.integers(1, 9), max_size=80))
def test_it_matters_nothing_where_the_pieces_are_parted(text: str, sizes: list[int]) -> None:
    whole, parted = Intake(), Intake()
    passed, rest = "", text
    for size in sizes:
        piece, rest = rest[:size], rest[size:]
        passed += parted.take(piece) if piece else ""
    passed += parted.take(rest) if rest else ""
    assert passed == whole.take(text)
    assert parted.pasting == whole.pasting
