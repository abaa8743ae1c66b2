"""``legation paths``: where legation keeps its files."""

from __future__ import annotations

from platformdirs import PlatformDirs

from store.disk.notebook import notebook_file
from store.opening import BUNDLED
from tui.cli.options import parse
from tui.cli.output import Output
from tui.cli.setting import unbroken
from tui.cli.table import Call
from tui.out.clipboard import copied_file
from tui.places import config_file


def run(call: Call) -> int:
    """Print each place with what it is for."""
    given = parse(call)
    out = Output(given.color)
    dirs = PlatformDirs("legation", appauthor=False)
    places = {
        "dossier": str(BUNDLED),  # the bundled one
        "cache": dirs.user_cache_dir,
        "config": str(config_file()),
        "data": dirs.user_data_dir,
        "notebook": str(notebook_file()),  # marks and notes
        "copy": str(copied_file()),  # the last copy
    }
    if given.json:
        out.rows([{"name": name, "path": path} for name, path in places.items()])
    else:
        out.text(*(unbroken((f"{name:9}", "muted"), path) for name, path in places.items()))
    return 0
