"""The explorer as a kiosk: its commands without those that reach beyond the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import msgspec
from msgspec.structs import replace
from textual import events
from textual.actions import ActionError, ActionParseResult, parse
from textual.app import SuspendNotSupported
from textual.dom import DOMNode
from textual.timer import Timer

from store.model.records import Problem
from store.opening import Opened
from tui.app import ExplorerApp
from tui.explorer.sheets import problems_sheet
from tui.kiosk import NOT_HERE, OF_THE_APP, SAID
from tui.seal import Sealed, seal_threads

GREETING = "marks and notes are forgotten when you leave"
IDLE = 30 * 60.0
"""Seconds without a key after which a kiosk ends."""


class KioskApp(ExplorerApp):
    """One dossier for strangers. ``tui/kiosk.py`` says what they can do; what Textual has of its
    own that writes, opens or suspends is out of reach, whichever way it is asked for."""

    def __init__(
        self, opened: Opened, *, theme: str | None, ascii_only: bool, idle: float = IDLE
    ) -> None:
        bare = replace(opened, problems=tuple(_unplaced(opened)))
        super().__init__(bare, lambda: bare, theme=theme, ascii_only=ascii_only, kiosk=True)
        self.forsaken = False  # whether it ended because nobody pressed a key
        self._patience = idle
        self._idle: Timer | None = None

    def on_ready(self) -> None:
        """By now the threads run that read and write the terminal: there will be no others."""
        seal_threads()
        self._idle = self.set_timer(self._patience, self._forsake)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.InputEvent | events.Paste) and self._idle is not None:
            self._idle.reset()
        await super().on_event(event)

    def _forsake(self) -> None:
        self.forsaken = True
        self.exit()

    def _welcome(self) -> None:
        help_key = self._explorer.stage.model.keys["help"]
        self._explorer.stage.say(f"{help_key} help   {GREETING}", "accent")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action in OF_THE_APP

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        try:
            name = (parse(action) if isinstance(action, str) else action)[1]
        except ActionError:
            return False
        if name in NOT_HERE:
            self._explorer.stage.say(SAID)
            return True
        return await super().run_action(action, default_namespace, namespaces)

    def action_problems(self) -> None:
        """What was left out of the dossier; from here nothing leads to a file."""
        keys, told = self._explorer.keys, tuple(self._explorer.stage.told)
        sheet = problems_sheet(self._opened.problems, keys, told, ascii_only=self._ascii)
        self.push_screen(sheet)

    # -- what Textual’s app does for any part of a program, and not for this one

    @contextmanager
    def suspend(self) -> Iterator[None]:
        raise SuspendNotSupported(SAID)
        yield

    def save_screenshot(self, *given: Any, **more: Any) -> NoReturn:
        raise Sealed(SAID)

    def open_url(self, *given: Any, **more: Any) -> NoReturn:
        raise Sealed(SAID)

    def deliver_text(self, *given: Any, **more: Any) -> NoReturn:
        raise Sealed(SAID)

    def deliver_binary(self, *given: Any, **more: Any) -> NoReturn:
        raise Sealed(SAID)

    def deliver_screenshot(self, *given: Any, **more: Any) -> NoReturn:
        raise Sealed(SAID)


def _unplaced(opened: Opened) -> Iterator[Problem]:
    """The problems without the place of their files on this machine."""
    root = opened.path
    for problem in opened.problems:
        file = Path(problem.file)
        inside = file.relative_to(root) if file.is_relative_to(root) else Path(file.name)
        named = f"{root.name}/{inside}" if root.is_dir() else root.name
        yield msgspec.structs.replace(problem, file=named)
