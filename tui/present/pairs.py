"""What is known of two people together: the sentence, the events, the card."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from store.dossier import Dossier
from store.model.records import Encounter, Event
from tui.present import dates
from tui.present.card import Card, hanging, prose, section, title
from tui.present.excerpt import excerpts
from tui.present.line import Line, Link, Span, fit, spans_width, wrap
from tui.present.signs import origins, row_word, status_sign
from tui.present.words import count, join

TIMES = {1: "once", 2: "twice"}
DATE, WORD = 18, 11  # cells of the columns of a pair's events
NO_WORD = 70  # narrower than this the word beside the sign goes
PARTED = Span("    ")


def cell_spans(encounter: Encounter | None) -> list[Span]:
    """A pair as a cell: ``●2○1``."""
    if encounter is None:
        return [Span("·", "muted")]
    parts = (
        ("●", encounter.occurred, "text"),
        ("○", encounter.planned, "text"),
        ("×", encounter.called_off, "bad"),
        ("≠", encounter.ruled_out, "bad"),
    )
    return [Span(f"{sign}{number}", role) for sign, number, role in parts if number]


def pair_words(encounter: Encounter, *, brief: bool = False) -> list[Span]:
    """What came of the two, as phrases of one sentence."""
    met, planned = encounter.occurred, encounter.planned
    phrases: list[Span] = []
    if met:
        day = dates.short(encounter.last)
        when = f"{'' if met == 1 else 'last '}{day}"
        phrases.append(Span(f"● met {TIMES.get(met, f'{met} times')}, {when}"))
    if planned:
        more = " more" if met else ""
        what = f"one{more} meeting" if planned == 1 else f"{planned}{more} meetings"
        was = "it was" if planned == 1 else "they were"
        long = f"○ {what} planned, no source says {was} held"
        phrases.append(Span(f"○ {planned}{more} planned" if brief else long))
    for sign, number, word in (
        ("×", encounter.called_off, "called off"),
        ("≠", encounter.ruled_out, "ruled out"),
    ):
        if number:
            phrases.append(Span(f"{sign} {word} {TIMES.get(number, f'{number} times')}", "bad"))
    return phrases


def sentence(encounter: Encounter, cells: int) -> list[Line]:
    """The phrases on one line where they fit, whole or brief, else each on its own."""
    phrases: list[Span] = []
    for brief in (False, True):
        phrases = pair_words(encounter, brief=brief)
        spans: list[Span] = []
        for phrase in phrases:
            spans += [PARTED, phrase] if spans else [phrase]
        if spans_width(spans) <= cells:
            return [Line(tuple(spans))]
    phrases = pair_words(encounter)
    return [Line(row) for phrase in phrases for row in wrap([phrase], cells, hang=2)]


def pair_events(dossier: Dossier, encounter: Encounter) -> list[Event]:
    """The events of a pair, the newest first."""
    found = [event for id in encounter.events if (event := dossier.event(id)) is not None]
    return found[::-1]


def pair_rows(events: Sequence[Event], cells: int, *, whole: bool = True) -> list[list[Line]]:
    """Each event as lines that can be read without a heading; its title is cut to one line where
    it may not be ``whole``."""
    rows = []
    for event in events:
        sign = status_sign(event.status)
        spans = [
            Span(fit(dates.short(event.date), DATE), "muted"),
            Span(f"{sign.sign} ", sign.role),
        ]
        if cells >= NO_WORD:
            word = row_word(event.status, event.kind)
            spans.append(Span(fit(word, WORD), sign.role))
        name = Span(event.title, "accent", link=Link("event", event.id))
        marks = [
            Span("¬" if event.denied else " ", "bad"),
            Span("! " if event.conflicts else "  ", "warn"),
            Span(origins(event.origins).ljust(3), "muted"),
        ]
        rows.append(hanging(spans, name, marks, cells, whole=whole))
    return rows


def encounter_card(dossier: Dossier, encounter: Encounter, cells: int) -> Card:
    """Two people: what came of them, the events, the words that tell of it."""
    one, other = encounter.names
    name = f"{one} and {other}"
    lines = title(name, cells)
    lines += sentence(encounter, cells)
    events = pair_events(dossier, encounter)
    lines += section("Events", str(len(events)), cells)
    lines += chain.from_iterable(pair_rows(events, cells))
    if len(events) > encounter.occurred + encounter.planned:
        lines += prose([Span("Parts of one gathering count once.", "muted")], cells)
    lines += section("The two", "", cells)
    for id, named in zip(encounter.people, encounter.names, strict=True):
        person = dossier.person(id)
        role = f"   {person.summary}" if person and person.summary else ""
        link = Link("person", id)
        lines += [
            Line(part)
            for part in wrap([Span(named, "accent", link=link), Span(role, "muted")], cells, hang=2)
        ]
    claims = [c for event in events for c in event.claims if {"people", "status"} & set(c.says)]
    lines += section("How we know", count(len(claims), "claim"), cells)
    lines.append(Line(stop=False))
    lines += excerpts(dossier, claims, cells)
    return Card(name, tuple(lines))


def nothing_card(dossier: Dossier, pair: Sequence[str], cells: int) -> Card:
    """Two people of whom nothing is known together: each leads on alone."""
    names = [dossier.name_of(id) for id in pair]
    name = join(names)
    lines = title(name, cells)
    lines += prose([Span("no source tells of the two together", "muted")], cells)
    lines.append(Line(stop=False))
    for id, named in zip(pair, names, strict=True):
        lines.append(Line((Span(named, "accent", link=Link("person", id)),)))
    return Card(name, tuple(lines))
