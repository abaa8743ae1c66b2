"""From the folder to facts: every bad record at once, each with its line, field and a hint."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import DAILY, write
from hypothesis import given, settings
from hypothesis import strategies as st

from store.model.records import Problem
from store.opening import DossierError, checked_draft, compile_folder, open_dossier
from store.reading.lines import scan


def problems(root: Path, **changes: str) -> tuple[Problem, ...]:
    return tuple(checked_draft(write(root, **changes)).problems)


def test_the_small_dossier_is_sound(tmp_path: Path) -> None:
    assert problems(tmp_path) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "record", "field", "says"),
    [
        ("people.toml", 'name = "Ken Ito"', 'nam = "Ken Ito"', 3, "ito-ken", "nam", "name"),
        ("people.toml", 'country = "JP"', 'country = "Japan"', 4, "ito-ken", "country", "ISO 3166"),
        ("people.toml", 'country = "JP"', 'country = "ZZ"', 4, "ito-ken", "country", "ISO 3166"),
        ("people.toml", 'country = "JP"', "country = 7", 4, "ito-ken", "country", "must be text"),
        ("people.toml", "[ito-ken]", "[Ito_Ken]", 2, "Ito_Ken", None, "lower-case"),
        ("people.toml", "[ito-ken]", "[when]", 2, "when", None, "another id"),
        ("people.toml", "[ito-ken]", "[daily]", 2, "daily", None, "duplicate id"),
        ("events.toml", 'kind = "talks"', 'kind = "talk"', 3, "talks", "kind", "talks?"),
        ("events.toml", '["trade"]', '["trad"]', 5, "talks", "topics", "trade?"),
        ("tenures.toml", 'post = "minister-jp"', 'post = "japan"', 4, "ito-minister", "post",
         "is a body, not a post"),
        ("posts.toml", 'body = "mofa-jp"', 'body = "mofa-jp"\nseats = 0', 5, "minister-jp", "seats",
         "1 to"),
        ("dossier.toml", "format = 1", "format = 2", 2, None, "format", "format 1"),
        ("dossier.toml", 'title = "A small', 'horizon = "soon"\ntitle = "A small', 4, None,
         "horizon", "P1Y"),
        ("sources/first.toml", "Ken Ito and Han Min-su", "word " * 21, 7, "first", "quote",
         "21 words"),
        ("sources/first.toml", "Ken Ito and Han Min-su", " … ", 7, "first", "quote", "empty"),
        ("sources/first.toml", 'status = "scheduled"', 'status = "planned"', 10, "talks",
         "status", "no status"),
        ("sources/first.toml", 'date = "[2019-08-16,2019-08-17]"', 'date = "2019-13"', 10,
         "talks", "date", "2019-13"),
        ("sources/first.toml", "talks = {", "talk = {", 10, "talk", None, "talks?"),
        ("sources/first.toml", '["ito-ken", "han-min"]', '["ito-kan"]', 10, "talks", "people",
         "ito-ken?"),
        ("sources/first.toml", 'stance = "expects"', 'stance = "hopes"', 9, "first", "stance",
         "hopes"),
        ("sources/first.toml", 'stance = "expects"', 'via = ["nobody"]', 9, "talks", "via",
         "not known"),
        ("sources/first.toml", '"Friday or Saturday"', '"Sunday"', 8, "talks", "when", "Sunday"),
        ("sources/first.toml", 'said_on = "2019-08-14"', 'said_on = "2019-08-15"', 18,
         "sato-minister", "said_on", "after the source"),
        ("sources/first.toml", 'ito-minister = "held"', 'ito-minister = "was"', 11,
         "ito-minister", None, "held"),
        ("sources/first.toml", 'published = "2019-08-14"', 'published = "soon"', 4, "first",
         "published", "soon"),
    ],
)  # fmt: skip
def test_one_fault_is_one_line(
    tmp_path: Path, file: str, old: str, new: str, line: int, record: str | None,
    field: str | None, says: str,
) -> None:  # fmt: skip
    root = write(tmp_path)
    path = root / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    found = checked_draft(root).problems
    first = found[0]
    assert (first.line, first.record, first.field) == (line, record, field), str(first)
    assert says in str(first)
    assert "\n" not in str(first)
    assert str(path) == first.file


def test_occurred_after_its_source_is_an_error(tmp_path: Path) -> None:
    text = DAILY.replace('"scheduled", date', '"occurred", date').replace(
        'stance = "expects"', 'stance = "asserts"'
    )
    (problem,) = problems(tmp_path, sources_first=text)
    assert "after its source" in problem.message
    assert (problem.line, problem.record, problem.field) == (10, "talks", "date")


def test_an_event_without_a_claim_is_an_error_and_left_out(tmp_path: Path) -> None:
    write(tmp_path)
    events = (
        tmp_path / "events.toml"
    ).read_text() + '\n[lonely]\nkind = "call"\ntitle = "A call"\n'
    (problem,) = problems(tmp_path, events__toml=events)
    assert (problem.record, problem.level) == ("lonely", "error")
    lenient = open_dossier(tmp_path, strict=False)
    assert lenient.dossier.event("lonely") is None
    assert lenient.problems == (problem,)


def test_every_bad_record_is_told_at_once_and_the_rest_still_opens(tmp_path: Path) -> None:
    write(tmp_path)
    people = (tmp_path / "people.toml").read_text().replace('name = "Yui Sato"', "name = 1")
    events = (tmp_path / "events.toml").read_text().replace('"measure"', '"mesure"')
    found = problems(tmp_path, people__toml=people, events__toml=events)
    assert {p.record for p in found} == {"sato-yui", "curbs"}
    dossier = open_dossier(tmp_path, strict=False).dossier
    assert [e.id for e in dossier.events] == ["talks"]
    assert dossier.person("sato-yui") is None


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("people.toml", b"[a\n", "not valid TOML"),
        ("people.toml", b"[a]\nname = 'x'\ncountry='JP'\n[a]\n", "duplicate id"),
        ("people.toml", b"[a]\nname = 'x'\nname = 'y'\n", "same key twice"),
        ("people.toml", b"\xff\xfe", "UTF-8"),
        ("dossier.toml", b"", "format"),
        ("sources/first.toml", b"passage = 3\n", "published"),
    ],
)
def test_a_broken_file_is_one_problem_and_no_flood(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    root = write(tmp_path)
    (root / name).write_bytes(content)
    found = checked_draft(root).errors
    assert says in str(found[0])
    assert str(root / name) in str(found[0])


def test_a_byte_that_is_no_text_is_told_with_its_line(tmp_path: Path) -> None:
    root = write(tmp_path)
    (root / "people.toml").write_bytes(b"[a]\nname = 'x'\n# \xe9\ncountry = 'JP'\n")
    assert f"{root / 'people.toml'}:3:" in str(checked_draft(root).errors[0])


def test_no_dossier_at_all(tmp_path: Path) -> None:
    for path, says in ((tmp_path / "none", "no such folder"), (tmp_path, "no dossier.toml")):
        with pytest.raises(DossierError, match=says):
            open_dossier(path, strict=False)


def test_a_compiled_file_gives_the_same_dossier(tmp_path: Path) -> None:
    root = write(tmp_path / "folder")
    compile_folder(root, tmp_path / "file.json")
    folder, file = open_dossier(root).dossier, open_dossier(tmp_path / "file.json").dossier
    assert folder.events == file.events
    assert folder.people() == file.people()
    assert folder.facts.meta == file.facts.meta


def test_a_second_opening_comes_from_the_cache_and_a_change_is_seen(tmp_path: Path) -> None:
    root = write(tmp_path)
    first = open_dossier(root).dossier
    again = open_dossier(root).dossier
    assert first.events == again.events
    assert again.location("talks") == ("events.toml", 2)
    path = root / "events.toml"
    path.write_text(path.read_text().replace("Talks of the two", "Talks of two"))
    assert open_dossier(root).dossier.event("talks").title == "Talks of two"  # type: ignore[union-attr]


def test_a_damaged_cache_is_no_hindrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = write(tmp_path / "folder")
    open_dossier(root)
    (cache,) = (tmp_path / "cache").rglob("*.json")
    cache.write_text("{")
    assert len(open_dossier(root).dossier.events) == 2
    content = cache.read_text().replace('"status":', '"statu":')
    cache.write_text(content)
    assert len(open_dossier(root).dossier.events) == 2


def test_control_characters_are_replaced_and_told(tmp_path: Path) -> None:
    write(tmp_path)
    events = (
        (tmp_path / "events.toml").read_text().replace("Talks of", "Talks\\u001b[31m\\u202e of")
    )
    (problem,) = problems(tmp_path, events__toml=events)
    assert (problem.level, problem.record) == ("warning", "talks")
    title = open_dossier(tmp_path).dossier.event("talks").title  # type: ignore[union-attr]
    assert title == "Talks\u241b[31m\ufffd of the two"


def test_lines_steps_over_strings_of_several_lines() -> None:
    text = '[a]\nx = """\n[no]\ny = 1\n"""\nz = [\n  "[b]",\n]\n[[p]]\nq = 1\n[[p]]\nq = 2\n[c.d]\n'
    lines = scan(text)
    assert lines.records == {"": 1, "a": 1, "p#0": 9, "p#1": 11, "c": 13}
    assert lines.of("p#1", "q") == 12
    assert lines.of("a", "z") == 6
    assert lines.of("c", "d") == 13


@given(st.text())
def test_scanning_never_raises(text: str) -> None:
    scan(text)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_mutated_dossier_is_refused_or_opens(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Whatever is done to a file, a dossier opens or every reason is one line."""
    root = write(tmp_path_factory.mktemp("mutated"))
    files = sorted(path for path in root.rglob("*.toml"))
    path = data.draw(st.sampled_from(files))
    content = path.read_bytes()
    at = data.draw(st.integers(0, len(content)))
    cut = data.draw(st.integers(0, 12))
    put = data.draw(
        st.binary(max_size=6) | st.sampled_from([b'"', b"[", b"= 1", b"\\u001b", b"{}"])
    )
    path.write_bytes(content[:at] + put + content[at + cut :])
    try:
        opened = open_dossier(root, strict=False)
    except DossierError as error:
        lines = [str(problem) for problem in error.problems]
        assert lines
    else:
        lines = [str(problem) for problem in opened.problems]
        dossier = opened.dossier
        assert len(dossier.events) >= 0
        assert isinstance(dossier.conflicts, tuple)
        dossier.people()
    assert all("\n" not in line and "\x1b" not in line for line in lines)
