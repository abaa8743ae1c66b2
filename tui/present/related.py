"""What an event stands in relation to: the whole it is part of, what it follows, its topics."""

from __future__ import annotations

from collections.abc import Sequence

from store.dossier import Dossier
from store.model.records import Event
from tui.present import dates
from tui.present.card import labelled, section
from tui.present.line import Line, Span
from tui.present.signs import status_sign
from tui.present.words import link_to, name_span


def linked(dossier: Dossier, ids: Sequence[str]) -> list[Span]:
    """The names of these ids, each a link where it has a card."""
    spans: list[Span] = []
    for id in ids:
        if spans:
            spans.append(Span(", "))
        spans.append(name_span(dossier, id))
    return spans


def related(dossier: Dossier, event: Event, cells: int) -> list[Line]:
    """The section of an event's card; empty where nothing is known."""
    rows: list[tuple[str, str]] = []
    for label, id in (
        ("Part of", event.part_of),
        ("Beside", event.beside),
        ("Follows", event.follows),
        ("Answers", event.in_response_to),
    ):
        if id:
            rows.append((label, id))
    rows += [("Part" if index == 0 else "", id) for index, id in enumerate(event.parts)]
    lines = section("Related", "", cells) if rows or event.topics else []
    for label, id in rows:
        other = dossier.event(id)
        if other is None:
            continue
        sign = status_sign(other.status)
        link = link_to(dossier, id)
        spans = [
            Span(sign.sign + " ", sign.role),
            Span(other.title, "accent", link=link),
            Span(f"   {dates.short(other.date)}", "muted"),
        ]
        lines += labelled(label, spans, cells)
    if event.topics:
        lines += labelled("Topics", linked(dossier, event.topics), cells)
    return lines
