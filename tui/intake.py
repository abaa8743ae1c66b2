"""How much of what a terminal sends is taken: no flood of it makes the program grow.

A paste is text, however it looks: escapes in it steer nothing, and beyond its most it is cut,
whether or not it ever ends. What comes faster than it is dealt with waits in the terminal.
"""

from __future__ import annotations

MOST_PASTED = 65_536
"""Characters of one paste that are taken."""
MOST_SENT = 256
"""Messages after which the program is given time to deal with them."""

START, END = "\x1b[200~", "\x1b[201~"
ESCAPE = "\u241b"  # its picture


class Intake:
    """Passes on what is typed, and of each paste the beginning."""

    def __init__(self) -> None:
        self._seen = ""  # the last characters typed: a mark may come in pieces
        self._held = ""  # within a paste: what may be the first part of its end
        self._room: int | None = None  # characters of the paste still taken; None: no paste

    @property
    def pasting(self) -> bool:
        """Whether a paste has begun and not ended."""
        return self._room is not None

    def take(self, text: str) -> str:
        """What of the next piece goes on, to be read as keys and pastes."""
        passed = []
        while text:
            part, text = self._typed(text) if self._room is None else self._pasted(text)
            passed.append(part)
        return "".join(passed)

    def _typed(self, text: str) -> tuple[str, str]:
        """(What goes on, what is left) up to the beginning of a paste."""
        seen = self._seen + text
        at = seen.find(START)
        if at < 0:
            self._seen = seen[1 - len(START) :]
            return text, ""
        end = at + len(START) - len(self._seen)
        self._seen, self._room = "", MOST_PASTED
        return text[:end], text[end:]

    def _pasted(self, text: str) -> tuple[str, str]:
        """(What goes on, what is left) up to the end of the paste."""
        inside, mark, rest = (self._held + text).partition(END)
        self._held = "" if mark else _first_part(inside)
        room = self._room or 0
        taken = inside[: len(inside) - len(self._held)][:room].replace("\x1b", ESCAPE)
        self._room = None if mark else room - len(taken)
        return taken + mark, rest


def _first_part(text: str) -> str:
    """The longest end of a text with which the end of a paste may begin."""
    return next(
        (END[:size] for size in range(len(END) - 1, 0, -1) if text.endswith(END[:size])), ""
    )
