"""Wrong input: one clear line with file, line and hint, the exit code, and untouched files."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_dossier import change, write_dossier
from cli_run import Done, digest, legation, one_line

EVENTS, SOURCE = "events.toml", "sources/gazette-2020-01-03.toml"
TWENTY_ONE = " ".join(f"word{number}" for number in range(21))

# name: file, what stands there, what is put there, the line told, words that must be told
FAULTS = {
    "unknown id": (SOURCE, 'place = "seoul"', 'place = "soul"', 9, ("soul", "seoul")),
    "bad date": (SOURCE, 'date = "2020-01-02"', 'date = "2020-13-02"', 9, ("date", "13")),
    "quote over 20 words": (
        SOURCE,
        "Foreign Minister Hong Gil-dong met … in Seoul on Thursday",
        TWENTY_ONE,
        6,
        ("quote", "21", "20"),
    ),
    "duplicate id": (EVENTS, "[ministers-2020-01]", "[seoul]", 1, ("duplicate", "seoul")),
    "wrong type": (EVENTS, 'topics = ["talks"]', 'topics = "talks"', 4, ("topics",)),
    "wrong field name": (EVENTS, 'title = "M', 'titel = "M', 3, ("titel", "title")),
    "unknown kind": (EVENTS, '"meeting"', '"meting"', 2, ("kind", "meeting")),
    "unknown topic": (EVENTS, '["talks"]', '["talk"]', 4, ("talk", "talks")),
    "no TOML": (EVENTS, 'kind = "meeting"', "kind = meeting", 2, ("TOML",)),
    "unknown stance": (SOURCE, 'via = ["mofa-kr"]', 'stance = "says"', 7, ("stance", "asserts")),
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound dossier of its own, and a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("LEGATION_DOSSIER", "LEGATION_TEXTS"):
        monkeypatch.delenv(name, raising=False)
    return write_dossier(tmp_path)


def check_error(done: Done) -> str:
    """The one error that ``check`` lists."""
    errors = [line for line in done.out.splitlines() if line.startswith("error")]
    assert len(errors) == 1, done.out
    return errors[0]


def test_the_dossier_is_sound_before_it_is_broken(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = str(root.parent / "texts")
    done = legation(monkeypatch, "check", str(root), "--texts", texts)
    assert (done.code, done.err) == (0, "")
    assert "0 errors, 0 warnings" in done.out
    assert "3 exact" in done.out
    assert legation(monkeypatch, "check", str(root), "--json").json == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_one_line_and_exit_2(
    fault: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, old, new, line, words = FAULTS[fault]
    change(root, file, old, new)
    before = digest(root)
    done = legation(monkeypatch, "events", "--json", "--dossier", str(root))
    assert (done.code, done.out) == (2, "")
    # what hangs on the broken record may be told too; the fault itself is told once
    told = [each for each in done.err.splitlines() if f"{file}:{line}:" in each]
    assert len(told) == 1, done.err
    for word in words:
        assert word in told[0]
    assert told[0].endswith(")") or ": write " in told[0], "no hint"
    assert "Traceback" not in done.err
    checked = legation(monkeypatch, "check", str(root))
    assert checked.code == 1
    assert told[0] in checked.out
    assert digest(root) == before


def test_check_as_json_names_level_file_line_and_field(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(root, EVENTS, '"meeting"', '"meting"')
    done = legation(monkeypatch, "check", "--json", str(root))
    assert done.code == 1
    problem = done.json[0]
    assert list(problem) == ["level", "file", "line", "record", "field", "message", "hint"]
    assert problem["level"] == "error"
    assert problem["file"].endswith(EVENTS)
    assert (problem["line"], problem["record"], problem["field"]) == (
        2,
        "ministers-2020-01",
        "kind",
    )


def test_a_quote_that_is_not_in_its_source(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(root, SOURCE, "in Seoul on Thursday", "at the seaside one Wednesday")
    change(root, SOURCE, 'when = "on Thursday"\n', "")
    before = digest(root)
    texts = str(root.parent / "texts")
    for write in ((), ("--write",)):
        done = legation(monkeypatch, "check", str(root), "--texts", texts, *write)
        assert done.code == 1
        line = check_error(done)
        assert SOURCE in line
        assert "quote" in line
        assert "seaside" in line
        assert digest(root) == before


def test_check_write_anchors_and_nothing_else(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest(root)
    texts = str(root.parent / "texts")
    done = legation(monkeypatch, "check", str(root), "--texts", texts, "--write")
    assert done.code == 0
    assert "3 positions" in one_line(done)
    after = digest(root)
    assert after.pop("anchors.lock.toml")
    assert {name: after[name] for name in before} == before
    assert legation(monkeypatch, "check", str(root), "--write").code == 2


def test_no_dossier_is_one_line_and_exit_2(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"events": {"1": ', "utf-8")
    other = tmp_path / "other.json"
    other.write_text('{"_default": {"1": {"a": 1}}}', "utf-8")
    empty = tmp_path / "empty"
    empty.mkdir()
    for wrong in (tmp_path / "missing", broken, other, empty):
        before = digest(tmp_path)
        for args in (("events", "--dossier", str(wrong)), ("check", str(wrong))):
            done = legation(monkeypatch, *args)
            assert (done.code, done.out) == (2, "")
            assert str(wrong) in one_line(done)
        assert digest(tmp_path) == before


def test_compile_leaves_a_stranger_file_alone(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Mr Hong", "utf-8")
    done = legation(monkeypatch, "compile", str(root), str(letter))
    assert done.code == 2
    assert str(letter) in one_line(done)
    assert letter.read_text("utf-8") == "Dear Mr Hong"
    file = tmp_path / "small.json"
    for _ in range(2):
        assert legation(monkeypatch, "compile", str(root), str(file)).code == 0
    folder, compiled = (
        legation(monkeypatch, "events", "--json", "--dossier", str(path)) for path in (root, file)
    )
    assert folder.code == 0
    assert folder.out == compiled.out
    change(root, EVENTS, '"meeting"', '"meting"')
    before = digest(tmp_path)
    assert legation(monkeypatch, "compile", str(root), str(file)).code == 2
    assert digest(tmp_path) == before
    assert legation(monkeypatch, "compile", str(file), str(tmp_path / "two.json")).code == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("events --status ocurred", "occurred"),
        ("events --kind meetings", "meeting"),
        ("events --topic talk", "talks"),
        ("events --from sept", "year"),
        ("events --on 2020-02-30", "2020-02-30"),
        ("events --known-by whenever", "--known-by"),
        ("people --on 31.4.2020", "--on"),
        ("events --texts nowhere", "nowhere"),
        ("search ...", "word"),
    ],
)
def test_unreadable_words_are_one_line_and_exit_2(
    line: str, said: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = legation(monkeypatch, *line.split(), "--json", "--dossier", str(root))
    assert (done.code, done.out) == (2, "")
    assert said in one_line(done)


def test_two_dossiers_are_refused_and_the_variable_is_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert legation(monkeypatch, "check", "one", "--dossier", "two").code == 2
    monkeypatch.setenv("LEGATION_DOSSIER", str(root))
    monkeypatch.setenv("LEGATION_TEXTS", str(root.parent / "texts"))
    (event,) = legation(monkeypatch, "--json", "events").json
    assert event["id"] == "ministers-2020-01"
    assert {claim["anchor"] for claim in event["claims"]} == {"exact"}


def test_what_was_typed_is_told_shortened(monkeypatch: pytest.MonkeyPatch) -> None:
    done = legation(monkeypatch, "keys", "a" * 100_000)
    line = one_line(done)
    assert done.code == 2
    assert len(line) < 1500
    assert line.endswith("(see legation keys --help)")
