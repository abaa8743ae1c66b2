"""When a measure or an agreement was in force, from the steps of its life cycle."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from store.evidence.lifecycle import Placed, moving
from store.when import When

ENDS = frozenset({"suspended", "lifted", "cancelled"})
_LASTED = ("interval", "unknown-start", "open-start")  # dates that tell an end


class InForce(NamedTuple):
    """A stretch from some day of ``begin`` to some day of ``end``; no end where it lasts."""

    begin: When
    end: When | None


def in_force(steps: Sequence[Placed], date: When | None) -> tuple[InForce, ...]:
    """Every stretch in which it was in force: from a step ``in-force`` to the next that ends it.

    A step without a day of its own takes the beginning, or the end, of the event's ``date``; to
    end it may have been any day until it was told. What never came into force gives nothing, nor
    does what has no day to begin with.
    """
    kept = [step for step in moving(steps) if not step.claim.disputed] or moving(steps)
    turns = [s for s in kept if s.status == "in-force" or s.status in ENDS]
    found: list[InForce] = []
    begin: When | None = None
    for ends, run in groupby(turns, key=lambda step: step.status in ENDS):
        some = list(run)
        day = next((step.day for step in some if step.stated), None)
        if not ends:
            begin = day or (date if not found else some[0].day)
        elif begin is not None:
            found.append(InForce(begin, day or _told_end(date) or some[0].day))
            begin = None
    if begin is not None:
        found.append(InForce(begin, None if found else _told_end(date)))
    return tuple(found)


def _told_end(date: When | None) -> When | None:
    return date if date is not None and date.kind in _LASTED else None
