"""The driver that keeps what the terminal shows, for slow links."""

from __future__ import annotations

import curses
import os

from textual.geometry import Size

from tui.driver import clamped
from tui.frugal.screen import FrugalScreen
from tui.terminal import Terminal

WHOLE = "LEGATION_WHOLE_LINES"  # set: what Textual draws is sent as it draws it


class FrugalTerminal(Terminal):
    """Sends only the cells that differ, unless ``LEGATION_WHOLE_LINES`` is set."""

    _shown: FrugalScreen | None = None

    def start_application_mode(self) -> None:
        if self._shown is None and not os.environ.get(WHOLE):
            self._shown = FrugalScreen(self._real_size, grounds=_grounds())
        super().start_application_mode()

    def write(self, data: str) -> None:
        if self._shown is not None:
            data = self._shown.through(data)
        if data:
            super().write(data)

    def forget(self) -> None:
        """Whatever the terminal shows: send every cell of what is drawn next."""
        if self._shown is not None:
            self._shown.forget()

    def _real_size(self) -> tuple[int, int]:
        """Columns and rows as the kernel has them, whatever the environment says."""
        try:
            columns, rows = os.get_terminal_size(self.fileno)
        except OSError:
            return 0, 0
        size = clamped(Size(columns, rows))
        return size.width, size.height

    def _get_terminal_size(self) -> tuple[int, int]:
        # asked when it changed: what was drawn since for the old size, the terminal may have cut
        self.forget()
        return super()._get_terminal_size()


def _grounds() -> bool:
    """Whether the terminal erases with the ground of the pen: as its description says."""
    try:
        curses.setupterm(os.environ.get("TERM"), 1)
    except curses.error:
        return False
    return curses.tigetflag("bce") == 1
