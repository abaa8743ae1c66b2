"""What may be meant by a field that is none: it stands elsewhere, or is written otherwise."""

from __future__ import annotations

from collections.abc import Container, Iterable

import msgspec

from store.model.claims import SAYS
from store.model.frames import Frame
from store.reading.decode import BadRecord, near
from store.reading.draft import SINGULAR

# what is written for the stance of a denial
DENIED = frozenset({"denied", "denies", "deny", "denial", "refuted", "rebutted"})
# what a source may say, by the kind of frame that it is about
EXAMPLES = dict.fromkeys(SAYS, 'name = "…"') | {
    "event": 'status = "scheduled"',
    "tenure": 'end = "2019-09-11"',
}

_POST = "who holds a post has a tenure in tenures.toml"
# (table, field) → where it stands
_OTHER = {
    ("people", "names"): "one name; other spellings are claims, e.g. {id} = {{ name = … }}",
    **{("people", field): _POST for field in ("post", "title", "role", "office", "position")},
    **{("posts", field): _POST for field in ("person", "holder", "people")},
    ("events", "denied"): "a source denies it: in its [[passage]] write {id} = "
    '{{ status = "scheduled", stance = "denies" }}',
}


def elsewhere(table: str, id: str, field: str | None, kind: type[Frame]) -> str:
    """Where a field stands that frames of this ``kind`` do not have; empty where none does."""
    if field is None or field in {one.encode_name for one in msgspec.structs.fields(kind)}:
        return ""
    if field in SAYS.get(SINGULAR[table], {}):
        return f"a source tells it: in its [[passage]] write {id} = {{ {field} = … }}"
    return _OTHER.get((table, field), "").format(id=id)


def denial(kind: str, stance: str = "denies") -> str:
    """How a denial (or another stance) of something about a frame is written: with what it is
    about."""
    return f'write what it {stance} and the stance: {{ {EXAMPLES[kind]}, stance = "{stance}" }}'


def no_quote(passage: Iterable[str], known: Container[str]) -> BadRecord:
    """What is wrong with a passage without a quote: perhaps only the name of a key, which is none
    of the ``known``."""
    for key in passage:
        if key not in known and near(key.casefold(), ("quote",)).endswith("?"):
            return BadRecord(key, "is no field of a passage", "did you mean quote?")
    return BadRecord("quote", "is missing", "quote the words that carry it")
