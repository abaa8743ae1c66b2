"""A file that is no TOML: the line says what would be right, and never what would be wrong."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from building import BASE, DAILY, write

from store.opening import checked_draft
from store.reading.lines import scan
from store.reading.toml_faults import Fault, fault


def found(text: str) -> Fault | None:
    """What is told of a text; None where it is sound."""
    try:
        tomllib.loads(text)
    except ValueError as error:
        return fault(text, str(error), scan(text))
    return None


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ('x = 1\na = { b = "x" date = "y" }', 2, "a comma is missing before date?"),
        ('a = ["x" "y"]', 1, 'a comma is missing before "y"?'),
        ('a = ["x", "y"\nb = 1', 2, "a ] is missing before b"),
        ('a = ["x", "y"\n[next]', 2, "a ] is missing before [next]"),
        ('a = { b = ["x" }', 1, "a ] is missing before }"),
        ('a = ["x"\n\n', 1, "a ] is missing: what [ opens is not closed"),
        ('a = { b = "x"\nc = 1', 1, "a table in { } stands on one line, and ends with }"),
        ('a = { b = "x",\n c = 1 }', 1, "a table in { } stands on one line, and ends with }"),
        ('a = { b = "x", }', 1, "no comma stands before }"),
        ("a = 2021-11-31", 1, 'a date stands in quotation marks: "2021-11-31"'),
        ("a = 2021-11", 1, 'a date stands in quotation marks: "2021-11"'),
        ("a = { b = 2021-11 }", 1, 'a date stands in quotation marks: "2021-11"'),
        ("a = 2019-11-20/2019-11-22", 1,
         'a date stands in quotation marks: "2019-11-20/2019-11-22"'),
        ("a = [2019-11-20..2019-11-22]", 1,
         'a date stands in quotation marks, e.g. "2019-11-20"'),
        ('a = "x\nb = 1', 1, 'its last quotation mark is missing, or it is to stand in """'),
        ('a = """x\nb = 1\n', 1, 'a text that begins here has no """ at its end'),
        ("b = 1\na = 'x\n", 2, "a text that begins here has no ' at its end"),
        ('a = "he said "no" to it"', 1,
         'a text ends before no: a quotation mark is missing, or one inside it is to be \\"'),
        ("a = 'it's'", 1,
         'a text ends before s: a quotation mark is missing, or it is to stand in "…"'),
        ('[x]\na = 1\nb = 2\na = 3', 4, "a key stands once in a record; it stands on line 2 too"),
        ("a = { b = 1, b = 2 }", 1, "a key stands once in a table"),
        ("[x]\n[x]", 2, "an id stands once in a dossier; it stands on line 1 too"),
        ('a "x"', 1, "= is missing after a"),
        ('b = 1\na\n', 2, "= and a value are missing after a"),
        ('x = { a "x" }', 1, "= is missing after a"),
        ("a: 1", 1, "write = in place of :"),
        ('family name = "x"', 1, "a key has no space in it"),
        ("a = held", 1, 'a text stands in quotation marks: "held"'),
        ("a = “held”", 1, 'quotation marks are straight here: "'),
        ("a =\n", 1, "a value is missing after ="),
        ('a = "x",', 1, "no comma stands at the end of a line"),
        ("a = 1 // why", 1, "a comment begins with #"),
        ("[a\n", 1, "a ] is missing"),
        ("[[passage]\n", 1, "write [[passage]]"),
        ("[passage]]\n", 1, "write [[passage]]"),
        ("[passage]\n[passage]\n", 2, "write [[passage]]"),
        ("[[passage]]\n[passage]\n", 2, "write [[passage]]"),
        ("[passage]\n[[passage]]\n", 2, "write [[passage]]"),
        ("a = 05", 1, "at “a = 05”"),
        ('a = "\\d"', 1, "a backslash in a text is written \\\\"),
    ],
)  # fmt: skip
def test_the_common_faults_say_what_would_be_right(text: str, line: int, hint: str) -> None:
    for whole in (text, text.replace("\n", "\r\n"), f"{text}\n# the end\n"):
        told = found(whole)
        assert told is not None
        assert (told.line, told.hint) == (line, hint), whole


def test_the_key_that_stands_twice_is_named(tmp_path: Path) -> None:
    root = write(tmp_path)
    path = root / "people.toml"
    path.write_text(BASE["people.toml"].replace("        ", "") + 'name = "Han"\n')
    assert f"{path}:11: han-min: name: the same key twice" in str(checked_draft(root).problems[0])


MENDS = {
    re.compile(r"a comma is missing before (.+)\?"): (", ",),
    re.compile(r"a ] is missing before (.+)"): ("]", "]\n"),
}


@pytest.mark.parametrize("sign", [",", "]", "}", "=", '"', "["])
def test_a_sign_left_out_is_told_on_its_line_and_what_is_told_to_be_missing_mends_it(
    sign: str,
) -> None:
    text = "\n".join(line.strip() for line in (DAILY + BASE["events.toml"]).splitlines())
    assert found(text) is None
    mended = 0
    for at in (at for at, one in enumerate(text) if one == sign):
        broken = text[:at] + text[at + 1 :]
        told = found(broken)
        if told is None:
            continue  # a sign of a text
        line = text.count("\n", 0, at) + 1
        assert told.line in (line, line + 1, line + 2), (broken, told)
        for pattern, missing in MENDS.items():
            if (named := pattern.fullmatch(told.hint)) is None:
                continue
            lines = broken.split("\n")
            here = lines[told.line - 1]
            assert any(
                found("\n".join([*lines[: told.line - 1], here[:cut] + one + here[cut:],
                                 *lines[told.line :]])) is None
                for one in missing
                for cut in (spot.start() for spot in re.finditer(re.escape(named[1]), here))
            ), told  # fmt: skip
            mended += 1
    assert mended or sign not in {",", "]"}


def test_a_broken_line_of_any_length_is_read_once() -> None:
    """Looked at character by character from each of them, these would take minutes."""
    many = 200_000
    for text in (
        'a = "' + "x" * many,
        "a = [" + "1," * many,
        "a = " + "[" * 300 + " " * many,
        "a = " + "-" * many,
        "a " * many,
        "a = 2019" + "-1" * many,
        "a = [" + '" "' * 3 + "x" * many,
        "'" * many,
        'a = """' + '\\"' * many,
    ):
        told = found(text)
        assert told is not None
        assert len(told.hint) < 200
