"""Keys that come too slowly or too fast to be told apart by their time.

A key whose sequence came in two pieces, as slow lines bring it, is still that key: who waits too
short for the rest takes an arrow for Escape, ``[`` and ``B``, and F2 for Escape, ``O`` and ``Q``,
which quits. And Escape with a key behind it, as a fast hand or a script sends them, is no key with
Alt: nothing here has such a key.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable

ESCAPE = "\x1b"
REACH = 2.0  # seconds after which what comes is no rest of it
_BEGUN = re.compile(r"\x1b(?:[\[O][\d;<]*)?\Z")
# what keys and the mouse send: few of these would be typed so, and at once
_KEY = re.compile(
    r"\x1b(?:O[A-DFHP-S]|\[(?:[A-DFHPQSZ]|1;\d+[A-DFHPQRS]|\d+(?:;\d+)*[~u]|<\d+;\d+;\d+[Mm]))"
)

# what follows Escape and does not go on a sequence; where words are typed, keys with Alt move and
# delete by words
_ESCAPE = re.compile(r"\x1b(?=[^\[OPNX\]\\^_])")
_ESCAPE_TYPING = re.compile(r"\x1b(?=[^\[OPNX\]\\^_bdf\x7f\x08])")


def apart(text: str, *, typing: bool) -> list[str]:
    """What came, divided where Escape was pressed; ``typing`` where words are typed."""
    return (_ESCAPE_TYPING if typing else _ESCAPE).split(text)


class Pieces:
    """Puts a first piece that was given up before the rest, where both are one key."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._begun = ""
        self._given_up: float | None = None

    @property
    def escaped(self) -> bool:
        """Whether an Escape came last, and it is not known yet what it is."""
        return self._begun == ESCAPE and self._given_up is None

    def whole(self, text: str) -> str:
        """What came, with the piece before it that it belongs to."""
        if self.escaped:
            text = ESCAPE + text
        elif self._given_up is not None and self._now() - self._given_up < REACH:
            joined = self._begun + text
            text = joined if _KEY.fullmatch(joined) else text
        self._given_up = None
        found = _BEGUN.search(text)
        self._begun = found[0] if found else ""
        return text

    def give_up(self) -> None:
        """What came last was taken for keys of its own, since nothing followed."""
        if self._begun:
            self._given_up = self._now()
