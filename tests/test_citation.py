"""Texts to take elsewhere: what they hold, in which order, and that they are clean."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import DAILY, opened, source
from msgspec import structs

from store.dossier import Dossier
from tui.present import citation, cited
from tui.present.line import Link

TALKS = Link("event", "talks")
HOSTILE = "a\\u001b]52;c;eA==\\u0007b\\u202e\\u009b31m [red]x[/]"

HERALD = source(
    "herald",
    "2019-08-15",
    """quote = "There were no talks, he said"
    via = ["mofa-kr", "han-min"]
    stance = "denies"
    talks = "scheduled" """,
    header="""title = "The “second”"
byline = "A. Writer"
url = "https://example.org/second?a=1"
published_basis = "inferred: the paper of Thursday" """,
)


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    return opened(tmp_path, sources_second=HERALD)


def denial(dossier: Dossier) -> Link:
    event = dossier.event("talks")
    assert event is not None
    return Link("claim", next(c.id for c in event.claims if c.stance == "denies"))


def test_a_citation_goes_into_a_footnote_and_brackets_what_we_supply(dossier: Dossier) -> None:
    assert citation.citation(dossier, Link("source", "second")) == (
        "The Herald, “The ‘second’”, [15 Aug 2019], by A. Writer. https://example.org/second?a=1\n"
    )
    first = dossier.source("first")
    assert first is not None
    assert "[" not in cited.cited(first)
    ours = structs.replace(first, publisher_basis="inferred: the paper of the writer")
    assert cited.cited(ours).startswith("[The Daily], “The first”, 14 Aug 2019")
    assert (cited.supplied(first), cited.supplied(ours)) == (False, True)


def test_the_long_reason_stays_on_the_card(dossier: Dossier) -> None:
    assert "the paper of Thursday" in citation.text(dossier, Link("source", "second"))


def test_a_quote_stands_with_its_chain_and_its_source(dossier: Dossier) -> None:
    first, second, third = citation.text(dossier, denial(dossier)).split("\n", 2)
    assert first == "“There were no talks, he said”"
    assert second == "The Herald ← Foreign Ministry of Korea ← Han Min-su: denies scheduled"
    assert third.strip() == citation.citation(dossier, Link("source", "second")).strip()


def test_text_citation_and_words_of_a_quote_are_three_things(dossier: Dossier) -> None:
    link = denial(dossier)
    words, full = citation.quotation(dossier, link), citation.citation(dossier, link)
    assert words == "“There were no talks, he said”\n"
    assert full == citation.citation(dossier, Link("source", "second"))
    text = citation.text(dossier, link)
    assert text.startswith(words)
    assert text.endswith(full)
    assert len(text) > len(words) + len(full)


def test_the_evidence_of_an_event_has_footnotes(dossier: Dossier) -> None:
    lines = citation.citation(dossier, TALKS).splitlines()
    assert lines[0] == "Talks of the two"
    assert "scheduled" in lines[1]
    assert "16 or 17 Aug 2019" in lines[1]
    assert "“Ken Ito and Han Min-su” [1]" in lines
    assert (
        "“There were no talks, he said” [2], citing Foreign Ministry of Korea ← Han Min-su" in lines
    )
    assert lines[-2].startswith("[1] The Daily, “The first”, 14 Aug 2019")
    assert lines[-1].startswith("[2] The Herald, ")


def test_text_is_what_the_card_says(dossier: Dossier) -> None:
    said = citation.text(dossier, TALKS)
    for words in ("Talks of the two", "When", "Ken Ito", "“Ken Ito and Han Min-su”"):
        assert words in said
    assert said.endswith("\n")
    assert not any(line.endswith(" ") for line in said.splitlines())


def test_claims_of_people_posts_and_sources(dossier: Dossier) -> None:
    about = {
        link: {claim.about for claim in citation.claims_of(dossier, link)}
        for link in (
            Link("person", "ito-ken"),
            Link("post", "minister-jp"),
            Link("source", "second"),
            Link("topic", "trade"),
            Link("claim", "no.such"),
        )
    }
    assert list(about.values()) == [
        {"ito-ken", "ito-minister"},
        {"ito-minister", "sato-minister"},
        {"talks"},
        set(),
        set(),
    ]


def test_addresses_are_those_of_the_sources(dossier: Dossier) -> None:
    assert citation.addresses(dossier, TALKS) == ("https://example.org/second?a=1",)
    assert citation.addresses(dossier, Link("source", "first")) == ()


def test_names_of_records_and_files(dossier: Dossier) -> None:
    assert citation.title_of(dossier, TALKS) == "Talks of the two"
    assert citation.title_of(dossier, denial(dossier)) == "“There were no talks, he said”"
    assert citation.file_name(dossier, denial(dossier), "timeline") == "talks"
    assert citation.file_name(dossier, None, "timeline") == "small-timeline"


def test_nothing_that_steers_a_terminal_is_in_any_text(tmp_path: Path) -> None:
    hostile = opened(
        tmp_path,
        sources_first=DAILY.replace("The first", HOSTILE).replace(
            "curbs since", f"{HOSTILE} since"
        ),
    )
    for link in (TALKS, Link("event", "curbs"), Link("source", "first")):
        for made in (citation.text, citation.citation, citation.quotation):
            said = made(hostile, link)
            assert "[red]x[/]" in said or link == TALKS
            assert not any(char < " " and char != "\n" for char in said)
            assert not any(char in said for char in "\x7f\x9b\u202e")


def test_a_citation_keeps_who_denies_and_what_is_our_reading(tmp_path: Path) -> None:
    found = opened(tmp_path, sources_second=HERALD)
    answer = citation.citation(found, TALKS).splitlines()[1]
    assert "the plan was denied by Han Min-su" in answer
    assert "¬" not in answer
    dated = DAILY.replace('since July" }', 'since July", inferred = "a test" }')
    curbs = citation.answer(opened(tmp_path, sources_first=dated), Link("event", "curbs"))
    assert "from Jul 2019, still so" in curbs
    assert curbs.endswith(", our reading")


def test_how_sure_a_claim_is_stands_before_what_it_says_in_our_words(tmp_path: Path) -> None:
    more = source(
        "herald",
        "2019-08-15",
        """quote = "may have been the trade row"
        certainty = "possible"
        talks = { reason = ["the trade row"] }""",
        """quote = "it would not say why"
        stance = "declines"
        talks = { reason = ["the trade row"] }""",
    )
    found = opened(tmp_path, sources_second=more)
    sure, declined = (c for c in citation.claims_of(found, TALKS) if c.source == "second")
    assert citation.reading(found, sure) == "asserts, possible; the reason: the trade row"
    assert citation.reading(found, declined) == "declines to confirm the reason: the trade row"


def test_a_citation_has_no_bare_dateline_and_says_that_it_has_no_title(dossier: Dossier) -> None:
    first = dossier.source("first")
    assert first is not None
    told = structs.replace(first, dateline="TOKYO, Aug. 14", byline="A. Writer")
    assert cited.cited(told) == "The Daily, “The first”, 14 Aug 2019, by A. Writer."
    untitled = structs.replace(first, title=None)
    assert cited.cited(untitled) == "The Daily, [untitled], 14 Aug 2019."
    assert cited.supplied(untitled)
