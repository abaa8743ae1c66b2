"""What the tests of the storage share."""

import os
import traceback
from collections.abc import Callable
from pathlib import Path

from tinydb import TinyDB

from store.disk.storage import AtomicStorage, transaction

NOBODY = 65534


def opened(path: Path, wait: float = 20) -> TinyDB:
    return TinyDB(path, storage=AtomicStorage, wait=wait)


def put(path: Path, *texts: str) -> None:
    db = opened(path)
    with transaction(db):
        db.table("marks").insert_multiple({"text": text} for text in texts)


def texts(path: Path) -> list[str]:
    db = TinyDB(path, storage=AtomicStorage, access_mode="r")
    return [document["text"] for document in db.table("marks").all()]


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def in_child(work: Callable[[], None]) -> int:
    """Run it in a forked process, without root; its exit status: 0 where ``work`` returned."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            if os.getuid() == 0:
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            work()
            status = 0
        except BaseException:  # noqa: BLE001 - told, and passed on as the exit status
            traceback.print_exc()
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
