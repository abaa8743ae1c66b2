"""Encounters as text: who met or spoke to whom, how often, and the gatherings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import ConsoleRenderable

from store.dossier import Dossier
from store.model.records import Encounter
from tui.cli.columns import Columns
from tui.cli.setting import BLANK, heading, indented, marks, signed, text
from tui.present import dates
from tui.present.pairs import PARTS, pair_events, pair_phrases, parted
from tui.present.signs import status_sign, status_word


def encounter_list(
    dossier: Dossier, encounters: Sequence[Encounter]
) -> Iterator[ConsoleRenderable]:
    """Each pair with its numbers, then its gatherings, the newest first."""
    for at, pair in enumerate(encounters):
        if at:
            yield BLANK
        yield heading(" and ".join(pair.names), _phrases(dossier, pair))
        events = pair_events(dossier, pair)
        if events:
            rows = [
                [
                    text((dates.worded(event.date, event.date_words), "muted")),
                    signed(status_sign(event.status), status_word(event.status, event.kind)),
                    text(event.title, (f"  {event.id}", "muted")),
                    marks(event.denied, bool(event.conflicts), event.origins, event.origins_most),
                ]
                for event in events
            ]
            yield indented(Columns(rows, fill=2, flush=1))
        if parted(pair):
            yield indented(text((PARTS, "muted")))


def _phrases(dossier: Dossier, pair: Encounter) -> str:
    phrases = pair_phrases(dossier, pair, brief=True)
    return "   ".join(f"{sign} {words}" for sign, words, _ in phrases)
