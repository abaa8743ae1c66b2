"""Characters that no text keeps: one table for the store's door, the screen's and stderr's.

Plain numbers, so that whoever prints one line need not load more.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

MAX_MARKS = 8  # marks that take no cell, on one base
# (first, last): what steers a terminal, turns the reading direction or cannot be seen
RANGES = (
    (0x80, 0x9F),  # C1 controls
    (0xAD, 0xAD),  # the soft hyphen, which one terminal shows and another does not
    (0x61C, 0x61C),  # bidirectional marks, overrides, embeddings, isolates
    (0x180E, 0x180E),
    (0x200B, 0x200F),  # zero-width space, joiners (terminals disagree on their width), marks
    (0x2028, 0x202E),  # line and paragraph separators
    (0x2060, 0x206F),
    (0xD800, 0xDFFF),  # lone surrogates
    (0xFDD0, 0xFDEF),  # non-characters
    (0xFEFF, 0xFEFF),
    (0xFFF0, 0xFFFB),  # interlinear anchors and what is kept free before them
    (0xFFFE, 0xFFFF),
    *((plane | 0xFFFE, plane | 0xFFFF) for plane in range(0x10000, 0x110000, 0x10000)),
    (0x13430, 0x1343F),  # format controls of hieroglyphs, shorthand and music
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),  # tags
)
REPLACED = "\ufffd"
# vowels and finals of Hangul that stand on the syllable before them
_JAMO = ((0x1160, 0x11FF), (0xD7B0, 0xD7FF))


_table: dict[int, str] = {}


def table() -> dict[int, str]:
    """For ``str.translate``: a C0 control and DEL become their pictures, everything else that is
    harmful U+FFFD. Made when it is first asked for: most lines need none of its entries."""
    if not _table:
        _table.update({code: chr(0x2400 + code) for code in range(0x20)})
        _table[0x7F] = "\u2421"
        for first, last in RANGES:
            _table.update(dict.fromkeys(range(first, last + 1), REPLACED))
    return _table


def character_class() -> str:
    """The inside of a regular expression's brackets that finds every one of ``RANGES``."""
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in RANGES)


def thinned(text: str, instead: Callable[[str], str] = lambda mark: "") -> str:
    """The text with at most ``MAX_MARKS`` marks in a row, the others gone or as ``instead``."""
    kept, marks = [], 0
    for char in text:
        marks = marks + 1 if _is_mark(char) else 0
        kept.append(char if marks <= MAX_MARKS else instead(char))
    return "".join(kept)


def _is_mark(char: str) -> bool:
    code = ord(char)
    return unicodedata.category(char) in {"Mn", "Me"} or any(a <= code <= b for a, b in _JAMO)
