"""The Textual app of the explorer: themes, styles, the way in and every way out."""

# isort: off
from __future__ import annotations

import tui.environment  # first: it settles what Textual reads from the environment
# isort: on

import asyncio
import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter

from store.opening import Opened
from tui.explorer.groups import DO
from tui.explorer.model import Model
from tui.explorer.screen import Explorer
from tui.present.door import Guard
from tui.themes import DARK, THEMES, variables, wanted

ASCII_LOCALES = {"C", "POSIX"}


class ExplorerApp(App[None]):
    """One screen on one dossier."""

    CSS_PATH: ClassVar[list[str]] = ["styles/explorer.tcss"]
    ENABLE_COMMAND_PALETTE = False
    TITLE = "legation"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("Q,ctrl+q", "quit", "quit", id="quit", group=DO, priority=True),
        Binding("ctrl+z", "suspend_process", "suspend", id="suspend", group=DO),
    ]

    def __init__(
        self,
        opened: Opened,
        reopen: Callable[[], Opened],
        *,
        today: date | None = None,
        theme: str | None = None,
        ascii_only: bool = False,
    ) -> None:
        super().__init__()
        self._opened = opened
        self._reopen = reopen
        self._today = today or date.today()
        self._guard = Guard()
        self._ascii = ascii_only
        self.failure: BaseException | None = None
        for one in THEMES.values():
            self.register_theme(one)
        choice = wanted(theme, os.environ.get("COLORFGBG"))
        self.theme = THEMES[choice].name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variables(DARK)

    def get_default_screen(self) -> Explorer:
        model = Model(self._opened)
        return Explorer(model, self._reopen, self._today, ascii_only=self._ascii)

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), self._guard]

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            try:
                loop.add_signal_handler(number, self._signalled, number)
            except (NotImplementedError, RuntimeError, ValueError):
                return  # not the main thread: whoever runs us handles signals

    def _signalled(self, number: int) -> None:
        self.exit(return_code=128 + number)

    def _fatal_error(self) -> None:
        """Leave without the traceback and its local values; ``run_explorer`` tells in a line."""
        self.failure = sys.exc_info()[1]
        self._close_messages_no_wait()


def run_explorer(opened: Opened, *, reopen: Callable[[], Opened]) -> int:
    """Open the explorer on the terminal; the exit code."""
    theme = os.environ.get("LEGATION_THEME")
    app = ExplorerApp(opened, reopen, theme=theme, ascii_only=not _draws_unicode())
    app.run()
    if app.failure is not None:
        where = traceback.extract_tb(app.failure.__traceback__)[-1:]
        place = f" ({os.path.basename(where[0].filename)}:{where[0].lineno})" if where else ""
        name = type(app.failure).__name__
        print(f"legation: internal error, please report it: {name}{place}", file=sys.stderr)
        return 1
    return app.return_code or 0


def _draws_unicode() -> bool:
    """Whether the terminal takes the signs: UTF-8, and not the Linux console."""
    encoding = (getattr(sys.__stdout__, "encoding", None) or "").replace("-", "").lower()
    return encoding == "utf8" and os.environ.get("TERM") != "linux"


assert tui.environment.OURS
