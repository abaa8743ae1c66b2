"""``legation search``: words in everything the dossier holds, best hit first."""

from __future__ import annotations

from store.model.names import fold
from tui.cli.failure import Failure
from tui.cli.plain_search import hit_list
from tui.cli.reading import begin, nothing
from tui.cli.table import Call


def run(call: Call) -> int:
    """Print the hits; 0 with at least one, else 1."""
    reading = begin(call)
    query = " ".join(reading.given.words)
    if not fold(query):
        raise Failure("search for what? Name at least one word (see legation search --help)")
    hits = reading.dossier.search(query)
    if not hits:
        return nothing(reading, f"nothing matches “{query}”")
    if reading.given.json:
        reading.out.rows(hits)
    else:
        reading.out.text(*hit_list(hits))
    return 0
