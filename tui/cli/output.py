"""stdout: text set by rich to the width of the reader, or JSON. The last door for data.

rich is given ``Text`` and tables of ``Text`` only, never markup. What is printed holds no
control character but the line feed, and colour sequences that rich wrote itself.
"""

from __future__ import annotations

import io
import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence

from rich.console import Console, ConsoleRenderable
from rich.text import Text

from store.model.harmful import table
from tui.out.as_json import as_json
from tui.present.signs import to_ascii

PIPE_WIDTH = 100
"""Columns of text that goes into a pipe or a file, unless COLUMNS says otherwise."""
MEASURE = 120
"""Text is never set wider: longer lines are hard to read."""
NARROWEST = 24


_COLOUR = re.compile("(\x1b\\[[0-9;]*m)")


class Output:
    """Where a command's data goes. ``colour`` None decides by the stream and the environment."""

    def __init__(self, colour: bool | None = None) -> None:
        stream = sys.stdout
        self.terminal = stream is not None and stream.isatty()
        if colour is None:
            plain = os.environ.get("NO_COLOR") or os.environ.get("TERM", "dumb") == "dumb"
            colour = self.terminal and not plain
        self.colour = colour
        self.width = max(NARROWEST, min(MEASURE, _columns(self.terminal)))
        self.ascii = not _holds(getattr(stream, "encoding", None), "●“…←•━")

    def text(self, *parts: ConsoleRenderable) -> None:
        """Print ``parts`` one below the other; no line ends in blanks."""
        self.stream(parts)

    def stream(self, parts: Iterable[ConsoleRenderable]) -> None:
        """Print ``parts`` as they come: what is long begins at once."""
        for part in parts:
            buffer = io.StringIO()
            # a line that must stay one line (a file's name and place) is not set but passed on
            unbroken = isinstance(part, Text) and bool(part.no_wrap)
            self._console(buffer).print(part, soft_wrap=unbroken)
            lines = (line.rstrip() for line in buffer.getvalue().split("\n"))
            self._put("\n".join(lines))

    def _console(self, file: io.StringIO) -> Console:
        return Console(
            file=file,
            width=self.width,
            color_system="standard" if self.colour else None,
            force_terminal=self.colour,
            no_color=not self.colour,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
        )

    def _put(self, text: str) -> None:
        if sys.stdout is None:
            return
        # rich writes colours and nothing else; whatever else begins with ESC is not ours
        parts = _COLOUR.split(text) if self.colour else [text]
        parts[::2] = [_kept(part) for part in parts[::2]]
        text = "".join(parts)
        if self.ascii:
            text = _in_ascii(text)
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(text.encode(encoding, "replace").decode(encoding))

    def json(self, value: object) -> None:
        """Print ``value`` as indented JSON in UTF-8, whatever the locale says."""
        if sys.stdout is None:
            return
        sys.stdout.flush()
        sys.stdout.buffer.write(as_json(value))
        sys.stdout.buffer.flush()

    def rows(self, rows: Sequence[object]) -> None:
        """Print ``rows`` as one JSON array."""
        self.json(list(rows))


def _columns(terminal: bool) -> int:
    told = os.environ.get("COLUMNS", "")
    if told.isascii() and told.isdigit() and int(told) > 0:
        return int(told)
    if not terminal:
        return PIPE_WIDTH
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or PIPE_WIDTH
    except OSError:
        return PIPE_WIDTH


def _holds(encoding: str | None, text: str) -> bool:
    try:
        text.encode(encoding or "utf-8")
    except (UnicodeError, LookupError):
        return False
    return True


def _kept(text: str) -> str:
    """The text with nothing in it that a terminal could obey but its line feeds."""
    return "\n".join(line.translate(table()) for line in text.split("\n"))


def _in_ascii(text: str) -> str:
    """The text for a terminal that has only ASCII: letters lose their marks, signs take the
    ASCII set."""
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    lines = (to_ascii(line.replace(" … ", " .. ").replace("←", "<-")) for line in text.split("\n"))
    return "\n".join(lines)
