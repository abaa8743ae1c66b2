"""What the store derives, in the shape of the JSON contract (DESIGN: "JSON contract").

These records are what every reader of the store gets, the screen and ``--json`` alike. All are
immutable. Dates are EDTF strings; bounds are ``YYYY-MM-DD`` or null; ids are strings. Keys may
be added, never renamed; every key is always there.
"""

from __future__ import annotations

import msgspec

from store.model.evidence_records import Claim, Conflict, Record, Rival, Step
from store.model.source_records import AnchorCounts, Source

__all__ = [
    "AnchorCounts",
    "Body",
    "Claim",
    "Conflict",
    "Encounter",
    "Event",
    "Hit",
    "Participant",
    "Person",
    "Place",
    "Post",
    "Problem",
    "Record",
    "Rival",
    "Source",
    "Step",
    "Tenure",
    "Topic",
    "Worded",
]


class Participant(Record, frozen=True):
    """``tenure``/``post_title``: the post held on the event's day, where one is known. ``held``:
    ``yes``, or ``maybe`` where it is only possible that it was held then; null without one.
    ``inferred``: only our reading says that the person takes part."""

    id: str
    name: str
    role: str | None
    country: str | None
    tenure: str | None
    post_title: str | None
    inferred: bool
    held: str | None


class Worded(Record, frozen=True):
    """A value in our words (agenda, reason, outcome, said) with the claims that carry it.

    ``hedge`` is how sure its surest speaker is: empty, ``expected``, ``probable``, ``possible``.
    ``inferred``: it is our reading alone.
    """

    value: str
    claims: tuple[str, ...]
    cites: tuple[str, ...]
    hedge: str
    inferred: bool


class Event(Record, frozen=True):
    """``inferred`` names the fields (``status date start end length place people bodies``) whose
    value no source says and that is our reading; ``our_reading``: there is such a field.
    ``date_status`` is the status in the days of ``date``: what was suspended or lifted had been in
    force in them."""

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
    inferred: tuple[str, ...]
    date_words: str | None
    date_status: str | None
    length: str | None
    agenda: tuple[Worded, ...]
    reason: tuple[Worded, ...]
    outcome: tuple[Worded, ...]
    said: tuple[Worded, ...]
    beside: str | None
    follows: str | None
    in_response_to: str | None
    parts: tuple[str, ...]


class EventOn(Event, frozen=True):
    """An event with a day asked about: ``on_day`` is ``yes`` or ``maybe`` (null without a day),
    ``last_told`` the last day on which a source tells of it, where the day asked lies after,
    ``status_on_day`` what it was on that day, whatever ``status`` became of it since."""

    on_day: str | None
    last_told: str | None
    status_on_day: str | None


class Tenure(Record, frozen=True):
    """``first_attested``/``last_attested`` are days (``YYYY-MM-DD``) that a claim names, or null;
    ``attested`` are the dates, days or vaguer, on which claims tell that it was held. ``held`` is
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
    attested: tuple[str, ...]


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
    ours: str | None  # the last of ``names``, where it is the curator's and no source uses it


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

    @property
    def of_file(self) -> bool:
        """Whether a whole file is at fault, which may be why others are."""
        return (self.line, self.record, self.field) == (None, None, None)

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        parts = [where]
        if self.record:
            parts.append(self.record)
        if self.field:
            parts.append(self.field)
        text = ": ".join(parts) + f": {self.message}"
        return f"{text} ({self.hint})" if self.hint else text
