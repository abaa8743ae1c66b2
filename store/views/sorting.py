"""The orders in which the rows of a view can stand."""

from __future__ import annotations

from collections.abc import Iterable

from store.dossier import Dossier

# the orders of each view, the one it begins with first
TIME, LATEST, ORIGINS = "time", "latest", "origins"
COUNTRY, NAME = "country", "name"
NUMBER, LAST = "number", "last"
ORDERS: dict[str, tuple[str, ...]] = {
    "timeline": (TIME, LATEST, ORIGINS),
    "directory": (COUNTRY, NAME),
    "encounters": (NUMBER, LAST),
}


def sorted_events(dossier: Dossier, ids: Iterable[str], order: str) -> tuple[str, ...]:
    """Events in an order: ``time`` (that of the dossier), ``latest`` (the same turned round, the
    undated still last), ``origins`` (of the status, most first, then by time)."""
    core, place = dossier.event_facts.core, dossier.position
    if order == LATEST:
        return tuple(sorted(ids, key=lambda id: (core(id).date is None, -place[id])))
    if order == ORIGINS:
        return tuple(sorted(ids, key=lambda id: (-core(id).origins[0], place[id])))
    return tuple(sorted(ids, key=lambda id: place[id]))
