"""What claims and records say, in words a reader needs no glossary for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from store.dates.duration import Duration, parse_duration, plus
from store.dossier import Dossier
from store.model.records import Claim, Conflict, Event
from tui.present import dates
from tui.present.line import Link, Span
from tui.present.signs import status_word

STANCE = {
    "asserts": "asserts",
    "denies": "denies",
    "declines": "declines to confirm",
    "expects": "expects",
    "doubts": "doubts",
}
FIELDS = {"held_on": "held on", "succeeds": "succession to", "status": "", "name": "the name as"}
LASTING = frozenset({"visit", "period"})  # what may take more than a day
ONE_DAY = frozenset({"call", "statement", "report", "ruling", "filing"})  # what never does
STILL = ", still so"  # what prose says of a date without an end
ASKED = {  # a conflict's field as a label
    "date": "When",
    "status": "Course",
    "place": "Where",
    "post": "Which post",
    "start": "Start",
    "end": "End",
    "length": "Length",
}


def link_to(dossier: Dossier, id: str | None) -> Link | None:
    """The link of an id that has a card of its own."""
    kind = dossier.type_of(id) if id else None
    if kind is None or id is None or kind in {"claim", "place"}:
        return None
    if kind == "tenure":
        tenure = dossier.tenure(id)
        return None if tenure is None else Link("post", tenure.post)
    return Link(kind, id)


def named(dossier: Dossier, id: str) -> str:
    """The name of an id; words that are none stay as they are."""
    return dossier.name_of(id) if dossier.type_of(id) else id


def name_span(dossier: Dossier, id: str, role: str = "accent") -> Span:
    link = link_to(dossier, id)
    return Span(named(dossier, id), role if link else "text", link=link)


def join(words: Iterable[str], last: str = "and") -> str:
    """``a, b and c``."""
    items = [word for word in words if word]
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + f" {last} {items[-1]}"


def count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def more_below(events: int = 0, claims: int = 0) -> str:
    """``2 more events and 6 claims below``; without numbers that there is more."""
    if not events:
        return f"{count(claims, 'more claim')} below" if claims else "… more below"
    said = f" and {count(claims, 'claim')}" if claims else ""
    return f"{count(events, 'more event')}{said} below"


def _values(value: object) -> list[str]:
    if isinstance(value, (list, tuple)):
        return [text for item in value for text in _values(item)]
    if isinstance(value, Mapping):
        return [text for item in value.values() for text in _values(item)]
    return [str(value)]


def value_words(dossier: Dossier, field: str, value: object, kind: str = "meeting") -> str:
    """A claimed value as words: ids become names, dates their short form."""
    texts = []
    for text in _values(value):
        head, colon, role = text.partition(": ")
        if field in {"date", "start", "end", "held_on"}:
            texts.append(dates.short(text))
        elif field == "status":
            texts.append(status_word(text, kind) or "came about")
        elif field == "length":
            texts.append(length_words(text))
        elif field == "post" and text in dossier.facts.posts:
            texts.append(dossier.index.post_words(text))
        elif colon and dossier.type_of(head):
            texts.append(f"{named(dossier, head)} ({role})")
        elif field == "succeeds" and dossier.type_of(text) == "tenure":
            tenure = dossier.tenure(text)
            texts.append(tenure.person_name if tenure else named(dossier, text))
        else:
            texts.append(named(dossier, text))
    return join(texts)


def length_words(length: str) -> str:
    """``P2D`` → ``2 days``."""
    units = {"Y": "year", "M": "month", "W": "week", "D": "day"}
    if length.startswith("P") and length[-1:] in units and length[1:-1].isdigit():
        return count(int(length[1:-1]), units[length[-1]])
    return length


def date_words(event: Event) -> str:
    """The date in prose, by what is known of how long the event lasts."""
    said = dates.long(event.date, event.date_words, _extent(event))
    if event.date is not None and event.date_status != event.status:  # of the days before it
        said = f"{status_word(event.date_status, event.kind)} {said}"
    if said.endswith(STILL) and (told := _last_told(event)):
        said = f"{said}; last told {told}"
    return said


def _extent(event: Event) -> dates.Extent:
    """Whether it was on one day or on several; a meeting may be either."""
    if event.length:
        length = parse_duration(event.length)
        return "some" if plus(date.min, length) > plus(date.min, Duration(days=1)) else "one"
    if event.kind in LASTING:
        return "some"
    return "one" if event.kind in ONE_DAY else "open"


def _last_told(event: Event) -> str:
    """The last day on which a source says that it was so."""
    said = [
        when.latest
        for claim in event.claims
        if claim.stance == "asserts" and claim.says.get("status") in {"in-force", "occurred"}
        if (when := dates.read(claim.said_on)) is not None and when.latest is not None
    ]
    return dates.day_long(max(said), weekday=False) if said else ""


def length_voices(event: Event) -> str:
    """Who tells how long it lasts: the paper that each source names for it, else the source."""
    told = [claim for claim in event.claims if claim.says.get("length") == event.length]
    return join(dict.fromkeys(c.cites[0] if c.cites else c.shown_source for c in told))


def says_words(dossier: Dossier, claim: Claim) -> str:
    """What a claim says about its frame, in one phrase after its stance."""
    parts = []
    event = dossier.event(claim.about)
    kind = event.kind if event else "meeting"
    for field, value in claim.says.items():
        if field in {"agenda", "reason", "outcome", "said"}:
            continue
        if field == "held_on" and _values(value) == [claim.said_on]:
            parts.append("held the post that day")
            continue
        word = FIELDS.get(field, field.replace("_", " "))
        said = value_words(dossier, field, value, kind)
        parts.append(f"{word} {said}".strip())
    return ", ".join(parts)


def certainty_words(claim: Claim) -> str:
    return "" if claim.certainty == "certain" else claim.certainty


def conflict_label(conflict: Conflict) -> str:
    return ASKED.get(conflict.field, conflict.field.replace("_", " ").capitalize())
