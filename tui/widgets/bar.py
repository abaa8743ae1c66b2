"""A line of fixed size: header, footer. Only the cells that changed are drawn again; what has no
room in a line takes some more for a while."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.present.door import strip
from tui.present.line import Line, Span, spans_width, width
from tui.widgets.styles import Painter


class Bar(Widget):
    """One line that is set by ``show`` and lays out again only where it becomes several."""

    def __init__(self, *, id: str | None = None, ascii_only: bool = False) -> None:
        super().__init__(id=id)
        self._line = Line()
        self._above: tuple[Line, ...] = ()
        self._paint = Painter(self)
        self._ascii = ascii_only

    def notify_style_update(self) -> None:
        self._paint.clear()
        super().notify_style_update()

    @property
    def plain(self) -> str:
        """What the lines say, for tests and the curious."""
        return "".join(line.plain for line in (*self._above, self._line))

    def show(self, *lines: Line) -> None:
        """Draw this line from now on, or these."""
        *others, line = lines
        above = tuple(others)
        if above != self._above:
            if len(above) != len(self._above):
                self.styles.height = len(lines)
            self._above, self._line = above, line
            self.refresh()
            return
        if line == self._line:
            return
        cells = self.size.width
        start, end = _same(self._line.spans, line.spans), 0
        if spans_width(self._line.spans) == spans_width(line.spans):
            end = min(_same(self._line.spans[::-1], line.spans[::-1], end=True), cells - start)
        self._line = line
        self.refresh(Region(start, len(above), max(cells - start - end, 1), 1))

    def render_line(self, y: int) -> Strip:
        lines = (*self._above, self._line)
        line = lines[y] if y < len(lines) else Line()
        return strip(line, self.size.width, self._paint, ascii_only=self._ascii, edge=False)


def _same(old: Sequence[Span], new: Sequence[Span], *, end: bool = False) -> int:
    """How many cells both begin with in common; with ``end`` (spans turned round) end with."""
    cells = 0
    for one, other in zip(old, new, strict=False):
        if one == other:
            cells += width(one.text)
            continue
        if replace(one, text=other.text) == other:
            texts = (one.text[::-1], other.text[::-1]) if end else (one.text, other.text)
            cells += width(_common(*texts))
        break
    return cells


def _common(one: str, other: str) -> str:
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return one[:at]
    return min(one, other, key=len)
