"""``legation show``: everything about one id, of whatever kind."""

from __future__ import annotations

import difflib

import msgspec

from store.dossier import Dossier
from store.model.names import fold
from store.model.records import Record
from tui.cli.failure import NOTHING, Failure
from tui.cli.plain_show import page
from tui.cli.reading import begin
from tui.cli.table import Call

NEAR = 3
"""At most as many ids are suggested for one that is unknown."""


def run(call: Call) -> int:
    """Print the record; an unknown id is 1, and near ones are named."""
    reading = begin(call)
    id = reading.given.words[0]
    found = find(reading.dossier, id)
    if found is None:
        raise Failure(_unknown(reading.dossier, id), code=NOTHING)
    kind, record = found
    if reading.given.json:
        reading.out.json({"type": kind, **msgspec.to_builtins(record)})
    else:
        reading.out.text(*page(reading.dossier, kind, id, record, reading.out))
    return 0


def find(dossier: Dossier, id: str) -> tuple[str, Record] | None:
    """The record of ``id`` and its type, None where the dossier has none."""
    kind = dossier.type_of(id)
    if kind is None:
        return None
    record = dossier.record(id)
    return None if record is None else (kind, record)


def _unknown(dossier: Dossier, id: str) -> str:
    ids = [
        each.id
        for group in (
            dossier.events,
            dossier.people(),
            dossier.posts(),
            dossier.sources,
            dossier.bodies,
            dossier.topics,
            dossier.places,
        )
        for each in group
    ]
    ids += [tenure.id for person in dossier.people() for tenure in person.tenures]
    near = difflib.get_close_matches(id, ids, n=NEAR, cutoff=0.6)
    near += [each for each in ids if id and fold(id) in fold(each) and each not in near]
    meant = f"near it: {', '.join(near[:NEAR])}" if near else "legation search finds ids by words"
    return f"nothing has the id “{id}” ({meant})"
