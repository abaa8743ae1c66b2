"""Where the cursor stands in a body and which lines are in sight: moving without a terminal."""

from __future__ import annotations

from tui.present.door import folded
from tui.present.line import Link
from tui.present.listing import Body, Lines


class Walk:
    """A cursor on a body of which ``page`` lines are in sight from ``top`` on.

    A cursor that leaves the page makes it jump by half of itself. ``nth`` says which of the
    links of its line the cursor is on.
    """

    def __init__(self) -> None:
        self.body: Body = Lines()
        self.page = 1
        self.cursor = 0
        self.nth = 0
        self.top = 0
        self.sought = self.needle = ""  # the words searched for, as typed and folded

    @property
    def link(self) -> Link | None:
        """The link under the cursor, else where its line leads."""
        links = self.links(self.cursor)
        if links:
            return links[min(self.nth, len(links) - 1)]
        return self.body.line(self.cursor).opens if self.cursor < len(self.body) else None

    @property
    def most(self) -> int:
        """The lowest position of the page."""
        return max(0, len(self.body) - self.page)

    def links(self, line: int) -> tuple[Link, ...]:
        return self.body.line(line).links if 0 <= line < len(self.body) else ()

    def step(self, step: int) -> None:
        """To the next line where the cursor may rest."""
        target = self._next(self.cursor, step)
        if target is not None:
            self.go(target)
        elif step < 0 and self.cursor < self.page:
            self.top = 0
        else:
            self.reveal()  # the wheel may have left it out of sight

    def by_pages(self, pages: float) -> None:
        step = int(pages * (max(self.page - 2, 1)))  # what stands in for a line hides none
        self.top = max(0, min(self.top + step, self.most))
        self.cursor, self.nth = self.rest(self.cursor + step), 0
        self.reveal()

    def wheel(self, step: int) -> None:
        """Move the page; the cursor stays in it."""
        self.top = max(0, min(self.top + step, self.most))
        low, high = self.top + 1, self.top + self.page - 2
        self.cursor = self.rest(max(low, min(self.cursor, high)))

    def go(self, line: int, nth: int = 0) -> None:
        """To this line, or the nearest where the cursor may rest."""
        self.cursor, self.nth = self.rest(line), nth
        self.reveal()

    def next_link(self, step: int) -> bool:
        """To the next link; false where there is none."""
        links = self.links(self.cursor)
        if links and 0 <= self.nth + step < len(links):
            self.go(self.cursor, self.nth + step)
            return True
        line = self.cursor + step
        while 0 <= line < len(self.body):
            links = self.links(line)
            if links:
                self.go(line, 0 if step > 0 else len(links) - 1)
                return True
            line += step
        return False

    def next_hit(self, step: int) -> bool:
        """To the next line with the words searched for; false where there is none."""
        size = len(self.body)
        for far in range(1, size + 1):
            line = (self.cursor + step * far) % size
            if self.needle and self.needle in folded(self.body.line(line).plain):
                self.go(line)
                return True
        return False

    def seek(self, words: str) -> None:
        """Search for these words from now on."""
        self.sought = words.strip()
        self.needle = folded(self.sought)

    @property
    def found(self) -> bool:
        """Whether the words searched for stand anywhere."""
        lines = (self.body.line(at) for at in range(len(self.body)))
        return bool(self.needle) and any(self.needle in folded(line.plain) for line in lines)

    def rest(self, line: int) -> int:
        """The nearest line where the cursor may rest."""
        line = max(0, min(line, len(self.body) - 1))
        if not len(self.body) or self.body.line(line).stop:
            return line
        after, before = self._next(line, 1), self._next(line, -1)
        if after is not None:
            return after
        return line if before is None else before

    def reveal(self) -> None:
        """Jump by half a page where the cursor would be out of sight."""
        self.top = max(0, min(self.top, self.most))
        first = self.top + (1 if self.pinned is not None else 0)
        last = self.top + self.page - 1 - (1 if self.below else 0)
        if self.cursor < first or self.cursor > last:
            self.top = max(0, min(self.cursor - self.page // 2, self.most))
        if self.top < min(self.cursor, self.most) and self._blank(self.top):
            self.top += 1
        if self.cursor < self.page - 1 and self._next(self.cursor, -1) is None:
            self.top = 0

    def _blank(self, line: int) -> bool:
        return not self.body.line(line).stop and not self.body.line(line).plain

    @property
    def pinned(self) -> int | None:
        """The heading that stands in for the topmost line where its own is out of sight."""
        return self.body.heading(self.top) if 0 < self.top < len(self.body) else None

    @property
    def below(self) -> str:
        """What the last line says of what is out of sight below it."""
        last = self.top + self.page - 1
        return self.body.below(last - 1) if self.page > 3 and last + 1 < len(self.body) else ""

    def _next(self, line: int, step: int) -> int | None:
        line += step
        while 0 <= line < len(self.body):
            if self.body.line(line).stop:
                return line
            line += step
        return None
