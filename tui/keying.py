"""Keys, one after the other: each finds all done that the one before it asked for.

Textual hands a key to the widget that has the keys when it arrives, and runs its command once it
has come back through all that is around that widget. Keys that come at once, from a fast typist, a
slow line or a script, would all be handed to the widget that the first of them leaves. What such
keys change is drawn once, after the last.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress

from textual import events
from textual.app import App
from textual.screen import Screen
from textual.widget import Widget

from tui.widgets.pane import Pane
from tui.widgets.prompt import Prompt

PATIENCE = 2.0  # seconds that it may take; then the keys go on all the same
UNDRAWN = 0.25  # seconds after which something is drawn though other keys are waiting


class OneByOne(App[None]):
    """An app whose keys and pastes are for what stands there when those before them are done."""

    _drawn = 0.0  # when what keys changed was drawn last, in seconds of the monotonic clock

    async def on_event(self, event: events.Event) -> None:
        """A letter for a prompt is handed to it; every other key is dealt with here."""
        typed = isinstance(event, events.Key | events.Paste) and not event.is_forwarded
        if not typed or not self.screen_stack:
            await super().on_event(event)
            return
        if isinstance(event, events.Key):
            self.app_focus = True
            self.attend()
        if not (isinstance(self._taker, Prompt) and _letter(event)):
            await self._done(self._taker)  # letters typed before may not have arrived
        taker = self._taker
        if isinstance(taker, Prompt) and _letter(event):
            taker._forward_event(event)
        elif isinstance(event, events.Key):
            if not (isinstance(taker, Pane) and taker.took(event)):
                await self._pressed(event)
            await self._done(taker)
        else:
            await super().on_event(event)

    @property
    def _taker(self) -> Widget:
        """What has the keys."""
        return self.focused or self.screen

    async def _pressed(self, event: events.Key) -> None:
        if not await self._check_bindings(event.key, priority=True):
            await self._check_bindings(event.key)

    async def _done(self, taker: Widget) -> None:
        """Wait until all is done; drawn it is later, where other keys are waiting."""
        now = time.monotonic()
        if not self.message_queue_size or now > self._drawn + UNDRAWN:
            self._drawn = now
            await handled(taker)
            return
        with self.batch_update():
            await handled(taker)
        for screen in self.screen_stack[-1:]:
            screen.check_idle()

    def attend(self) -> None:
        """A key has been pressed."""


def _letter(event: events.Event) -> bool:
    return isinstance(event, events.Key) and event.is_printable and event.character is not None


async def handled(taker: Widget) -> None:
    """Wait until the widget that has taken a key and all around it have dealt with it: each in
    turn, from the inside out, with what it was told, and then with what it told itself."""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            for node in taker.ancestors_with_self:
                for _ in range(2):
                    done = asyncio.Event()
                    if node.call_later(done.set):
                        await done.wait()
                if isinstance(node, Screen):
                    return
