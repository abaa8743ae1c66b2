"""Search hits as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import ConsoleRenderable

from store.model.records import Hit
from tui.cli.columns import Columns
from tui.cli.setting import text


def hit_list(hits: Sequence[Hit]) -> Iterator[ConsoleRenderable]:
    """Each hit with what matched, where that is not its title already."""
    rows = []
    for hit in hits:
        matched = "" if hit.matched == hit.title else f"  {hit.where}: {hit.matched}"
        rows.append(
            [
                text((hit.type, "muted")),
                text(hit.title, (matched, "muted"), (f"  {hit.id}", "muted")),
            ]
        )
    yield Columns(rows, fill=1)
