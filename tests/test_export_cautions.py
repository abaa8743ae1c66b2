"""What the screen warns of stands in an exported file too: nothing is surer there."""

from __future__ import annotations

import csv
import io
import json
import re

from store.dossier import Dossier
from store.model import records
from tui.out.export import Listing, list_export, record_export
from tui.present.cards import card
from tui.present.line import Link


def exported(dossier: Dossier, id: str, ending: str = ".md") -> str:
    event = dossier.event(id)
    assert event is not None
    return record_export(dossier, Link("event", id), event, ending).decode()


def listed(dossier: Dossier, id: str) -> str:
    event = dossier.event(id)
    assert event is not None
    made = list_export(dossier, Listing("T", "V", (), records.Event, [event]), ".md").decode()
    return next(line for line in made.splitlines() if line.startswith("- "))


def row(dossier: Dossier, id: str) -> dict[str, str]:
    event = dossier.event(id)
    assert event is not None
    made = list_export(dossier, Listing("T", "V", (), records.Event, [event]), ".csv").decode()
    (found,) = csv.DictReader(io.StringIO(made, newline=""))
    return found


def words(text: str) -> set[str]:
    """The words of a text without signs and footnotes."""
    text = re.sub(r"\[\^[^\]]*\]", " ", text).replace("\\", "").casefold()
    return set(re.findall(r"[^\W_]+(?:[’'][^\W_]+)*", text))


# said otherwise in a file: it names every voice and tells every rival in words
CARD_ONLY = re.compile(
    r"\d+\s+more\b|\balso\b|ø|the one told first is shown|\bplan !|\bpart\b|\bstatus !"
)
FILE_ONLY = words("origin origins or sources disagree on the plan status parts both all preferred")


def test_a_record_says_all_that_its_card_says(bundled: Dossier) -> None:
    for event in bundled.events:
        plain = card(bundled, Link("event", event.id), 76).plain
        shown = words(CARD_ONLY.sub("", plain.casefold()))
        assert shown - words(exported(bundled, event.id)) == set(), event.id


def test_a_record_says_no_more_than_its_card(bundled: Dossier) -> None:
    """Beyond the names of voices that a card has no room for, and years that it leaves out."""
    for event in bundled.events:
        card_says = words(card(bundled, Link("event", event.id), 76).plain)
        text = re.split(r"\nSquare|\n\[\^", exported(bundled, event.id))[0]
        facts, _, rest = text.partition("## Evidence")
        said = words(facts) | words(rest.partition("## Related")[2])
        years = {word for word in said if re.fullmatch(r"(19|20)\d\d", word)}
        cites = words(" ".join(voice for claim in event.claims for voice in claim.cites))
        assert said - card_says - FILE_ONLY - years - cites <= words("1"), event.id


SAID_OTHERWISE = words("in its own voice the name is written so said sources source asserts")
SAID_OTHERWISE |= {"about"}  # the source's own word, such as late, where it has one
DRAWN = re.compile(r"[━┄]| (?:19|20)\d\d$|^ {10,}|attested")  # a picture of what is told below it


def others(dossier: Dossier) -> list[Link]:
    """Every record that has a card and is no event."""
    return [
        *(Link("person", one.id) for one in dossier.people()),
        *(Link("post", one.id) for one in dossier.posts()),
        *(Link("body", one.id) for one in dossier.bodies),
        *(Link("topic", one.id) for one in dossier.topics),
        *(Link("source", one.id) for one in dossier.sources),
        *(Link("encounter", "+".join(one.people)) for one in dossier.encounters),
    ]


def test_records_of_every_kind_say_all_that_their_cards_say(bundled: Dossier) -> None:
    for link in others(bundled):
        shown = card(bundled, link, 76).plain
        if link.type == "post":  # the chart stands above the holders
            head, _, rest = shown.partition("\n Holders")
            kept = [line for line in head.splitlines() if not DRAWN.search(line)]
            shown = "\n".join(kept) + rest
        shown = re.sub(r" {3,}\d+$", "", shown, flags=re.M)  # how many rows there are
        missing = words(CARD_ONLY.sub("", shown.casefold())) - words(record_md(bundled, link))
        assert missing - SAID_OTHERWISE == set(), link


def record_md(dossier: Dossier, link: Link) -> str:
    """The Markdown of a record of any kind."""
    if link.type == "encounter":
        found = next(one for one in dossier.encounters if "+".join(one.people) == link.id)
        return record_export(dossier, link, found, ".md").decode()
    record = dossier.record(link.id)
    assert record is not None
    return record_export(dossier, link, record, ".md").decode()


def test_the_vice_ministers_meeting_is_told_with_every_caution(bundled: Dossier) -> None:
    text = exported(bundled, "vice-ministers-2019-08")
    assert (
        "Called off, probable. The plan was denied by Korea’s Foreign Ministry and Kim In-chul."
        in text
    )
    assert "had become known (possible; Korea Herald ← general belief)" in text
    assert "one day" not in text
    assert "2 days long (Asahi Shimbun)" in text
    assert "Cho Sei-young (Korea, Vice Foreign Minister)" in text
    assert "  - called off, by 14 Aug 2019: Korea Herald" in text
    assert "diplomatic sources" in text.split("## Evidence")[0]
    assert "- Where: Guam (1 origin) or Manila (1 origin), undecided" in text
    assert not re.search(r"\. [a-z]", text.split("## Evidence")[0])


def test_our_reading_stands_beside_what_it_is(bundled: Dossier) -> None:
    assert "- When: about Nov 2019, day not known (our reading)" in exported(bundled, "gsomia-end")
    assert "In force, our reading." in exported(bundled, "gsomia")
    assert "**about Nov 2019** (our reading): Termination" in listed(bundled, "gsomia-end")
    assert "(in force, our reading)" in listed(bundled, "gsomia")
    assert "(held, our reading)" in listed(bundled, "us-north-korea-dialogue")
    assert "San Francisco (our reading)" in listed(bundled, "kang-motegi-pompeo-2020-01")


def test_a_denial_names_what_is_denied_and_by_whom(bundled: Dossier) -> None:
    item = listed(bundled, "vice-ministers-2019-08")
    assert (
        "(called off, probable; the plan was denied by Korea’s Foreign Ministry and Kim In-chul)"
        in item
    )
    assert "Where: Guam (1 origin) or Manila (1 origin), undecided." in item
    assert "Sources disagree on the plan: scheduled (1" in item


def test_a_title_that_says_little_is_told_with_what_was_said(bundled: Dossier) -> None:
    islands = listed(bundled, "soviet-islands-1945")
    assert "Soviet Union" in islands
    assert "seized illegally after Japan’s surrender (Japan)" in islands
    assert "as a result of the war (Russia)" in islands
    assert "a three-way summit" in listed(bundled, "asahi-report-2019-09-19").split("Said:")[1]
    assert "in favour of Korean victims" in listed(bundled, "supreme-court-ruling-2018-10")


def test_a_row_of_cells_has_the_same_cautions(bundled: Dossier) -> None:
    found = row(bundled, "vice-ministers-2019-08")
    assert found["status_told"].startswith("called off, probable; the plan was denied by Korea’s")
    assert found["date_told"] == "16 or 17 Aug 2019, Friday or Saturday"
    assert "(possible; Korea Herald ← general belief)" in found["reason"]
    assert "Vice Foreign Minister" in found["people"]
    assert found["length"] == "P2D"
    assert found["length_told"] == "2 days long (Asahi Shimbun)"
    assert "Guam (1 origin) or Manila (1 origin), undecided" in found["conflicts"]
    assert "possible" in row(bundled, "denuclearization-talks")["lifecycle"]
    assert row(bundled, "gsomia-end")["date_told"].endswith("(our reading)")


def test_the_fields_of_our_reading_do_not_contradict_each_other(bundled: Dossier) -> None:
    for event in bundled.events:
        found = row(bundled, event.id)
        assert (found["our_reading"] == "true") == bool(found["inferred"]), event.id
        plain = json.loads(exported(bundled, event.id, ".json"))
        assert plain["our_reading"] == bool(plain["inferred"]), event.id


def test_a_claim_of_a_source_that_we_dated_says_so_in_cells(bundled: Dossier) -> None:
    made = exported(bundled, "vice-ministers-2019-08", ".csv")
    rows = list(csv.DictReader(io.StringIO(made, newline="")))
    assert all(one["published_basis"].startswith("inferred") for one in rows)
