"""The alarm that ends what does not end by itself, and when it is called off."""

from __future__ import annotations

import subprocess
import sys

from terminals import ROOT

SLOW_TO_GO = """
import asyncio, atexit, os, signal, sys

def last():
    # runs after what heed registered; with the alarm still set it would kill whoever is slow here
    os._exit(7 if signal.getitimer(signal.ITIMER_REAL)[0] else 143)

atexit.register(last)
from tui.ending import heed

async def main():
    ended = asyncio.Event()
    heed(lambda code: ended.set(), lambda: None)
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(ended.wait(), 10)
    assert signal.getitimer(signal.ITIMER_REAL)[0] > 0

asyncio.run(main())
"""


def test_the_alarm_is_called_off_when_nothing_is_left_to_wait_for() -> None:
    done = subprocess.run([sys.executable, "-c", SLOW_TO_GO], cwd=ROOT, timeout=30, check=False)
    assert done.returncode == 143
