"""The course of an event: its steps, each with its day and whoever tells both."""

from __future__ import annotations

from collections.abc import Sequence

from store.dossier import Dossier
from store.model.records import Event, Step
from tui.present import dates
from tui.present.card import LABEL, table
from tui.present.line import BLANK, Line, Span
from tui.present.signs import status_sign, status_word
from tui.present.words import join

_Row = tuple[str, list[Step]]  # its day (EDTF; empty for none), and who tells it


def voices(dossier: Dossier, steps: Sequence[Step]) -> list[str]:
    """Who speaks in these steps, each once: the last of the chain, else the source."""
    found: dict[str, None] = {}
    for step in steps:
        claim = dossier.claim(step.claim)
        if claim is None:
            found[step.by] = None
        else:
            found[claim.cites[-1] if claim.cites else claim.shown_source] = None
    return list(found)


def steps_of(event: Event) -> dict[tuple[str, str], list[Step]]:
    """The life cycle by status and stance: retellings of a step together."""
    groups: dict[tuple[str, str], list[Step]] = {}
    for step in event.lifecycle:
        groups.setdefault((step.status, step.stance), []).append(step)
    return groups


def course(dossier: Dossier, event: Event, cells: int) -> list[Line]:
    """The life cycle: a row for each step and each day that is told of it, retellings together."""
    groups = steps_of(event)
    if not groups:
        return []
    rows: list[list[Span]] = []
    own = (event.latest or event.earliest or "")[:4]
    for (status, stance), steps in groups.items():
        last = status == event.status and stance in {"asserts", "expects"}
        sign, role = status_sign(status).sign, status_sign(status).role
        if stance == "denies":
            sign, role = "¬", "bad"
        elif stance in {"declines", "doubts"}:
            sign, role = "·", "muted"
        head = f"{sign} {step_word(status, stance, event.kind)}"
        for on, telling in by_day(dossier, steps):
            day = dates.short(on, year=not dates.of_year(on, own)) if on else ""
            also = "also " if not head and not day else ""
            by = also + named(dossier, telling, 2 if cells >= 66 else 1)
            rows.append([Span(head, role, bold=last), Span(day, "muted"), Span(by, "muted")])
            head = ""
    lines = [BLANK]
    for index, line in enumerate(table(rows, cells - LABEL, gap=2)):
        head = ("Course" if index == 0 else "").ljust(LABEL)
        lines.append(Line((Span(head, "muted"), *line.spans)))
    return lines


def by_day(dossier: Dossier, steps: Sequence[Step]) -> list[_Row]:
    """The steps by the day that their voices tell; last those that tell none, without a day.

    Where nobody tells a day it was done by the first day on which somebody speaks of it.
    """
    first = next((step for step in steps if step.dated), steps[0])
    days: dict[str, list[Step]] = {}
    others: list[Step] = []
    for step in steps:
        bound = not first.dated and step.on == first.on and (step.on or "").startswith("[..")
        if step.on is not None and (step.dated or bound):
            days.setdefault(step.on, []).append(step)
        else:
            others.append(step)
    named = {voice for telling in days.values() for voice in voices(dossier, telling)}
    others = [step for step in others if not named.issuperset(voices(dossier, [step]))]
    return [*days.items(), *([("", others)] if others else [])]


def named(dossier: Dossier, steps: Sequence[Step], shown: int | None = None) -> str:
    """Whoever speaks, at most so many by name, and how sure where they are all as sure."""
    names = voices(dossier, steps)
    more = len(names) - shown if shown is not None else 0
    by = join([*names[:shown], f"{more} more" if more > 0 else ""])
    sure = {step.certainty for step in steps}
    return by if len(sure) > 1 or "certain" in sure else f"{by}, {sure.pop()}"


def step_word(status: str, stance: str, kind: str) -> str:
    """What a step is called: its status, or how it was answered."""
    answered = {"denies": "denied", "declines": "not confirmed", "doubts": "doubted"}
    return answered.get(stance) or status_word(status, kind) or "came about"
