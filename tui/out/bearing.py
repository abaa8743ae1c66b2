"""Which claims carry what is told of an event: its status, its date, its place, its people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from store.dates.meet import meet
from store.dossier import Dossier
from store.model.claims import ACTUAL, PLANS, SUPPORT
from store.model.records import Claim, Conflict, Event
from tui.present import dates

DATES = ("date", "start", "end")


def of_status(dossier: Dossier, event: Event) -> tuple[Claim, ...]:
    """The claims by which it has its status."""
    moves = SUPPORT if event.status in PLANS else {"asserts"}
    return _in_time(
        dossier,
        event,
        lambda claim: claim.stance in moves and claim.says.get("status") == event.status,
    )


def of_date(dossier: Dossier, event: Event) -> tuple[Claim, ...]:
    """The claims of its date: those of just that date; else all whose dates agree with it, and
    those of its start and its end."""
    when = dates.read(event.date)
    if when is None:
        return ()
    just = _in_time(
        dossier,
        event,
        lambda claim: claim.stance in SUPPORT and claim.says.get("date") == event.date,
    )
    if just:
        return just

    def agrees(claim: Claim) -> bool:
        told = [dates.read(str(claim.says[field])) for field in DATES if field in claim.says]
        return claim.stance in SUPPORT and any(one and meet(one, when) for one in told)

    return _in_time(dossier, event, agrees)


def of_last(dossier: Dossier, event: Event) -> tuple[Claim, ...]:
    """Of the claims of its status those that were said last."""
    claims = of_status(dossier, event)
    days = {claim.id: when.latest for claim in claims if (when := dates.read(claim.said_on))}
    last = max(filter(None, days.values()), default=None)
    return tuple(claim for claim in claims if days.get(claim.id) == last)


def of_place(dossier: Dossier, event: Event) -> tuple[Claim, ...]:
    """The claims of the places told of it."""
    shown = {*event.place}
    return _in_time(
        dossier,
        event,
        lambda claim: any(dossier.name_of(id) in shown for id in _many(claim, "place")),
    )


def of_people(dossier: Dossier, event: Event) -> tuple[Claim, ...]:
    """The claims of who takes part."""
    return _in_time(dossier, event, lambda claim: bool(_many(claim, "people")))


def of_bodies(dossier: Dossier, event: Event) -> tuple[Claim, ...]:
    """The claims of the bodies that take part."""
    return _in_time(dossier, event, lambda claim: bool(_many(claim, "bodies")))


def of_length(event: Event) -> tuple[Claim, ...]:
    """The claims of how long it lasts."""
    return tuple(claim for claim in event.claims if "length" in claim.says)


def of_denial(event: Event) -> tuple[Claim, ...]:
    """The claims that deny a status of it."""
    return tuple(c for c in event.claims if c.stance == "denies" and "status" in c.says)


def of_conflict(dossier: Dossier, conflict: Conflict) -> tuple[Claim, ...]:
    """The claims of all the values in conflict."""
    return named(dossier, (id for rival in conflict.values for id in rival.claims))


def named(dossier: Dossier, ids: Iterable[str]) -> tuple[Claim, ...]:
    """The claims of these ids."""
    found = (dossier.claim(id) for id in ids)
    return tuple(claim for claim in found if claim is not None)


def _many(claim: Claim, field: str) -> list[str]:
    value = claim.says.get(field) if claim.stance in SUPPORT else None
    if isinstance(value, Mapping):
        return [str(item) for item in value.values()]
    if isinstance(value, (list, tuple)):
        return [str(item) for item in value]
    return [str(value)] if value else []


def _in_time(dossier: Dossier, event: Event, carries: Callable[[Claim], bool]) -> tuple[Claim, ...]:
    """Of the claims that carry it those that can: a source older than what took place told a
    plan. Where there is no other, the plan is all that is known."""
    found = [claim for claim in event.claims if carries(claim)]
    when = dates.read(event.date)
    if event.status not in ACTUAL or when is None or when.earliest is None:
        return tuple(found)
    kept = []
    for claim in found:
        published = dates.read(dossier.facts.sources[claim.source].published)
        last = published.latest if published else None
        if last is None or last >= when.earliest:
            kept.append(claim)
    return tuple(kept or found)
