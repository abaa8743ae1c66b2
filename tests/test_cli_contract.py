"""The JSON contract of DESIGN.md over the bundled dossier, and what the plain text says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from cli_run import ask, legation, one_line

from store.model.claims import RANK
from store.model.frames import EventKind

EVENT = (
    "id kind title date earliest latest status denied place people bodies topics part_of sources "
    "origins lifecycle conflicts claims"
)
CLAIM = "id about source quote says on stance certainty inferred via said_on when anchor"
PERSON = "id name names country tenures claims"
TENURE = (
    "id person person_name post title body start end first_attested last_attested capacity held "
    "sources conflicts claims"
)
SOURCE = (
    "id publisher title byline published published_basis language url claims shown anchored anchors"
)
CONFLICT = "about about_title field values preferred why"
KEYS = {
    "events": EVENT,
    "people": PERSON,
    "posts": "id title names body country holders",
    "sources": SOURCE,
    "conflicts": CONFLICT,
    "encounters": "people names occurred planned last events",
    "search kang": "type id title matched where score",
}
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path_factory.getbasetemp() / "cache"  # one for all: the dossier is compiled once
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    for name in ("LEGATION_DOSSIER", "LEGATION_TEXTS", "COLUMNS", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


def keyed(record: dict[str, object], keys: str) -> None:
    """The keys of the contract are there, in their order; more may stand among them."""
    wanted = keys.split()
    assert [key for key in record if key in wanted] == wanted


@pytest.mark.parametrize("line", KEYS)
def test_every_list_has_the_keys_of_the_contract(
    line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = ask(monkeypatch, line)
    assert rows
    for row in rows:
        keyed(row, KEYS[line])


def test_what_stands_inside_records(monkeypatch: pytest.MonkeyPatch) -> None:
    for event in ask(monkeypatch, "events"):
        assert event["kind"] in get_args(EventKind)
        assert event["status"] is None or event["status"] in RANK
        assert event["claims"]
        for bound in (event["earliest"], event["latest"]):
            assert bound is None or DAY.fullmatch(bound)
        for claim in event["claims"]:
            keyed(claim, CLAIM)
            assert len(claim["quote"].replace(" … ", " ").split()) <= 20
        for person in event["people"]:
            keyed(person, "id name role")
        for step in event["lifecycle"]:
            keyed(step, "status stance by on claim")
        for conflict in event["conflicts"]:
            keyed(conflict, CONFLICT)
            for rival in conflict["values"]:
                keyed(rival, "value claims origins")
    for person in ask(monkeypatch, "people"):
        for tenure in person["tenures"]:
            keyed(tenure, TENURE)
            assert tenure["held"] is None
    for source in ask(monkeypatch, "sources"):
        keyed(source["anchors"], "exact moved fuzzy orphan unchecked")
        assert source["shown"] is None
        assert source["claims"] == sum(source["anchors"].values())


def test_events_come_in_order_undated_last(monkeypatch: pytest.MonkeyPatch) -> None:
    events = ask(monkeypatch, "events")
    dated = [event for event in events if event["earliest"] or event["latest"]]
    assert dated
    assert events[: len(dated)] == dated
    # "by" a day has no earliest: where among the days it stands is the store's to say
    bounded = [event for event in dated if event["earliest"]]
    order = [(event["earliest"], event["latest"] or "9999", event["id"]) for event in bounded]
    assert order == sorted(order)


def test_show_works_for_every_kind_of_id(monkeypatch: pytest.MonkeyPatch) -> None:
    event = ask(monkeypatch, "show vice-ministers-2019-08")
    assert event["type"] == "event"
    keyed(event, EVENT)
    person = ask(monkeypatch, "show kono-taro")
    post = ask(monkeypatch, "show foreign-minister-jp")
    body = ask(monkeypatch, f"show {post['body']}")
    ids = {
        "person": (person["id"], PERSON),
        "post": (post["id"], KEYS["posts"]),
        "tenure": (person["tenures"][0]["id"], TENURE),
        "body": (body["id"], "id name names kind in country posts"),
        "topic": (event["topics"][0], "id name summary events"),
        "place": ("guam", "id name in events"),
        "source": (event["sources"][0], SOURCE),
        "claim": (event["claims"][0]["id"], CLAIM),
    }
    for kind, (id, keys) in ids.items():
        record = ask(monkeypatch, f"show {id}")
        assert (record["type"], record["id"]) == (kind, id)
        keyed(record, keys)
        plain = legation(monkeypatch, "show", id)
        assert plain.code == 0
        assert plain.out.rstrip().endswith(id)


def test_show_of_an_unknown_id_names_near_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    for args in (("show", "kono-tarro"), ("show", "kono-tarro", "--json")):
        done = legation(monkeypatch, *args)
        assert (done.code, done.out) == (1, "")
        assert "kono-taro" in one_line(done)


def test_nothing_matched_is_1_and_an_empty_array(monkeypatch: pytest.MonkeyPatch) -> None:
    for line in (
        "events --kind filing --until 1066",
        "events --who nobody-at-all",
        "people zzz",
        "posts zzz",
        "search zzzqqq",
        "sources --known-by 1999",
        "conflicts --known-by 1999",
        "encounters --known-by 1999",
        "events --topic trade --known-by 1999",
    ):
        done = legation(monkeypatch, *line.split(), "--json")
        assert (done.code, done.json) == (1, []), line
        assert one_line(done)
        assert legation(monkeypatch, *line.split()).out == ""


def test_filters_narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    def ids(line: str) -> set[str]:
        return {event["id"] for event in ask(monkeypatch, line)}

    every = ids("events")
    for event in ask(monkeypatch, "events --status cancelled"):
        assert event["status"] == "cancelled"
    for event in ask(monkeypatch, "events --kind call --kind hearing"):
        assert event["kind"] in {"call", "hearing"}
    assert ids("events --who kono") == ids("events --who KONO-taro") < every
    august = ids("events --from 2019-08-10 --until 2019-08")
    assert "vice-ministers-2019-08" in august
    assert august < every
    assert ids("events --from 2019-08-18 --until 2019-08-31").isdisjoint({"vice-ministers-2019-08"})
    # not held: an event that was called off took place on no day
    assert "vice-ministers-2019-08" not in ids("events --on 2019-08")


def test_who_held_what_on_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    def held(day: str) -> dict[tuple[str, str], str]:
        return {
            (person["id"], tenure["post"]): tenure["held"]
            for person in ask(monkeypatch, f"people --on {day}")
            for tenure in person["tenures"]
        }

    before, after = held("2019-09-10"), held("2019-09-15")
    assert ("kono-taro", "foreign-minister-jp") in before
    assert ("motegi-toshimitsu", "foreign-minister-jp") not in before
    assert ("kono-taro", "foreign-minister-jp") not in after
    assert ("motegi-toshimitsu", "foreign-minister-jp") in after
    assert set(before.values()) | set(after.values()) <= {"yes", "maybe"}
    with_all = {
        tenure["held"]
        for post in ask(monkeypatch, "posts --on 2030 --all")
        for tenure in post["holders"]
    }
    assert "unattested" in with_all


def test_known_by_leaks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    (source,) = ask(monkeypatch, "sources --known-by 2019-08-20")
    events = ask(monkeypatch, "events --known-by 2019-08-20")
    assert {id for event in events for id in event["sources"]} == {source["id"]}
    named = {person["id"] for event in events for person in event["people"]}
    assert named <= {person["id"] for person in ask(monkeypatch, "people --known-by 2019-08-20")}
    assert "motegi-toshimitsu" not in named
    assert (
        legation(monkeypatch, *["show", "motegi-toshimitsu", "--known-by", "2019-08-20"]).code == 1
    )


def test_paths_names_the_bundled_dossier(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = {row["name"]: row["path"] for row in ask(monkeypatch, "paths")}
    assert list(rows) == ["dossier", "cache", "config", "data", "notebook", "copy"]
    assert (Path(rows["dossier"]) / "dossier.toml").is_file()
    assert rows["dossier"] in legation(monkeypatch, "paths").out
    assert Path(rows["notebook"]).parent == Path(rows["data"])
    monkeypatch.setenv("LEGATION_NOTEBOOK", "/elsewhere/marks.json")
    assert "/elsewhere/marks.json" in legation(monkeypatch, "paths").out


def test_keys_are_those_that_are_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = {row["id"]: row for row in ask(monkeypatch, "keys")}
    assert rows["help"]["keys"] == ["?", "f1"]
    assert rows["quit"]["keys"] == ["Q", "^q"]
    plain = legation(monkeypatch, "keys").out
    for id, row in rows.items():
        keyed(row, "id keys description group")
        assert row["description"]
        assert re.search(rf"^  {re.escape(' '.join(row['keys']))}\s.*\s{id}$", plain, re.MULTILINE)
