"""The terminal changes hands: taken, lent to the shell with ctrl+z, given back at every end.

What Textual's own driver does: where the terminal breaks while something is drawn, what draws
waits for ever; ctrl+z freezes for ever where no shell could continue the program, and leaves the
shell waiting where ``make`` stands between them; a SIGCONT alone has the terminal given back raw;
old consoles print the questions that newer ones answer.
"""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable
from io import TextIOWrapper
from types import FrameType
from typing import TextIO, cast

from textual.app import App

from tui.consoles import plain_console
from tui.driver import Driver
from tui.ending import give_back

SHORT = 16  # characters; what is drawn is longer than any question
SETTLED = 0.05  # seconds after which a signal to oneself has come
# questions and modes that consoles older than they are print: “p”, “25u”
_MODERN = re.compile(r"\x1b\[(?:\?\d+\$p|[<>]\d*u)")


class Paper:
    """What is drawn on: the terminal, and nothing once it is gone."""

    def __init__(self, file: TextIO, lost: Callable[[], None]) -> None:
        self._file, self._lost = file, lost

    def write(self, text: str) -> None:
        self._safely(lambda: self._file.write(text))

    def flush(self) -> None:
        self._safely(self._file.flush)

    def fileno(self) -> int:
        return self._file.fileno()

    def _safely(self, draw: Callable[[], object]) -> None:
        try:
            draw()
        except (OSError, ValueError):
            self._lost()


class Terminal(Driver):
    """The driver of a terminal that is somebody else's before and after."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._paper = Paper(cast(TextIO, self._file), self._lost)
        self._file = cast(TextIOWrapper, self._paper)
        self._plain = plain_console(os.environ.get("TERM", ""))
        self._drawing = False  # the terminal is ours
        self._turning = False  # and is just changing hands
        self._continued = False

    def write(self, data: str) -> None:
        super().write(_MODERN.sub("", data) if self._plain and len(data) < SHORT else data)

    # -- the terminal changes hands

    def start_application_mode(self) -> None:
        self._drawing = True
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def close(self) -> None:
        super().close()  # waits until all is drawn
        self._drawing = False

    def give_back(self) -> None:
        """Make the terminal what it was at once, as far as it is ours; the process ends next."""
        if self._drawing:
            give_back(self.fileno, self.attrs_before, self._paper.fileno())

    def to_shell(self) -> bool:
        """Stop until the shell continues us; False, and nothing has happened, without a shell.

        The whole group stops, as it does when the terminal itself is asked: a shell sees nothing
        of it where ``make`` or a script between goes on. And in the way that the system ignores
        where nobody could continue us: a session of ``ssh -t`` or tmux would freeze for ever.
        """
        self._turning, self._continued = True, False
        ours = self._auto_restart  # else a pager has the terminal, and was told itself
        if ours:
            self.suspend_application_mode()
            self._must_signal_resume = True
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(0 if ours else os.getpid(), signal.SIGTSTP)
        time.sleep(SETTLED)
        signal.signal(signal.SIGTSTP, self._sigtstp_application)
        if ours:
            self.resume_application_mode()
        self._turning = False
        return self._continued

    def _sigtstp_application(self, *_: int | FrameType | None) -> None:
        self.to_shell()

    def _sigcont_application(self, *_: int | FrameType | None) -> None:
        self._continued = True
        if self._turning or not (self._drawing and os.isatty(self.fileno)):
            return
        # stopped from outside: the shell has made the terminal its own meanwhile. What it was
        # before us is still what we found at first
        self._turning = True
        self.suspend_application_mode()
        self._must_signal_resume = True
        self.resume_application_mode()
        self._turning = False
