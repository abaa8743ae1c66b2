"""Reading the dossier again beside the reader, who can give it up: nothing waits for it then."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

from msgspec.structs import replace

from store.disk.storage import StorageError
from store.model.records import Problem
from store.opening import DossierError, Opened
from store.texts.attached import TextsError
from tui.config import Config
from tui.explorer.stage import Stage
from tui.present.unread import unreadable
from tui.present.words import count

Found = TypeVar("Found")
PATIENCE = 0.15  # seconds of reading after which it is told


async def reread(
    stage: Stage, read: Callable[[], Found], faults: Callable[[tuple[Problem, ...]], None]
) -> Found | None:
    """What ``read`` returns; where it takes long, or fails, the ``stage`` says so. None: it
    failed, and ``faults`` was told why where the dossier is at fault."""
    slow = stage.panes.set_timer(PATIENCE, stage.tell_reading)
    try:
        found = await beside(read)
    except (DossierError, StorageError, TextsError, OSError) as error:
        stage.read_again(None)
        if isinstance(error, DossierError):
            faults(error.problems)
        stage.say(f"not read again: {error}")
        return None
    finally:
        slow.stop()
    stage.read_again(None)
    return found


def settled(shown: Opened, read: Opened, key: str) -> tuple[Opened, str]:
    """Which of two readings is to be on the screen now, and what is said of it: the one shown
    stays, with the problems of the other, where whole files of that were lost and of it none.
    ``key`` shows the problems."""
    if not read.unread:
        return read, f"read again{_wrong(shown, read, key)}"
    lost = unreadable(read.unread)
    if shown.unread:
        return read, f"{lost}; {key} shows why"
    said = f"{lost}; what you see is as before; {key} shows it"
    return replace(shown, problems=read.problems), said


def _wrong(shown: Opened, read: Opened, key: str) -> str:
    """How many records are at fault now, or else of how much is warned that was not before."""
    errors = sum(problem.level == "error" for problem in read.problems)
    if errors:
        return f": {count(errors, 'problem')}, {key} tells"
    new = len(set(read.problems) - set(shown.problems))
    return f": {count(new, 'new warning')}, {key} tells" if new else ""


def with_problems(opened: Opened, config: Config) -> Opened:
    """The dossier with the problems of the configuration before its own."""
    return replace(opened, problems=(*config.problems, *opened.problems))


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
