"""The facets of rows as sets of bits: counts that follow a selection at once.

A bit stands for a row, an event mostly, in the order of its view. Counting the rows that a value
and a selection share is then one operation on two numbers, whatever the size of the dossier.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial

from store.dossier import Dossier
from store.model.claims import RANK
from store.views.facets import FACETS, ONLY, Choice, FacetValue, label_of, values_of

NAMED = frozenset({"who", "body", "country", "topic", "publisher"})  # facets of things with names


class FacetIndex:
    """Facet and value → the rows that have it. ``values`` gives those of a row in a facet;
    ``only`` is all that the facet of this name can ask for."""

    def __init__(
        self,
        dossier: Dossier,
        rows: Iterable[str],
        facets: Iterable[str],
        values: Callable[[str, str], Iterable[str]],
        only: Sequence[str],
    ) -> None:
        self._dossier, self._only = dossier, only
        self._order = tuple(rows)
        self._at = {id: at for at, id in enumerate(self._order)}
        found: dict[str, dict[str, list[str]]] = {facet: {} for facet in facets}
        for row in self._order:
            for facet, having in found.items():
                for value in set(values(row, facet)):
                    having.setdefault(value, []).append(row)
        self._bits = {
            facet: {value: self.bits(rows) for value, rows in having.items()}
            for facet, having in found.items()
        }
        self.every = (1 << len(self._order)) - 1

    @cached_property
    def named(self) -> Mapping[str, frozenset[str]]:
        """The facets in which each name of a person, body, country, topic or publisher occurs."""
        found: dict[str, set[str]] = {}
        for facet in NAMED & self._bits.keys():
            for value in self._bits[facet]:
                found.setdefault(label_of(self._dossier, facet, value), set()).add(facet)
        return {name: frozenset(facets) for name, facets in found.items()}

    def bits(self, rows: Iterable[str]) -> int:
        """The set of these rows."""
        found = bytearray(len(self._order) // 8 + 1)
        for row in rows:
            at = self._at[row]
            found[at // 8] |= 1 << at % 8
        return int.from_bytes(found, "little")

    def ids(self, bits: int) -> tuple[str, ...]:
        """The rows of a set, in their order."""
        signs = format(bits, "b")[::-1]
        return tuple(id for id, sign in zip(self._order, signs, strict=False) if sign == "1")

    def kept(self, choices: Iterable[Choice]) -> int:
        """The rows that have one of the values kept in each facet and none left out. Of the
        facet ``only`` every value kept must hold. A facet that these rows lack asks nothing."""
        bits, kept = self.every, dict[str, int]()
        for choice in choices:
            if choice.facet not in self._bits:
                continue
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
        """The values of a facet over the rows ``within`` (those that everything but facets lets
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
            for value in dict.fromkeys([*had, *states, *(self._only if facet == "only" else ())])
        ]
        if facet == "status":
            found.sort(key=lambda pair: RANK.get(pair[1].value, -1), reverse=True)
        elif facet == "only":
            found.sort(key=lambda pair: self._only.index(pair[1].value))
        else:
            found.sort(key=lambda pair: (-pair[0], pair[1].label, pair[1].value))
        return tuple(value for _, value in found)


def facet_index(dossier: Dossier) -> FacetIndex:
    """The index of the events of a dossier, made once."""
    found = dossier.__dict__.get("_facet_index")
    if not isinstance(found, FacetIndex):
        values = partial(values_of, dossier)
        found = FacetIndex(dossier, dossier.order, FACETS, values, tuple(ONLY))
        dossier.__dict__["_facet_index"] = found
    return found
