"""Starting the explorer on the terminal, and telling how it ended."""

# isort: off
from __future__ import annotations

from tui.app import ExplorerApp  # first: it settles what Textual reads from the environment
# isort: on

import os
import sys
import traceback
from collections.abc import Callable

from store.disk.notebook import notebook_file
from store.opening import Opened
from tui.config import Config, read_config
from tui.consoles import plain_console
from tui.explorer.bindings import born_keys
from tui.explorer.commands import commands, within
from tui.explorer.screen import Explorer
from tui.kiosk_app import KioskApp
from tui.places import config_file, config_named, greet
from tui.seal import seal


def run_explorer(
    opened: Opened,
    *,
    reopen: Callable[[], Opened],
    theme: str | None = None,
    ascii_only: bool = False,
) -> int:
    """Open the explorer on the terminal; the exit code. ``theme`` and ``ascii_only`` outweigh
    the configuration."""
    config = configuration()
    said = not _draws_unicode() if config.ascii is None else config.ascii
    app = ExplorerApp(
        opened,
        reopen,
        theme=theme,
        ascii_only=ascii_only or said,
        notebook=notebook_file(),
        configure=configuration,
        greet=greet(),
    )
    return _run(app)


def run_kiosk(opened: Opened, *, theme: str | None = None, ascii_only: bool = False) -> int:
    """Open the explorer for a stranger; the exit code. The process can do nothing else any
    more: see ``tui/seal.py``."""
    app = KioskApp(opened, theme=theme, ascii_only=ascii_only or not _draws_unicode())
    seal()
    code = _run(app)
    if app.forsaken:
        print("legation: nobody has pressed a key for a while; connect again", file=sys.stderr)
    return code


def _run(app: ExplorerApp) -> int:
    app.suit_colours()
    app.run()
    if app.failure is not None:
        where = traceback.extract_tb(app.failure.__traceback__)[-1:]
        place = f" ({os.path.basename(where[0].filename)}:{where[0].lineno})" if where else ""
        name = type(app.failure).__name__
        print(f"legation: internal error, please report it: {name}{place}", file=sys.stderr)
        return 1
    return app.return_code or 0


def configuration() -> Config:
    """The user's configuration, its keys checked against every command of the explorer."""
    every = [*commands(Explorer.BINDINGS, ExplorerApp.BINDINGS), *within()]
    return read_config(config_file(), born_keys(every), named=config_named())


def _draws_unicode() -> bool:
    """Whether the terminal takes the signs: UTF-8, and no console with a small set of them."""
    encoding = (getattr(sys.__stdout__, "encoding", None) or "").replace("-", "").lower()
    return encoding == "utf8" and not plain_console(os.environ.get("TERM", ""))
