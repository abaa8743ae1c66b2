"""The card of a person: the posts, whom they met or spoke to, the events, how we know."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from store.dossier import Dossier
from store.model.records import Encounter, Event, Person, Tenure
from store.when import When
from tui.present import dates
from tui.present.card import Card, hanging, prose, section, table, title
from tui.present.excerpt import excerpts
from tui.present.line import BLANK, Line, Link, Span, fit, width
from tui.present.pairs import cell_spans
from tui.present.sayings import sayings
from tui.present.signs import status_sign
from tui.present.tenure import long_range, tenure_lines
from tui.present.words import count, join

DAY = 13  # cells of the dates of events, at least


def person_card(dossier: Dossier, person: Person, cells: int, on: When | None = None) -> Card:
    lines = title(person.name, cells, dossier.country_name(person.country))
    lines += prose([Span(_summary(person))], cells)
    spellings = [
        f"{name} (our spelling)" if name == person.ours else name
        for name in person.names
        if name.casefold() != person.name.casefold()
    ]
    if spellings:
        lines += prose([Span(f"also spelt {join(spellings)}", "muted")], cells)
    lines += _posts(dossier, person, cells, on)
    lines += _encounters(dossier, person, cells)
    lines += _events(dossier, person.events, cells)
    lines += sayings(dossier, person.id, cells)
    claims = [*(c for tenure in person.tenures for c in tenure.claims), *person.claims]
    if claims:
        right = count(len(claims), "claim")
        lines += [*section("How we know", right, cells), BLANK]
        lines += excerpts(dossier, claims, cells)
    return Card(person.name, tuple(lines))


def _summary(person: Person) -> str:
    """The post to name first, with what bounds it."""
    for tenure in person.tenures:
        if tenure.title == person.summary:
            return f"{tenure.title}, {long_range(tenure)}"
    return person.summary


def _posts(dossier: Dossier, person: Person, cells: int, on: When | None) -> list[Line]:
    conflicts = sum(len(tenure.conflicts) for tenure in person.tenures)
    right = count(conflicts, "conflict") if conflicts else ""
    lines = section("Posts", right, cells)
    if not person.tenures:
        return [*lines, Line((Span("no source names a post", "muted"),))]
    for tenure in _newest_first(person.tenures):
        day = on.text if on else None
        lines += tenure_lines(dossier, tenure, cells, name=False, day=day)
    return lines


def _newest_first(tenures: Sequence[Tenure]) -> list[Tenure]:
    def key(tenure: Tenure) -> str:
        when = dates.read(tenure.start) or dates.read(tenure.end)
        day = when.latest if when else None
        return day.isoformat() if day else tenure.last_attested or ""

    return sorted(tenures, key=key, reverse=True)


def _encounters(dossier: Dossier, person: Person, cells: int) -> list[Line]:
    mine = [one for one in dossier.encounters if person.id in one.people]
    met = [one for one in mine if one.occurred]
    planned = [one for one in mine if not one.occurred]
    lines: list[Line] = []
    for heading, group in (("Met or spoke", met), ("Was to meet", planned)):
        if not group:
            continue
        lines += section(heading, str(len(group)), cells)
        lines += table([_encounter_row(dossier, person, one) for one in group], cells)
    if not mine:
        lines += section("Met or spoke", "", cells)
        lines.append(Line((Span("nobody, as far as these sources tell", "muted"),)))
    return lines


def _encounter_row(dossier: Dossier, person: Person, one: Encounter) -> list[Span]:
    other = 1 if one.people[0] == person.id else 0
    signs = [span.text for span in cell_spans(dossier, one)]
    last = f"last {dates.short(one.last)}" if one.last else ""
    planned = dossier.event(one.events[-1]) if one.events and not one.occurred else None
    if planned is not None and planned.date is not None:
        last = dates.short(planned.date)
    link = Link("person", one.people[other])
    return [
        Span(one.names[other], "accent", link=link),
        Span(" ".join(signs)),
        Span(last, "muted"),
    ]


def _events(dossier: Dossier, ids: Sequence[str], cells: int) -> list[Line]:
    """The events, newest first."""
    events = [event for id in ids if (event := dossier.event(id)) is not None]
    if not events:
        return []
    lines = section("Events", str(len(events)), cells)
    return [*lines, *event_rows(events, cells)]


def event_rows(events: Sequence[Event], cells: int) -> list[Line]:
    """Events as rows of a card, newest first, each year named once."""
    lines: list[Line] = []
    shown: str | None = None
    labels = [_year_and_day(event) for event in reversed(events)]
    column = max([DAY, *(width(day) for _, day in labels)]) + 1
    for (year, day), event in zip(labels, reversed(events), strict=True):
        sign = status_sign(event.status)
        marks = ("¬" if event.denied else "") + ("!" if event.conflicts else "")
        row = [
            Span((year if year != shown else "").ljust(6), bold=True),
            Span(fit(day, column), "muted"),
            Span(sign.sign + " ", sign.role),
        ]
        name = Span(event.title, "accent", link=Link("event", event.id))
        tail = [Span(marks.rjust(2), "warn")] if marks else []
        first, *others = hanging(row, name, tail, cells)
        lines += [replace(first, event=True), *others]
        shown = year
    return lines


def _year_and_day(event: Event) -> tuple[str, str]:
    """The year under which an event stands, and its date as it is read there."""
    when = dates.read(event.date)
    last = when.latest or when.earliest if when else None
    if last is None:
        return "", "no date"
    year, day = f"{last.year:04}", dates.short(event.date, year=False)
    if day == year:
        return year, ""
    shorter = day.replace(f" {year}", "")
    return year, shorter if any(map(str.isdigit, shorter)) or shorter[-3:] in dates.MONTHS else day
