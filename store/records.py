"""What the store derives, in the shape of the JSON contract (DESIGN: "JSON contract").

These records are what every reader of the store gets, the screen and ``--json`` alike. All are
immutable. Dates are EDTF strings; bounds are ``YYYY-MM-DD`` or null; ids are strings. Keys may
be added, never renamed; every key is always there.
"""

from __future__ import annotations

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    pass


class Claim(Record, frozen=True):
    """One quoted passage and what it says about one frame.

    ``about_type`` is the frame's kind in the singular (``event``); ``source`` a source id.
    ``via`` is the chain of attribution, outermost first. ``said_on`` is never null: it defaults
    to the day of publication. ``anchor`` is ``exact moved fuzzy orphan unchecked``.
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

    ``preferred`` is the value shown; ``why`` the reason, in words. ``undecided`` when no rule
    but file order chose it. ``light`` when every rival is merely possible.
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
    ``[..day]`` where only the day of speaking bounds it)."""

    status: str
    stance: str
    by: str
    on: str | None
    claim: str
    certainty: str


class Participant(Record, frozen=True):
    """``post``/``post_title``: the tenure held on the event's day, where one is known."""

    id: str
    name: str
    role: str | None
    country: str | None
    tenure: str | None
    post_title: str | None


class Worded(Record, frozen=True):
    """A value in our words (agenda, reason, outcome, said) with the claims that carry it."""

    value: str
    claims: tuple[str, ...]
    cites: tuple[str, ...]


class Event(Record, frozen=True):
    id: str
    kind: str
    title: str
    date: str | None
    earliest: str | None
    latest: str | None
    status: str | None
    denied: bool
    place: tuple[str, ...]
    people: tuple[Participant, ...]
    bodies: tuple[str, ...]
    topics: tuple[str, ...]
    part_of: str | None
    sources: tuple[str, ...]
    origins: int
    lifecycle: tuple[Step, ...]
    conflicts: tuple[Conflict, ...]
    claims: tuple[Claim, ...]
    # beyond the contract
    origins_most: int
    status_certainty: str
    our_reading: bool
    date_words: str | None
    length: str | None
    agenda: tuple[Worded, ...]
    reason: tuple[Worded, ...]
    outcome: tuple[Worded, ...]
    said: tuple[Worded, ...]
    beside: str | None
    follows: str | None
    in_response_to: str | None
    parts: tuple[str, ...]


class Tenure(Record, frozen=True):
    """``first_attested``/``last_attested`` are days (``YYYY-MM-DD``) or null. ``held`` is
    ``yes maybe unattested no`` with a day asked about, else null. ``end_inferred`` is the
    reason where only a successor's start gives the end."""

    id: str
    person: str
    person_name: str
    post: str
    title: str
    body: str
    start: str | None
    end: str | None
    first_attested: str | None
    last_attested: str | None
    capacity: str
    held: str | None
    sources: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    claims: tuple[Claim, ...]
    # beyond the contract
    body_name: str
    country: str | None
    start_inferred: str | None
    end_inferred: str | None
    succeeds: str | None
    succeeded_by: str | None
    origins: int


class Person(Record, frozen=True):
    id: str
    name: str
    names: tuple[str, ...]
    country: str
    tenures: tuple[Tenure, ...]
    claims: tuple[Claim, ...]
    # beyond the contract
    summary: str  # the post to show beside the name in a list, e.g. "Foreign Minister"
    events: tuple[str, ...]  # ids of events in which the person takes part, in timeline order


class Post(Record, frozen=True):
    id: str
    title: str
    names: tuple[str, ...]
    body: str
    country: str | None
    holders: tuple[Tenure, ...]
    body_name: str
    seats: int


class Body(Record, frozen=True):
    id: str
    name: str
    names: tuple[str, ...]
    kind: str
    in_: str | None = msgspec.field(name="in")
    country: str | None
    posts: tuple[str, ...]


class Topic(Record, frozen=True):
    id: str
    name: str
    summary: str
    events: tuple[str, ...]


class Place(Record, frozen=True):
    id: str
    name: str
    names: tuple[str, ...]
    in_: str | None = msgspec.field(name="in")
    events: tuple[str, ...]


class AnchorCounts(Record, frozen=True):
    exact: int = 0
    moved: int = 0
    fuzzy: int = 0
    orphan: int = 0
    unchecked: int = 0


class Source(Record, frozen=True):
    """``shown`` and ``anchored`` are shares of the article's words, null without its text."""

    id: str
    publisher: str | None
    title: str | None
    byline: str | None
    published: str
    published_basis: str
    language: str
    url: str | None
    claims: int
    shown: float | None
    anchored: float | None
    anchors: AnchorCounts
    # beyond the contract
    publisher_name: str | None
    publisher_basis: str | None
    agency: str | None
    dateline: str | None
    copy_of: str | None


class Encounter(Record, frozen=True):
    """A pair of people (ids sorted). ``occurred`` counts gatherings that took place,
    ``planned`` those that are still only a plan, ``called_off`` and ``ruled_out`` the others;
    ``last`` is the EDTF date of the latest that took place."""

    people: tuple[str, str]
    names: tuple[str, str]
    occurred: int
    planned: int
    last: str | None
    events: tuple[str, ...]
    called_off: int
    ruled_out: int


class Hit(Record, frozen=True):
    """A search hit. ``matched`` is the text that matched, ``where`` the field it stands in,
    ``score`` 0–100, higher is better."""

    type: str
    id: str
    title: str
    matched: str
    where: str
    score: int


class Problem(Record, frozen=True):
    """A fault of the data. ``line`` is the field's, else the record's (1-based), or null."""

    level: str
    file: str
    line: int | None
    record: str | None
    field: str | None
    message: str
    hint: str

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        parts = [where]
        if self.record:
            parts.append(self.record)
        if self.field:
            parts.append(self.field)
        text = ": ".join(parts) + f": {self.message}"
        return f"{text} ({self.hint})" if self.hint else text
