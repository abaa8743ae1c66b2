"""``legation sources``: the articles and documents, by day of publication."""

from __future__ import annotations

from tui.cli.plain_sources import source_list
from tui.cli.reading import begin, nothing
from tui.cli.table import Call


def run(call: Call) -> int:
    """Print the sources; 0 with at least one, else 1."""
    reading = begin(call)
    sources = reading.dossier.sources
    if not sources:
        return nothing(reading, "no source is known")
    if reading.given.json:
        reading.out.rows(sources)
    else:
        reading.out.text(*source_list(reading.dossier, sources))
    return 0
