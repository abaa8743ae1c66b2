"""The filter as a value: what is chosen in the facets, and the period."""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec.structs import replace

from store.views.facets import Choice
from store.views.timeline import EventFilter
from tui.present import dates

# the views that a filter narrows, with what its conditions are about: that of events is one
FILTERED = {
    "timeline": "events",
    "directory": "people",
    "encounters": "events",
    "sources": "sources",
    "conflicts": "conflicts",
}


class Filter(msgspec.Struct, frozen=True):
    """``choices`` in the order in which they were made; ``from_`` and ``until`` are EDTF texts."""

    choices: tuple[Choice, ...] = ()
    from_: str | None = None
    until: str | None = None

    def __bool__(self) -> bool:
        return self != Filter()

    def state_of(self, facet: str, value: str) -> str:
        """``in``, ``out`` or empty."""
        for choice in self.choices:
            if (choice.facet, choice.value) == (facet, value):
                return "out" if choice.exclude else "in"
        return ""

    def turned(self, facet: str, value: str) -> Filter:
        """Not chosen → kept → left out → not chosen."""
        following = {"": "in", "in": "out", "out": ""}
        return self._with(facet, value, following[self.state_of(facet, value)])

    def excluded(self, facet: str, value: str) -> Filter:
        """Left out; not chosen where it was left out already."""
        return self._with(facet, value, "" if self.state_of(facet, value) == "out" else "out")

    def dated(self, end: str, text: str | None) -> Filter:
        """With another ``from`` or ``until``."""
        return replace(self, from_=text) if end == "from" else replace(self, until=text)

    def event_filter(self, on: str | None) -> EventFilter:
        """As the store takes it, with the day set by ``a``."""
        return EventFilter(
            on=dates.read(on),
            from_=dates.read(self.from_),
            until=dates.read(self.until),
            choices=self.choices,
        )

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day of the period, each None where it is open."""
        first, last = dates.read(self.from_), dates.read(self.until)
        return (first.earliest if first else None, last.latest if last else None)

    def _with(self, facet: str, value: str, state: str) -> Filter:
        others = [c for c in self.choices if (c.facet, c.value) != (facet, value)]
        chosen = [Choice(facet, value, state == "out")] if state else []
        return replace(self, choices=(*others, *chosen))


EMPTY = Filter()
