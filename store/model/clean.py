"""The store's door: text from strangers is made harmless before anything else sees it.

Control characters become visible pictures (U+2400 block); what could steer a terminal, turn the
reading direction or hide becomes U+FFFD; floods of marks are cut. The screen has a door of its
own, which uses the same table and does not rely on this one having been passed.

The joiners U+200C and U+200D are replaced too: terminals disagree on how many cells what they
join takes, and on a screen compared cell by cell that costs more than a visible U+FFFD.
"""

from __future__ import annotations

import re
import unicodedata

import msgspec

from store.model.harmful import MAX_MARKS, REPLACED, character_class, thinned

MAX_TEXT = 20_000  # characters of one field; longer text is cut with an ellipsis
MAX_DEPTH = 32  # tables within tables; no dossier has more than five

REPLACED_SAID = "control or invisible characters were replaced"
LONG_SAID = f"was cut: it is longer than {MAX_TEXT:,} characters"
MARKS_SAID = f"was cut: more than {MAX_MARKS} marks stood on one letter"

_HARMFUL = re.compile(f"[{character_class()}]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_PLAIN = re.compile("[ -~\n]*")
# where marks may be: a run in these blocks is looked at letter by letter
_MAYBE = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u1dff\u20d0-\u20ff\u2cef-\u2cf1\u2d7f\u2de0-\u2dff"
    "\u302a-\u302f\u3099\u309a\ua66f-\uabff\ud7b0-\ud7ff\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f"
    f"\U00010000-\U0010ffff]{{{MAX_MARKS + 1},}}"
)


class Cleaned(msgspec.Struct, frozen=True):
    """A text that was changed: the keys and positions that lead to it, and what was done."""

    path: tuple[str | int, ...]
    what: str


def clean(text: str) -> str:
    """Return ``text`` as NFC with nothing in it that could steer a terminal.

    CRLF and CR become LF, a tab becomes a space; more than ``MAX_MARKS`` marks in a row and
    anything after ``MAX_TEXT`` characters are cut.
    """
    return cleaned(text)[0]


def harmless(text: str) -> str:
    """The text, letter by letter, without what steers or hides; controls but tab and line feed
    become pictures."""
    text = _HARMFUL.sub(REPLACED, text)
    return _CONTROL.sub(lambda m: "\u2421" if m[0] == "\x7f" else chr(0x2400 + ord(m[0])), text)


def few_marks(text: str) -> str:
    """The text with at most ``MAX_MARKS`` marks in a row."""
    return _MAYBE.sub(lambda m: thinned(m[0]), text)


def cleaned(text: str, most: int = MAX_TEXT) -> tuple[str, str]:
    """The clean text of at most ``most`` characters, and what was done to it beyond NFC (empty:
    nothing)."""
    said = ""
    if len(text) > most:
        text, said = text[: most - 1] + "…", LONG_SAID
    if _PLAIN.fullmatch(text):
        return text, said
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    plain = harmless(plain)
    if plain != text:
        said = said or REPLACED_SAID
    # before NFC, which sorts marks and takes long over many of them; after it once more, because
    # it may take a letter apart
    few = few_marks(plain)
    if few != plain:
        said = said or MARKS_SAID
    made = few_marks(unicodedata.normalize("NFC", few))
    return (made if len(made) <= most else made[: most - 1] + "…"), said


def clean_data(value: object, dirty: list[Cleaned], path: tuple[str | int, ...] = ()) -> object:
    """Clean every text in plain data (dict, list, text); tell in ``dirty`` what was changed."""
    if isinstance(value, str):
        text, said = cleaned(value)
        if said:
            dirty.append(Cleaned(path, said))
        return text
    if not isinstance(value, (list, dict)):
        return value
    if len(path) >= MAX_DEPTH:
        dirty.append(Cleaned(path[:2], "was left out: it is nested too deeply"))
        return None
    if isinstance(value, list):
        return [clean_data(item, dirty, (*path, at)) for at, item in enumerate(value)]
    made: dict[str, object] = {}
    for key, item in value.items():
        name, said = cleaned(str(key))
        if said:
            dirty.append(Cleaned((*path, name), said))
        if name in made:
            dirty.append(Cleaned((*path, name), "was left out: another key is now the same"))
            continue
        made[name] = clean_data(item, dirty, (*path, name))
    return made
