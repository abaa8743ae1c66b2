"""Claims: one quoted passage of one source and what it says about one frame."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

Stance = Literal["asserts", "denies", "declines", "expects", "doubts"]
Certainty = Literal["certain", "probable", "possible"]

# what may be said of which kind of frame, and whether a field holds many values
EVENT_SAYS = {
    "date": False,
    "start": False,
    "end": False,
    "status": False,
    "length": False,
    "people": True,
    "bodies": True,
    "place": True,
    "agenda": True,
    "reason": True,
    "outcome": True,
    "said": True,
    "name": True,
}
TENURE_SAYS = {"start": False, "end": False, "post": False, "held_on": True, "succeeds": False}
NAME_SAYS = {"name": True}
SAYS: dict[str, dict[str, bool]] = {
    "event": EVENT_SAYS,
    "tenure": TENURE_SAYS,
    "person": NAME_SAYS,
    "post": NAME_SAYS,
    "body": NAME_SAYS,
    "place": NAME_SAYS,
}
DATE_FIELDS = ("date", "start", "end", "held_on")
# field → the type of frame that its values name
REFERENCES = {
    "people": "person",
    "bodies": "body",
    "place": "place",
    "post": "post",
    "succeeds": "tenure",
}

# every status in the order of the life cycle: where the days of two steps overlap, rank decides
RANK = {
    "mooted": 0,
    "proposed": 1,
    "arranging": 2,
    "scheduled": 3,
    "announced": 3,
    "postponed": 4,
    "cancelled": 5,
    "rejected": 5,
    "ruled-out": 5,
    "did-not-occur": 6,
    "occurred": 6,
    "in-force": 7,
    "suspended": 8,
    "lifted": 9,
}
PLANS = frozenset({"mooted", "proposed", "arranging", "scheduled", "postponed", "announced"})
ACTUAL = frozenset({"occurred", "in-force", "suspended", "lifted"})
MEASURE_STATUSES = frozenset({"announced", "in-force", "suspended", "lifted"})
SUPPORT = frozenset({"asserts", "expects"})

MAX_WORDS = 20  # words of a quote that are shown
MAX_SPAN = 60  # words of the passage from the first segment to the last
ELISION = " … "


class Claim(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A claim as it is stored. ``said_on`` and ``published`` are EDTF; ``order`` is its place
    in reading order over the whole dossier. A many-valued field of ``says`` is a list."""

    id: str
    about: str
    about_type: str
    source: str
    quote: str
    says: dict[str, str | list[str]]
    said_on: str
    order: int
    on: str | None = None
    stance: Stance = "asserts"
    certainty: Certainty = "certain"
    inferred: str | None = None
    via: tuple[str, ...] = ()
    when: str | dict[str, str] | None = None
    part: str | None = None
    disputed: str | None = None

    @property
    def supports(self) -> bool:
        """Whether it supports the values it says (``asserts`` and ``expects`` do)."""
        return self.stance in SUPPORT

    def one(self, field: str) -> str | None:
        """The value of a field that holds one."""
        value = self.says.get(field)
        return value if isinstance(value, str) else None

    def many(self, field: str) -> list[str]:
        """The values of a field that holds many; one value counts as a list of one."""
        value = self.says.get(field)
        if value is None:
            return []
        return [value] if isinstance(value, str) else value

    @property
    def people(self) -> list[tuple[str, str | None]]:
        """Participants as (person id, role or None)."""
        pairs = []
        for item in self.many("people"):
            person, _, role = item.partition(":")
            pairs.append((person.strip(), role.strip() or None))
        return pairs


def claim_id(about: str, source: str, quote: str, says: dict[str, str | list[str]]) -> str:
    """``<about>.<8 hex>``: SHA-256 over source, quote and canonical says, so that inserting a
    passage moves no mark."""
    body = msgspec.json.encode([source, quote, says], order="deterministic")
    return f"{about}.{hashlib.sha256(body).hexdigest()[:8]}"


def spelt(claims: Iterable[Claim]) -> list[str]:
    """Every spelling that claims about one frame support, in their order, each once."""
    return list(dict.fromkeys(name for c in claims if c.supports for name in c.many("name")))


def called(name: str, spellings: Sequence[str]) -> str:
    """The name to show of a person whose frame has ``name``: that, unless the sources use others
    and never that; then the first of theirs."""
    return name if name in spellings or not spellings else spellings[0]


def via_body(element: str) -> tuple[str | None, str]:
    """One element of a chain as (id, words): ``mofa-kr`` → (id, ""), ``mofa-kr: an official``
    → (id, words), ``diplomatic sources`` → (None, words)."""
    head, colon, words = element.partition(":")
    if colon and " " not in head.strip():
        return head.strip(), words.strip()
    if " " not in element.strip():
        return element.strip(), ""
    return None, element.strip()
