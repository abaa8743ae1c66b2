"""The screen and the command line tell the same in the same words and the same order."""

from __future__ import annotations

import pytest
from cli_run import legation

from store.opening import open_dossier
from tui.present.pairs import pair_events
from tui.present.questions import question


def test_conflicts_are_the_same_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = open_dossier(None).dossier
    said = " ".join(legation(monkeypatch, "conflicts").out.split())
    for conflict in dossier.conflicts:
        assert question(dossier, conflict) in said
        assert ("Undecided" if conflict.undecided else "Decided") in said


def test_the_events_of_a_pair_stand_newest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    dossier = open_dossier(None).dossier
    pair = max(dossier.encounters, key=lambda pair: len(pair.events))
    said = legation(monkeypatch, "encounters").out.partition(" and ".join(pair.names))[2]
    at = [said.index(f"  {event.id}") for event in pair_events(dossier, pair)]
    assert len(at) > 1
    assert at == sorted(at)
