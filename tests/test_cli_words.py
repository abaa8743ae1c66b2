"""What was typed: commands, options, words; and what leaves through the doors."""

import json
import os
import sys
from datetime import date

import pytest
from cli_run import legation, one_line
from rich.text import Text

from tui import __version__
from tui.cli import options
from tui.cli.failure import Failure, clean
from tui.cli.output import Output
from tui.cli.setting import text
from tui.cli.table import COMMANDS, EXPLORER, OPTIONS, call
from tui.out.as_json import as_json


def typed(line: str) -> tuple[str | None, tuple[str, ...], tuple[str, ...]]:
    asked = call(line.split())
    return asked.name, asked.flags, asked.words


@pytest.mark.parametrize(
    ("line", "name", "flags", "words"),
    [
        ("", None, (), ()),
        ("events", "events", (), ()),
        ("--json events", "events", ("--json",), ()),
        ("events --json", "events", ("--json",), ()),
        ("--dossier events people", "people", ("--dossier", "events"), ()),
        ("--dossier=events people", "people", ("--dossier=events",), ()),
        ("./events", None, (), ("./events",)),
        ("folder events", None, (), ("folder", "events")),
        ("people kang --on 2019 kyung", "people", ("--on", "2019"), ("kang", "kyung")),
        ("search -- --json", "search", (), ("--json",)),
        ("-- events", "events", (), ()),
        ("show -", "show", (), ("-",)),
        ("--who", None, ("--who",), ()),
    ],
)
def test_first_word_that_is_no_option_is_the_command(
    line: str, name: str | None, flags: tuple[str, ...], words: tuple[str, ...]
) -> None:
    assert typed(line) == (name, flags, words)


def test_every_option_of_every_command_is_in_the_table_and_used() -> None:
    named = {flag for each in (*COMMANDS.values(), EXPLORER) for flag in each.options}
    assert named == set(OPTIONS)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("events --bogus", "--bogus"),
        ("events --on", "--on"),
        ("events surplus", "surplus"),
        ("events --js", "--js"),
        ("events --all", "--all"),
        ("show", "ID is missing"),
        ("show one two", "two"),
        ("compile folder", "FILE is missing"),
        ("search", "QUERY is missing"),
        ("check --known-by 2019", "--known-by"),
        ("--json", "--json"),
    ],
)
def test_usage_is_one_line_that_names_the_help(line: str, said: str) -> None:
    with pytest.raises(Failure) as failed:
        options.parse(call(line.split()))
    assert failed.value.code == 2
    assert len(failed.value.lines) == 1
    assert said in failed.value.lines[0]
    assert "--help" in failed.value.lines[0]


def test_a_date_lacking_its_year_is_an_error() -> None:
    today = date(2020, 1, 15)
    when = options.day("--on", "yesterday", today=today)
    assert when is not None
    assert when.text == "2020-01-14"
    for wrong in ("20 Sep", "20", "soon", "2019-13", ""):
        with pytest.raises(Failure, match="--on"):
            options.day("--on", wrong, today=today)


def test_unknown_word_lists_the_known_and_names_the_nearest() -> None:
    with pytest.raises(Failure) as failed:
        options.known("status", ["scheduld"], ("mooted", "scheduled"))
    (line,) = failed.value.lines
    assert "did you mean scheduled?" in line
    assert "mooted, scheduled" in line


def test_version_and_help_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    for line in ("--version", "events --version"):
        done = legation(monkeypatch, *line.split())
        assert (done.code, done.out, done.err) == (0, f"legation {__version__}\n", "")
    done = legation(monkeypatch, "--help")
    assert done.code == 0
    assert done.err == ""
    for name in COMMANDS:
        assert f"legation {name}" in done.out
        one = legation(monkeypatch, name, "--help")
        assert one.code == 0
        for flag in COMMANDS[name].options:
            assert flag in one.out
        assert legation(monkeypatch, "help", name) == one
    assert legation(monkeypatch, "help", "evnts").code == 2


def test_no_character_that_steers_a_terminal_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = "a\x1b]52;c;eA==\x07b\x9b31m\u202ec\x7f\nd\U000e0041"
    cleaned = clean(hostile)
    assert "\n" not in cleaned
    for code in (0x1B, 0x07, 0x9B, 0x202E, 0x7F, 0xE0041):
        assert chr(code) not in cleaned
    done = legation(monkeypatch, "show", hostile)
    assert done.code == 1
    assert "\x1b" not in one_line(done)
    raw = as_json({"name": hostile})
    assert json.loads(raw) == {"name": hostile}
    written = raw.decode()
    assert written.replace("\n", "").isprintable()


def test_markup_in_data_is_only_text(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "[b]x[/b] [@click=app.quit]y[/] [/"
    assert isinstance(text(said), Text)
    assert text(said).plain == said
    assert text("\x1b[31mred").plain == "␛[31mred"


def test_width_is_columns_else_a_hundred_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(sys, "stdout", open(os.devnull, "w"))  # noqa: SIM115
    assert Output().width == 100
    for told, width in (("60", 60), ("5", 24), ("900", 120), ("wide", 100), ("0", 100)):
        monkeypatch.setenv("COLUMNS", told)
        assert Output().width == width


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("events --from 2020 --until 2019", "--from 2020 is later than --until 2019"),
        ("events --from 2019-09-02 --until 2019-09-01", "no day is left"),
    ],
)
def test_a_window_without_a_day_is_refused(
    line: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = legation(monkeypatch, *line.split())
    assert (done.code, done.out) == (2, "")
    assert said in one_line(done)


def test_a_month_is_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    assert legation(monkeypatch, "events", "--from", "2019-09-20", "--until", "2019-09").code == 0


def test_a_path_that_is_not_there_is_told_as_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "./event: no such dossier" in one_line(legation(monkeypatch, "./event"))
