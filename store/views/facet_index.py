"""The facets of a whole dossier as sets of bits: counts that follow a selection at once.

A bit stands for an event, in timeline order. Counting the events that a value and a selection
share is then one operation on two numbers, whatever the size of the dossier.
"""

from __future__ import annotations

from collections.abc import Iterable

from store.dossier import Dossier
from store.model.claims import RANK
from store.views.facets import FACETS, ONLY, Choice, FacetValue, label_of, values_of


class FacetIndex:
    """Facet and value → the events that have it."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._order = tuple(dossier.order)
        self._at = {id: at for at, id in enumerate(self._order)}
        found: dict[str, dict[str, list[str]]] = {facet: {} for facet in FACETS}
        for event in self._order:
            for facet, values in found.items():
                for value in values_of(dossier, event, facet):
                    values.setdefault(value, []).append(event)
        self._bits = {
            facet: {value: self.bits(events) for value, events in values.items()}
            for facet, values in found.items()
        }
        self.every = (1 << len(self._order)) - 1

    def bits(self, events: Iterable[str]) -> int:
        """The set of these events."""
        found = bytearray(len(self._order) // 8 + 1)
        for event in events:
            at = self._at[event]
            found[at // 8] |= 1 << at % 8
        return int.from_bytes(found, "little")

    def ids(self, bits: int) -> tuple[str, ...]:
        """The events of a set, in timeline order."""
        signs = format(bits, "b")[::-1]
        return tuple(id for id, sign in zip(self._order, signs, strict=False) if sign == "1")

    def kept(self, choices: Iterable[Choice]) -> int:
        """The events that have one of the values kept in each facet and none left out. Of the
        facet ``only`` every value kept must hold."""
        bits, kept = self.every, dict[str, int]()
        for choice in choices:
            having = self._bits.get(choice.facet, {}).get(choice.value, 0)
            if choice.exclude:
                bits &= ~having
            elif choice.facet == "only":
                bits &= having
            else:
                kept[choice.facet] = kept.get(choice.facet, 0) | having
        for having in kept.values():
            bits &= having
        return bits

    def offered(
        self, within: int, choices: tuple[Choice, ...], facet: str
    ) -> tuple[FacetValue, ...]:
        """The values of a facet over the events ``within`` (those that everything but facets lets
        through), the most frequent of them first, whatever is chosen: so a list of them stays as
        it is while the reader chooses. Statuses in the order of the life cycle. A chosen value is
        offered even where nothing has it, and all that ``only`` can ask for."""
        left = within & self.kept(c for c in choices if c.facet != facet or facet == "only")
        states = {c.value: "out" if c.exclude else "in" for c in choices if c.facet == facet}
        had = {v: bits & within for v, bits in self._bits.get(facet, {}).items() if bits & within}
        found = [
            (
                had.get(value, 0).bit_count(),
                FacetValue(
                    value,
                    label_of(self._dossier, facet, value),
                    (had.get(value, 0) & left).bit_count(),
                    states.get(value, ""),
                ),
            )
            for value in dict.fromkeys([*had, *states, *(ONLY if facet == "only" else ())])
        ]
        if facet == "status":
            found.sort(key=lambda pair: RANK.get(pair[1].value, -1), reverse=True)
        elif facet == "only":
            found.sort(key=lambda pair: list(ONLY).index(pair[1].value))
        else:
            found.sort(key=lambda pair: (-pair[0], pair[1].label, pair[1].value))
        return tuple(value for _, value in found)


def facet_index(dossier: Dossier) -> FacetIndex:
    """The index of a dossier, made once."""
    found = dossier.__dict__.get("_facet_index")
    if not isinstance(found, FacetIndex):
        found = dossier.__dict__["_facet_index"] = FacetIndex(dossier)
    return found
