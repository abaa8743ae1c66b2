"""One record as one item of a Markdown list."""

from __future__ import annotations

import msgspec

from store.dossier import Dossier
from store.model.records import Conflict, Encounter, Event, Person, Record, Source, Tenure
from tui.out import bearing
from tui.out.markdown import Footnotes, citation, md
from tui.out.pieces import Piece, noted, sources_of
from tui.out.sentence import sentence
from tui.out.told import origins_told
from tui.present.pairs import pair_phrases
from tui.present.questions import kind_of, question, rival_words
from tui.present.tenure import long_range
from tui.present.tenure import notes as tenure_notes
from tui.present.words import count, join, named

ENDS = {  # what a pair's events came to, by its sign; all others are plans
    "occurred": "●",
    "cancelled": "×",
    "did-not-occur": "×",
    "rejected": "≠",
    "ruled-out": "≠",
}


class Kept(Record, frozen=True):
    """A record that carries the reader's own mark or note. ``type`` is null for a record that
    is no longer in the dossier."""

    type: str | None
    id: str
    title: str
    marked: bool
    note: str


def item(dossier: Dossier, record: msgspec.Struct, notes: Footnotes) -> str:
    """The record in one item, with the marks of its footnotes."""
    match record:
        case Event():
            return sentence(dossier, record, notes)
        case Person():
            country = md(dossier.country_name(record.country))
            held = [_tenure(dossier, tenure) for tenure in record.tenures]
            head = f"**{md(record.name)}**, {country}{':' if held else '.'}"
            pieces = [(f"{text};", sources) for text, sources in held]
            pieces[-1:] = [(f"{text[:-1]}.", sources) for text, sources in pieces[-1:]]
            if pieces:
                return f"{head} {noted(pieces, notes)}"
            return noted([(head, sources_of(record.claims))], notes)
        case Tenure():
            held_then = f"; held that day: {record.held}" if record.held else ""
            text, sources = _tenure(dossier, record)
            said = f"**{md(record.person_name)}**: {text}{held_then}."
            return noted([(said, sources)], notes)
        case Source():
            return f"{citation(record)} {count(record.claims, 'claim')}."
        case Conflict():
            return _conflict(dossier, record, notes)
        case Encounter():
            return _encounter(dossier, record, notes)
        case Kept():
            kind = record.type or "no longer in this dossier"
            mark = "marked" if record.marked else "noted"
            note = f": {md(record.note)}" if record.note else ""
            return f"**{md(record.title)}** ({kind}, {mark}){note}"
        case _:
            known = (getattr(record, field, None) for field in ("title", "name", "id"))
            return f"**{md(str(next(filter(None, known), '')))}**"


def _tenure(dossier: Dossier, tenure: Tenure) -> Piece:
    """A tenure with what its card notes beside it, and what the sources disagree on."""
    words = [tenure.title, tenure.body_name]
    words += [tenure.capacity] if tenure.capacity != "substantive" else []
    words.append(long_range(tenure))
    said = [", ".join(filter(None, words))]
    rows = ["".join(span.text for span in row) for row in tenure_notes(dossier, tenure)]
    twice = words[-1].startswith("attested")  # until when that is, stands there already
    said += [row for row in rows if not (twice and row.startswith("last attested"))]
    said += [f"sources disagree on the {one.field.replace('_', ' ')}" for one in tenure.conflicts]
    first, *others = said
    return md(f"{first} ({'; '.join(others)})" if others else first), tenure.sources


def _conflict(dossier: Dossier, conflict: Conflict, notes: Footnotes) -> str:
    pieces: list[Piece] = []
    kind = kind_of(dossier, conflict)
    for at, rival in enumerate(conflict.values):
        end = ";" if at + 1 < len(conflict.values) else "."
        number = origins_told(rival.origins, rival.origins_most)
        text = f"{rival_words(conflict, rival, kind)} ({number}){end}"
        said = text if at else text[:1].upper() + text[1:]
        pieces.append((md(said), sources_of(bearing.named(dossier, rival.claims))))
    subject, _, asked = question(dossier, conflict).rpartition(": ")
    why = conflict.why[:1].upper() + conflict.why[1:].rstrip(".")
    shown = [
        rival_words(conflict, one, kind)
        for one in conflict.values
        if one.value == conflict.preferred
    ]
    verdict = "Undecided" if conflict.undecided else f"Preferred: {''.join(shown)}"
    verdict += ", and each is merely possible" if conflict.light else ""
    text = f"{verdict}. {why}." if why else f"{verdict}."
    return f"**{md(subject)}**: {md(asked)} {noted(pieces, notes)} {md(text)}"


def _encounter(dossier: Dossier, pair: Encounter, notes: Footnotes) -> str:
    """What came of the two; behind each phrase the sources of the events that it counts."""
    names = join(named(dossier, person) for person in pair.people)
    events = [event for id in pair.events if (event := dossier.event(id)) is not None]
    phrases = pair_phrases(dossier, pair, signs=False)
    pieces: list[Piece] = []
    for at, (sign, words, _) in enumerate(phrases):
        counted = [event for event in events if ENDS.get(event.status or "") == _end(sign)]
        sources = [
            source
            for event in counted
            for source in sources_of(
                bearing.of_status(dossier, event),
                *(bearing.of_person(dossier, event, one) for one in pair.people),
            )
        ]
        end = ";" if at + 1 < len(phrases) else "."
        pieces.append((md(words) + end, tuple(dict.fromkeys(sources))))
    return f"**{md(names)}**: {noted(pieces, notes)}"


def _end(sign: str) -> str | None:
    """The sign of an end; none for that of a plan."""
    return sign if sign in ENDS.values() else None
