"""A list or a record as Markdown, CSV or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from store.dossier import Dossier
from store.model.records import Claim, Event, Record
from tui.out.as_json import as_json
from tui.out.flat import csv_text, names_of, row_of
from tui.out.items import item, where
from tui.out.markdown import Footnotes, md, page
from tui.present import dates
from tui.present.citation import (
    answer,
    chain,
    claims_of,
    passages,
    reading,
    reasons,
    title_of,
)
from tui.present.exact import exact
from tui.present.line import Link
from tui.present.words import count, join, named


@dataclass(frozen=True)
class Format:
    """``ending`` is that of the file's name."""

    key: str
    name: str
    ending: str
    of_list: str
    of_record: str


FORMATS = (
    Format(
        "m", "Markdown", ".md", "an item for each, sources as footnotes",
        "its facts and its evidence, sources as footnotes",
    ),
    Format("c", "CSV", ".csv", "a line for each, for a spreadsheet", "a line for each claim"),
    Format("n", "JSON", ".json", "as --json prints it", "as --json prints it"),
)  # fmt: skip


@dataclass(frozen=True)
class Listing:
    """A list as it stands on the screen. ``scope`` says what narrowed it; ``kind`` is the class
    of its records."""

    title: str
    view: str
    scope: tuple[str, ...]
    kind: type[Record]
    records: Sequence[Record]


def list_export(dossier: Dossier, listing: Listing, ending: str) -> bytes:
    """The list in the format of that ending, UTF-8."""
    match ending:
        case ".json":
            return as_json(listing.records)
        case ".csv":
            rows = (row_of(record) for record in listing.records)
            return csv_text(names_of(listing.kind), rows).encode()
        case _:
            notes = Footnotes(dossier)
            items = [f"- {item(dossier, record, notes)}" for record in listing.records]
            scope = (*listing.scope, count(len(listing.records), "row"))
            return page(f"{listing.title}: {listing.view}", scope, items, notes).encode()


def record_export(dossier: Dossier, link: Link, record: Record, ending: str) -> bytes:
    """The record in the format of that ending, UTF-8; a CSV has a line for each of its claims."""
    match ending:
        case ".json":
            return as_json({"type": link.type, **msgspec.to_builtins(record)})
        case ".csv":
            claims = claims_of(dossier, link)
            return csv_text(names_of(Claim), (row_of(claim) for claim in claims)).encode()
        case _:
            notes = Footnotes(dossier)
            body = _body(dossier, link, notes)
            return page(title_of(dossier, link), (), body, notes).encode()


def _body(dossier: Dossier, link: Link, notes: Footnotes) -> list[str]:
    said = answer(dossier, link)
    lines = [md(said), ""] if said else []
    event = dossier.event(link.id) if link.type == "event" else None
    if event is not None:
        lines += _facts(dossier, event, notes)
    evidence = passages(claims_of(dossier, link))
    lines += ["", "## Evidence", ""] if evidence else []
    for group in evidence:
        first = group[0]
        read = "; ".join(dict.fromkeys(reading(dossier, claim) for claim in group))
        lines += [f"> {md(exact(first))}{notes.refer([first.source])}", ">"]
        lines.append(f"> {md(chain(first))}: {md(read)}")
        lines += [f">\n> {md(why)}" for why in reasons(group)]
        lines.append("")
    return lines


def _facts(dossier: Dossier, event: Event, notes: Footnotes) -> list[str]:
    lines = [f"- When: {md(dates.long(event.date, event.date_words))}"]
    lines += [f"- Where: {md(where(event))}"] if event.place else []
    if event.people:
        people = [f"{one.name} ({one.role})" if one.role else one.name for one in event.people]
        lines.append(f"- Who: {md(', '.join(people))}")
    if event.bodies:
        lines.append(f"- Bodies: {md(join(named(dossier, body) for body in event.bodies))}")
    for label, worded in (
        ("Agenda", event.agenda),
        ("Reason", event.reason),
        ("Outcome", event.outcome),
        ("Said", event.said),
    ):
        lines += [f"- {label}: {md(one.value)} ({md(', '.join(one.cites))})" for one in worded]
    if event.conflicts:
        lines += ["", "## Conflicts", ""]
        lines += [f"- {item(dossier, conflict, notes)}" for conflict in event.conflicts]
    return lines
