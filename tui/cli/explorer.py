"""``legation`` alone: the explorer, where there is a terminal to draw on."""

from __future__ import annotations

import difflib
import os
import sys
from pathlib import Path

from store.opening import Opened, open_dossier
from tui.cli.failure import Failure
from tui.cli.options import known, parse
from tui.cli.progress import telling
from tui.cli.reading import named_dossier, named_texts, opened_by
from tui.cli.table import COMMANDS, Call
from tui.config import THEMES
from tui.consoles import NO_SCREEN
from tui.start import run_explorer, run_kiosk


def run(call: Call) -> int:
    """Open the explorer and return its exit code. A dossier with record errors opens without
    those records; the explorer lists them."""
    given = parse(call)
    path = named_dossier(given.dossier, *given.words)
    if path is not None:
        _exists(path, given.words[0] if given.words else str(path))
    theme = _theme(given.theme)
    _terminal(given.kiosk)
    texts = named_texts(given.texts)
    if given.color is not None:
        # the screen reads the variable itself
        os.environ.pop("NO_COLOR", None)
        if not given.color:
            os.environ["NO_COLOR"] = "1"

    def reopen() -> Opened:
        # the screen is drawn by now: what the store has to say must not go to stderr
        return _compared(open_dossier(path, texts=texts, strict=False))

    opened = opened_by(path, texts, strict=False, cache=not given.kiosk)
    with telling("comparing the claims"):
        _compared(opened)
    if given.kiosk:
        return run_kiosk(opened, theme=theme, ascii_only=given.ascii)
    return run_explorer(opened, reopen=reopen, theme=theme, ascii_only=given.ascii)


def _compared(opened: Opened) -> Opened:
    """The dossier with its conflicts found, which the first screen counts: it takes longer than
    all the rest, and a screen that is drawn must not wait."""
    len(opened.dossier.conflicts)
    return opened


def _theme(option: str | None) -> str | None:
    """The theme that is asked for: the option, else LEGATION_THEME, else None."""
    if option is not None:
        known("--theme", [option], THEMES)
        return option
    named = os.environ.get("LEGATION_THEME") or None
    known("LEGATION_THEME", [named] if named else [], THEMES)
    return named


def _exists(path: Path, typed: str) -> None:
    """A word that is neither a command nor a dossier is most often a command mistyped."""
    if path.exists():
        return
    near = difflib.get_close_matches(str(path), COMMANDS, n=1)
    meant = f"did you mean legation {near[0]}?" if near else "see legation --help"
    raise Failure(f"{typed}: no such dossier or command ({meant})")


def _terminal(kiosk: bool) -> None:
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if all(stream is not None and stream.isatty() for stream in streams):
        term = os.environ.get("TERM", "")
        if term not in NO_SCREEN:
            return
        reason = f"TERM is {term}" if term else "TERM is not set"
        remedy = "if yours draws, TERM=xterm-256color mostly suits it"
    else:
        reason = "stdin, stdout or stderr is none"
        remedy = "connect with ssh -t" if os.environ.get("SSH_CONNECTION") else ""
    if kiosk:
        raise Failure(f"this needs a terminal, and {reason}; connect with ssh -t")
    todo = "; ".join(word for word in (remedy, "legation events prints text") if word)
    raise Failure(f"the explorer needs a terminal, and {reason}; {todo}")
