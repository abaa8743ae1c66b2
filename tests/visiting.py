"""A visitor of the explorer in a pseudo-terminal: presses a key, waits for what it must show."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable

from terminals import Terminal

START = 120.0  # seconds until a large dossier is open on a busy machine
ESCAPED = 0.15  # seconds: what follows escape sooner is one key with it


class Visitor(Terminal):
    """Every key has a text that must come, so a tour that went another way fails."""

    def __init__(self, columns: int, rows: int, *words: str, **environ: str) -> None:
        super().__init__(columns, rows, ("-m", "tui", *words), **environ)
        # so that every byte in ``raw`` is the program's: no key comes back before it draws
        self.child.setecho(False)
        self.child.delaybeforesend = None

    @property
    def text(self) -> str:
        # pyte's own stumbles over half a wide character, and takes long
        return "\n".join(self.line(y).rstrip() for y in range(self.screen.lines))

    def line(self, y: int) -> str:
        """A line of the screen, from 0."""
        cells = self.screen.buffer[y]
        return "".join(cells[x].data for x in range(self.screen.columns))

    def begins(self, words: str) -> None:
        """Wait for the first frame of a dossier that may be large."""
        end = time.monotonic() + START
        while words not in self.text:
            assert time.monotonic() < end, f"{words!r} did not appear on:\n{self.text}"
            assert self.child.isalive(), self.raw
            self.read()

    def press(self, keys: str, shows: str) -> None:
        """Press, and wait until this is on the screen."""
        self.send(keys)
        self.wait(shows)

    def erase(self, words: str) -> None:
        """Empty the line that is typed, where these words stand; wait until they are gone."""
        self.wait(words)
        self.send("\x15")
        end = time.monotonic() + START
        while words in self.text:
            assert time.monotonic() < end, f"{words!r} stays on:\n{self.text}"
            self.read()

    def close_until(self, gone: str, here: str) -> None:
        """Press escape, more than once where several things lie on top, until ``gone`` is gone
        and ``here`` is shown."""
        for _ in range(8):
            self.send("\x1b")
            end = time.monotonic() + 2.0
            time.sleep(ESCAPED)
            while time.monotonic() < end:
                self.read()
                if gone not in self.text and here in self.text:
                    return
        raise AssertionError(f"{gone!r} stays, or {here!r} does not come, on:\n{self.text}")

    def seek(self, key: str, pattern: str, most: int) -> None:
        """Press a key until this is shown, at most so often."""
        for _ in range(most):
            if re.search(pattern, self.text):
                return
            self.send(key)
            self.rest()
        raise AssertionError(f"{pattern!r} did not come on:\n{self.text}")

    def rest(self, within: float = 0.3) -> None:
        """Until nothing has come for a tenth of a second, ``within`` these seconds at first."""
        end = time.monotonic() + within
        while time.monotonic() < end and not self.read():
            pass
        for _ in range(100):
            if not self.read():
                return

    def position(self) -> tuple[int, int]:
        """The number of the row under the cursor and of all rows, as the header has them."""
        found = re.search(r"   (\d+)/(\d+)", self.line(0))
        return (int(found[1]), int(found[2])) if found else (0, 0)

    def pages(self, rows: int) -> set[int]:
        """Page to the end of a list of so many rows; the numbers of the strings whose marks were
        shown."""
        seen = set[int]()
        for _ in range(rows):
            seen |= {int(number) for number in re.findall(r"\bx(\d+)\b", self.text)}
            before = self.position()
            if before == (rows, rows):
                return seen
            self.send(" ")
            end = time.monotonic() + START
            while self.position() == before:
                assert time.monotonic() < end, f"the list stops at {before}:\n{self.text}"
                self.read()
        raise AssertionError(f"the list has no end:\n{self.text}")

    def click(self, cells: Iterable[tuple[int, int]]) -> None:
        """Clicks of the first button as a terminal tells them (SGR): columns and rows from one."""
        at = [f"{column};{row}" for column, row in cells]
        self.send("".join(f"\x1b[<0;{cell}M\x1b[<0;{cell}m" for cell in at))
        self.rest()
