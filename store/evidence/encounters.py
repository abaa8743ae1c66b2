"""Encounters: who met whom, met and planned told apart (derived rule 7)."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import msgspec

from store.evidence.events import Events
from store.evidence.index import Index
from store.model.claims import RANK
from store.model.records import Encounter
from store.when import When, sort_key

GATHERINGS = frozenset({"meeting", "talks", "call", "visit", "ceremony"})
_CALLED_OFF = frozenset({"cancelled", "did-not-occur"})
_RULED_OUT = frozenset({"rejected", "ruled-out"})


class Gathered(msgspec.Struct, frozen=True):
    """What the gatherings of a pair came to, which its numbers alone do not tell: ``met`` and
    ``spoke`` (by telephone) are its ``occurred``; ``plans`` are its ``planned`` by the status of
    each (empty: none is told), the furthest stage first, with their numbers."""

    met: int
    spoke: int
    plans: tuple[tuple[str, int], ...]


def derive_encounters(index: Index, events: Events, order: list[str]) -> tuple[Encounter, ...]:
    """Every pair of participants, the pair that met most often first. ``order`` are event ids
    in timeline order. Parts of one gathering count once."""
    frames = index.facts.events
    pairs: dict[tuple[str, str], list[str]] = {}
    for id in order:
        if frames[id].kind in GATHERINGS:
            for pair in combinations(sorted(events.people_ids(id)), 2):
                pairs.setdefault(pair, []).append(id)
    found = [_encounter(index, events, pair, ids) for pair, ids in pairs.items()]
    found.sort(key=lambda e: (-e.occurred, -e.planned, e.names))
    return tuple(found)


def _encounter(index: Index, events: Events, pair: tuple[str, str], ids: list[str]) -> Encounter:
    gatherings: dict[str, set[str]] = {}
    last: When | None = None
    for id in ids:
        core = events.core(id)
        status = core.last.status if core.last else ""
        gatherings.setdefault(_whole(index, id), set()).add(status)
        met_then = core.date if status == "occurred" else None
        if met_then is not None and (last is None or sort_key(met_then) >= sort_key(last)):
            last = met_then
    missed = [statuses for statuses in gatherings.values() if "occurred" not in statuses]
    return Encounter(
        people=pair,
        names=(index.name(pair[0]), index.name(pair[1])),
        occurred=len(gatherings) - len(missed),
        planned=sum(not statuses & (_CALLED_OFF | _RULED_OUT) for statuses in missed),
        last=last.text if last else None,
        events=tuple(ids),
        called_off=sum(
            not statuses & _RULED_OUT and bool(statuses & _CALLED_OFF) for statuses in missed
        ),
        ruled_out=sum(bool(statuses & _RULED_OUT) for statuses in missed),
    )


def gathered(index: Index, events: Events, encounter: Encounter) -> Gathered:
    """What a pair's gatherings came to. One that has a part in which they met was no call."""
    wholes: dict[str, list[str]] = {}
    for id in encounter.events:
        wholes.setdefault(_whole(index, id), []).append(id)
    met, spoke = 0, 0
    plans: Counter[str] = Counter()
    for parts in wholes.values():
        last = {id: core.last.status if (core := events.core(id)).last else "" for id in parts}
        held = [id for id, status in last.items() if status == "occurred"]
        if held:
            called = all(index.facts.events[id].kind == "call" for id in held)
            met, spoke = met + (not called), spoke + called
        elif not (_CALLED_OFF | _RULED_OUT) & set(last.values()):
            plans[max(last.values(), key=_stage)] += 1
    return Gathered(met, spoke, tuple(sorted(plans.items(), key=lambda p: -_stage(p[0]))))


def _stage(status: str) -> int:
    """How far a plan came."""
    return RANK.get(status, -1)


def _whole(index: Index, id: str) -> str:
    """The gathering that an event is part of, as far up as it is one."""
    events, seen = index.facts.events, {id}
    while True:
        above = events[id].part_of
        if above is None or above in seen or above not in events:
            return id
        if events[above].kind not in GATHERINGS:
            return id
        seen.add(above)
        id = above
