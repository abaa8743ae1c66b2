"""JSON as ``--json`` prints it and an export keeps it."""

from __future__ import annotations

import re

import msgspec

from store.model.harmful import MAX_MARKS, character_class, thinned


def as_json(value: object) -> bytes:
    """``value`` as indented JSON, UTF-8, ending in a line feed; characters that could steer a
    terminal, and a flood of marks, stand as ``\\u`` escapes, so that nothing is lost and nothing
    is raw. Only what is no Unicode (a byte in the name of a file) becomes U+FFFD: JSON has no
    way to say it."""
    try:
        encoded = msgspec.json.encode(value)
    except UnicodeEncodeError:
        encoded = msgspec.json.encode(_unicode(msgspec.to_builtins(value)))
    text = msgspec.json.format(encoded, indent=2).decode()
    text = _HARMFUL.sub(lambda found: _escape(ord(found[0])), text.replace("\x7f", "\\u007f"))
    text = _FLOOD.sub(lambda run: thinned(run[0], lambda mark: _escape(ord(mark))), text)
    return (text + "\n").encode()


def _unicode(value: object) -> object:
    """Plain data whose texts hold no lone surrogate."""
    if isinstance(value, str):
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in value)
    if isinstance(value, dict):
        return {_unicode(key): _unicode(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_unicode(inner) for inner in value]
    return value


def _escape(code: int) -> str:
    units = chr(code).encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


# C0 controls are escaped by every JSON
_HARMFUL = re.compile(f"[{character_class()}]")
# no mark is ASCII: only a run of so many other characters can hold a flood of them
_FLOOD = re.compile(rf"[^\x00-\x7f]{{{MAX_MARKS + 1},}}")
