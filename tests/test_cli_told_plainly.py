"""What is wrong with a dossier, or with what was named as one, is told in a reader's own words."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import BASE, DAILY, write
from cli_run import legation, one_line


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("LEGATION_DOSSIER", "LEGATION_TEXTS"):
        monkeypatch.delenv(name, raising=False)
    return write(tmp_path / "d")


def test_a_json_of_another_shape(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = root.parent / "x.json"
    other.write_text('{"a": [1, 2, 3]}', "utf-8")
    done = legation(monkeypatch, "events", "--dossier", str(other))
    assert done.code == 2
    assert "no legation dossier: a list stands where a table should" in one_line(done)
    assert "$" not in done.err


@pytest.mark.parametrize("file", ["dossier.toml", "people.toml", "sources/first.toml"])
def test_a_file_of_the_folder_is_told_its_folder(
    file: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = legation(monkeypatch, "events", "--dossier", str(root / file))
    assert done.code == 2
    assert f"is one file of a dossier (name its folder: {root})" in one_line(done)


def test_compile_makes_no_folder(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = root.parent / "missing" / "o.json"
    done = legation(monkeypatch, "compile", str(root), str(file))
    assert done.code == 2
    assert f"{file.parent}: there is no such folder" in one_line(done)
    assert not file.parent.exists()
    file.parent.mkdir()
    assert legation(monkeypatch, "compile", str(root), str(file)).code == 0
    monkeypatch.chdir(root.parent)  # a bare name is in the current folder
    assert legation(monkeypatch, "compile", str(root), "bare.json").code == 0


FAULTY = DAILY.replace('when = "Friday or Saturday"', 'when = "Friday or Sunday"')


def test_people_whose_claims_have_errors_are_not_said_to_have_none(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fault is told once, and not that nobody names those whom its passage names."""
    held = '    ito-minister = "held"\n    han-spokesman = "held"\n'
    names = '    ito-ken = { name = "Ken Ito" }\n    han-min = { name = "Han Min-su" }\n'
    assert held in FAULTY
    assert names in FAULTY
    alone = '[sato-minister]\nperson = "sato-yui"\npost = "minister-jp"\n'
    write(root, sources_first=FAULTY.replace(held, "").replace(names, ""), tenures__toml=alone)
    said = legation(monkeypatch, "check", str(root)).out
    (told,) = [line for line in said.splitlines() if line.startswith("error")]
    assert "Friday or Sunday" in told


def test_what_lacks_a_claim_is_told_how_to_add_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = (
        BASE["people.toml"] + '        [new-one]\n        name = "New"\n        country = "JP"\n'
    )
    events = BASE["events.toml"] + '        [bare]\n        kind = "talks"\n        title = "B"\n'
    write(root, people__toml=people, events__toml=events)
    said = " ".join(legation(monkeypatch, "check", str(root)).out.split())
    assert "new-one: no claim names this person (under a [[passage]] of sources/*.toml" in said
    assert 'write people = ["new-one"] of an event)' in said
    assert "bare: no claim is about this event (under a [[passage]]" in said
    assert 'write e.g. bare = "occurred")' in said


def test_with_errors_nothing_is_written_and_that_is_said(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = root.parent / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text("Ken Ito and Han Min-su", "utf-8")
    write(root, sources_first=FAULTY)
    done = legation(monkeypatch, "check", str(root), "--texts", str(texts), "--write")
    assert done.code == 1
    assert "nothing was written to anchors.lock.toml: mend the errors first" in done.err
    assert not (root / "anchors.lock.toml").exists()
    assert "without an error" in done.out
