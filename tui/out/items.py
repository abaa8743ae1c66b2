"""One record as one item of a Markdown list."""

from __future__ import annotations

import msgspec

from store.dossier import Dossier
from store.model.records import Conflict, Encounter, Event, Person, Record, Source, Tenure
from tui.out.markdown import Footnotes, md
from tui.out.sentence import sentence
from tui.present import dates
from tui.present.citation import cited
from tui.present.pairs import pair_phrases
from tui.present.words import conflict_label, count, join, named


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
            held = [_tenure(tenure) for tenure in record.tenures]
            posts = f": {'; '.join(held)}" if held else ""
            country = md(dossier.country_name(record.country))
            sources = [claim.source for claim in record.claims]
            sources += [source for tenure in record.tenures for source in tenure.sources]
            return f"**{md(record.name)}**, {country}{posts}.{notes.refer(sources)}"
        case Tenure():
            that_day = f", held that day: {record.held}" if record.held else ""
            name = f"**{md(record.person_name)}**"
            return f"{name}: {_tenure(record)}{that_day}.{notes.refer(record.sources)}"
        case Source():
            return f"{md(cited(record))} {count(record.claims, 'claim')}."
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


def _tenure(tenure: Tenure) -> str:
    bounds = [f"from {dates.short(tenure.start, weekday=False)}"] if tenure.start else []
    bounds += [f"until {dates.short(tenure.end, weekday=False)}"] if tenure.end else []
    if not bounds and tenure.first_attested:
        bounds = [f"attested {dates.short(tenure.first_attested, weekday=False)}"]
    return md(", ".join([tenure.title, tenure.body_name, *bounds]))


def _conflict(dossier: Dossier, conflict: Conflict, notes: Footnotes) -> str:
    rivals = []
    for rival in conflict.values:
        claims = (dossier.claim(id) for id in rival.claims)
        sources = [claim.source for claim in claims if claim is not None]
        rivals.append(f"{md(rival.label)} ({count(rival.origins, 'origin')}){notes.refer(sources)}")
    head = f"**{md(conflict.about_title)}**, {md(conflict_label(conflict).lower())}"
    return f"{head}: {'; '.join(rivals)}. {md(conflict.why)}".rstrip()


def _encounter(dossier: Dossier, pair: Encounter, notes: Footnotes) -> str:
    events = [event for id in pair.events if (event := dossier.event(id)) is not None]
    sources = [source for event in events for source in event.sources]
    names = join(named(dossier, person) for person in pair.people)
    said = "; ".join(words for _, words, _ in pair_phrases(dossier, pair, signs=False))
    return f"**{md(names)}**: {md(said)}.{notes.refer(sources)}"
