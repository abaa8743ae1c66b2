"""How surely an event is of the day asked about: the signs and words of the directory."""

from __future__ import annotations

from store.dossier import Dossier
from store.model.records import Event
from store.views.on_day import OnDay, on_day
from store.views.timeline import EventRow
from store.when import When
from tui.present import dates
from tui.present.line import Span
from tui.present.signs import HELD

MAYBE = HELD["maybe"]


def maybe_notes(row: EventRow) -> list[str]:
    """What stands beside a row that is only maybe of the day, the longest first; else nothing."""
    if row.on_day != "maybe":
        return []
    said = f"{MAYBE.sign} {MAYBE.word}"
    told = [f"{said}, {last_told(row.last_told)}"] if row.last_told else []
    return [*told, said, MAYBE.sign]


def on_or_in(text: str) -> str:
    """A day, month or year asked about: ``on Thu 12 Sep 2019``, ``in Sep 2019``."""
    return f"{'on' if len(text) == len('2019-09-12') else 'in'} {dates.short(text)}"


def last_told(day: str) -> str:
    """``last told 19 Sep 2019``."""
    return f"last told {dates.short(day, weekday=False)}"


def day_line(dossier: Dossier, event: Event, on: When | None) -> list[Span]:
    """What a card says of the day asked about, where the event is only maybe of it."""
    so: OnDay | None = on_day(dossier, event.id, on) if on is not None else None
    if so is None or on is None or so.so != "maybe":
        return []
    told = f": {last_told(str(so.last_told))}" if so.last_told else ""
    spans = [Span(f"{MAYBE.sign} {MAYBE.word}", MAYBE.role)]
    return [*spans, Span(f" on {dates.short(on.text)}{told}", "muted")]
