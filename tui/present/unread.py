"""What is said where whole files of a dossier could not be read."""

from __future__ import annotations

from collections.abc import Sequence

from tui.present.keyed import Names, key_line
from tui.present.line import BLANK, Line, Span, wrap
from tui.present.words import count


def unreadable(files: Sequence[str]) -> str:
    """Which files, in a clause: ``people.toml:4 and 1 more file cannot be read``."""
    more = f" and {count(len(files) - 1, 'more file')}" if len(files) > 1 else ""
    return f"{files[0]}{more} cannot be read"


def unread_list(files: Sequence[str], pane: int, keys: Names | None) -> list[Line]:
    """Lines for a list that is empty because nothing could be read of these files; ``keys`` are
    named where they are commands."""
    said = f"{unreadable(files)}: what stands there is missing here."
    lines = [Line(part, stop=False) for part in wrap([Span(said)], min(pane - 4, 76))]
    if keys is None:
        return [BLANK, *lines]
    return [BLANK, *lines, BLANK, key_line(keys["problems"], "show what is wrong in them")]
