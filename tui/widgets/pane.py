"""A pane: a rule, fixed lines, and lines below them with a cursor that is a mark at the edge.

Built on the Line API: it asks its body only for the lines in sight. A cursor that moves inside
the page draws two cells anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.present.door import strip
from tui.present.line import Line, Link, Span
from tui.present.listing import Body
from tui.widgets.styles import Painter
from tui.widgets.walk import Walk

MOVE = Binding.Group("Move")


class Pane(Widget, can_focus=True):
    """Lines with a cursor. Says by messages where the cursor is and what was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "row", id="down", group=MOVE),
        Binding("k,up", "move(-1)", "row", id="up", group=MOVE),
        Binding("g,home", "first", "first", id="first", group=MOVE),
        Binding("G,end", "last", "last", id="last", group=MOVE),
        Binding("ctrl+d", "page(0.5)", "half page", id="half-down", group=MOVE),
        Binding("ctrl+u", "page(-0.5)", "half page", id="half-up", group=MOVE),
        Binding("space,pagedown", "page(1)", "page", id="page-down", group=MOVE),
        Binding("b,pageup", "page(-1)", "page", id="page-up", group=MOVE),
    ]

    class Moved(Message):
        """The cursor stands on another line, or the page shows other lines."""

        def __init__(self, pane: Pane) -> None:
            super().__init__()
            self.pane = pane

    class Chosen(Message):
        """The reader clicked on a line; ``link`` is the name under the pointer."""

        def __init__(self, pane: Pane, link: Link | None) -> None:
            super().__init__()
            self.pane, self.link = pane, link

    def __init__(self, *, id: str, ascii_only: bool = False) -> None:
        super().__init__(id=id)
        self._paint = Painter(self)
        self._ascii = ascii_only
        self._head: tuple[Line, ...] = ()
        self.walk = Walk()
        self._wanted = 0  # the first line to be in sight
        self._keeps = False  # until the cursor moves, however many lines the head takes meanwhile
        self.flag: Callable[[int, Line], Line] | None = None  # puts signs beside body lines

    # -- what it shows

    def show(self, body: Body, *, cursor: int = 0, nth: int = 0, top: int | None = None) -> None:
        """Draw this body from now on, the cursor on the nearest line where it may rest."""
        self.walk.body = body
        self.walk.top = self._wanted = top if top is not None else 0
        self._keeps = top is not None
        self.walk.page = self.page
        self.walk.go(cursor, nth)
        self.refresh()

    def head(self, lines: Sequence[Line]) -> None:
        """Fixed lines between the rule and the body."""
        new = tuple(lines)
        if new == self._head:
            return
        resized = len(new) != len(self._head)
        self._head = new
        if resized:
            self._measure()
            self.refresh()
        else:
            self.refresh(Region(0, 1, self.size.width, len(new)))

    def light(self, needle: str) -> None:
        """Show these words in reverse wherever they stand."""
        self.walk.seek(needle)
        self.refresh()

    @property
    def body(self) -> Body:
        return self.walk.body

    @property
    def cursor(self) -> int:
        """The line under the cursor."""
        return self.walk.cursor

    @property
    def link(self) -> Link | None:
        """The link under the cursor."""
        return self.walk.link

    @property
    def page(self) -> int:
        """Lines of the body that fit."""
        return max(self.size.height - 1 - len(self._head), 1)

    @property
    def in_sight(self) -> tuple[int, int]:
        """The first and the last line of the body in sight."""
        top = self.walk.top
        return top, max(min(top + self.page, len(self.body)) - 1, 0)

    def _measure(self) -> None:
        if self.walk.page <= 1 or self._keeps:
            self.walk.top = self._wanted  # it was not laid out when this was to be shown
        self.walk.page = self.page
        self.walk.reveal()

    # -- moving

    def action_move(self, step: int) -> None:
        self._moving(lambda: self.walk.step(step))

    def action_first(self) -> None:
        self._moving(lambda: self.walk.go(0))

    def action_last(self) -> None:
        self._moving(lambda: self.walk.go(len(self.body) - 1))

    def action_page(self, pages: float) -> None:
        self._moving(lambda: self.walk.by_pages(pages))

    def go(self, line: int, nth: int = 0) -> None:
        """Put the cursor on a line."""
        self._moving(lambda: self.walk.go(line, nth))

    def next_link(self, step: int) -> bool:
        """To the next link; false where there is none."""
        return bool(self._moving(lambda: self.walk.next_link(step)))

    def next_hit(self, step: int) -> bool:
        """To the next line with the words searched for; false where there is none."""
        return bool(self._moving(lambda: self.walk.next_hit(step)))

    def _moving(self, move: Callable[[], bool | None]) -> bool | None:
        """Move, then draw no more than what changed."""
        walk = self.walk
        if not len(walk.body):
            return False
        before = (walk.top, walk.cursor, walk.nth)
        done = move()
        if (walk.top, walk.cursor, walk.nth) == before:
            return done
        self._keeps = False
        start = 1 + len(self._head)
        if walk.top != before[0]:
            self.refresh(Region(0, start, self.size.width, self.page))
        else:
            for line in {before[1], walk.cursor}:
                wide = self.size.width if walk.links(line) else 1
                self.refresh(Region(0, start + line - walk.top, wide, 1))
        self.post_message(self.Moved(self))
        return done

    # -- drawing

    def render_line(self, y: int) -> Strip:
        cells, start = self.size.width, 1 + len(self._head)
        walk, focused = self.walk, self.has_focus
        if y == 0:
            rule = Span("━" * cells, "accent") if focused else Span("─" * cells, "muted")
            return strip(Line((rule,)), cells, self._paint, edge=False, ascii_only=self._ascii)
        index = walk.top + y - start
        below = walk.below if y == self.size.height - 1 else ""
        mark: Span | None = None
        if y < start:
            line = self._head[y - 1]
        elif below:
            line = Line((Span(below, "muted"),))
        elif y == start and (pinned := walk.pinned) is not None:
            line = self.body.line(pinned)
        elif index >= len(self.body):
            line = Line()
        else:
            line = self.body.line(index)
            if self.flag is not None:
                line = self.flag(index, line)
            if index == walk.cursor and line.stop:
                mark = Span("▌", "accent") if focused else Span("▏", "muted")
        return strip(
            line,
            cells,
            self._paint,
            mark=mark,
            current=walk.link if mark is not None and focused else None,
            needle=walk.needle if y >= start else "",
            ascii_only=self._ascii,
        )

    def notify_style_update(self) -> None:
        self._paint.clear()
        super().notify_style_update()

    # -- events

    def took(self, event: events.Key) -> bool:
        """Whether a key was typed into it, and so is no command."""
        return False

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_resize(self) -> None:
        self._measure()
        self.refresh()
        self.post_message(self.Moved(self))

    def on_click(self, event: events.Click) -> None:
        index = self.walk.top + event.y - 1 - len(self._head)
        if event.y <= len(self._head) or not 0 <= index < len(self.body):
            return
        if not (line := self.body.line(index)).stop:
            return
        self.go(index)
        at, link = 2, None
        for span in line.spans:
            at += len(span.text)
            if event.x < at:
                link = span.link
                break
        self.post_message(self.Chosen(self, link))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._moving(lambda: self.walk.wheel(3))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._moving(lambda: self.walk.wheel(-3))
