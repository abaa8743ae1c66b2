"""Text as a pager is given it: no line so long that the pager would break a word."""

from __future__ import annotations

import textwrap

PROSE = 76  # columns of the longest line of prose


def page_text(text: str, columns: int) -> str:
    """The text with its long lines broken at spaces, under their own indent, so that it fits
    ``columns`` of a terminal and prose stays at 76. A word longer than that stays whole."""
    room = max(min(PROSE, columns - 1), 20)
    lines: list[str] = []
    for line in text.split("\n"):
        indent = line[: len(line) - len(line.lstrip())]
        lines += textwrap.wrap(
            line,
            room,
            subsequent_indent=indent if len(indent) < room // 2 else "",
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
    return "\n".join(lines)
