"""The signs of the style guide: one table of sign, ASCII, word and colour role."""

from __future__ import annotations

import re

import msgspec


class Sign(msgspec.Struct, frozen=True):
    sign: str
    ascii: str
    word: str
    role: str
    meaning: str


# gatherings are "held"; other things that came about need no word
GATHERINGS = frozenset({"meeting", "talks", "call", "visit", "hearing", "ceremony"})

STATUS: dict[str, Sign] = {
    "occurred": Sign("●", "*", "held", "text", "held, or came about"),
    "scheduled": Sign("○", "o", "scheduled", "text", "scheduled"),
    "arranging": Sign("◌", "?", "arranging", "muted", "being arranged"),
    "proposed": Sign("◌", "?", "proposed", "muted", "mooted, proposed"),
    "mooted": Sign("◌", "?", "mooted", "muted", "mooted, proposed"),
    "postponed": Sign("»", ">", "postponed", "warn", "postponed"),
    "cancelled": Sign("×", "x", "called off", "bad", "called off"),
    "rejected": Sign("≠", "/", "rejected", "bad", "rejected, ruled out"),
    "ruled-out": Sign("≠", "/", "ruled out", "bad", "rejected, ruled out"),
    "did-not-occur": Sign("ø", "0", "did not occur", "bad", "did not occur"),
    "in-force": Sign("■", "#", "in force", "good", "in force"),
    "announced": Sign("□", "+", "announced", "text", "announced"),
    "suspended": Sign("‖", "=", "suspended", "warn", "suspended"),
    "lifted": Sign("–", "-", "lifted", "muted", "lifted"),
}
NO_STATUS = Sign(" ", " ", "", "muted", "no source gives a status")
DENIED = Sign("¬", "~", "denied", "bad", "denied by someone")
CONFLICT = Sign("!", "!", "conflict", "warn", "sources conflict")
# the reader's own
MARKED = Sign("◆", "@", "marked", "accent", "marked by you")
NOTED = Sign("◇", "%", "noted", "accent", "a note of yours")
BOTH = Sign("◈", "&", "marked and noted", "accent", "marked by you, with a note")
HELD: dict[str, Sign] = {
    "yes": Sign("━", "=", "yes", "good", "held the post that day"),
    "maybe": Sign("┄", ".", "maybe", "warn", "may have held it"),
    "unattested": Sign("·", ".", "not attested", "muted", "too long after the last word of it"),
    "no": Sign(" ", " ", "no", "muted", "did not hold it"),
}

# (sign, meaning) in the order of the help page
LEGEND: tuple[tuple[str, str], ...] = (
    ("●", "held, or came about"),
    ("○", "scheduled"),
    ("◌", "mooted, proposed"),
    ("»", "postponed"),
    ("×", "called off"),
    ("≠", "rejected, ruled out"),
    ("ø", "did not occur"),
    ("■", "in force"),
    ("□", "announced"),
    ("‖", "suspended"),
    ("–", "lifted"),
    ("¬", "denied by someone"),
    ("!", "sources conflict"),
    ("••", "two origins"),
    ("◆", "marked, ◇ note, ◈ both"),
    ("16 or 17", "one of these"),
    ("20…22", "one day in"),
    ("20–22", "every day"),
    ("from 18", "still so"),
)

_SINGLE = {
    **{sign.sign: sign.ascii for sign in STATUS.values()},
    "¬": "~",
    MARKED.sign: MARKED.ascii,
    NOTED.sign: NOTED.ascii,
    BOTH.sign: BOTH.ascii,
    "━": "=",
    "─": "-",
    "┄": ".",
    "│": "|",
    "┿": "|",
    "▌": ">",
    "▏": "|",
    "›": ">",
    "←": "<",
    "→": ">",
    "↑": "^",
    "↓": "v",
    "·": ".",
    "–": "-",
    "—": "-",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "□": "+",
    **{bar: str(level) for level, bar in enumerate("▁▂▃▄▅▆▇█", start=1)},
}
_TABLE = str.maketrans(_SINGLE)
_DOTS = re.compile("•+")
_CUT = re.compile(r"…(\S*) ( )")
_COUNT = re.compile(r"(\d)•")


def status_sign(status: str | None) -> Sign:
    return STATUS.get(status, NO_STATUS) if status else NO_STATUS


def status_word(status: str | None, kind: str = "meeting") -> str:
    """The word beside the sign; none for a thing that came about and is no gathering."""
    if status == "occurred" and kind not in GATHERINGS:
        return ""
    return status_sign(status).word


def row_word(status: str | None, kind: str = "meeting") -> str:
    """The same where a column or a sentence asks for a participle: eleven cells at most."""
    return "not held" if status == "did-not-occur" else status_word(status, kind)


def origins(count: int) -> str:
    """Independent origins as dots: ``•`` ``••`` ``•••`` ``4•``."""
    if count <= 0:
        return ""
    return "•" * count if count <= 3 else f"{min(count, 99)}•"


def to_ascii(text: str) -> str:
    """The text in the ASCII set, in as many cells wherever a space can give way."""
    text = _COUNT.sub(r"\1 ", text)
    text = _DOTS.sub(lambda dots: str(len(dots[0])).ljust(len(dots[0])), text)
    text = _CUT.sub(r"..\1\2", text).translate(_TABLE).replace("…", ".")
    return "".join(char if char < "\x7f" else "?" for char in text)
