"""What leaves legation for other programs: files, JSON, the clipboard, the texts that came in."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import time
from pathlib import Path

import pytest
from building import DAILY, write
from cli_dossier import change, write_dossier
from cli_run import legation
from hostile import FORMULAS, SEQUENCES, steering, strings, texts
from hypothesis import given, settings

from store.checking import check_dossier
from store.model import records
from store.opening import open_dossier
from tui.out.as_json import as_json
from tui.out.export import Listing, list_export, record_export
from tui.out.flat import csv_text
from tui.out.markdown import md
from tui.present.line import Line, Link, Span, wrap


@given(texts())
@settings(max_examples=300)
def test_json_comes_back_and_is_never_raw(text: str) -> None:
    made = as_json({"a": text}).decode()
    assert not steering(made)
    back = json.loads(made)["a"]
    assert back == text or any("\ud800" <= char <= "\udfff" for char in text)


def test_an_exported_json_is_as_escaped_as_the_one_on_stdout(tmp_path: Path) -> None:
    dossier = open_dossier(write(tmp_path)).dossier
    kept = records.Topic(id="trade", name="a\u202e\x9bb\u200d", summary="", events=())
    for made in (
        list_export(dossier, Listing("T", "V", (), records.Topic, [kept]), ".json"),
        record_export(dossier, Link("topic", "trade"), kept, ".json"),
    ):
        assert not steering(made.decode())
        assert "a\u202e\x9bb\u200d" in json.dumps(json.loads(made), ensure_ascii=False)


# a spreadsheet of another country takes a semicolon for the end of a cell
@pytest.mark.parametrize("by", [",", ";"])
@pytest.mark.parametrize("text", [*FORMULAS, "a; =1+1", 'a";"=1+1'])
def test_no_cell_is_a_formula_whatever_parts_the_cells(text: str, by: str) -> None:
    made = csv_text(["a", "b", "c"], [["x", text, "y"], [text, text, text]])
    for row in csv.reader(io.StringIO(made, newline=""), delimiter=by):
        for cell in row:
            assert not cell.strip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")), row


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("see http://evil.example/x", r"see http\://evil.example/x"),
        ("HTTPS://evil.example", r"HTTPS\://evil.example"),
        ("www.evil.example", r"www\.evil.example"),
        ("WWW.evil.example", r"WWW\.evil.example"),
        ("ftp://evil.example", r"ftp\://evil.example"),
        ("mail me@evil.example", r"mail me\@evil.example"),
        ("mailto:me", r"mailto\:me"),
        ("![x](http://evil.example)", r"\!\[x\](http\://evil.example)"),
        ("<http://evil.example>", r"\<http\://evil.example\>"),
        ("at 10:30, 2019: a.b", "at 10:30, 2019: a.b"),
    ],
)
def test_no_address_of_data_becomes_a_link(text: str, made: str) -> None:
    assert md(text) == made


def test_a_word_of_a_million_letters_is_broken_in_time() -> None:
    begun = time.process_time()
    lines = wrap([Span("한" * 1_000_000)], 60)
    assert len(lines) == 33_334  # thirty a line
    assert sum(len(Line(line).plain) for line in lines) == 1_000_000
    long = time.process_time() - begun
    begun = time.process_time()
    wrap([Span("한" * 100_000)], 60)
    # ten times the letters: not a hundred times the work
    assert long < 40 * max(time.process_time() - begun, 0.05)


def test_a_folder_whose_name_is_no_text_opens_again_and_again(tmp_path: Path) -> None:
    root = Path(os.fsdecode(os.fsencode(tmp_path) + b"/f\xff\x1b]0;x\x07"))
    write(root, sources_first=DAILY.replace("The first", "The\\u0007 first"))
    for _ in range(2):  # from the folder, then from the cache
        opened = open_dossier(root)
        assert [problem.line for problem in opened.problems] == [2]


@pytest.mark.parametrize("at", ["name", "text"])
def test_a_hostile_article_is_cleaned_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    root = write_dossier(tmp_path)
    text = tmp_path / "texts" / "gazette.txt"
    evil = "\x1b]52;c;ZXZpbA==\x07 \u202e \x9b2J a" + "\u0301" * 30
    if at == "name":
        text.rename(text.with_name("gaz\x1b]0;x\x07\u202e.txt"))
        assert check_dossier(root, tmp_path / "texts").sources[0].anchored
    else:
        text.write_text(text.read_text("utf-8") + f"\n\nbelow {evil}\n", "utf-8")
        problems = check_dossier(root, tmp_path / "texts").problems
        assert [(p.level, Path(p.file).name, p.record) for p in problems] == [
            ("warning", "gazette.txt", "gazette-2020-01-03")
        ]
        assert problems[0].line == len(text.read_text("utf-8").split("\n")) - 1
        dossier = open_dossier(root, texts=tmp_path / "texts").dossier
        for article in dossier.anchored.articles.values():
            assert not steering(article.text)
    done = legation(monkeypatch, "check", str(root), "--texts", str(tmp_path / "texts"))
    assert done.code == 0, done.out
    assert not steering(done.out + done.err)


def test_a_quote_with_hidden_letters_is_found_in_its_article(tmp_path: Path) -> None:
    root = write_dossier(tmp_path)
    text = tmp_path / "texts" / "gazette.txt"
    content = text.read_text("utf-8")
    assert "Seoul on Thursday" in " ".join(content.split())
    hidden = "Seoul on Thurs\u00adday"
    text.write_text(" ".join(content.split()).replace("Seoul on Thursday", hidden), "utf-8")
    change(root, "sources/gazette-2020-01-03.toml", "Seoul on Thursday", hidden)
    checked = check_dossier(root, tmp_path / "texts")
    assert not [problem for problem in checked.problems if problem.level == "error"]


@pytest.mark.parametrize("sequence", SEQUENCES)
def test_every_sequence_is_told_at_its_place(tmp_path: Path, sequence: str) -> None:
    written = "".join(f"\\u{ord(char):04x}" for char in sequence)
    root = write(
        tmp_path,
        people__toml="\n".join(
            ["[ito-ken]", 'name = "Ken Ito"', 'country = "JP"', "[sato-yui]",
             f'name = "Yui {written} Sato"', 'country = "JP"', "[han-min]", 'name = "Han Min-su"',
             'country = "KR"']
        ),
    )  # fmt: skip
    told = check_dossier(root).problems
    assert [(p.level, Path(p.file).name, p.line, p.record, p.field) for p in told] == [
        ("warning", "people.toml", 5, "sato-yui", "name")
    ]


def test_markdown_of_hostile_strings_holds_no_markup() -> None:
    count = 0
    for text in strings(2_000):
        made = md(text)
        assert not steering(made, lines=False)
        plain = made.replace("\\\\", "")
        for mark in "`*_[]<>#|~$^!":
            assert plain.count(mark) == plain.count(f"\\{mark}"), made
        assert not re.search(r"(?<!\\)://", plain)
        count += 1
    assert count == 2_000
