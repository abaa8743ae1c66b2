"""``legation conflicts``: where sources contradict each other."""

from __future__ import annotations

from tui.cli.plain_conflicts import conflict_list
from tui.cli.reading import begin, nothing
from tui.cli.table import Call


def run(call: Call) -> int:
    """Print the conflicts; 0 with at least one, else 1."""
    reading = begin(call)
    conflicts = reading.dossier.conflicts
    if not conflicts:
        return nothing(reading, "no conflict is known")
    if reading.given.json:
        reading.out.rows(conflicts)
    else:
        reading.out.text(*conflict_list(reading.dossier, conflicts))
    return 0
