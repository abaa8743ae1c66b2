"""A line of fixed size: header, footer. Only the cells that changed are drawn again."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.present.door import strip
from tui.present.line import Line, width
from tui.widgets.styles import COMPONENTS, Painter


class Bar(Widget):
    """One line that is set by ``show`` and never lays out again."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)

    def __init__(self, *, id: str | None = None, ascii_only: bool = False) -> None:
        super().__init__(id=id)
        self._line = Line()
        self._paint = Painter(self)
        self._ascii = ascii_only

    def notify_style_update(self) -> None:
        self._paint.clear()
        super().notify_style_update()

    @property
    def plain(self) -> str:
        """What the line says, for tests and the curious."""
        return self._line.plain

    def show(self, line: Line) -> None:
        """Draw this line from now on."""
        if line == self._line:
            return
        start = _same(self._line, line)
        self._line = line
        self.refresh(Region(start, 0, max(self.size.width - start, 1), 1))

    def render_line(self, y: int) -> Strip:
        line = self._line if y == 0 else Line()
        return strip(line, self.size.width, self._paint, ascii_only=self._ascii, edge=False)


def _same(old: Line, new: Line) -> int:
    """How many cells both lines begin with in common."""
    cells = 0
    for one, other in zip(old.spans, new.spans, strict=False):
        if one == other:
            cells += width(one.text)
            continue
        if replace(one, text=other.text) == other:
            cells += width(_common(one.text, other.text))
        break
    return cells


def _common(one: str, other: str) -> str:
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return one[:at]
    return min(one, other, key=len)
