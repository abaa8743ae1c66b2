"""Finding: names folded and matched, search, the timeline and directory views, encounters."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import opened, source
from hypothesis import given
from hypothesis import strategies as st

from store.dossier import Dossier
from store.model.names import fold, match
from store.opening import open_dossier
from store.views.directory import directory
from store.views.timeline import EventFilter, Timeline, timeline
from store.views.titles import body_told
from store.when import parse_when

EVENTS = """
    [talks]
    kind = "talks"
    title = "Talks of the two"
    topics = ["trade"]
    [curbs]
    kind = "measure"
    title = "Curbs on exports"
    topics = ["trade"]
    [call]
    kind = "call"
    title = "A call"
    [aside]
    kind = "meeting"
    title = "Aside"
    part_of = "call"
    [old]
    kind = "agreement"
    title = "An old accord"
    [undated]
    kind = "period"
    title = "Sour times"
    """
MORE = source(
    "herald",
    "2019-09-20",
    'quote = "called"\nwhen = "Monday"\n'
    'call = { status = "occurred", date = "2019-09-16", people = ["ito-ken", "sato-yui"] }',
    'quote = "spoke aside"\naside = { status = "occurred", people = ["sato-yui", "ito-ken"] }',
    'quote = "of 1965"\nold = { status = "occurred", date = "1965" }',
    'quote = "sour"\nundated = "occurred"',
    'quote = "Yui Sato"\nsato-yui = { name = "Yui Sato" }',
    'quote = "Yūi SATŌ"\nsato-yui = { name = "Yūi SATŌ" }',
)


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    return opened(tmp_path, events__toml=EVENTS, sources_b=MORE)


@pytest.mark.parametrize(
    ("query", "text", "hit"),
    [
        ("kang", "Kang Kyung-wha", True),
        ("kyungwha", "Kang Kyung-wha", True),
        ("KANG kyung", "Kang Kyung-wha", True),
        ("kyung kang", "Kang Kyung-wha", True),
        ("kangkyungwha", "Kang Kyung-wha", True),
        ("kyung-wha kang", "Kang Kyung Wha", True),
        ("ang", "Kang Kyung-wha", False),
        ("wha", "Kang Kyung-wha", True),
        ("kang moon", "Kang Kyung-wha", False),
        ("sato", "Yūi SATŌ", True),
        ("강경", "강경화", True),
        ("us state", "U.S. Secretary of State", True),
        ("", "anything", True),
        ("!?", "anything", False),
    ],
)
def test_match(query: str, text: str, hit: bool) -> None:
    assert match(query, text) is hit


@given(st.text(), st.text())
def test_folding_is_stable_and_matching_never_raises(query: str, text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert match(query, text) in (True, False)
    if fold(text):
        assert match(text, text)


def test_order_and_headings(dossier: Dossier) -> None:
    view = timeline(dossier)
    assert view.ids() == ("old", "curbs", "talks", "call", "aside", "undated")
    assert view.month_starts() == (
        ("1965", 0, 1),
        ("2019-07", 1, 1),
        ("2019-08", 2, 1),
        ("2019-09", 3, 1),
        (None, 4, 2),
    )


def test_windows(dossier: Dossier) -> None:
    view = timeline(dossier)
    assert [row.id for row in view.rows(2, 4)] == ["talks", "call"]
    assert view.rows(5, 99)[0].id == "undated"
    assert view.rows(-5, 0) == ()
    assert view.rows(7, 9) == ()
    assert (view.index("call"), view.index("none"), len(view), view.total) == (3, None, 6, 6)


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (EventFilter(from_=parse_when("2019-08")), ["curbs", "talks", "call"]),
        (EventFilter(until=parse_when("2019-07")), ["old", "curbs"]),
        (EventFilter(from_=parse_when("2019-08-17"), until=parse_when("2019-08")),
         ["curbs", "talks"]),
        (EventFilter(statuses=("scheduled",)), ["talks"]),
        (EventFilter(kinds=("call", "meeting")), ["call", "aside"]),
        (EventFilter(topics=("trade",)), ["curbs", "talks"]),
        (EventFilter(who=("sato-yui",)), ["call", "aside"]),
        (EventFilter(who=("sato yui",)), ["call", "aside"]),
        (EventFilter(who=("nobody",)), []),
        (EventFilter(who=("sato", "ito")), ["call", "aside"]),  # both took part
        (EventFilter(on=parse_when("2019-09-16")), ["curbs", "call"]),
        (EventFilter(on=parse_when("2019-08-16")), ["curbs"]),  # a plan took no place
        (EventFilter(words="sato ito"), ["call", "aside"]),
        (EventFilter(words="trade talks"), ["talks"]),
        (EventFilter(words="agreement"), ["old"]),  # the kind
        (EventFilter(words="scheduled"), ["talks"]),  # the status
        (EventFilter(words="in force"), ["curbs"]),
        (EventFilter(words="held"), ["call", "aside"]),  # of gatherings alone
        (EventFilter(words="spoke aside"), ["aside"]),  # a quotation
        (EventFilter(words="call ito held"), ["call", "aside"]),  # what is part of it too
    ],
)  # fmt: skip
def test_narrowing(dossier: Dossier, wanted: EventFilter, ids: list[str]) -> None:
    assert list(timeline(dossier, wanted).ids()) == ids


def test_a_view_narrows_and_the_wider_one_stays(dossier: Dossier) -> None:
    view = timeline(dossier)
    narrow = view.narrow("call")
    assert isinstance(narrow, Timeline)
    assert (len(narrow), len(view), narrow.total) == (2, 6, 6)
    assert view.narrow("  ") is view


def test_later_is_what_lies_after_the_day_known_by(dossier: Dossier) -> None:
    rows = timeline(dossier.known_by("2019-08-15")).rows(0, 9)
    assert {row.id: row.later for row in rows} == {"curbs": False, "talks": True}


def test_the_directory_by_country_and_by_day(dossier: Dossier) -> None:
    rows = directory(dossier).rows(0, 9)
    assert [(row.kind, row.name) for row in rows] == [
        ("heading", "Japan"),
        ("person", "Ken Ito"),
        ("person", "Yui Sato"),
        ("heading", "Korea"),
        ("person", "Han Min-su"),
    ]
    assert [(row.summary, row.former) for row in rows if row.kind == "person"] == [
        ("Foreign Minister", True),
        ("Foreign Minister", False),
        ("Spokesman", False),
    ]
    day = directory(dossier, on=parse_when("2019-09-11"))
    assert [(row.name, row.held) for row in day.rows(0, 9) if row.kind == "tenure"] == [
        ("Ken Ito", "yes"),
        ("Yui Sato", "yes"),
        ("Han Min-su", "maybe"),
    ]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("yuui", []),
        ("sato yūi", ["Yui Sato"]),
        ("foreign minister", ["Ken Ito", "Yui Sato"]),
        ("asia", []),
        ("korea spokes", ["Han Min-su"]),
        ("jp", ["Ken Ito", "Yui Sato"]),
    ],
)
def test_search_as_you_type_in_the_directory(
    dossier: Dossier, words: str, names: list[str]
) -> None:
    found = directory(dossier, words)
    assert [row.name for row in found.rows(0, 9) if row.kind == "person"] == names
    assert found.total == 3


def test_the_posts_that_words_name_stand_below_the_people(dossier: Dossier) -> None:
    found = directory(dossier, "foreign minister")
    rows = [(row.kind, row.name) for row in found.rows(0, 9)]
    assert rows[-2:] == [("heading", "Posts"), ("post", "Foreign Minister")]
    assert found.ids() == ("ito-ken", "sato-yui")
    assert found.index(found.rows(0, 9)[-1].id) == len(rows) - 1
    for words in ("ito", "japan", "jp", ""):
        assert "post" not in {row.kind for row in directory(dossier, words).rows(0, 9)}, words


def test_a_row_tells_what_of_it_the_words_matched() -> None:
    bundled = open_dossier(None).dossier

    def matched(words: str) -> dict[str, tuple[str, str] | None]:
        found = directory(bundled, words)
        return {row.id: row.matched for row in found.rows(0, len(found)) if row.kind == "person"}

    ministers = matched("foreign minister")
    assert ministers["kono-taro"] == ("former", "Foreign Minister")
    assert ministers["motegi-toshimitsu"] is None
    assert matched("japan foreign minister")["kono-taro"] == ("former", "Foreign Minister")
    assert matched("cheol") == {"kim-in-cheol": ("spelling", "Kim In-cheol")}
    assert matched("kono") == {"kono-taro": None}
    assert matched("oceanian")["takizaki-shigeki"] == (
        "body", "Asian and Oceanian Affairs Bureau"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("title", "body", "told"),
    [
        ("Director-General", "asian-oceanian-bureau-jp", "Asian and Oceanian Affairs Bureau"),
        ("Spokesman", "mofa-kr", "Korea’s Foreign Ministry"),
        ("Foreign Minister", "mofa-kr", ""),
        ("Director-General for Asian and Pacific Affairs", "mofa-kr", ""),
        ("President", "south-korea", ""),
        ("Senator", "senate-us", ""),
    ],
)
def test_a_title_that_means_little_alone_has_its_body(title: str, body: str, told: str) -> None:
    assert body_told(open_dossier(None).dossier, title, body) == told


def test_search_finds_each_record_once_and_the_best_first(dossier: Dossier) -> None:
    hits = dossier.search("sato")
    assert (hits[0].type, hits[0].id, hits[0].where) == ("person", "sato-yui", "name")
    assert len({(hit.type, hit.id) for hit in hits}) == len(hits)
    assert {hit.type for hit in hits} >= {"person", "event", "tenure", "claim"}
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert dossier.search("  ") == ()
    assert ("event", "vice-ministers-2019-08") in {
        (hit.type, hit.id) for hit in open_dossier(None).dossier.search("foreign ministry")
    }
    assert dossier.search("zebra") == ()


def test_search_knows_every_spelling_of_places_and_participants() -> None:
    bundled = open_dossier(None).dossier
    assert ("place", "four-islands") in {(h.type, h.id) for h in bundled.search("Southern Kurils")}
    spelt = {(hit.type, hit.id) for hit in bundled.search("Kim In-cheol")}
    assert {("tenure", "kim-in-cheol-spokesman"), ("event", "seoul-briefing-2019-09-19")} <= spelt


def test_parts_of_one_gathering_count_once(dossier: Dossier) -> None:
    met = {e.people: (e.occurred, e.planned, e.last) for e in dossier.encounters}
    assert met == {
        ("ito-ken", "sato-yui"): (1, 0, "2019-09-16"),
        ("han-min", "ito-ken"): (0, 1, None),
    }


def test_a_participant_is_shown_in_the_post_of_that_day(dossier: Dossier) -> None:
    call = dossier.event("call")
    assert call is not None
    assert {p.id: p.post_title for p in call.people} == {
        "ito-ken": None,  # handed over five days before
        "sato-yui": "Foreign Minister",
    }


@pytest.mark.parametrize(
    ("status", "counts"),
    [("scheduled", (1, 0, 0)), ("cancelled", (0, 1, 0)), ("ruled-out", (0, 0, 1))],
)
def test_plans_called_off_and_ruled_out_are_told_apart(
    tmp_path: Path, status: str, counts: tuple[int, int, int]
) -> None:
    later = source("herald", "2019-08-15", f'quote = "so"\ntalks = "{status}"')
    (pair,) = opened(tmp_path, sources_b=later).encounters
    assert pair.occurred == 0
    assert (pair.planned, pair.called_off, pair.ruled_out) == counts


def test_on_a_day_lists_nothing_that_only_ended_some_day_later(tmp_path: Path) -> None:
    by = source(
        "herald",
        "2019-08-15",
        'quote = "by"\ntalks = { status = "occurred", date = "[..2019-08-14]" }',
    )
    dossier = opened(tmp_path, sources_b=by)
    for day, ids in (("1990-01-01", ()), ("2019-08-14", ("curbs", "talks"))):
        assert timeline(dossier, EventFilter(on=parse_when(day))).ids() == ids


def test_what_is_still_in_force_is_so_as_long_as_sources_may_tell(dossier: Dossier) -> None:
    # a year, as the horizon has it, after the last source that tells of it
    for day, ids in (("2020-08-14", ("curbs",)), ("2020-08-15", ()), ("2026-01-01", ())):
        assert timeline(dossier, EventFilter(on=parse_when(day))).ids() == ids


def test_events_are_found_by_what_their_rows_say() -> None:
    dossier = open_dossier(None, strict=False).dossier
    every = timeline(dossier)
    for words in ("complaint", "denied", "reshuffling", "scheduled", "called off", "statement"):
        assert 0 < len(every.narrow(words)) < len(every), words
    for row in every.rows(0, len(every)):
        found = {
            "denied": row.denied,
            "called off": row.status == "cancelled",
            row.kind: True,
        }
        for words, so in found.items():
            if so:
                assert every.narrow(words).index(row.id) is not None
