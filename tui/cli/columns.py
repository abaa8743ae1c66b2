"""Columns of text without lines: one wraps and takes the room that is left.

rich's own table measures every cell several times, which a dossier of many thousand events
would feel; here each row is measured once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.text import Text

GAP = 2
"""Columns between two columns."""
LEAST = 18
"""Where less than this is left for the column that wraps, it stands below the others."""
INDENT = 2


class Columns:
    """``rows`` of as many cells each. The column ``fill`` wraps; the others are as wide as
    their widest cell, the first at least ``first``. The last ``flush`` columns stand flush right
    at the end of the line."""

    def __init__(
        self, rows: Sequence[Sequence[Text]], fill: int, *, flush: int = 0, first: int = 0
    ) -> None:
        self.rows, self.fill, self.flush = rows, fill, flush
        self.natural = [max(cells) for cells in zip(*map(_lengths, rows), strict=True)]
        self.natural[0] = max(self.natural[0], first)

    def part(self, start: int, stop: int) -> Columns:
        """Some of the rows, set as they are among all."""
        made = Columns(self.rows[start:stop], self.fill, flush=self.flush)
        made.natural = self.natural
        return made

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        room = options.max_width
        widths = list(self.natural)
        left = room - sum(widths) + widths[self.fill] - GAP * (len(widths) - 1)
        stacked = left < min(LEAST, widths[self.fill])
        if self.flush or widths[self.fill] > left:
            widths[self.fill] = left
        for row in self.rows:
            lines = (
                self._stack(console, row, room) if stacked else self._lines(console, row, widths)
            )
            for line in lines:
                yield from line.render(console)
                yield Segment.line()

    def _stack(self, console: Console, row: Sequence[Text], room: int) -> Iterator[Text]:
        """The other cells on one line, and what wraps below them."""
        others = [_bare(cell) for at, cell in enumerate(row) if at != self.fill]
        if others := [cell for cell in others if cell.plain]:
            yield from Text(" " * GAP).join(others).wrap(console, room, overflow="fold")
        if row[self.fill].plain.strip():
            for line in row[self.fill].wrap(console, max(room - INDENT, 1), overflow="fold"):
                yield Text(" " * INDENT).append_text(line)
        elif not others:
            yield Text()

    def _lines(
        self, console: Console, row: Sequence[Text], widths: Sequence[int]
    ) -> Iterator[Text]:
        cells = [
            [cell] if cell.cell_len <= width else list(cell.wrap(console, width, overflow="fold"))
            for cell, width in zip(row, widths, strict=True)
        ]
        for number in range(max(map(len, cells))):
            line = Text()
            skipped = 0  # blanks are written only before something
            for at, (cell, width) in enumerate(zip(cells, widths, strict=True)):
                part = cell[number] if number < len(cell) else None
                if part is None or not part.plain.strip():
                    skipped += width + GAP
                    continue
                part.rstrip()
                used = part.cell_len
                right = width - used if at >= len(widths) - self.flush else 0
                line.append(" " * (skipped + right))
                line.append_text(part)
                skipped = width - used - right + GAP
            yield line


def _bare(cell: Text) -> Text:
    """The cell without the blanks around it."""
    start = len(cell.plain) - len(cell.plain.lstrip())
    return cell[start : len(cell.plain.rstrip())] if cell.plain.strip() else Text()


def _lengths(row: Sequence[Text]) -> list[int]:
    return [cell.cell_len for cell in row]
