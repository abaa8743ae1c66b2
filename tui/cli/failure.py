"""What stops a command, told in one line each on stderr, and the door those lines pass.

Light on purpose: ``main`` imports it before it knows which command runs.
"""

from __future__ import annotations

import sys

from store.model.harmful import table, thinned

NOTHING = 1
"""Exit code: nothing matched, or ``check`` found errors."""
USAGE = 2
"""Exit code: usage, an unreadable date, an unknown word, a dossier that cannot be read."""
INTERRUPTED = 130
"""Exit code after Ctrl-C."""


MOST_SAID = 1400
"""Characters of a line on stderr: what was typed may be of any length."""


class Failure(Exception):
    """Ends a command with ``code`` after its ``lines`` were printed on stderr; ``bare`` lines
    begin with a file's name, which editors read, and not with the program's."""

    def __init__(self, *lines: str, code: int = USAGE, bare: bool = False) -> None:
        super().__init__(*lines)
        self.lines = lines
        self.code = code
        self.bare = bare


def clean(text: str) -> str:
    """``text`` as one line that steers no terminal: white space of any kind is a space, other
    control and bidirectional characters are made visible."""
    for blank in ("\r\n", "\n", "\r", "\t"):
        text = text.replace(blank, " ")
    if text.isascii() and text.isprintable():
        return text
    return thinned(text.translate(table()))


def _shortened(line: str) -> str:
    """A line with an argument of thousands of characters in it, by its beginning and its end."""
    return line if len(line) <= MOST_SAID else f"{line[: MOST_SAID - 200]} … {line[-197:]}"


def say(line: str) -> None:
    """Print one line on stderr, whatever its encoding can hold; without stderr, nothing."""
    if sys.stderr is None:
        return
    encoding = sys.stderr.encoding or "utf-8"
    shown = clean(_shortened(line)).encode(encoding, "backslashreplace").decode(encoding)
    try:
        print(shown, file=sys.stderr, flush=True)
    except OSError:
        return  # nobody listens; the exit code still tells
