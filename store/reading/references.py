"""Checks that need more than one record: every id that is named is known and of the right type."""

from __future__ import annotations

from collections.abc import Iterator

from store.model.claims import REFERENCES, Claim, via_body
from store.model.frames import Body, Event, Frame, Place, Post, Source, Tenure
from store.reading.decode import a
from store.reading.draft import SINGULAR, Draft

PLURAL = {kind: table for table, kind in SINGULAR.items()}
# what may stand in a chain of attribution
VOICES = ("person", "body", "source")


def named_by(frame: Frame) -> Iterator[tuple[str, str | None, str]]:
    """The references of a frame as (field, id or None, type of what is named)."""
    match frame:
        case Source():
            yield "publisher", frame.publisher, "body"
            yield "agency", frame.agency, "body"
            yield "copy_of", frame.copy_of, "source"
        case Body():
            yield "in", frame.in_, "body"
        case Place():
            yield "in", frame.in_, "place"
        case Post():
            yield "body", frame.body, "body"
        case Tenure():
            yield "person", frame.person, "person"
            yield "post", frame.post, "post"
        case Event():
            for topic in frame.topics:
                yield "topics", topic, "topic"
            yield "part_of", frame.part_of, "event"
            yield "beside", frame.beside, "event"
            yield "follows", frame.follows, "event"
            yield "in_response_to", frame.in_response_to, "event"


def said_by(claim: Claim) -> Iterator[tuple[str, str, str]]:
    """The references of a claim's says as (field, id, type)."""
    for field, kind in REFERENCES.items():
        if field == "people":
            for person, _role in claim.people:
                yield field, person, kind
        else:
            for id in claim.many(field):
                yield field, id, kind


def check_references(draft: Draft) -> None:
    """Tell every reference to an id that is not known or of another type, and every circle;
    leave the records concerned out."""
    leave_out(draft, set())
    _check_circles(draft)


def leave_out(draft: Draft, gone: set[str]) -> None:
    """Leave out the frames ``gone``, whose fault was told, and round by round every record that
    names something left out. Only what names something never known is told."""
    draft.failed |= gone
    for id in gone:
        if (kind := draft.types.pop(id, None)) is not None:
            del draft.frames[PLURAL[kind]][id]
    for _round in range(len(draft.types) + 2):
        bad_frames = [
            (table, frame.id)
            for table, frames in draft.frames.items()
            for frame in frames.values()
            if not _frame_sound(draft, frame)
        ]
        bad_claims = [claim for claim in draft.claims if not _claim_sound(draft, claim)]
        if not bad_frames and not bad_claims:
            break
        for table, id in bad_frames:
            del draft.frames[table][id]
            draft.failed.add(id)
            draft.types.pop(id, None)
        unsound = {claim.id for claim in bad_claims}
        for claim in bad_claims:
            draft.doubt(claim.about, claim.says)
        draft.claims = [claim for claim in draft.claims if claim.id not in unsound]


def _frame_sound(draft: Draft, frame: Frame) -> bool:
    sound = True
    for field, id, kind in named_by(frame):
        if id is not None and draft.types.get(id) != kind:
            sound = False
            _tell(draft, frame.id, field, id, kind)
    return sound


def _claim_sound(draft: Draft, claim: Claim) -> bool:
    sound = claim.about in draft.types and claim.source in draft.types
    for field, id, kind in said_by(claim):
        if draft.types.get(id) != kind:
            sound = False
            _tell(draft, claim.id, field, id, kind)
    for element in claim.via:
        id_, _words = via_body(element)
        if id_ is not None and draft.types.get(id_) not in VOICES:
            sound = False
            _tell(draft, claim.id, "via", id_, "voice")
    return sound


def _tell(draft: Draft, record: str, field: str, id: str, kind: str) -> None:
    """One problem for one unknown id; nothing where its own fault was told already."""
    if id in draft.failed:
        return
    wanted = VOICES if kind == "voice" else (kind,)
    if any(PLURAL[one] in draft.broken for one in wanted):
        return
    actual = draft.types.get(id)
    if actual is not None:
        message = f"“{id}” is {a(actual)}, not {' or '.join(map(a, wanted))}"
        draft.say_of(record, field, message)
        return
    known = [name for name, one in draft.types.items() if one in wanted]
    hint = draft.near(id, known) or f"add it to {PLURAL[wanted[0]]}.toml"
    draft.say_of(record, field, f"“{id}” is not known", hint)


def _check_circles(draft: Draft) -> None:
    for table, field in (
        ("bodies", "in_"), ("places", "in_"), ("sources", "copy_of"), ("events", "part_of"),
    ):  # fmt: skip
        frames = draft.frames[table]
        for id in list(frames):
            seen, at = {id}, getattr(frames[id], field)
            while at in frames and at not in seen:
                seen.add(at)
                at = getattr(frames[at], field)
            if at == id:
                shown = field.rstrip("_")
                draft.say_of(id, shown, "leads back to itself", f"mend one {shown} of the circle")
