"""What a start, an end and a day held may be: an edge is one day, known well or badly, and never
a stretch of time ("until until 2021")."""

from __future__ import annotations

from store.reading.decode import BadRecord
from store.when import POINTS, When, ends

_EDGES = ("start", "end")
_LASTING = "is a stretch of time, and {} is one day (or a month, a year, one of a set)"
_ENDLESS = "has no first or no last day, and a day held has both"


def check_edge(field: str, when: When) -> None:
    """Raise ``BadRecord``, with what would be right, for an interval as a ``start`` or ``end``
    and for one with an open or unknown side as ``held_on``; other fields may last."""
    if when.kind in POINTS:
        return
    first, last = ends(when)
    if field in _EDGES:
        kind = "a start" if field == "start" else "an end"
        raise BadRecord(field, f"“{when}” {_LASTING.format(kind)}", _edge_hint(field, first, last))
    if field == "held_on" and not (first and last):
        hint = f"start = “{first}” says since when" if first else f"end = “{last}” says until when"
        raise BadRecord(field, f"“{when}” {_ENDLESS}", hint)


def _edge_hint(field: str, first: When | None, last: When | None) -> str:
    if first and last:
        return (
            f"write start = “{first}” and end = “{last}”, or “[{first}..{last}]” for one day "
            "between the two"
        )
    if field == "start":
        if first:
            return f"write “{first}”: without an end it is still so"
        return f"write “[..{last}]” for that day or earlier"
    if last:
        return f"write “{last}”, or “[..{last}]” for that day or earlier"
    return f"leave the end out, or write “[{first}..]” for that day or later"
