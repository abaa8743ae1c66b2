"""``legation people``: officials by country, or who held what on a day."""

from __future__ import annotations

from tui.cli.options import day
from tui.cli.plain_people import people_list
from tui.cli.reading import begin, nothing
from tui.cli.table import Call


def run(call: Call) -> int:
    """Print the people that match; 0 with at least one, else 1."""
    reading = begin(call)
    given, dossier = reading.given, reading.dossier
    people = dossier.people(" ".join(given.words), on=day("--on", given.on), everyone=given.all)
    if not people:
        return nothing(reading, "nobody matches")
    if given.json:
        reading.out.rows(people)
    else:
        reading.out.text(*people_list(dossier, people))
    return 0
