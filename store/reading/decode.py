"""One record from plain data to its type, or one clear problem that says what would be right."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

import msgspec

T = TypeVar("T", bound=msgspec.Struct)
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_AT = re.compile(r" - at `\$\.?([^`]*)`$")
_NAMED = re.compile(r"`([^`]+)`")
_TYPES = {"str": "text", "int": "a whole number", "array": "a list", "object": "a table",
          "bool": "true or false", "float": "a number", "null": "nothing", "date": "a date",
          "datetime": "a date and time", "time": "a time"}  # fmt: skip


class BadRecord(Exception):
    """A record that cannot be read: the field (if one is to blame), what is wrong, a hint."""

    def __init__(self, field: str | None, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.field, self.message, self.hint = field, message, hint


# what is written for what the screen, another format or a reader calls so
MEANT = {
    "held": "occurred", "date": "published", "took-place": "occurred", "happened": "occurred",
    "planned": "scheduled", "began": "start", "begun": "start", "since": "start", "from": "start",
    "started": "start", "ended": "end", "until": "end", "till": "end", "to": "end",
    "who": "people", "participants": "people", "where": "place", "location": "place",
    "venue": "place", "author": "byline", "link": "url", "text": "quote", "words": "quote",
}  # fmt: skip


def a(word: str) -> str:
    """The word with its article: ``an event``."""
    return f"{'an' if word[:1] in 'aeiou' else 'a'} {word}"


def near(word: str, known: Iterable[str], alike: float = 0.6) -> str:
    """A hint that names the known word that is meant or nearest to ``word`` (``alike``: how much
    of it at least, 0 to 1), or else the known words."""
    choices = sorted(known)
    close = difflib.get_close_matches(word, choices, n=1, cutoff=alike)
    if MEANT.get(word) in choices:
        close = [MEANT[word]]
    if close:
        return f"did you mean {close[0]}?"
    return f"one of: {' '.join(choices)}" if 0 < len(choices) <= 24 else ""


def decode(data: Mapping[str, object], kind: type[T]) -> T:
    """Convert plain data to the record type ``kind``; raises ``BadRecord``."""
    try:
        return msgspec.convert(dict(data), kind)
    except msgspec.ValidationError as error:
        raise _explain(str(error), data, kind) from None


def check_id(value: str) -> None:
    """Raise ``BadRecord`` unless ``value`` has the form of an id."""
    if len(value) > 120 or not ID.fullmatch(value):
        raise BadRecord(
            None, f"“{value[:60]}” is no id", "lower-case letters, digits, single hyphens"
        )


def _explain(message: str, data: Mapping[str, object], kind: type[msgspec.Struct]) -> BadRecord:
    fields = {f.encode_name: f.name for f in msgspec.structs.fields(kind)}
    place = _AT.search(message)
    field = re.split(r"[.\[]", place[1])[0] if place and place[1] else None
    text = _AT.sub("", message)
    named = _NAMED.findall(text)
    if "unknown field" in text and named:
        return BadRecord(named[0], "no such field here", near(named[0], set(fields) - {"id"}))
    if "missing required field" in text and named:
        name = named[0] if field is None else f"{field}.{named[0]}"
        return BadRecord(name, "is missing", f"write {named[0]} = …")
    if "Invalid enum value" in text and field:
        hints = get_type_hints(kind)
        return BadRecord(
            field,
            f"“{data.get(field)}” is not known",
            near(str(data.get(field)), _literals(hints[fields[field]]), alike=0.8),
        )
    if text.startswith("Expected") and len(named) == 2:
        wanted = " or ".join(
            _TYPES.get(part.strip(), part.strip())
            for part in named[0].split("|")
            if part.strip() != "null"
        )
        quoted = ": put it in quotation marks" if named[1] in ("date", "datetime", "time") else ""
        said = f"is {_TYPES.get(named[1], named[1])}"
        return BadRecord(field, said, f"must be {wanted}{quoted}")
    return BadRecord(field, text[0].lower() + text[1:], "")


def _literals(hint: Any) -> list[str]:
    """The words of a Literal type, also inside ``… | None``."""
    if get_origin(hint) is Literal:
        return [str(word) for word in get_args(hint)]
    return [word for part in get_args(hint) for word in _literals(part)]
