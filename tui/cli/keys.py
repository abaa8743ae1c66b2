"""``legation keys``: the explorer's keys, from the records that bind them."""

from __future__ import annotations

from itertools import groupby

from rich.console import ConsoleRenderable

from tui.cli.options import parse
from tui.cli.output import Output
from tui.cli.setting import BLANK, columns, heading, indented, text
from tui.cli.table import Call
from tui.keys import key_rows


def run(call: Call) -> int:
    """Print every key with what it does, under the place where it works."""
    given = parse(call)
    out = Output(given.color)
    rows = key_rows()
    if given.json:
        names = ("keys", "description", "id", "where")
        out.rows([dict(zip(names, row, strict=True)) for row in rows])
        return 0
    parts: list[ConsoleRenderable] = []
    for where, group in groupby(rows, key=lambda row: row[3]):
        cells = [
            [text((keys, "bold")), text(said), text((id, "muted"))] for keys, said, id, _ in group
        ]
        parts += [*([BLANK] if parts else []), heading(where), indented(columns(cells, fill=1))]
    out.text(*parts)
    return 0
