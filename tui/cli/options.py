"""argparse, built from the table of commands; every mistake is one line on stderr and exit 2."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NoReturn

from store.dates.typed import parse_typed
from store.when import When, WhenError
from tui.cli.failure import Failure
from tui.cli.table import COMMANDS, EXPLORER, OPTIONS, Call


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Failure(f"{message} (see {self.prog} --help)")


def parse(call: Call) -> argparse.Namespace:
    """The options of a call: switches are bools, the others text, a list of texts or None;
    ``words`` are what is no option, as many as the command takes. Raises ``Failure``."""
    command = EXPLORER if call.name is None else COMMANDS[call.name]
    prog = "legation" if call.name is None else f"legation {call.name}"
    parser = _Parser(prog=prog, add_help=False, allow_abbrev=False)
    for flag in command.options:
        option = OPTIONS[flag]
        if flag == "--no-color":
            parser.add_argument(flag, dest="color", action="store_false", default=None)
        elif flag == "--color":
            parser.add_argument(flag, dest="color", action="store_true", default=None)
        elif not option.value:
            parser.add_argument(flag, action="store_true")
        elif option.many:
            parser.add_argument(flag, metavar=option.value, action="append", default=[])
        else:
            parser.add_argument(flag, metavar=option.value, dest=_dest(flag))
    given = parser.parse_args(call.flags)
    least = sum(not argument.startswith("[") for argument in command.arguments)
    if len(call.words) < least:
        wanted = command.arguments[len(call.words)].strip("…")
        raise Failure(f"{wanted} is missing (see {prog} --help)")
    if not any("…" in argument for argument in command.arguments):
        spare = call.words[len(command.arguments) :]
        if spare:
            raise Failure(f"one word too many: {spare[0]} (see {prog} --help)")
    given.words = call.words
    return given


def _dest(flag: str) -> str:
    return flag.lstrip("-").replace("-", "_") + ("_" if flag == "--from" else "")


def day(flag: str, text: str | None, *, today: date | None = None) -> When | None:
    """The date typed after ``flag``, None where none was. Raises ``Failure`` where it cannot be
    read or lacks a year."""
    if text is None:
        return None
    try:
        return parse_typed(text, today=today or date.today())
    except WhenError as error:
        raise Failure(f"{flag} {text}: {error}") from error


def known(what: str, given: Iterable[str], words: Sequence[str]) -> None:
    """Raise ``Failure`` for the first of ``given`` that is none of ``words``; it lists them and
    names the nearest."""
    for word in given:
        if word in words:
            continue
        near = difflib.get_close_matches(word.casefold(), words, n=1, cutoff=0.5)
        meant = f"did you mean {near[0]}? " if near else ""
        listed = ", ".join(words) if words else "none"
        raise Failure(f"unknown {what} “{word}” ({meant}known: {listed})")
