"""``legation keys``: the explorer's keys, from the records that bind them."""

from __future__ import annotations

from rich.text import Text

from tui.app import ExplorerApp
from tui.cli.columns import Columns
from tui.cli.failure import say
from tui.cli.options import parse
from tui.cli.output import Output
from tui.cli.reading import near
from tui.cli.setting import BLANK, text
from tui.cli.table import Call
from tui.explorer.bindings import Key, remapped
from tui.explorer.commands import commands, within
from tui.explorer.screen import Explorer
from tui.keymap import Keymap
from tui.start import configuration


def run(call: Call) -> int:
    """Print every key with what it does and its id, in the groups of the help."""
    given = parse(call)
    out = Output(given.color)
    config = configuration()
    for problem in config.problems:
        say(near(problem))
    keys = key_records(config.keys)
    if given.json:
        out.rows(
            [
                {"id": key.id, "keys": key.keys, "description": key.full, "group": key.group}
                for key in keys
            ]
        )
        return 0
    rows: list[list[Text]] = []
    for group in dict.fromkeys(key.group for key in keys):
        rows += [[BLANK] * 3] if rows else []
        rows.append([text((group, "bold")), BLANK, BLANK])
        rows += [
            [text(f"  {' '.join(key.keys)}"), text(key.full), text((key.id, "muted"))]
            for key in keys
            if key.group == group
        ]
    out.text(Columns(rows, fill=1))
    return 0


def key_records(keymap: Keymap) -> list[Key]:
    """Every command of the explorer with its keys."""
    return remapped([*commands(Explorer.BINDINGS, ExplorerApp.BINDINGS), *within()], keymap)
