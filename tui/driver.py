"""A terminal driver that bad input, a huge size or a lost terminal cannot bring down.

What Textual's own driver does on each: a byte that is no UTF-8 crashes it, as does a key code
beyond Unicode; a size of 65535 × 65535 takes gigabytes, as does a paste without end or a flood of
keys; where the terminal is gone and SIGHUP ignored it spins for ever.
"""

from __future__ import annotations

import asyncio
import os
import re
import selectors
from codecs import getincrementaldecoder
from collections.abc import Iterator
from concurrent.futures import wait
from typing import Any

from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App, ScreenStackError
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Input

from tui.intake import MOST_SENT, Intake
from tui.pieces import ESCAPE, Pieces, apart

LARGEST = (500, 200)  # columns, rows: 50 MiB; more is never looked at
POLL = 0.1  # seconds between two looks at whether the driver is to end
BREATH = 0.005  # seconds between two looks at whether what was typed is dealt with
# a control sequence with a number that no terminal sends
_ABSURD = re.compile(r"\x1b\[[<>?=]?[\d;:]*\d{7,}[\d;:]*[ -/]*[@-~]?")


def tolerable(text: str) -> str:
    """Typed text without control sequences that no terminal sends."""
    return _ABSURD.sub("", text)


def clamped(size: Size) -> Size:
    """The size, no larger than the largest that is drawn."""
    return Size(min(size.width, LARGEST[0]), min(size.height, LARGEST[1]))


class Driver(LinuxDriver):
    """Reads what can be read and leaves when nobody is there."""

    _sent = 0  # messages since the program was last given time

    def _get_terminal_size(self) -> tuple[int, int]:
        width, height = super()._get_terminal_size()
        size = clamped(Size(width, height))
        return size.width, size.height

    def process_message(self, message: Message) -> None:
        if isinstance(message, events.Resize):
            # a report among the keys says only that the size changed: the kernel knows it, and
            # what was typed or pasted does not
            size = Size(*self._get_terminal_size())
            message = events.Resize(size, size, pixel_size=message.pixel_size)
        super().process_message(message)

    def run_input_thread(self) -> None:
        """Read keys until the driver ends or the terminal is gone."""
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        parser, intake, pieces = XTermParser(self._debug), Intake(), Pieces()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            early = bool(selector.select(0))  # typed while the terminal still turned ⏎ into LF
            while not self.exit_event.is_set():
                if selector.select(POLL):
                    try:
                        data = os.read(self.fileno, 4096)
                    except OSError:
                        data = b""
                    if not data:
                        self._lost()
                        return
                    if early:
                        data, early = data.replace(b"\n", b"\r"), False
                    if pieces.escaped:  # take it back: what follows tells what it is
                        parser = XTermParser(self._debug)
                    text = pieces.whole(intake.take(tolerable(decode(data))))
                    try:
                        for message in self._read(parser, text):
                            self.process_message(message)
                            self._sent += 1
                    except (OverflowError, ValueError):  # a code in two pieces: forget it
                        parser = XTermParser(self._debug)
                for message in parser.tick():
                    pieces.give_up()
                    self.process_message(message)
                if self._sent >= MOST_SENT:
                    self._breathe()

    def _read(self, parser: XTermParser, text: str) -> Iterator[Message]:
        screens = self._app.screen_stack[-1:]  # none while it is only starting, or leaving
        typing = any(isinstance(screen.focused, Input) for screen in screens)
        for at, piece in enumerate(apart(text, typing=typing)):
            if at:
                yield events.Key("escape", ESCAPE)
            if piece:
                yield from parser.feed(piece)

    def _breathe(self) -> None:
        """Read on once what was read is dealt with: until then it waits in the terminal."""
        self._sent = 0
        waiting = asyncio.run_coroutine_threadsafe(_dealt_with(self._app), self._loop)
        while not self.exit_event.is_set():
            if wait([waiting], POLL).done:
                return
        waiting.cancel()

    def _lost(self) -> None:
        """Nobody is at the terminal any more: leave."""
        loop = self._app._loop
        if loop is not None:
            asyncio.run_coroutine_threadsafe(self._leave(), loop)

    async def _leave(self) -> None:
        self._app.exit(return_code=129)


async def _dealt_with(app: App[Any]) -> None:
    """Wait until no message waits between the app and the widget with the keys."""
    while any(size for size in _waiting(app)):
        await asyncio.sleep(BREATH)


def _waiting(app: App[Any]) -> Iterator[int]:
    """How many messages wait in each queue on the way of a key."""
    yield app.message_queue_size
    try:
        screen = app.screen
    except ScreenStackError:
        return  # it is only starting, or leaving
    for node in (screen.focused or screen).ancestors_with_self:
        yield node.message_queue_size
