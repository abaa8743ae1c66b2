"""Footnotes of an exported list: each belongs to a claim that says what its sentence tells."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from building import DAILY, opened, source

from store.dossier import Dossier
from store.model import records
from store.model.claims import ACTUAL
from store.when import parse_when
from tui.out.export import Listing, list_export, record_export
from tui.present.line import Link

NOTE = re.compile(r"\[\^([a-z0-9-]+)\]")


def sentence(dossier: Dossier, id: str) -> str:
    """The item of one event in an exported list."""
    event = dossier.event(id)
    assert event is not None
    listing = Listing("T", "V", (), records.Event, [event])
    text = list_export(dossier, listing, ".md").decode()
    (item,) = [line for line in text.splitlines() if line.startswith("- ")]
    return item


LABEL = re.compile(
    r"\b(Where|Who|Bodies|Length|Agenda|Reason|Outcome|Said|Sources disagree"
    r"|No source|Maybe|undecided|preferred)\b"
)
UNTOLD = {"No source", "Maybe", "undecided", "preferred"}  # what follows from all that is told


def pieces(item: str) -> list[tuple[set[str], set[str]]]:
    """The item in pieces: what each tells of, and the footnotes that stand behind it. A piece
    without a label of its own goes on with the last one."""
    found: list[tuple[set[str], set[str]]] = []
    last = "event"
    for words, notes in re.findall(r"(.+?)((?:\[\^[a-z0-9-]+\])+|$)", item):
        labels = LABEL.findall(words)
        about = {*labels, *(["event"] if "**" in words else []), *([] if labels else [last])}
        found.append((about, set(NOTE.findall(notes))))
        last = labels[-1] if labels else last
    return found


def bearing(event: records.Event, about: set[str]) -> set[str]:
    """The sources whose claims say what is told there of the event."""
    found = set()
    for claim in event.claims:
        says, supports = claim.says, claim.stance in {"asserts", "expects"}
        tells = {
            "event": (supports and says.get("status") == event.status)
            or (supports and bool({"date", "start", "end"} & set(says)))
            or (claim.stance in {"denies", "declines", "doubts"} and "status" in says),
            "Where": "place" in says,
            "Who": "people" in says,
            "Bodies": "bodies" in says,
            "Length": "length" in says,
            **dict.fromkeys(UNTOLD, False),
            "Sources disagree": "status" in says or "date" in says,
            **{name: name.lower() in says for name in ("Agenda", "Reason", "Outcome", "Said")},
        }
        if any(tells[one] for one in about):
            found.add(claim.source)
    return found


def test_every_footnote_belongs_to_a_claim_of_what_is_told(bundled: Dossier) -> None:
    seen = 0
    for event in bundled.events:
        for about, notes in pieces(sentence(bundled, event.id)):
            assert notes <= bearing(event, about), (event.id, about)
            seen += len(notes)
    assert seen > len(bundled.events)


def test_no_footnote_is_older_than_what_took_place(bundled: Dossier) -> None:
    """A plan may be told of before its day, an outcome may not."""
    seen = 0
    for event in bundled.events:
        if event.status not in ACTUAL or event.date is None:
            continue
        day = parse_when(event.date).earliest
        for id in NOTE.findall(sentence(bundled, event.id)):
            published = parse_when(bundled.facts.sources[id].published).latest
            assert day is None or published is None or published >= day, (event.id, id)
            seen += 1
    assert seen


def test_every_sentence_has_a_footnote_and_none_twice_in_a_row(bundled: Dossier) -> None:
    for event in bundled.events:
        told = pieces(sentence(bundled, event.id))
        found = [notes for about, notes in told if notes or not about & UNTOLD]
        assert found[-1], event.id
        assert all(one != other for one, other in pairwise(found)), event.id


def test_what_was_announced_is_no_footnote_of_what_became_of_it(bundled: Dossier) -> None:
    item = sentence(bundled, "gsomia-end")
    assert set(NOTE.findall(item)) == {"yonhap-2020-01-15"}


def test_of_two_outcomes_each_has_its_own_footnote(bundled: Dossier) -> None:
    item = sentence(bundled, "gsomia-decision-2019-08")
    assert "Outcome: not to renew the pact;[^joongang-2019-09-19] to terminate the pact" in item
    assert item.endswith("[^yonhap-2020-01-15]")


EARLIER = source(
    "herald",
    "2019-08-10",
    """quote = "Ken Ito will meet them in Guam"
    stance = "expects"
    talks = { status = "scheduled", date = "2019-08-16", place = "guam", people = ["ito-ken"] }""",
)
LATER = source(
    "wire",
    "2019-08-20",
    """quote = "Ken Ito met Han Min-su in Guam on Aug. 16"
    talks = { status = "occurred", date = "2019-08-16", place = "guam", \
people = ["ito-ken", "han-min"] }""",
)


def test_a_plan_carries_nothing_that_took_place(tmp_path: Path) -> None:
    dossier = opened(tmp_path, sources_second=EARLIER, sources_third=LATER)
    item = sentence(dossier, "talks")
    assert "(held)" in item
    assert set(NOTE.findall(item)) == {"third"}


def test_a_plan_alone_carries_the_plan(tmp_path: Path) -> None:
    dossier = opened(tmp_path, sources_first=DAILY, sources_second=EARLIER)
    item = sentence(dossier, "talks")
    assert "(scheduled)" in item
    assert set(NOTE.findall(item)) == {"first", "second"}


def test_a_pair_that_met_has_the_sources_of_its_meetings(bundled: Dossier) -> None:
    listing = Listing("T", "V", (), records.Encounter, bundled.encounters)
    text = list_export(bundled, listing, ".md").decode()
    (item,) = [line for line in text.splitlines() if "**Kang Kyung-wha and Toshimitsu M" in line]
    assert "Tue 14 Jan 2020;[^yonhap-2020-01-15] 1 being arranged" in item
    for line in [line for line in text.splitlines() if line.startswith("- ")]:
        assert NOTE.findall(line), line


def test_a_tenure_has_its_own_footnotes(bundled: Dossier) -> None:
    listing = Listing("T", "V", (), records.Person, bundled.people())
    text = list_export(bundled, listing, ".md").decode()
    (item,) = [line for line in text.splitlines() if line.startswith("- **Taro Kono**")]
    before, after = item.split("Defense Minister")
    assert "herald-2019-08-14" in before
    assert NOTE.findall(after) == ["joongang-2019-09-19"]
    assert "last attested Thu 19 Sep 2019" in after
    kanasugi = next(line for line in text.splitlines() if line.startswith("- **Kenji Kanasugi"))
    assert "end is our reading" in kanasugi
    assert "sources disagree on the post" in kanasugi


def test_what_was_last_told_has_the_footnote_of_who_told_it(bundled: Dossier) -> None:
    event = bundled.event("export-curbs-2019-07")
    assert event is not None
    text = record_export(bundled, Link("event", event.id), event, ".md").decode()
    (when,) = [line for line in text.splitlines() if line.startswith("- When: ")]
    said, last = when.split(" last told ")
    assert NOTE.findall(said) == ["kyodo-2019-09-19"]
    assert NOTE.findall(last) == ["yonhap-2020-01-15"]


def test_the_end_of_what_was_in_force_has_the_footnote_of_who_tells_it(tmp_path: Path) -> None:
    lifted = source(
        "wire",
        "2019-12-21",
        """quote = "The curbs were lifted on Dec. 20"
        when = "Dec. 20"
        curbs = { status = "lifted", date = "2019-12-20" }""",
    )
    item = sentence(opened(tmp_path, sources_second=lifted), "curbs")
    day = re.match(r"- \*\*[^*]*20 Dec 2019\*\*:((?:\[\^\w+\])*) Curbs", item)
    assert day is not None, item
    assert NOTE.findall(day[1]) == ["first", "second"]
