"""Which claims carry what is told of an event: its status, its date, its place, its people."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from store.dates.meet import meet
from store.dossier import Dossier
from store.model.claims import ACTUAL, PLANS, SUPPORT
from store.model.records import Claim, Event
from store.when import When
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
        told += [dates.read(claim.on)] if claim.says.get("status") in ACTUAL else []
        return claim.stance in SUPPORT and any(
            one and (meet(one, when) or _ends(one, when)) for one in told
        )

    return _in_time(dossier, event, agrees)


def of_words(dossier: Dossier, event: Event, words: str) -> tuple[Claim, ...]:
    """Of the claims of its date those that tell it in just these words."""
    claims = of_date(dossier, event)
    return tuple(claim for claim in claims if words in _whens(claim)) or claims


def _whens(claim: Claim) -> Collection[str]:
    """The source's own words for the dates of a claim."""
    if isinstance(claim.when, str):
        return (claim.when,)
    return claim.when.values() if claim.when else ()


def _ends(day: When, when: When) -> bool:
    """Whether it is the end of what lasted: the day on which a measure was lifted."""
    last, until = when.earliest_end, when.latest_end
    if when.kind != "interval" or last is None or until is None:
        return False
    first, end = day.earliest_start, day.latest_end
    return first is not None and end is not None and last <= first and end <= until


def of_last(dossier: Dossier, event: Event) -> tuple[Claim, ...]:
    """Of the claims of its status those that were said last."""
    claims = of_status(dossier, event)
    days = {claim.id: when.latest for claim in claims if (when := dates.read(claim.said_on))}
    last = max(filter(None, days.values()), default=None)
    return tuple(claim for claim in claims if days.get(claim.id) == last)


def of_place(dossier: Dossier, event: Event, place: str) -> tuple[Claim, ...]:
    """The claims of a place told of it, by its name; where none names just it, of any place."""
    told = _in_time(dossier, event, lambda claim: bool(_many(claim, "place")))
    just = (one for one in told if place in map(dossier.name_of, _many(one, "place")))
    return tuple(just) or told


def of_person(dossier: Dossier, event: Event, person: str) -> tuple[Claim, ...]:
    """The claims that a person takes part, whatever as."""
    return _in_time(
        dossier,
        event,
        lambda claim: any(one.partition(":")[0] == person for one in _many(claim, "people")),
    )


def of_body(dossier: Dossier, event: Event, body: str) -> tuple[Claim, ...]:
    """The claims that a body takes part."""
    return _in_time(dossier, event, lambda claim: body in _many(claim, "bodies"))


def of_length(event: Event) -> tuple[Claim, ...]:
    """The claims of how long it lasts."""
    return tuple(claim for claim in event.claims if claim.says.get("length") == event.length)


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
