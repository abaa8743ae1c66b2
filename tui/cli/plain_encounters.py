"""Encounters as text: who met whom, how often, and the gatherings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import ConsoleRenderable

from store.dossier import Dossier
from store.model.records import Encounter
from tui.cli.columns import Columns
from tui.cli.setting import BLANK, heading, indented, signed, text
from tui.present import dates
from tui.present.signs import status_sign, status_word


def encounter_list(
    dossier: Dossier, encounters: Sequence[Encounter]
) -> Iterator[ConsoleRenderable]:
    """Each pair with its numbers, then its gatherings."""
    for at, pair in enumerate(encounters):
        if at:
            yield BLANK
        yield heading(" and ".join(pair.names), _numbers(pair))
        events = [event for event in map(dossier.event, pair.events) if event is not None]
        if events:
            rows = [
                [
                    text((dates.short(event.date), "muted")),
                    signed(status_sign(event.status), status_word(event.status, event.kind)),
                    text(event.title, (f"  {event.id}", "muted")),
                ]
                for event in events
            ]
            yield indented(Columns(rows, fill=2))


def _numbers(pair: Encounter) -> str:
    parts = []
    if pair.occurred:
        last = "" if pair.last is None else f", last {dates.short(pair.last)}"
        parts.append(f"● met {_times(pair.occurred)}{last}")
    if pair.planned:
        parts.append(f"○ {pair.planned} planned")
    if pair.called_off:
        parts.append(f"× {pair.called_off} called off")
    if pair.ruled_out:
        parts.append(f"≠ {pair.ruled_out} ruled out")
    return "   ".join(parts)


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
