"""Footnotes where sources differ: each rival, voice, participant and day has just its own."""

from __future__ import annotations

import re
from pathlib import Path

from building import DAILY, opened, source
from test_export_footnotes import NOTE, sentence

from store.dossier import Dossier
from tui.out.export import record_export
from tui.present.line import Link

SECRET = source(
    "herald",
    "2019-08-20",
    """quote = "They met secretly in August in Guam, two diplomats said"
    via = ["two diplomats"]
    talks = { status = "occurred", date = "2019-08-12", place = "guam", \
people = ["ito-ken", "han-min"], length = "P2D" }""",
)
DENIED = source(
    "wire",
    "2019-08-21",
    """quote = "Nobody met, he said"
    via = ["han-min"]
    stance = "denies"
    talks = "occurred" """,
    """quote = "Sato was there, in Manila, on Aug. 13"
    talks = { date = "2019-08-13", place = "manila", people = ["sato-yui", "ito-ken"], \
bodies = ["mofa-jp"] }""",
)
DOUBTED = source(
    "daily",
    "2019-08-22",
    """quote = "He doubts it"
    via = ["ito-ken"]
    stance = "doubts"
    certainty = "probable"
    talks = "occurred" """,
    """quote = "The ministry denied it"
    via = ["mofa-kr"]
    stance = "denies"
    talks = "occurred" """,
    """quote = "Asked, he would not confirm it"
    via = ["sato-yui"]
    stance = "declines"
    talks = { status = "occurred" }""",
)


def both(tmp_path: Path) -> tuple[str, str]:
    """What is told of contested talks in a list, and in the facts of the record."""
    dossier = opened(
        tmp_path, sources_a=SECRET, sources_b=DENIED, sources_c=DOUBTED,
        sources_first=DAILY.replace('people = ["ito-ken", "han-min"]', "").replace(
            'talks = { status = "scheduled", date = "[2019-08-16,2019-08-17]",  }', ""
        ),
    )  # fmt: skip
    event = dossier.event("talks")
    assert event is not None
    text = record_export(dossier, Link("event", "talks"), event, ".md").decode()
    return sentence(dossier, "talks"), text.split("## Evidence")[0]


def test_each_rival_has_the_footnotes_of_its_own_sources(tmp_path: Path) -> None:
    for text in both(tmp_path):
        assert "Tue 13 Aug 2019 (1 origin)[^b] or Mon 12 Aug 2019 (1 origin),[^a] undecided" in text
        assert "Manila (1 origin)[^b] or Guam (1 origin),[^a] undecided" in text
        assert "not held (1 origin)[^b][^c] or held (1 origin),[^a] undecided" in text


def test_each_voice_has_the_footnotes_of_who_quotes_it(tmp_path: Path) -> None:
    item, record = both(tmp_path)
    assert "that it took place was denied by Han Min-su[^b] and Foreign Ministry of Korea" in item
    assert "that it took place was not confirmed by Yui Sato" in item
    assert "that it took place was doubted by Ken Ito, probable).[^c]" in item
    head = next(line for line in record.splitlines() if line.startswith("Held."))
    assert head == (
        "Held.[^a] That it took place was denied by "
        "Han Min-su[^b] and Foreign Ministry of Korea.[^c]"
    )
    assert "denied: Han Min-su[^b] and Foreign Ministry of Korea[^c]" in record


def test_each_participant_has_the_footnotes_of_who_names_him(tmp_path: Path) -> None:
    item, record = both(tmp_path)
    assert "Who: Ken Ito,[^a][^b] Han Min-su[^a] and Yui Sato.[^b]" in item
    (who,) = [line for line in record.splitlines() if line.startswith("- Who: ")]
    assert re.findall(r"(\w+) \([^)]*\);?((?:\[\^\w\])+)", who) == [
        ("Ito", "[^a][^b]"),
        ("su", "[^a]"),
        ("Sato", "[^b]"),
    ]
    assert re.search(r"Length: 2 days \(two diplomats\)\.\[\^a\]", item)


def test_the_day_has_the_footnotes_of_who_tells_it(tmp_path: Path) -> None:
    item, _ = both(tmp_path)
    assert item.startswith("- **Tue 13 Aug 2019**:[^b] Talks of the two (held;[^a] that it")


def test_what_no_source_says_has_no_footnote(bundled: Dossier) -> None:
    for event in bundled.events:
        item = sentence(bundled, event.id)
        said, untold, after = item.partition("No source says")
        assert not untold or (NOTE.findall(said) and not NOTE.findall(after)), event.id


def test_in_a_record_what_no_source_says_has_no_footnote_either(bundled: Dossier) -> None:
    event = bundled.event("kang-motegi-2019-09")
    assert event is not None
    text = record_export(bundled, Link("event", event.id), event, ".md").decode()
    assert text.splitlines()[2] == (
        "Arranging.[^kyodo-2019-09-19] No source says whether it took place."
    )


def test_words_for_a_date_have_the_footnote_of_who_uses_them(tmp_path: Path) -> None:
    """Another tells the same day in other words."""
    same = source(
        "herald",
        "2019-08-15",
        """quote = "on one of two days"
        when = "on one of two days"
        inferred = "the two days that are named"
        stance = "expects"
        talks = { status = "scheduled", date = "[2019-08-16..2019-08-20]" }""",
    )
    other = same.replace("on one of two days", "between the 16th and the 20th")
    first = DAILY.replace("[2019-08-16,2019-08-17]", "2019-08").replace(
        'when = "Friday or Saturday"', 'when = "in August"'
    )
    dossier = opened(tmp_path, sources_first=first, sources_second=same, sources_third=other)
    event = dossier.event("talks")
    assert event is not None
    text = record_export(dossier, Link("event", "talks"), event, ".md").decode()
    (line,) = [line for line in text.splitlines() if line.startswith("- Date: ")]
    assert line == "- Date: in the source’s words “on one of two days”[^second]"
