"""What the name of an old terminal says of it, known before Textual is loaded.

No patterns: what reads them costs as much as all else that ``--version`` needs.
"""

from __future__ import annotations

# what a name must be for the explorer to draw at all; unset is empty
NO_SCREEN = frozenset({"", "dumb", "unknown"})
_MONOCHROME = ("vt52", "vt300", "vt320", "vt510", "vt520")
_OF_A_KIND = ("vt1", "vt2", "vt4")  # with two more digits: the VT100, VT220 and VT420 families


def plain_console(term: str) -> bool:
    """Whether it lacks our signs, and may print the questions that newer terminals answer."""
    return term.startswith("linux") or (term.startswith("vt") and _digits(term[2:3]))


def monochrome(term: str) -> bool:
    """Whether it has no colours: bold, reverse and underline alone."""
    family = term.startswith(_OF_A_KIND) and len(term) > 4 and _digits(term[3:5])
    return family or term.startswith(_MONOCHROME) or term.endswith(("-m", "-mono"))


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
