"""What somebody said, on the card of a person or of a body."""

from __future__ import annotations

import pytest

from store.dossier import Dossier
from store.opening import BUNDLED, open_dossier
from tui.present.card import Card
from tui.present.cards import card
from tui.present.line import Link, width
from tui.present.sayings import sayings


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return open_dossier(BUNDLED).dossier


def text(made: Card) -> str:
    return "\n".join(line.lead + line.plain for line in made.lines)


def test_what_a_spokesman_denied_is_on_his_card(dossier: Dossier) -> None:
    said = text(card(dossier, Link("person", "kim-in-cheol"), 60))
    part = " ".join(said[said.index("Said") : said.index("How we know")].split())
    assert "5 passages" in part
    assert "“All the reports about the vice-ministerial level talks are not true.”" in part
    assert "Vice-ministers’ meeting: scheduled denies" in part
    assert "declines to confirm" in part
    # in the order in which it was said
    assert part.index("14 Aug 2019") < part.index("19 Sep 2019")


def test_a_ministry_speaks_through_its_spokesmen(dossier: Dossier) -> None:
    assert "are not true.”" in text(card(dossier, Link("body", "mofa-kr"), 80))


def test_everything_that_a_voice_says_and_nothing_else(dossier: Dossier) -> None:
    voices = {voice for claim in dossier.index.facts.claims for voice in claim.via}
    named = [voice for voice in voices if dossier.type_of(voice) in {"person", "body"}]
    assert len(named) > 10
    for voice in named:
        shown = {id for line in sayings(dossier, voice, 70) for id in line.claims}
        says = {c.id for c in dossier.index.facts.claims if voice in c.via}
        assert shown == says, voice
        assert all(width(line.plain) <= 70 for line in sayings(dossier, voice, 70))


def test_nothing_is_said_of_those_who_are_not_quoted(dossier: Dossier) -> None:
    assert sayings(dossier, "takizaki-shigeki", 60) == []


def test_what_was_said_later_was_not_known(dossier: Dossier) -> None:
    before = dossier.known_by("2019-08-20")
    said = text(card(before, Link("person", "kim-in-cheol"), 60))
    assert "2 passages" in said
    assert "declines to confirm" not in said
