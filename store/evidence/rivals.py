"""Rivals: which of several values is shown, and why (DESIGN, derived rule 1)."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from store.evidence.index import Index
from store.evidence.origins import Origins
from store.model.claims import Claim
from store.model.frames import Prefer

EVEN = "as many voices on each side"  # the origins of both are equal


class Group(msgspec.Struct, frozen=True):
    """One value with the claims that carry it. ``value`` is EDTF for a date, else an id or
    text as it was claimed; ``joined`` are further places that one speaker names with it.
    ``against``: the claims deny it, and ``value`` reads ``not …``."""

    value: str
    claims: tuple[Claim, ...]
    joined: tuple[str, ...] = ()
    against: bool = False

    @property
    def disputed(self) -> bool:
        """Whether the curator set every one of its claims aside."""
        return all(claim.disputed for claim in self.claims)

    @property
    def inferred(self) -> bool:
        """Whether it rests on our reading alone."""
        return all(claim.inferred for claim in self.claims)


class Resolved(msgspec.Struct, frozen=True):
    """The groups of one field, the chosen one first, and the reason it was chosen. ``why`` is
    empty with a single group; ``undecided`` where as many voices speak for two: that the later
    source, or the one told first, is shown is no decision by the sources."""

    groups: tuple[Group, ...]
    why: str = ""
    undecided: bool = False

    @property
    def value(self) -> str | None:
        """The value shown; None when nothing supports one."""
        return self.groups[0].value if self.groups else None


class Ranking:
    """Orders rivals: preferred, not set aside, most origins, latest source, first in the file."""

    def __init__(self, index: Index, origins: Origins) -> None:
        self._index, self._origins = index, origins

    def ranked(self, groups: Sequence[Group], field: str, prefer: Prefer | None) -> Resolved:
        """The groups of a field, the one to be shown first, and what decided."""
        if len(groups) < 2:
            return Resolved(tuple(groups))
        ranks = {id(group): self._rank(group, field, prefer) for group in groups}
        ordered = sorted(groups, key=lambda group: ranks[id(group)], reverse=True)
        first, second = (ranks[id(group)] for group in ordered[:2])
        why, undecided = "", False
        if first[0] != second[0] and prefer is not None:
            why = prefer.why
        elif first[1] != second[1]:
            reasons = dict.fromkeys(c.disputed for c in ordered[1].claims if c.disputed)
            why = "the other is set aside: " + "; ".join(str(reason) for reason in reasons)
        elif first[2] != second[2]:
            why = f"{_origins(first[2])} against {second[2]}"
        elif first[3] != second[3]:
            why, undecided = f"{EVEN}; the later source is shown", True
        else:
            why, undecided = f"{EVEN}; the one told first is shown", True
        return Resolved(tuple(ordered), why, undecided)

    def standing(self, group: Group, field: str, prefer: Prefer | None) -> tuple[bool, bool]:
        """Whether the curator prefers a group, and has not set it aside: what weighs more than
        any number of voices."""
        chosen = prefer is not None and prefer.field == field and _has(group, field, prefer.value)
        return chosen, not group.disputed

    def count(self, group: Group) -> tuple[int, int]:
        """The least and the greatest number of independent voices for a group."""
        if group.against:
            keys = {self._origins.key(claim) for claim in group.claims}
            return len(keys), len(keys)
        return self._origins.count(group.claims)

    def _rank(
        self, group: Group, field: str, prefer: Prefer | None
    ) -> tuple[bool, bool, int, int, bool, int]:
        latest = max(
            day.toordinal() if (day := self._index.published(c.source).latest) else 0
            for c in group.claims
        )
        first = min(claim.order for claim in group.claims)
        voices = self.count(group)[0]
        # what is denied was told before its denial, wherever a source quotes the two
        order = (not group.against, -first)
        return (*self.standing(group, field, prefer), voices, latest, *order)


def _has(group: Group, field: str, value: str) -> bool:
    if group.against:
        return False
    return value in (group.value, *group.joined) or any(
        value in c.many(field) for c in group.claims
    )


def _origins(number: int) -> str:
    return f"{number} origin" if number == 1 else f"{number} origins"
