"""What the name of an old terminal says of it, known before Textual is loaded."""

from __future__ import annotations

import re

# what a name must be for the explorer to draw at all; unset is empty
NO_SCREEN = frozenset({"", "dumb", "unknown"})
_CONSOLE = re.compile(r"linux.*|vt\d+.*")
_MONOCHROME = re.compile(r"(?:vt(?:52|[124]\d\d|3[02]0|5[12]0).*|.*-m(?:ono)?)")


def plain_console(term: str) -> bool:
    """Whether it lacks our signs, and may print the questions that newer terminals answer."""
    return _CONSOLE.fullmatch(term) is not None


def monochrome(term: str) -> bool:
    """Whether it has no colours: bold, reverse and underline alone."""
    return _MONOCHROME.fullmatch(term) is not None
