"""``legation encounters``: who met whom, and who was to."""

from __future__ import annotations

from tui.cli.plain_encounters import encounter_list
from tui.cli.reading import begin, nothing
from tui.cli.table import Call


def run(call: Call) -> int:
    """Print the encounters; 0 with at least one, else 1."""
    reading = begin(call)
    encounters = reading.dossier.encounters
    if not encounters:
        return nothing(reading, "no encounter is known")
    if reading.given.json:
        reading.out.rows(encounters)
    else:
        reading.out.text(*encounter_list(reading.dossier, encounters))
    return 0
