"""Copying through the terminal (OSC 52), and into a file, because nobody answers an OSC 52.

The terminal may ignore what it is sent, and says nothing either way; so every copy is kept in a
file too, and the words to the reader promise no more than was done.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import platformdirs

from store.disk.whole import write_whole
from store.model.clean import clean

MOST = 74_994  # bytes of text that xterm and its kin take in one sequence
KEPT_WAIT = 0.5  # seconds to wait for another session’s copy: keys wait meanwhile


def copied_file() -> Path:
    """Where the last copy is kept. Nothing is made."""
    return platformdirs.user_state_path("legation") / "copy.txt"


def hint(environ: Mapping[str, str]) -> str:
    """What must be so for the terminal to take a copy."""
    if environ.get("TMUX"):
        return "if set-clipboard is on"  # tmux’s own option
    if environ.get("STY"):
        return "if screen lets it through"
    return "if the terminal allows"


def home_short(path: Path) -> str:
    """The path with the home folder as ``~``."""
    home = os.path.expanduser("~")
    text = clean(str(path))
    return "~" + text[len(home) :] if home != "/" and text.startswith(home + os.sep) else text


def copy(
    text: str,
    what: str,
    send: Callable[[str], None],
    file: Path | None = None,
    environ: Mapping[str, str] = os.environ,
    *,
    note: str = "",
    keep: bool = True,
) -> str:
    """Send the text to the terminal and keep it in a file; one line on what was done.

    ``what`` names it (``citation``); ``note`` is said right after it. ``send`` sends a text as
    OSC 52. One that is longer than terminals take is not sent, only kept; without ``keep`` no
    file is written.
    """
    cleaned = clean_long(text)
    path = file or copied_file()
    sent = len(cleaned.encode()) <= MOST
    if sent:
        send(cleaned)
    said = f"{what} copied{note}, {hint(environ)}" if sent else f"{what} is too long to copy"
    if not keep:
        return said
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, cleaned.encode(), mode=0o600, wait=KEPT_WAIT)
    except OSError as error:
        return f"{said}; not kept in {home_short(path)}: {error.strerror}"
    return f"{said}; also {home_short(path)}" if sent else f"{said}; kept in {home_short(path)}"


def clean_long(text: str) -> str:
    """The text cleaned line by line: no line is cut as one long field would be."""
    return "\n".join(clean(line) for line in text.split("\n"))
