"""What took place or was in force on a day (``events --on D``)."""

from __future__ import annotations

from datetime import date as day

from store.dossier import Dossier
from store.evidence.holding import range_of
from store.evidence.in_force import InForce, in_force
from store.model.claims import ACTUAL
from store.when import When, overlaps


def took_place_or_held(dossier: Dossier, id: str, on: When) -> bool:
    """Whether an event may have taken place, or been in force, on a day (a month or year: on one
    of its days), whatever became of it later."""
    core, last_told = dossier.event_facts.core(id), dossier.last_told
    took = core.last is not None and core.last.status in ACTUAL
    took = took and any(step.moves and step.status == "occurred" for step in core.steps)
    if took and core.date is not None and _took_place_on(core.date, on, last_told):
        return True
    return any(_in_force_on(span, on, last_told) for span in in_force(core.steps, core.date))


def _took_place_on(date: When, on: When, last_told: day) -> bool:
    """A date without an earliest day counts only on its latest, since nothing says how long
    before. What is still so is so as long as sources may tell."""
    if date.kind == "open-end" and range_of(on)[0] > last_told:
        return False
    if date.earliest is None and date.latest is not None:
        return range_of(on)[0] <= date.latest <= range_of(on)[1]
    return overlaps(date, on) != "no"


def _in_force_on(span: InForce, on: When, last_told: day) -> bool:
    first, last = range_of(on)
    begin = span.begin.earliest or span.begin.latest
    if begin is not None and last < begin:
        return False
    end = last_told if span.end is None else span.end.latest
    return end is None or first <= end
