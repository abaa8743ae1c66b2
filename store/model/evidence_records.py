"""Records of evidence: claims, rivals, conflicts and the steps of a life cycle.

In the shape of the JSON contract, like all of ``store.model.records``.
"""

from __future__ import annotations

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    pass


class Claim(Record, frozen=True):
    """One quoted passage and what it says about one frame.

    ``about_type`` is the frame's kind in the singular (``event``); ``source`` a source id.
    ``via`` is the chain of attribution, outermost first. ``said_on`` is never null: it defaults
    to the day of publication. ``anchor`` is ``exact moved fuzzy orphan unchecked``;
    ``words`` are all words from the quote's first to its last where the article is attached.
    ``disputed`` is the curator's reason against it. ``when`` is the source's own words for its
    date(s): a text, or field → text. ``cites`` are ``via`` as names fit for a reader;
    ``origin`` is the key under which support is counted; ``shown_source`` is the publisher's
    name, or the title where no publisher is known.
    """

    id: str
    about: str
    about_type: str
    source: str
    quote: str
    says: dict[str, object]
    on: str | None
    stance: str
    certainty: str
    inferred: str | None
    via: tuple[str, ...]
    said_on: str
    when: str | dict[str, str] | None
    anchor: str
    words: str | None
    part: str | None
    disputed: str | None
    cites: tuple[str, ...]
    shown_source: str
    origin: str
    order: int


class Rival(Record, frozen=True):
    """One of the values in conflict; ``origins`` is the lower number of independent origins."""

    value: str
    claims: tuple[str, ...]
    origins: int
    label: str
    origins_most: int
    disputed: bool


class Conflict(Record, frozen=True):
    """Rivals of one field, or a value that one voice asserts and another denies.

    ``preferred`` is the value shown; ``why`` the reason, in words. ``undecided`` when only
    the later source, or the order in the file, chose it. ``light`` when every rival is
    merely possible.
    """

    about: str
    about_title: str
    about_type: str
    field: str
    values: tuple[Rival, ...]
    preferred: str | None
    why: str
    undecided: bool
    light: bool


class Step(Record, frozen=True):
    """A step of the life cycle. ``by`` is the chain of voices, ``on`` the step's own day (EDTF;
    ``[..day]`` where only the day of speaking bounds it). ``dated``: these voices tell that day
    themselves; False where it is the event's own or bounded by the day of speaking."""

    status: str
    stance: str
    by: str
    on: str | None
    claim: str
    certainty: str
    dated: bool
