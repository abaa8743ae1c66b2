"""One record as a page: the answer first, the evidence after it.

What has a card on the screen is shown by the same card.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import ConsoleRenderable
from rich.text import Text

from store.dossier import Dossier
from store.model.records import Claim, Place, Record, Source, Tenure
from tui.cli.output import Output
from tui.cli.plain_card import card_lines
from tui.cli.plain_claim import set_lines
from tui.cli.plain_conflicts import conflict_page
from tui.cli.plain_events import events_named
from tui.cli.setting import BLANK, counted, heading, indented, labelled, text
from tui.present import dates
from tui.present.excerpt import excerpts
from tui.present.line import Link
from tui.present.tenure import range_words
from tui.present.words import join

Parts = Iterator[ConsoleRenderable]
LEAD = 2
"""Columns that a card leaves free: one for the hanging mark, one at the end of the line."""


def page(dossier: Dossier, kind: str, id: str, record: Record, out: Output) -> Parts:
    """The page of a record, then its type and id."""
    cells = out.width - LEAD
    match record:
        case Tenure():
            parts = [*_tenure(dossier, record), *_evidence(dossier, record.claims, cells)]
        case Place():
            parts = [text((record.name, "bold"))]
            others = [name for name in record.names if name != record.name]
            if others:
                parts.append(text((f"also called {join(others)}", "muted")))
            if record.in_:
                parts.append(text("in ", dossier.name_of(record.in_)))
            parts += events_named(dossier, record.events, cells)
        case Claim():
            parts = [*_claim(dossier, record), *_evidence(dossier, (record,), cells)]
        case _:
            lines = card_lines(dossier, Link(kind, id), cells, whole=not out.terminal)
            parts = [set_lines(lines)]
            if isinstance(record, Source):
                parts += _evidence(dossier, _claims_of(dossier, id), cells)
    # the column on the left is for quotation marks alone
    for part in (*parts, BLANK, text((f"{kind}  {id}", "muted"))):
        yield part if isinstance(part, Text) and part.plain[:1] in {" ", "“"} else indented(part, 1)


def _evidence(dossier: Dossier, claims: Sequence[Claim], cells: int) -> Parts:
    if claims:
        yield BLANK
        yield heading("How we know", counted(len(claims), "claim"))
        yield BLANK
        yield set_lines(excerpts(dossier, claims, cells))


def _claims_of(dossier: Dossier, source: str) -> list[Claim]:
    """What one source says, in reading order."""
    found: dict[str, Claim] = {}
    for event in dossier.events:
        found |= {claim.id: claim for claim in event.claims}
    for person in dossier.people():
        found |= {claim.id: claim for claim in person.claims}
        for tenure in person.tenures:
            found |= {claim.id: claim for claim in tenure.claims}
    mine = (claim for claim in found.values() if claim.source == source)
    return sorted(mine, key=lambda claim: claim.order)


def _tenure(dossier: Dossier, tenure: Tenure) -> Parts:
    capacity = "" if tenure.capacity == "substantive" else f", {tenure.capacity}"
    yield heading(f"{tenure.person_name}, {tenure.title}", dossier.country_name(tenure.country))
    yield text(f"{range_words(tenure)}{capacity}")
    yield BLANK
    yield labelled(
        [
            ("Body", text(tenure.body_name)),
            ("Start", _edge(tenure.start, tenure.start_inferred)),
            ("End", _edge(tenure.end, tenure.end_inferred)),
            ("Attested", _attested(tenure)),
            ("Follows", _holder(dossier, tenure.succeeds)),
            ("Followed", _holder(dossier, tenure.succeeded_by)),
        ]
    )
    for conflict in tenure.conflicts:
        yield BLANK
        yield from conflict_page(dossier, conflict)


def _edge(when: str | None, inferred: str | None) -> Text:
    if when is None:
        return text(("no source tells", "muted"))
    return text(dates.short(when), (f"  our reading: {inferred}" if inferred else "", "muted"))


def _attested(tenure: Tenure) -> Text | None:
    first, last = tenure.first_attested, tenure.last_attested
    if first is None or last is None:
        return text(", ".join(map(dates.short, tenure.attested))) if tenure.attested else None
    day = dates.short(first)
    return text(day if first == last else f"{day} – {dates.short(last)}")


def _holder(dossier: Dossier, id: str | None) -> Text | None:
    tenure = None if id is None else dossier.tenure(id)
    return None if tenure is None else text(tenure.person_name, (f"  {id}", "muted"))


def _claim(dossier: Dossier, claim: Claim) -> Parts:
    source = dossier.source(claim.source)
    title = source.title if source is not None else None
    yield heading(dossier.name_of(claim.about))
    yield BLANK
    yield labelled(
        [
            ("About", text(claim.about_type, (f"  {claim.about}", "muted"))),
            ("Source", text(claim.shown_source, (f"  {claim.source}", "muted"))),
            ("Title", text(title) if title else None),
        ]
    )
