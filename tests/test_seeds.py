"""The bundled dossier against its five articles, read by hand: what they say, and nothing more."""

from __future__ import annotations

import pytest

from store.dossier import Dossier
from store.model.records import Event, Tenure
from store.opening import open_dossier
from store.when import parse_when

SOURCES = {
    "A": "herald-2019-08-14",
    "H": "herald-2019-09-19",
    "J": "joongang-2019-09-19",
    "K": "kyodo-2019-09-19",
    "Y": "yonhap-2020-01-15",
}

# event | date | status | family names | sources, as the articles have them
EVENTS = """
colonial-period                | 1910/1945                | occurred      |                 | AHK
japan-surrender-1945           | 1945                     | occurred      |                 | K
soviet-islands-1945            | 1945                     | occurred      |                 | K
joint-declaration-1956         | 1956                     | occurred      |                 | K
agreement-1965                 | 1965                     | occurred      |                 | K
abe-putin-agreement            |                          | occurred      | abe putin       | K
islands-dispute                |                          | occurred      |                 | K
japan-russia-peace-treaty      |                          | did-not-occur |                 | K
korea-japan-ties               | 2018-1X/..               | occurred      |                 | AHJKY
un-general-assembly-2018       | 2018-09                  | occurred      |                 | K
abe-moon-new-york-2018         | 2018-09                  | occurred      | abe moon        | K
supreme-court-ruling-2018-10   | 2018-10                  | occurred      |                 | A
court-rulings-kr               |                          | occurred      |                 | JKY
export-curbs-2019-07           | 2019-07/..               | in-force      |                 | AHJKY
stilwell-visit-2019-07         | 2019-07                  | occurred      | stilwell        | J
whitelist-korea                | 2019-08/..               | in-force      |                 | AJK
east-asia-summit-2019-08       | 2019-08                  | occurred      |                 | J
bangkok-trilateral-2019-08     | 2019-08                  | occurred      |                 | HJ
kang-kono-2019-08              | 2019-08                  | occurred      | kang kono       | H
seoul-announcement-2019-08-12  | 2019-08-12               | occurred      |                 | A
vice-ministers-reports-2019-08 | [..2019-08-14]           | occurred      |                 | A
seoul-statement-2019-08-14     | 2019-08-14               | occurred      | kim             | A
vice-ministers-2019-08         | [2019-08-16,2019-08-17]  | cancelled     | cho akiba       | A
trilateral-ministers-2019-08   | [2019-08-15..2019-08-31] | scheduled     | kang kono       | A
kang-kono-beijing-2019-08      | [2019-08-15..2019-08-31] | mooted        | kang kono       | A
gsomia                         |                          | in-force      |                 | JY
gsomia-decision-2019-08        | [..2019-08-29]           | occurred      |                 | JY
gsomia-end                     | 2019-11~                 | suspended     |                 | JY
directors-2019-08-29           | 2019-08-29               | occurred      | kim kanasugi    | J
japan-lineup-2019-09           | [2019-09-01..2019-09-19] | occurred      |                 | J
takizaki-appointment-2019-09   | 2019-09-09               | occurred      | takizaki kanasugi | J
cabinet-reshuffle-2019-09      | 2019-09-11               | occurred      | motegi kono abe | JK
wto-filing-2019-09             | 2019-09-11               | occurred      |                 | HK
pompeo-motegi-call-2019-09     | 2019-09-16               | occurred      | pompeo motegi   | J
whitelist-japan                | 2019-09-18/..            | in-force      |                 | AHK
senate-hearing-2019-09         | 2019-09-18               | occurred      | stilwell menendez | HJ
blue-house-briefing-2019-09    | [..2019-09-19]           | occurred      |                 | H
asahi-report-2019-09-19        | 2019-09-19               | occurred      |                 | J
seoul-announcement-2019-09-19  | 2019-09-19               | occurred      |                 | HJ
seoul-briefing-2019-09-19      | 2019-09-19               | occurred      | kim             | J
directors-2019-09-20           | 2019-09-20               | scheduled     | kim takizaki    | HJK
denuclearization-talks         |                          | mooted        |                 | J
lee-biegun-2019-09             | 2019-09-20               | scheduled     | lee biegun      | J
lee-new-york-2019-09           | [2019-09-20..]           | scheduled     | lee             | J
lee-takizaki-2019-09           | [2019-09-20..]           | scheduled     | lee takizaki    | J
nuclear-envoys-2019-09         | [2019-09-20..]           | mooted        | lee biegun takizaki | J
un-general-assembly-2019       | [2019-09-23..2019-09-29] | scheduled     |                 | HJK
abe-moon-new-york-2019         | [2019-09-23..2019-09-29] | ruled-out     | abe moon        | HJK
abe-moon-us-2019               | [2019-09-23..2019-09-29] | mooted        | abe moon        | J
moon-us-visit-2019-09          | [2019-09-23..2019-09-29] | scheduled     | moon            | HK
abe-new-york-2019-09           | [2019-09-23..2019-09-29] | scheduled     | abe             | K
motegi-new-york-2019-09        | [2019-09-23..2019-09-29] | scheduled     | motegi          | K
motegi-lavrov-2019-09          | [2019-09-23..2019-09-29] | scheduled     | motegi lavrov   | K
kang-motegi-2019-09            | 2019-09-26               | arranging     | kang motegi     | HJK
pilot-tour-2019-10             | 2019-10                  | scheduled     |                 | K
enthronement-2019-10           | 2019-10~                 | scheduled     | naruhito        | K
abe-moon-2019-10               | 2019-10~                 | mooted        | abe moon        | K
abe-putin-2019-11              | 2019-11                  | scheduled     | abe putin       | K
apec-summit-2019-11            | 2019-11                  | scheduled     |                 | K
agreement-to-talk-2019-11      | 2019-11                  | occurred      |                 | Y
export-control-talks           | [2019-11..]              | scheduled     |                 | Y
abe-moon-china-2019-12         | 2019-12                  | occurred      | abe moon        | Y
kang-motegi-2020-01            | 2020-01-14               | occurred      | kang motegi     | Y
kang-motegi-handshake-2020-01  | 2020-01-14               | occurred      | kang motegi     | Y
kang-motegi-alone-2020-01      | 2020-01-14               | occurred      | kang motegi     | Y
kang-motegi-pompeo-2020-01     | 2020-01-14               | occurred      | kang motegi pompeo | Y
us-north-korea-dialogue        |                          | occurred      |                 | Y
"""

# tenure | post | start | end | a day | held on it | sources
TENURES = """
abe-prime-minister           | prime-minister-jp           |  |  | 2019-12-24 | yes | HJKY
akiba-vice-minister          | vice-minister-jp            |  |  | 2019-08-14 | yes | A
kanasugi-director            | asian-oceanian-director-jp  |  | 2019-09-09 | 2019-08-30 | yes | HJ
kono-foreign-minister        | foreign-minister-jp         |  | 2019-09-11 | 2019-09-10 | yes | AHJK
kono-defense-minister        | defense-minister-jp         | 2019-09-11 |  | 2019-09-15 | yes | J
motegi-foreign-minister      | foreign-minister-jp         | 2019-09-11 |  | 2019-09-10 | no | HJKY
naruhito-emperor             | emperor-jp                  |  |  | 2019-09-19 | yes | K
takizaki-director            | asian-oceanian-director-jp  | 2019-09-09 |  | 2019-09-12 | yes | HJK
takizaki-department-head     | southeast-southwest-head-jp |  | [..2019-09-09] | 2019-09-10 | no | J
cho-vice-minister            | vice-minister-kr            |  |  | 2019-08-14 | yes | A
kang-foreign-minister        | foreign-minister-kr         |  |  | 2019-11-01 | yes | AHKY
kim-in-cheol-spokesman       | spokesman-mofa-kr           |  |  | 2019-09-01 | yes | AJ
kim-jung-han-director        | asian-pacific-director-kr   |  |  | 2019-09-15 | yes | HJK
lee-special-representative   | special-representative-kr   |  |  | 2019-09-15 | maybe | J
moon-president               | president-kr                |  |  | 2019-12-24 | yes | HJKY
lavrov-foreign-minister      | foreign-minister-ru         |  |  | 2019-09-19 | yes | K
putin-president              | president-ru                |  |  | 2019-09-19 | yes | K
biegun-counterpart           | special-representative-counterpart-us |  |  | 2019-09-19 | yes | J
menendez-senator             | senator-us                  |  |  | 2019-09-18 | yes | J
pompeo-secretary-of-state    | secretary-of-state-us       |  |  | 2019-10-01 | yes | JY
stilwell-assistant-secretary | assistant-secretary-us      | 2019-07~ |  | 2019-09-15 | yes | HJ
"""

NAMES = """
kim-in-cheol    | Kim In-chul      | Kim In-cheol
kim-jung-han    | Kim Jung-han     | Kim Jung Han
kang-kyung-wha  | Kang Kyung-wha   | Kang Kyung Wha
moon-jae-in     | Moon Jae-in      | Moon Jae In
"""


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def _sources(letters: str) -> set[str]:
    return {SOURCES[letter] for letter in letters}


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    opened = open_dossier(None)
    assert not opened.problems
    return opened.dossier


def _event(dossier: Dossier, id: str) -> Event:
    event = dossier.event(id)
    assert event is not None, id
    return event


def _tenure(dossier: Dossier, id: str, on: str) -> Tenure:
    tenure = dossier.tenure(id, parse_when(on))
    assert tenure is not None, id
    return tenure


@pytest.mark.parametrize("row", _rows(EVENTS), ids=lambda row: str(row[0]))
def test_an_event_is_what_the_articles_tell(dossier: Dossier, row: list[str]) -> None:
    id, date, status, families, letters = row
    event = _event(dossier, id)
    assert (event.date or "", event.status) == (date, status)
    assert {person.id.split("-")[0] for person in event.people} == set(families.split())
    assert set(event.sources) == _sources(letters)


@pytest.mark.parametrize("row", _rows(TENURES), ids=lambda row: str(row[0]))
def test_a_tenure_is_what_the_articles_tell(dossier: Dossier, row: list[str]) -> None:
    id, post, start, end, day, held, letters = row
    tenure = _tenure(dossier, id, day)
    assert (tenure.post, tenure.start or "", tenure.end or "") == (post, start, end)
    assert tenure.held == held
    assert set(tenure.sources) == _sources(letters)


@pytest.mark.parametrize("row", _rows(NAMES), ids=lambda row: str(row[0]))
def test_every_spelling_finds_the_person(dossier: Dossier, row: list[str]) -> None:
    id, *spellings = row
    for spelling in spellings:
        assert [person.id for person in dossier.people(spelling)] == [id]


def test_only_true_disagreements_are_conflicts(dossier: Dossier) -> None:
    found = {(c.about, c.field): {rival.value for rival in c.values} for c in dossier.conflicts}
    posts = {"asian-oceanian-director-jp", "southeast-southwest-head-jp"}
    assert found == {
        ("vice-ministers-2019-08", "place"): {"Guam", "Manila"},
        ("vice-ministers-2019-08", "status"): {"scheduled", "not scheduled"},
        ("kanasugi-director", "post"): posts,
        ("takizaki-director", "post"): posts,
    }


def test_the_vice_ministers_plan_its_denial_and_its_end_stand_apart(dossier: Dossier) -> None:
    event = _event(dossier, "vice-ministers-2019-08")
    steps = [(step.status, step.stance) for step in event.lifecycle]
    assert ("scheduled", "expects") in steps
    assert ("scheduled", "denies") in steps
    assert steps[-1] == ("cancelled", "asserts")
    voices = {
        (c.stance, c.certainty, c.says["status"], c.via) for c in event.claims if "status" in c.says
    }
    outlets = ("news outlets in the two countries", "diplomatic sources")
    assert ("expects", "certain", "scheduled", outlets) in voices
    assert ("expects", "certain", "scheduled", ("chosun-ilbo",)) in voices
    assert ("denies", "certain", "scheduled", ("mofa-kr", "kim-in-cheol")) in voices
    assert ("asserts", "probable", "cancelled", ()) in voices
    assert event.denied
    assert event.status_certainty == "probable"
    assert event.length == "P2D"


def test_the_delisting_was_announced_before_it_was_in_force(dossier: Dossier) -> None:
    steps = [(s.status, s.on) for s in _event(dossier, "whitelist-japan").lifecycle]
    assert steps[0] == ("announced", "2019-08-12")
    assert steps[-1] == ("in-force", "2019-09-18")


def test_the_pact_was_to_end_and_the_end_was_suspended(dossier: Dossier) -> None:
    steps = [(s.status, s.on) for s in _event(dossier, "gsomia-end").lifecycle]
    assert ("announced", "[..2019-08-29]") in steps
    assert steps[-1] == ("suspended", "2019-11")
    # in September 2019 no source told why, nor when the pact was to end
    september = dossier.known_by("2019-09-30")
    assert _event(september, "gsomia-end").status == "announced"
    assert _event(september, "gsomia-end").date is None
    for id in ("gsomia-end", "gsomia-decision-2019-08"):
        assert _event(september, id).reason == ()
        assert _event(september, id).in_response_to is None


def test_chains_of_attribution_are_whole(dossier: Dossier) -> None:
    chains = {claim.via for claim in _event(dossier, "abe-moon-new-york-2019").claims}
    assert chains >= {
        ("japan: government officials",),
        ("japan: a senior administration official",),
        ("mofa-jp: a senior official",),
        ("asahi-shimbun", "a source familiar with the Blue House situation"),
    }


def test_what_was_said_has_a_speaker(dossier: Dossier) -> None:
    told = [claim for event in dossier.events for claim in event.claims if "said" in claim.says]
    assert len(told) > 20
    assert [claim.id for claim in told if not claim.via] == []


def test_takizaki_is_shown_at_the_bureau_by_kyodo_itself(dossier: Dossier) -> None:
    claims = _tenure(dossier, "takizaki-director", "2019-09-19").claims
    assert [c.via for c in claims if c.source == SOURCES["K"] and "post" in c.says] == [()]


def test_titles_fit_a_row(dossier: Dossier) -> None:
    assert [event.title for event in dossier.events if len(event.title) > 34] == []


def test_every_event_and_tenure_is_in_the_tables(dossier: Dossier) -> None:
    assert sorted(row[0] for row in _rows(EVENTS)) == sorted(e.id for e in dossier.events)
    held = {t.id for person in dossier.people(everyone=True) for t in person.tenures}
    assert sorted(row[0] for row in _rows(TENURES)) == sorted(held)


def test_successions(dossier: Dossier) -> None:
    for later, earlier in (
        ("takizaki-director", "kanasugi-director"),
        ("motegi-foreign-minister", "kono-foreign-minister"),
    ):
        assert _tenure(dossier, later, "2019-09-19").succeeds == earlier


def test_by_20_august_only_the_first_article_was_known(dossier: Dossier) -> None:
    known = dossier.known_by("2019-08-20")
    assert [source.id for source in known.sources] == [SOURCES["A"]]
    assert {name for p in known.people(everyone=True) for name in p.names} == {
        "Takeo Akiba", "Taro Kono", "Cho Sei-young", "Kang Kyung-wha", "Kim In-cheol",
    }  # fmt: skip
    september = [e.id for e in known.events if e.date and e.date.startswith("2019-09")]
    assert september == ["whitelist-japan"]
    assert _event(known, "whitelist-japan").status == "announced"
    assert {c.field for c in known.conflicts} == {"place", "status"}


def test_both_towns_of_a_visit_are_shown(dossier: Dossier) -> None:
    assert set(_event(dossier, "stilwell-visit-2019-07").place) == {"Seoul", "Tokyo"}
    assert set(_event(dossier, "pilot-tour-2019-10").place) == {"Kunashiri", "Etorofu"}
