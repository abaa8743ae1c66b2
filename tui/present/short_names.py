"""Names short enough to stand over a column: the family name, told apart by an initial."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from store.model.names import fold


def short_names(people: Sequence[tuple[str, str]]) -> list[str]:
    """A short name for each (id, name). Ids begin with the family name, whatever its place in
    the name: ``kim-jung-han``, ``abe-shinzo``."""
    split = [_family(id, name) for id, name in people]
    families = Counter(family for family, _ in split)
    return [
        f"{family} {given[0]}." if families[family] > 1 and given else family
        for family, given in split
    ]


def _family(id: str, name: str) -> tuple[str, str]:
    """(family name, given name) as the name writes them."""
    words = name.split()
    first = id.partition("-")[0]
    for at, word in enumerate(words):
        if fold(word) == first:
            return word, " ".join(words[:at] + words[at + 1 :])
    return (words[-1], " ".join(words[:-1])) if words else (id, "")
