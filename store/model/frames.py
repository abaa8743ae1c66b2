"""Frames: the curator's statement that a thing exists.

A frame carries identity, sorting and relations, and is no evidence: everything else is said by
claims (``store.model.claims``). Every record is immutable and is decoded one at a time, so that
each bad record is told by name.
"""

from __future__ import annotations

from typing import Literal

import msgspec

BodyKind = Literal[
    "state",
    "government",
    "ministry",
    "department",
    "bureau",
    "presidential-office",
    "court",
    "legislature",
    "committee",
    "newspaper",
    "news-agency",
    "broadcaster",
    "company",
    "international-organisation",
]
EventKind = Literal[
    "meeting",
    "talks",
    "call",
    "visit",
    "statement",
    "hearing",
    "report",
    "measure",
    "ruling",
    "filing",
    "agreement",
    "appointment",
    "ceremony",
    "period",
]
Capacity = Literal["substantive", "acting", "designate"]


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every frame has: an id of the form ``[a-z0-9]+(-[a-z0-9]+)*``."""

    id: str


class Prefer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The curator's choice among rivals; holds only while the value has a claim."""

    field: str
    value: str
    why: str


class Source(Frame, frozen=True):
    """One article or document. ``published`` is EDTF; its basis says how the day is known."""

    published: str
    published_basis: str = "stated"
    title: str | None = None
    publisher: str | None = None
    publisher_basis: str | None = None
    agency: str | None = None
    byline: str | None = None
    dateline: str | None = None
    language: str = "en"
    url: str | None = None
    copy_of: str | None = None


def is_ours(basis: str | None) -> bool:
    """Whether a basis of a source says that what it is about is our reading."""
    return (basis or "").startswith("inferred")


class Body(Frame, frozen=True):
    """An organisation; ``in_`` is the body it is part of, ``country`` ISO 3166-1 alpha-2."""

    name: str
    kind: BodyKind
    in_: str | None = msgspec.field(default=None, name="in")
    country: str | None = None


class Person(Frame, frozen=True):
    """An official, under the name that most sources print."""

    name: str
    country: str
    prefer: Prefer | None = None


class Post(Frame, frozen=True):
    """An office that exists whoever holds it; ``seats`` is how many may hold it at once."""

    title: str
    body: str
    names: tuple[str, ...] = ()
    seats: int = 1


class Place(Frame, frozen=True):
    """A place; ``in_`` is the place around it."""

    name: str
    in_: str | None = msgspec.field(default=None, name="in")


class Tenure(Frame, frozen=True):
    """A person in a post."""

    person: str
    post: str
    capacity: Capacity = "substantive"
    prefer: Prefer | None = None


class Event(Frame, frozen=True):
    """What happened, was planned or was denied. The title names it, never its outcome."""

    kind: EventKind
    title: str
    topics: tuple[str, ...] = ()
    part_of: str | None = None
    beside: str | None = None
    follows: str | None = None
    in_response_to: str | None = None
    prefer: Prefer | None = None


class Topic(Frame, frozen=True):
    """A thread of the story. The summary tells no outcome."""

    name: str
    summary: str = ""


class Meta(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``dossier.toml``. ``horizon`` is how long an unclaimed edge of a tenure stays ``maybe``
    (ISO 8601 duration, whole years, months or days)."""

    format: int
    id: str
    title: str
    summary: str = ""
    horizon: str = "P1Y"


# table name → frame type, in the order in which a dossier is read and checked
FRAMES: dict[str, type[Frame]] = {
    "sources": Source,
    "bodies": Body,
    "people": Person,
    "posts": Post,
    "places": Place,
    "tenures": Tenure,
    "events": Event,
    "topics": Topic,
}
