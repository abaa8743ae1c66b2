"""Waiting until what a key asked for is shown, so that the next key finds it there."""

from __future__ import annotations

import asyncio
from contextlib import suppress

PATIENCE = 2.0  # seconds that it may take; then the keys go on all the same


async def stands(shown: asyncio.Event) -> None:
    """Wait until it is shown."""
    with suppress(TimeoutError):
        await asyncio.wait_for(shown.wait(), PATIENCE)
