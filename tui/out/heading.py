"""What stands at the head of a file: what was asked for, what counted, when it was written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.dossier import Dossier
from store.model import records
from tui.present import dates

NOUNS: dict[type[records.Record], str] = {
    records.Event: "Events",
    records.EventOn: "Events",
    records.Person: "People",
    records.Tenure: "Tenures",
    records.Post: "Posts",
    records.Source: "Sources",
    records.Conflict: "Conflicts",
    records.Encounter: "Encounters",
}


def asked_for(
    kind: type[records.Record], scope: Sequence[str], rows: int, every: int | None
) -> str:
    """What a list was asked for and how much of all that is: ``Events in which Ken Ito takes
    part, found with “tea”: 8 of 67.`` ``every``: how many rows stand in it unasked."""
    asked = ", ".join(scope)
    noun = NOUNS.get(kind, "Rows")
    number = f"{rows} of {every}" if every is not None and every != rows else f"all {rows}"
    return f"{noun}{f' {asked}' if asked else ''}: {rows if every is None else number}."


def circumstances(dossier: Dossier, written: date | None) -> list[str]:
    """Up to which day sources counted; on which day the file was written, of which dossier."""
    said = []
    if dossier.known is not None:
        said.append(f"Known by {dates.short(dossier.known.text, weekday=False)}.")
    if written is not None:
        day = dates.short(written.isoformat())
        said.append(f"Written on {day} from the dossier {dossier.id}.")
    return said
