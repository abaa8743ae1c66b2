"""What a list's body tells of its items: which one stands on a line, and where another is."""

from __future__ import annotations

from abc import ABC, abstractmethod

from tui.present.line import Line
from tui.present.words import more_below


class ItemBody(ABC):
    """A body (see ``listing.Body``) whose lines belong to items with an id.

    An item may take several lines, and a line may name several (``nth`` is the link under the
    cursor).
    """

    @abstractmethod
    def __len__(self) -> int: ...

    @abstractmethod
    def line(self, index: int) -> Line: ...

    @abstractmethod
    def row_id(self, line: int, nth: int = 0) -> str | None:
        """The id of what stands on a line."""

    @abstractmethod
    def place_of(self, id: str) -> tuple[int, int] | None:
        """The line of an id and which of the line's links it is; None where it is not here."""

    @abstractmethod
    def position(self, line: int) -> tuple[int, int]:
        """(number of the item from 1, all items)."""

    @abstractmethod
    def item_line(self, line: int, step: int) -> int:
        """The line of the next or previous item."""

    def group_line(self, line: int, step: int) -> int:
        """The line of the first item of the next or previous group."""
        return self.item_line(line, step)

    def heading(self, index: int) -> int | None:
        """The line of the heading above this one, or None."""
        return None

    def below(self, index: int) -> str:
        """What the last line in sight says of those after this one."""
        return more_below()
