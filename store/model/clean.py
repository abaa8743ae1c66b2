"""The store's door: text from strangers is made harmless before anything else sees it.

Control characters become visible pictures (U+2400 block), what could steer a terminal or turn
the reading direction becomes U+FFFD, and floods of combining marks are cut. The screen has a
door of its own; neither relies on the other.
"""

from __future__ import annotations

import re
import unicodedata

MAX_TEXT = 20_000  # characters of one field; longer text is cut with an ellipsis
MAX_MARKS = 8  # combining marks on one base

# C1 controls, bidirectional overrides, embeddings, isolates and marks, zero-width characters,
# line and paragraph separators, interlinear anchors, tags, surrogates and non-characters
_HARMFUL = re.compile(
    "[\x80-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff]"
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{9,}"
)
_PLAIN = re.compile("[ -~\n]*")


def clean(text: str) -> str:
    """Return ``text`` as NFC with nothing in it that could steer a terminal.

    CRLF and CR become LF, a tab becomes a space; more than ``MAX_MARKS`` combining marks in a
    row and anything after ``MAX_TEXT`` characters are cut.
    """
    if len(text) <= MAX_TEXT and _PLAIN.fullmatch(text):
        return text
    if len(text) > MAX_TEXT:
        text = text[: MAX_TEXT - 1] + "…"
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = _HARMFUL.sub("\ufffd", text)
    text = _CONTROL.sub(lambda m: "\u2421" if m[0] == "\x7f" else chr(0x2400 + ord(m[0])), text)
    text = unicodedata.normalize("NFC", text)
    return _MARKS.sub(lambda m: m[0][:MAX_MARKS], text)


def clean_data(value: object, dirty: list[str], path: str = "") -> object:
    """Clean every text in plain data (dict, list, text); name what was changed in ``dirty``."""
    if isinstance(value, str):
        cleaned = clean(value)
        if cleaned != value and cleaned != unicodedata.normalize("NFC", value):
            dirty.append(path)
        return cleaned
    if isinstance(value, list):
        return [clean_data(item, dirty, path) for item in value]
    if isinstance(value, dict):
        return {
            clean(str(key)): clean_data(item, dirty, path or clean(str(key)))
            for key, item in value.items()
        }
    return value
