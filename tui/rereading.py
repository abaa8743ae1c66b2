"""Reading the dossier again beside the reader, who can give it up: nothing waits for it then."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

from store.disk.storage import StorageError
from store.opening import DossierError
from store.texts.attached import TextsError
from tui.explorer.stage import Stage

Found = TypeVar("Found")
PATIENCE = 0.15  # seconds of reading after which it is told


async def reread(stage: Stage, read: Callable[[], Found]) -> Found | None:
    """What ``read`` returns; where it takes long, or fails, the ``stage`` says so. None: it
    failed."""
    slow = stage.panes.set_timer(PATIENCE, stage.tell_reading)
    try:
        found = await beside(read)
    except (DossierError, StorageError, TextsError, OSError) as error:
        stage.read_again(None)
        stage.say(f"not read again: {error}")
        return None
    finally:
        slow.stop()
    stage.read_again(None)
    return found


async def beside(find: Callable[[], Found]) -> Found:
    """What ``find`` returns, or raises, in a thread of its own.

    Where the one who waits is cancelled, the thread goes on alone and its answer is dropped: a
    thread cannot be stopped, and one of a pool would hold up the end of the program.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Found] = loop.create_future()

    def settle(found: Found | None, error: BaseException | None) -> None:
        if answer.done():
            return
        if error is not None:
            answer.set_exception(error)
        else:
            answer.set_result(found)  # type: ignore[arg-type]  # found, where nothing was raised

    def run() -> None:
        found: Found | None = None
        raised: BaseException | None = None
        try:
            found = find()
        except BaseException as error:  # noqa: BLE001  raised again where it is waited for
            raised = error
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(settle, found, raised)

    Thread(target=run, name="beside", daemon=True).start()
    return await answer
