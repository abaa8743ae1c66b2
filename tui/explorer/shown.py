"""What a pane shows, as a value, and where it stood when it was left."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from tui.present.line import Link

MOST = 400  # lists and cards whose place on the screen is kept


class Shown(msgspec.Struct, frozen=True):
    """Which card a pane shows, and how."""

    link: Link
    wide: int
    on: str | None
    known_by: str | None
    number: int
    marks: int  # the version of the reader's marks


class Tops:
    """The first line in sight of lists and cards as they were left, for who comes back."""

    def __init__(self) -> None:
        self._tops: dict[object, int] = {}

    def keep(self, what: object, top: int) -> None:
        """``what`` is all that the lines depend on; of a card its marks do not count."""
        if len(self._tops) > MOST:
            self._tops.clear()
        self._tops[_unmarked(what)] = top

    def of(self, what: object) -> int | None:
        """None: it was not seen yet."""
        return self._tops.get(_unmarked(what))


def _unmarked(what: object) -> object:
    return replace(what, marks=0) if isinstance(what, Shown) else what
