"""A list or a record as Markdown, CSV or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from store.dossier import Dossier
from store.model.records import Claim, Record
from store.when import When
from tui.out.as_json import as_json
from tui.out.columns import told_cells, told_columns
from tui.out.evidence import quotes
from tui.out.facts import Facts
from tui.out.flat import csv_text, names_of, row_of
from tui.out.heading import asked_for, circumstances
from tui.out.items import item
from tui.out.lines import CardLines
from tui.out.markdown import Footnotes, md, page
from tui.present.citation import claims_of, title_of
from tui.present.line import Link


class Format(msgspec.Struct, frozen=True):
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


class Listing(msgspec.Struct, frozen=True):
    """A list as it stands on the screen. ``scope`` are the phrases that say what narrowed it
    (``in which Ken Ito takes part``); ``kind`` is the class of its records; ``every`` how many
    it would have, if nothing narrowed it, where that is known; ``written`` the day of today."""

    title: str
    view: str
    scope: tuple[str, ...]
    kind: type[Record]
    records: Sequence[Record]
    every: int | None = None
    written: date | None = None


def list_export(dossier: Dossier, listing: Listing, ending: str) -> bytes:
    """The list in the format of that ending, UTF-8."""
    match ending:
        case ".json":
            return as_json(listing.records)
        case ".csv":
            more = told_columns(listing.kind)
            names = (*names_of(listing.kind), *more)
            rows = ([*row_of(one), *told_cells(dossier, one)] for one in listing.records)
            return csv_text(names, rows).encode()
        case _:
            notes = Footnotes(dossier)
            items = [f"- {item(dossier, record, notes)}" for record in listing.records]
            asked = asked_for(listing.kind, listing.scope, len(listing.records), listing.every)
            head = (asked, *circumstances(dossier, listing.written))
            return page(f"{listing.title}: {listing.view}", head, items, notes).encode()


def record_export(
    dossier: Dossier, link: Link, record: Record, ending: str, *, on: When | None = None,
    written: date | None = None,
) -> bytes:  # fmt: skip
    """The record in the format of that ending, UTF-8; a CSV has a line for each of its claims.
    ``on`` is the day asked about, ``written`` that of today."""
    match ending:
        case ".json":
            return as_json({"type": link.type, **msgspec.to_builtins(record)})
        case ".csv":
            names = (*names_of(Claim), *told_columns(Claim))
            claims = claims_of(dossier, link)
            rows = ([*row_of(claim), *told_cells(dossier, claim)] for claim in claims)
            return csv_text(names, rows).encode()
        case _:
            notes = Footnotes(dossier)
            body = _body(dossier, link, notes, on)
            head = circumstances(dossier, written)
            return page(title_of(dossier, link), head, body, notes).encode()


def _body(dossier: Dossier, link: Link, notes: Footnotes, on: When | None) -> list[str]:
    if link.type == "claim":
        return ["", *quotes(dossier, claims_of(dossier, link), notes, about=True)]
    event = dossier.event(link.id) if link.type == "event" else None
    if event is None:
        return CardLines(dossier, link, notes).lines()
    facts = Facts(dossier, event, notes)
    asked = facts.on_day(on)
    lines = [facts.head(), "", *([asked, ""] if asked else []), *facts.lines()]
    if event.claims:
        lines += ["", "## Evidence", "", md(facts.support()), ""]
        lines += quotes(dossier, event.claims, notes)
    related = facts.related()
    return [*lines, "## Related", "", *related] if related else lines
