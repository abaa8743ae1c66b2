"""Events are found by what they were part of or took place beside."""

from __future__ import annotations

from store.dossier import Dossier
from store.opening import open_dossier
from store.views.timeline import EventFilter, timeline


def found(dossier: Dossier, words: str) -> set[str]:
    return set(timeline(dossier, EventFilter(words=words)).ids())


def test_what_took_place_on_the_sidelines_is_found_by_that_word() -> None:
    dossier = open_dossier(None).dossier
    beside = {id for id, event in dossier.facts.events.items() if event.beside}
    assert len(beside) > 3
    assert beside <= found(dossier, "sidelines")
    events = dossier.facts.events
    assembly = {id for id in beside if events[id].beside == "un-general-assembly-2019"}
    assert assembly <= found(dossier, "sidelines general assembly")


def test_what_is_part_of_an_event_is_found_by_its_title() -> None:
    dossier = open_dossier(None).dossier
    for id, event in dossier.facts.events.items():
        if event.part_of:
            assert id in found(dossier, dossier.facts.events[event.part_of].title)
