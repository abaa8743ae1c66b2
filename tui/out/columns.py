"""The columns that a spreadsheet gets beside those of the JSON contract: what the screen says."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from store.dossier import Dossier
from store.model.records import Claim, Encounter, Event, EventOn, Person, Record
from tui.out.told import (
    answers_words,
    date_told,
    length_told,
    open_told,
    place_told,
    rivals_told,
    status_told,
)
from tui.present.pairs import pair_phrases

NO_EVENT = ""  # the kind of event of what is none

_OF_EVENT = ("status_told", "date_told", "length_told", "place_told")
_COLUMNS: dict[type[Record], tuple[str, ...]] = {
    Event: _OF_EVENT,
    EventOn: _OF_EVENT,
    Person: ("conflicts",),
    Encounter: ("told",),
    Claim: ("published_basis",),
}


def told_columns(kind: type[Record]) -> tuple[str, ...]:
    """The names of the further columns of a kind of record."""
    return _COLUMNS.get(kind, ())


def told_cells(dossier: Dossier, record: msgspec.Struct) -> Sequence[str]:
    """Their cells."""
    match record:
        case Event():
            status = (
                status_told(record),
                open_told(dossier, record),
                answers_words(dossier, record),
            )
            said = (date_told(record), length_told(record), place_told(record))
            return ("; ".join(filter(None, status)), *said)
        case Person():
            conflicts = [one for tenure in record.tenures for one in tenure.conflicts]
            told = (f"{one.field}: {rivals_told(one, NO_EVENT)}" for one in conflicts)
            return ("; ".join(told),)
        case Encounter():
            phrases = pair_phrases(dossier, record, signs=False)
            return ("; ".join(words for _, words, _ in phrases),)
        case Claim():
            source = dossier.source(record.source)
            return (source.published_basis if source else "",)
        case _:
            return ()
