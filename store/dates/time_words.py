"""Reading a source's own words for a date: "Friday or Saturday", "in September last year".

Only what news English says in a fixed way is read. Whatever has a word this module does not
know gives ``None``: it then needs the curator's reading, with a reason.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

import msgspec
from msgspec.structs import replace

Part = Literal["early", "mid", "late", "earlier", "later"]
Side = Literal["at", "since", "until", "by", "before", "after"]
Unit = Literal["week", "weekend", "month", "year"]

MONTHS = [
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
LONGEST = 200  # characters; longer wordings are not read

_MONTH = {name[:3]: i for i, name in enumerate(MONTHS, 1)} | {
    name: i for i, name in enumerate(MONTHS, 1)
}
_MONTH["sept"] = 9
_WEEKDAY = {name: i for i, name in enumerate(WEEKDAYS)} | {
    name[:3]: i for i, name in enumerate(WEEKDAYS)
}
_WEEKDAY |= {"tues": 1, "wednes": 2, "thur": 3, "thurs": 3}
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_SHIFT = {"last": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
_UNITS: dict[str, Unit] = {
    "week": "week",
    "weekend": "weekend",
    "month": "month",
    "year": "year",
}
_PARTS: dict[str, Part] = {
    "early": "early",
    "mid": "mid",
    "late": "late",
    "earlier": "earlier",
    "later": "later",
}
_EDGES: dict[str, Part] = {
    "beginning": "early",
    "start": "early",
    "middle": "mid",
    "end": "late",
}
_SIDES: dict[str, Side] = {
    "since": "since",
    "from": "since",
    "effective": "since",
    "starting": "since",
    "until": "until",
    "till": "until",
    "through": "until",
    "by": "by",
    "before": "before",
    "after": "after",
}
_FILLERS = frozenset(["on", "in", "at", "of", "the", "during", "sometime"])
_HOURS = frozenset(["morning", "afternoon", "evening", "night", "noon", "midnight"])
_CLOCK = re.compile(r"\b(?:at )?[0-9]{1,2}(?::[0-9]{2}(?: ?[ap] ?m)?| ?[ap] ?m)\b")
_TOKEN = re.compile(r"([0-9]+)(st|nd|rd|th|s)?|([a-z]+)")
_RANGE = re.compile(r"\s*[-–—]\s*|\s+(?:to|through|until|till)\s+")
_SHORT_YEARS = re.compile(r"([0-9]{2})([0-9]{2})\s*[-–—]\s*([0-9]{2})(?![0-9])")


class Phrase(msgspec.Struct, frozen=True):
    """One wording of one time. ``month`` and ``day`` count from 1, ``weekday`` from 0 (Monday);
    ``days`` is relative to the day of the source; ``units`` are pairs of a unit and how many
    units off it is; ``shift`` belongs to a weekday or month ("last Friday")."""

    year: int | None = None
    decade: bool = False
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    days: int | None = None
    shift: int | None = None
    part: Part | None = None
    units: tuple[tuple[Unit, int], ...] = ()

    @property
    def says_nothing(self) -> bool:
        return self == Phrase(part=self.part, shift=self.shift)


class Reading(msgspec.Struct, frozen=True):
    """What a wording says: one of ``choices`` (usually one), or, with two ``ends``, from–to."""

    side: Side
    choices: tuple[Phrase, ...] = ()
    ends: tuple[Phrase, Phrase] | None = None


def read_words(words: str) -> Reading | None:
    """The reading of a wording, or ``None`` where a word of it is not known."""
    if len(words) > LONGEST:
        return None
    text = _cleaned(words)
    side, text = _side(text)
    between = re.fullmatch(r"between (.+?) and (.+)", text)
    pair = list(between.groups()) if between else _RANGE.split(text)
    if len(pair) == 2:
        ends = [_phrase(piece) for piece in pair]
        if ends[0] is None or ends[1] is None:
            return None
        first, last = _shared(ends[0], ends[1])
        return Reading("at", ends=(first, last))
    if len(pair) != 1:
        return None
    pieces = re.split(r"\s+or\s+|,\s*or\s+", text)
    found = [phrase for piece in pieces if (phrase := _phrase(piece)) is not None]
    if len(found) != len(pieces) or len(found) > 7:
        return None
    for i in range(1, len(found)):
        found[i - 1], found[i] = _shared(found[i - 1], found[i])
    return Reading(side, choices=tuple(found))


def _cleaned(words: str) -> str:
    text = unicodedata.normalize("NFKC", words).casefold().replace("’", "'")
    text = re.sub(r"\([^()]*\)", " ", text)  # "Tuesday (U.S. time)"
    text = re.sub(r"'s\b", "", text)
    text = re.sub(r"\bmid-", "mid ", text)
    text = _SHORT_YEARS.sub(r"\1\2 - \1\3", text)  # 1910-45
    text = text.replace(".", " ")
    text = re.sub(r"\bas of\b", "since", text)
    text = re.sub(r"\bprior to\b", "before", text)
    return " ".join(_CLOCK.sub(" ", text).split())


def _side(text: str) -> tuple[Side, str]:
    word, _, rest = text.partition(" ")
    side = _SIDES.get(word)
    if side is None or not rest:
        return "at", text
    rest = rest.removeprefix("from ") if word == "effective" else rest
    return side, rest


def _shared(a: Phrase, b: Phrase) -> tuple[Phrase, Phrase]:
    """Each with what only the other says: "Aug. 16 or 17", "July or August 2019"."""
    return _filled(a, b), _filled(b, a)


def _filled(a: Phrase, b: Phrase) -> Phrase:
    if a.day is not None and a.month is None and a.weekday is None:
        a = replace(a, month=b.month)
    if a.month is not None and a.year is None:
        a = replace(a, year=b.year)
    if not a.units and a.year is None and (a.month is not None or a.weekday is not None):
        a = replace(a, units=b.units)
    if a.shift is None and a.weekday is not None and b.weekday is not None:
        a = replace(a, shift=b.shift)
    return a


def _phrase(text: str) -> Phrase | None:
    """One time without "or" and "to", or ``None``."""
    phrase, pending = Phrase(), None
    for piece in text.replace(",", " ").split():
        match = _TOKEN.fullmatch(piece)
        if match is None:
            return None
        number, ending, word = match.groups()
        if word is None:
            step = _number(phrase, number, ending)
        elif word in _SHIFT:
            if pending is not None:
                return None
            pending, step = _SHIFT[word], phrase
        else:
            step = _word(phrase, word, pending)
            if step is not phrase:
                pending = None
        if step is None:
            return None
        phrase = step
    return None if pending is not None or phrase.says_nothing else phrase


def _number(phrase: Phrase, digits: str, ending: str | None) -> Phrase | None:
    if len(digits) == 4 and phrase.year is None and ending in (None, "s"):
        if ending == "s" and digits[-1] != "0":
            return None
        return replace(phrase, year=int(digits), decade=ending == "s") if int(digits) else None
    if len(digits) <= 2 and 1 <= int(digits) <= 31 and phrase.day is None and ending != "s":
        return replace(phrase, day=int(digits))
    return None


def _word(phrase: Phrase, word: str, shift: int | None) -> Phrase | None:
    """The phrase with one more word in it: the same when the word adds nothing."""
    if word in _UNITS:
        if shift is None:  # a bare "month" hangs on what was said before: "the same month"
            return None
        return replace(phrase, units=(*phrase.units, (_UNITS[word], shift)))
    if word in _MONTH and phrase.month is None:
        return replace(phrase, month=_MONTH[word], shift=_either(phrase.shift, shift))
    if word in _WEEKDAY and phrase.weekday is None:
        return replace(phrase, weekday=_WEEKDAY[word], shift=_either(phrase.shift, shift))
    if word in _HOURS and shift in (-1, 0):  # "last night", "this morning"
        return replace(phrase, days=shift) if phrase.days is None else None
    if shift is None and (word in _HOURS or word in _FILLERS):
        return phrase
    if word in _DAYS and phrase.days is None and shift is None:
        return replace(phrase, days=_DAYS[word])
    part = _PARTS.get(word) or _EDGES.get(word)
    if part is not None and phrase.part is None and shift is None:
        return replace(phrase, part=part)
    return None


def _either(first: int | None, second: int | None) -> int | None:
    return second if first is None else first
