"""What is known of two people together: the sentence, the events, the card."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from store.dossier import Dossier
from store.model.records import Encounter, Event
from store.views.encounters import came_of
from tui.present import dates
from tui.present.card import Card, hanging, prose, section, table, title
from tui.present.excerpt import excerpts
from tui.present.labels import LONE, lone_label
from tui.present.line import Line, Link, Span, fit, spans_width, width, wrap
from tui.present.signs import origins, row_word, status_sign
from tui.present.words import count, join

TIMES = {1: "once", 2: "twice"}
DATE, WORD = 18, 11  # cells of the columns of a pair's events
NO_WORD = 70  # narrower than this the word beside the sign goes
PARTED = Span("    ")
PARTS = "Parts of one gathering count once."


def parted(encounter: Encounter) -> bool:
    """Whether more events are listed than are counted, because some are parts of one gathering."""
    counted = encounter.occurred + encounter.planned + encounter.called_off + encounter.ruled_out
    return len(encounter.events) > counted


def cell_spans(dossier: Dossier, encounter: Encounter | None) -> list[Span]:
    """A pair as a cell: ``●2○1``; one number for all its plans, with the sign of the furthest."""
    if encounter is None:
        return [Span("·", "muted")]
    parts = [("●", encounter.occurred, "text")]
    if encounter.planned:
        furthest = _plan(came_of(dossier, encounter).plans[0][0])
        parts.append((furthest[0], encounter.planned, furthest[2]))
    parts += [("×", encounter.called_off, "bad"), ("≠", encounter.ruled_out, "bad")]
    return [Span(f"{sign}{number}", role) for sign, number, role in parts if number]


def _plan(status: str) -> tuple[str, str, str]:
    """Sign, words and role of the plans of a status."""
    if not status:
        return "◌", "told of", "muted"
    sign = status_sign(status)
    return sign.sign, "being arranged" if status == "arranging" else sign.word, sign.role


def _times(number: int) -> str:
    return TIMES.get(number, f"{number} times")


def pair_phrases(
    dossier: Dossier, encounter: Encounter, *, brief: bool = False, signs: bool = True
) -> list[tuple[str, str, str]]:
    """What came of the two, as phrases of one sentence: sign, words, role. ``brief`` leaves out
    that no source tells what came of the plans; ``signs``: each further
    plan has its own within the words."""
    came = came_of(dossier, encounter)
    phrases: list[tuple[str, str, str]] = []
    if encounter.occurred:
        said = [f"met {_times(came.met)}"] if came.met else []
        said += [f"spoke {_times(came.spoke)} by telephone"] if came.spoke else []
        if encounter.last:
            last = "" if encounter.occurred == 1 else "last "
            said.append(f"{last}{dates.short(encounter.last)}{_contested(dossier, encounter)}")
        phrases.append(("●", ", ".join(said), "text"))
    if came.plans:
        plans = [(*_plan(status), number) for status, number in came.plans]
        parts = [f"{number} {word}" for _, word, _, number in plans]
        if signs:
            parts[1:] = [
                f"{plan[0]} {part}" for plan, part in zip(plans[1:], parts[1:], strict=True)
            ]
        words = ", ".join(parts)
        if not brief:
            was = "it was" if encounter.planned == 1 else "they were"
            words += f", no source says {was} held"
        phrases.append((plans[0][0], words, plans[0][2]))
    for sign, number, word in (
        ("×", encounter.called_off, "called off"),
        ("≠", encounter.ruled_out, "ruled out"),
    ):
        if number:
            phrases.append((sign, f"{word} {_times(number)}", "bad"))
    return phrases


def _contested(dossier: Dossier, encounter: Encounter) -> str:
    """Said of the last day where the sources disagree about it and nothing decides."""
    for event in pair_events(dossier, encounter):
        contested = any(c.field == "date" and c.undecided for c in event.conflicts)
        if contested and event.date == encounter.last:
            return " (undecided)"
    return ""


def pair_words(dossier: Dossier, encounter: Encounter, *, brief: bool = False) -> list[Span]:
    """The same with their signs."""
    phrases = pair_phrases(dossier, encounter, brief=brief)
    return [Span(f"{sign} {words}", role) for sign, words, role in phrases]


def sentence(dossier: Dossier, encounter: Encounter, cells: int) -> list[Line]:
    """The phrases on one line where they fit, whole or brief, else each on its own."""
    phrases: list[Span] = []
    for brief in (False, True):
        phrases = pair_words(dossier, encounter, brief=brief)
        spans: list[Span] = []
        for phrase in phrases:
            spans += [PARTED, phrase] if spans else [phrase]
        if spans_width(spans) <= cells:
            return [Line(tuple(spans))]
    phrases = pair_words(dossier, encounter)
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
            Span(fit(_dated(event), DATE), "muted"),
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


def _dated(event: Event) -> str:
    """Its date; where the column has no room for that, the months or years that it lies in."""
    said = dates.worded(event.date, event.date_words)
    return said if width(said) < DATE else lone_label(event.date, LONE)


def encounter_card(dossier: Dossier, encounter: Encounter, cells: int) -> Card:
    """Two people: what came of them, the events, the words that tell of it."""
    one, other = encounter.names
    name = f"{one} and {other}"
    lines = title(name, cells)
    lines += sentence(dossier, encounter, cells)
    events = pair_events(dossier, encounter)
    lines += section("Events", str(len(events)), cells)
    lines += chain.from_iterable(pair_rows(events, cells))
    if parted(encounter):
        lines += prose([Span(PARTS, "muted")], cells)
    lines += section("The two", "", cells)
    rows = []
    for id, named in zip(encounter.people, encounter.names, strict=True):
        person = dossier.person(id)
        role = person.summary if person else ""
        rows.append([Span(named, "accent", link=Link("person", id)), Span(role, "muted")])
    lines += table(rows, cells)
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
