"""Files that are spoilt in a way that once ended a command badly: each is now told in a line."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from building import write
from cli_run import legation, one_line

from store.opening import checked_draft, compile_folder
from store.reading.lines import scan


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "d")


@pytest.fixture
def compiled(root: Path, tmp_path: Path) -> Callable[[str, str], Path]:
    """A compiled file in which some text stands in the place of another."""
    file = tmp_path / "d.json"
    compile_folder(root, file)

    def put(old: str, new: str) -> Path:
        content = file.read_text("utf-8")
        assert old in content
        file.write_text(content.replace(old, new, 1), "utf-8")
        return file

    return put


def told(place: Path) -> list[str]:
    """The problems of a dossier, one line each."""
    lines = [str(problem) for problem in checked_draft(place).problems]
    assert all(line.isprintable() and len(line) < 1500 for line in lines)
    return lines


@pytest.mark.parametrize("file", ["events.toml", "sources/first.toml"])
def test_what_is_no_file_is_never_read(root: Path, file: str) -> None:
    """A pipe would never answer, a device never end, and a folder was passed over in silence."""
    for make in (
        os.mkfifo,
        lambda place: place.symlink_to("/dev/zero"),
        lambda place: place.mkdir(),
    ):
        (root / file).unlink()
        make(root / file)
        assert any(f"{file}: is no file" in line for line in told(root))
        if (root / file).is_dir():
            break


def test_a_dossier_that_is_a_pipe_or_a_device_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place in (str(tmp_path / "pipe"), "/dev/zero", "/dev/null"):
        done = legation(monkeypatch, "events", "--dossier", place)
        assert (done.code, done.out) == (2, "")
        assert one_line(done).startswith(f"{place}: is no file")


def test_a_number_of_thousands_of_digits(root: Path) -> None:
    (root / "posts.toml").write_text(f"seats = {'9' * 5000}\n")
    assert any("posts.toml" in line and "digits" in line for line in told(root))


def test_keys_within_keys_without_end(root: Path) -> None:
    (root / "posts.toml").write_text(f"{'a.' * 5000}a = 1\n")
    assert any("posts.toml" in line and "deep" in line for line in told(root))


def test_a_value_of_any_length_is_told_in_a_short_line(root: Path) -> None:
    text = (root / "events.toml").read_text("utf-8")
    (root / "events.toml").write_text(text.replace('"measure"', f'"{"x" * 15_000}"'), "utf-8")
    line = next(line for line in told(root) if "kind" in line)
    assert "x…x" in line
    assert "is not known" in line


@pytest.mark.parametrize(
    "line", ["[ " + " " * 50_000, "a." + " " * 100_000, '\\"' * 60_000, "a = '" + "'" * 99_999]
)
def test_a_broken_line_is_looked_at_once_however_long(line: str) -> None:
    """These took minutes: time that grows with the square of the length or its cube."""
    scan(line)


def test_only_a_line_feed_ends_a_line(root: Path) -> None:
    """Other separators may stand in a TOML text; counted as lines they pointed past the end."""
    text = '# \u2028 \x85 \x0c\n[a]\nname = "1\u20282\u20283"\n[b]\nname = ""\n'
    assert scan(text).records["b"] == 4
    assert scan(text).fields["b", "name"] == 5


def test_a_claim_about_a_list_is_told(compiled: Callable[[str, str], Path]) -> None:
    lines = told(compiled('"about":"talks"', '"about":["talks"]'))
    assert any("about" in line and "must be text" in line for line in lines)


def test_a_record_within_records_without_end_is_told(
    compiled: Callable[[str, str], Path],
) -> None:
    deep = '{"a":' * 700 + "1" + "}" * 700
    lines = told(compiled('"title":"Curbs on exports"', f'"title":{deep}'))
    assert lines
    assert not any("recursion" in line for line in lines)


def test_a_name_that_is_no_text_is_told_in_json(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = os.fsencode(root) + b"/sources/\xff\xfe.toml"
    with open(name, "w") as file:
        file.write("published = 1\n")
    done = legation(monkeypatch, "check", str(root), "--json")
    assert done.code == 1
    files = [problem["file"] for problem in json.loads(done.out)]
    assert any(file.endswith("/sources/\ufffd\ufffd.toml") for file in files)


def test_why_a_compiled_file_cannot_be_read_is_told_in_plain_words(
    compiled: Callable[[str, str], Path],
) -> None:
    file = compiled('"title":"Curbs on exports"', f'"title":{"[" * 90_000}')
    assert "it is nested too deeply" in told(file)[0]
    file.write_bytes(b'{"dossier\xff": {}}')
    assert "it is not UTF-8" in told(file)[0]


def test_the_same_is_not_told_twice(compiled: Callable[[str, str], Path]) -> None:
    row = '{"id":"trade","name":"Trade"},'
    many = "".join(f'"9{number}":{row}' for number in range(40))
    lines = told(compiled('"topics":{', f'"topics":{{{many}'))
    assert len(lines) == 1
    assert "trade: duplicate id" in lines[0]


def test_a_thousand_unknown_names_are_not_compared_with_all_known_ones(root: Path) -> None:
    source = root / "sources/first.toml"
    text = source.read_text("utf-8")
    many = "".join(f'talk-{number} = "occurred"\n' for number in range(1000))
    source.write_text(text.replace('ito-minister = "held"', many), "utf-8")
    unknown = [line for line in told(root) if "nor a known id" in line]
    assert len(unknown) == 1000
    assert "did you mean talks?" in unknown[0]
    assert sum("did you mean" in line for line in unknown) <= 100
