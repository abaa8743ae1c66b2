"""What every reading command does first: options, dossier, known-by, output."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import msgspec

from store.disk.storage import StorageError
from store.dossier import Dossier
from store.model.records import Problem
from store.opening import DossierError, Opened, open_dossier
from store.texts.attached import TextsError
from tui.cli import options
from tui.cli.failure import NOTHING, Failure, say
from tui.cli.output import Output
from tui.cli.progress import telling
from tui.cli.table import Call


class Reading(msgspec.Struct, frozen=True):
    """A command's options, the whole dossier, the dossier as known by the day asked for (the
    same where none was), and where the answer goes."""

    given: argparse.Namespace
    whole: Dossier
    dossier: Dossier
    out: Output


def begin(call: Call) -> Reading:
    """Parse the call and open the dossier. Raises ``Failure``."""
    given = options.parse(call)
    known = options.day("--known-by", given.known_by)
    opened = opened_by(named_dossier(given.dossier), named_texts(given.texts))
    dossier = opened.dossier if known is None else opened.dossier.known_by(known)
    return Reading(given, opened.dossier, dossier, Output(given.color))


def named_dossier(option: str | None, argument: str | None = None) -> Path | None:
    """The dossier that is meant: the argument, else the option, else LEGATION_DOSSIER, else
    None, the bundled one. Raises ``Failure`` where argument and option disagree."""
    if argument is not None and option is not None and argument != option:
        raise Failure(f"two dossiers are named: {argument} and --dossier {option}")
    named = argument if argument is not None else option
    if named is None:
        named = os.environ.get("LEGATION_DOSSIER") or None
    return None if named is None else Path(named)


def named_texts(option: str | None) -> Path | None:
    """The folder of texts: the option, else LEGATION_TEXTS, else None. Raises ``Failure`` where
    it is no folder."""
    named = option if option is not None else os.environ.get("LEGATION_TEXTS") or None
    if named is None:
        return None
    if not Path(named).is_dir():
        wrong = "is no folder" if Path(named).exists() else "there is no such folder"
        raise Failure(f"--texts {named}: {wrong} (name the folder with the articles' *.txt files)")
    return Path(named)


def opened_by(
    path: Path | None, texts: Path | None, *, strict: bool = True, cache: bool = True
) -> Opened:
    """Open the dossier and pass on what the store has to say. Raises ``Failure`` with one line
    for each problem."""
    name = "the bundled dossier" if path is None else path.name or str(path)
    try:
        with telling(f"reading {name}"):
            opened = open_dossier(path, texts=texts, strict=strict, cache=cache)
    except DossierError as error:
        raise Failure(*told(error), bare=True) from error
    except (StorageError, TextsError) as error:
        raise Failure(str(error), bare=True) from error
    for note in opened.notes:
        say(f"legation: {note}")
    return opened


def told(error: DossierError) -> tuple[str, ...]:
    """Every reason why a dossier cannot be opened, one line each."""
    return tuple(map(near, error.problems)) or (str(error),)


def near(problem: Problem) -> str:
    """The problem in one line; a file below the current folder is named from there."""
    try:
        return str(problem).removeprefix(f"{Path.cwd()}{os.sep}")
    except OSError:  # the current folder is gone
        return str(problem)


def nothing(reading: Reading, words: str) -> int:
    """End a command that found nothing: ``[]`` with ``--json``, else only words on stderr."""
    if reading.given.json:
        reading.out.rows([])
    known = reading.dossier.known
    say(f"legation: {words}" + ("" if known is None else f" (known by {reading.given.known_by})"))
    return NOTHING
