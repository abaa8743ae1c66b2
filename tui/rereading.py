"""Work beside the reader that can be given up: the program waits for it no longer, nor at its end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

Found = TypeVar("Found")


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
        except BaseException as error:
            raised = error
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(settle, found, raised)

    Thread(target=run, name="beside", daemon=True).start()
    return await answer
