"""Facets of rows that are no events: people or who held a post, sources, conflicts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from store.dossier import Dossier
from store.model.records import Conflict, Tenure
from store.views.conflicts import conflicts
from store.views.facet_index import FacetIndex
from store.views.facets import values_of
from store.views.sources import sources
from store.when import When

Values = Mapping[str, Mapping[str, Iterable[str]]]  # row → facet → its values there
MOST = 8  # indexes kept: each day has one of its own


def people_index(dossier: Dossier, on: When | None) -> FacetIndex:
    """The index of the directory, made once: people by country and bodies; with a day
    those who may have held a post then, also by whether they did (``held``)."""
    return _once(dossier, f"people {on.text if on else None}", lambda: _of_people(dossier, on))


def source_index(dossier: Dossier) -> FacetIndex:
    """The index of the sources, made once: by publisher, language, topic, by how their day is
    known."""
    return _once(dossier, "sources", lambda: _of_sources(dossier))


def conflict_index(dossier: Dossier) -> FacetIndex:
    """The index of the conflicts, made once: by what they are about and who tells it."""
    return _once(dossier, "conflicts", lambda: _of_conflicts(dossier))


def _once(dossier: Dossier, name: str, make: Callable[[], FacetIndex]) -> FacetIndex:
    kept = dossier.__dict__.setdefault("_row_facets", {})
    if name not in kept:
        if len(kept) > MOST:
            kept.clear()
        kept[name] = make()
    found = kept[name]
    assert isinstance(found, FacetIndex)
    return found


def _of_people(dossier: Dossier, on: When | None) -> FacetIndex:
    found: dict[str, Mapping[str, Iterable[str]]] = {}
    if on is None:
        for person in dossier.people():
            found[person.id] = {
                "country": (person.country,),
                "body": [tenure.body for tenure in person.tenures],
                "only": _disputed(person.tenures),
            }
        return _index(dossier, found, ("country", "body", "only"), ("conflict",))
    for tenure in (tenure for post in dossier.posts(on=on) for tenure in post.holders):
        found[tenure.id] = {
            "held": (tenure.held or "no",),
            "country": (tenure.country or "",),
            "body": (tenure.body,),
            "only": _disputed((tenure,)),
        }
    return _index(dossier, found, ("held", "country", "body", "only"), ("conflict",))


def _of_sources(dossier: Dossier) -> FacetIndex:
    disputed = {
        claim.source
        for conflict in dossier.conflicts
        for rival in conflict.values
        for id in rival.claims
        if (claim := dossier.claim(id)) is not None
    }
    found: dict[str, Mapping[str, Iterable[str]]] = {}
    every = sources(dossier)
    for row in every.rows(0, len(every)):
        frame, claims = dossier.facts.sources[row.id], dossier.index.claims_of(row.id)
        told = {claim.about for claim in claims if claim.about in dossier.facts.events}
        only = {
            "conflict": row.id in disputed,
            "denies": any(claim.stance == "denies" for claim in claims),
            "copy": frame.copy_of is not None,
        }
        found[row.id] = {
            "publisher": (frame.publisher or "",),
            "language": (frame.language,),
            "topic": [topic for id in told for topic in dossier.facts.events[id].topics],
            "dated": ("inferred" if row.inferred else "stated",),
            "only": [value for value, holds in only.items() if holds],
        }
    facets = ("publisher", "language", "topic", "dated", "only")
    return _index(dossier, found, facets, ("conflict", "denies", "copy"))


def _of_conflicts(dossier: Dossier) -> FacetIndex:
    every = conflicts(dossier)
    found = {
        every.id_at(at): _of_conflict(dossier, conflict)
        for at, conflict in enumerate(every.rows(0, len(every)))
    }
    facets = ("field", "who", "country", "topic", "kind", "source", "only")
    return _index(dossier, found, facets, ("undecided",))


def _of_conflict(dossier: Dossier, conflict: Conflict) -> Mapping[str, Iterable[str]]:
    claims = (dossier.claim(id) for rival in conflict.values for id in rival.claims)
    found: dict[str, Iterable[str]] = {
        "field": (conflict.field,),
        "source": [claim.source for claim in claims if claim is not None],
        "only": ("undecided",) if conflict.undecided else (),
    }
    tenure = dossier.tenure(conflict.about)
    if tenure is not None:
        return {
            **found,
            "who": (tenure.person,),
            "country": (tenure.country,) if tenure.country else (),
            "kind": ("tenure",),
        }
    if conflict.about not in dossier.facts.events:
        return found
    shared = ("who", "country", "topic", "kind")
    return {**found, **{facet: values_of(dossier, conflict.about, facet) for facet in shared}}


def _disputed(tenures: Iterable[Tenure]) -> tuple[str, ...]:
    return ("conflict",) if any(tenure.conflicts for tenure in tenures) else ()


def _index(
    dossier: Dossier, found: Values, facets: Iterable[str], only: tuple[str, ...]
) -> FacetIndex:
    def values(row: str, facet: str) -> Iterable[str]:
        return found[row].get(facet, ())

    return FacetIndex(dossier, found, facets, values, only)
