"""``legation help``: the commands, or the options of one."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import ConsoleRenderable

from tui.cli.columns import Columns
from tui.cli.options import known, parse
from tui.cli.output import Output
from tui.cli.setting import BLANK, heading, indented, text
from tui.cli.table import COMMANDS, EXPLORER, OPTIONS, Call, Command

DATES = (
    "D is a date: EDTF (2019-09-11, 2019-09, 2019-09-11/2019-09-19), words such as today, "
    "yesterday or last week, or a date with its year (11 Sep 2019)."
)
EXITS = (
    "Exit codes: 0 found; 1 nothing matched, or check found errors; 2 usage, or a dossier that "
    "cannot be read; 130 interrupted."
)
_SHARED = COMMANDS["show"].options


def run(call: Call) -> int:
    """Print help on the command that is named, else on all."""
    given = parse(call)
    known("command", given.words, tuple(COMMANDS))
    out = Output()
    out.text(*(_one(given.words[0], COMMANDS[given.words[0]]) if given.words else _all()))
    return 0


def _all() -> Iterator[ConsoleRenderable]:
    yield text(("legation", "bold"), ": a dossier of sourced facts, opened in the terminal")
    yield BLANK
    yield heading("Commands")
    rows = [[text(_usage("", EXPLORER)), text(EXPLORER.summary)]]
    rows += [[text(_usage(name, each)), text(each.summary)] for name, each in COMMANDS.items()]
    rows.append([text("legation --version"), text("the version")])
    yield indented(Columns(rows, fill=1))
    yield BLANK
    yield heading("Options of the commands that read a dossier")
    yield indented(_options(_SHARED))
    yield BLANK
    yield heading("Options of the explorer alone")
    yield indented(_options(tuple(flag for flag in EXPLORER.options if flag not in _SHARED)))
    yield BLANK
    yield text("Options stand before or after the command; legation help COMMAND lists them all.")
    yield text(DATES)
    yield text(EXITS)


def _one(name: str, command: Command) -> Iterator[ConsoleRenderable]:
    yield text((_usage(name, command), "bold"), f": {command.summary}")
    if command.options:
        yield BLANK
        yield heading("Options")
        yield indented(_options(command.options))
    if any(OPTIONS[flag].value == "D" for flag in command.options):
        yield BLANK
        yield text(DATES)


def _usage(name: str, command: Command) -> str:
    return " ".join(word for word in ("legation", name, *command.arguments) if word)


def _options(flags: tuple[str, ...]) -> ConsoleRenderable:
    rows = []
    for flag in flags:
        option = OPTIONS[flag]
        many = "; may be given more than once" if option.many else ""
        rows.append([text(f"{flag} {option.value}".rstrip()), text(option.help, many)])
    return Columns(rows, fill=1)
