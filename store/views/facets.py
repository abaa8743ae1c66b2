"""Facets: what events can be narrowed by, with counts that follow the selection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import msgspec

from store.dossier import Dossier
from store.model.claims import PLANS

# the groups of a filter, in the order in which a screen shows them
FACETS = ("status", "kind", "who", "body", "country", "topic", "source", "only")
# what "only" can ask for; each of them must hold
ONLY = {
    "conflict": "sources conflict",
    "denied": "denied by someone",
    "two-origins": "two origins or more",
    "not-held": "planned, not held as far as told",
}


LANGUAGES = {
    "de": "German", "en": "English", "es": "Spanish", "fr": "French", "ja": "Japanese",
    "ko": "Korean", "ru": "Russian", "zh": "Chinese",
}  # fmt: skip


class Choice(msgspec.Struct, frozen=True):
    """One value chosen in a facet, to be kept or (``exclude``) left out."""

    facet: str
    value: str
    exclude: bool = False


class FacetValue(msgspec.Struct, frozen=True):
    """A value on offer: ``count`` events would have it, all other facets' choices kept.
    ``state`` is ``in``, ``out`` or empty."""

    value: str
    label: str
    count: int
    state: str


def matches(dossier: Dossier, event: str, choices: Iterable[Choice]) -> bool:
    """Whether an event has one of the values kept in each facet and none left out. Of the facet
    ``only`` every value kept must hold."""
    kept: dict[str, list[str]] = {}
    for choice in choices:
        has = choice.value in values_of(dossier, event, choice.facet)
        if choice.exclude:
            if has:
                return False
        elif choice.facet == "only":
            if not has:
                return False
        else:
            kept.setdefault(choice.facet, []).append(choice.value if has else "")
    return all(any(values) for values in kept.values())


def label_of(dossier: Dossier, facet: str, value: str) -> str:
    """A value in words for a reader."""
    if facet == "country":
        return dossier.country_name(value) or "no country"
    if facet == "language":
        return LANGUAGES.get(value.partition("-")[0], value)
    if facet == "publisher" and not value:
        return "no publisher known"
    if facet == "only":
        return ONLY.get(value, value)
    if facet in ("status", "kind", "field", "held", "dated"):
        return value.replace("-", " ") if value else "no status"
    return dossier.name_of(value)


def values_of(dossier: Dossier, event: str, facet: str) -> frozenset[str]:
    """The values that an event has in a facet."""
    found = _VALUES.get(facet)
    return frozenset(found(dossier, event)) if found is not None else frozenset()


def _status(dossier: Dossier, event: str) -> Iterable[str]:
    last = dossier.event_facts.core(event).last
    return (last.status if last else "",)


def _country(dossier: Dossier, event: str) -> Iterable[str]:
    facts = dossier.facts
    for person in dossier.event_facts.people_ids(event):
        yield facts.people[person].country
    for body in dossier.event_facts.bodies(event):
        country = facts.bodies[body].country
        if country is not None:
            yield country


def _only(dossier: Dossier, event: str) -> Iterable[str]:
    core = dossier.event_facts.core(event)
    if core.conflicts:
        yield "conflict"
    if core.denied:
        yield "denied"
    if core.origins[0] >= 2:
        yield "two-origins"
    told = {step.status for step in core.steps if step.claim.supports}
    if told & PLANS and "occurred" not in told and "in-force" not in told:
        yield "not-held"


_VALUES: Mapping[str, Callable[[Dossier, str], Iterable[str]]] = {
    "status": _status,
    "kind": lambda dossier, event: (dossier.facts.events[event].kind,),
    "who": lambda dossier, event: dossier.event_facts.people_ids(event),
    "body": lambda dossier, event: dossier.event_facts.bodies(event),
    "country": _country,
    "topic": lambda dossier, event: dossier.facts.events[event].topics,
    "source": lambda dossier, event: (c.source for c in dossier.index.claims(event)),
    "only": _only,
}
