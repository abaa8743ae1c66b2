"""Keys in sentences: named by the id of their command, shown as the reader has them."""

from __future__ import annotations

from collections.abc import Mapping

from tui.present.line import Line, Span

Names = Mapping[str, str]  # id of a command → its key, as the screen shows it


def key_line(key: str, words: str) -> Line:
    """A key with what it does, below the sentence that makes it wanted."""
    return Line((Span(key, bold=True), Span(f"  {words}", "muted")), stop=False)
