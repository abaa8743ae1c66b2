"""What a pager is given has no line that it would break inside a word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.opening import open_dossier
from tui.out.pages import page_text
from tui.present.citation import text
from tui.present.line import Link

WORDS = st.lists(st.text("abcdef -", max_size=14), max_size=40).map(" ".join)


@given(WORDS, st.integers(30, 200))
def test_only_spaces_are_broken_and_every_word_stays(said: str, columns: int) -> None:
    shown = page_text(said, columns)
    assert shown.split() == said.split()
    room = max(min(76, columns - 1), 20)
    for line in shown.split("\n"):
        assert len(line) <= room or " " not in line.strip()


def test_a_card_in_the_pager_keeps_its_words() -> None:
    dossier = open_dossier(None).dossier
    for event in dossier.events:
        whole = text(dossier, Link("event", event.id))
        shown = page_text(whole, 60)
        assert shown.split() == whole.split()
        assert all(len(line) <= 59 or " " not in line.strip() for line in shown.split("\n"))
