"""Conflicts: the question, the verdict, the rivals beside each other, the reason."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import zip_longest

from msgspec.structs import replace

from store.dossier import Dossier
from store.model.records import Conflict, Rival
from store.views.conflicts import Conflicts
from tui.present.card import labelled
from tui.present.excerpt import excerpts
from tui.present.items import ItemBody
from tui.present.line import BLANK, Line, Span, between, spans_width, width, wrap
from tui.present.questions import answer, kind_of, question, reason, rival_span, setting
from tui.present.signs import origins
from tui.present.words import link_to

COLUMN, GAP = 32, 4  # cells of the narrowest column of a rival, and between two
PART = "|"  # between the id of a conflict and that of a claim in it
WHOLE = 60  # more conflicts than this stand as question and verdict alone


def conflict_lines(dossier: Dossier, conflict: Conflict, cells: int) -> list[Line]:
    """One conflict, whole."""
    lines = _opening(dossier, conflict, cells)
    for rivals in _in_rows(conflict.values, cells):
        room = (cells - GAP * (len(rivals) - 1)) // len(rivals)
        columns = [_column(dossier, conflict, rival, room) for rival in rivals]
        lines += [BLANK, *_beside(columns, room)]
    if not conflict.undecided:
        lines += [BLANK, *labelled("Why", [Span(reason(conflict))], min(cells, 85))]
    return lines


def _opening(dossier: Dossier, conflict: Conflict, cells: int) -> list[Line]:
    """The question with what it is about, then the verdict."""
    about = link_to(dossier, conflict.about)
    right = setting(dossier, conflict)
    asked = wrap([Span(question(dossier, conflict), bold=True)], cells)
    if width(question(dossier, conflict)) + spans_width(right) + 3 <= cells:
        lines = [replace(between(asked[0], right, cells), opens=about)]
    else:
        lines = [replace(Line(asked[0]), opens=about)]
        lines += [Line(part, stop=False) for part in asked[1:]]
        lines.append(Line(tuple(right), stop=False))
    kind = kind_of(dossier, conflict)
    labels = [rival_span(conflict, rival, kind).text for rival in conflict.values]
    verdict = wrap([answer(conflict, labels)], min(cells, 85), hang=2)
    return [*lines, *(Line(part, stop=False) for part in verdict)]


def _in_rows(rivals: Sequence[Rival], cells: int) -> list[Sequence[Rival]]:
    """As many rivals side by side as have room; the rest below them."""
    most = max(1, (cells + GAP) // (COLUMN + GAP))
    if len(rivals) > most > 1 and len(rivals) % most == 1:
        most = max(1, -(-len(rivals) // 2)) if -(-len(rivals) // 2) <= most else most
    return [rivals[at : at + most] for at in range(0, len(rivals), most)]


def _column(dossier: Dossier, conflict: Conflict, rival: Rival, cells: int) -> list[Line]:
    """A rival: its value and what became of it, then its excerpts."""
    span = rival_span(conflict, rival, kind_of(dossier, conflict))
    word, role = "", "muted"
    if not conflict.undecided:
        chosen = rival.value == conflict.preferred
        word, role = ("preferred ", "good") if chosen else ("set aside ", "muted")
    most = f"–{rival.origins_most}" if rival.origins_most > rival.origins else ""
    dots = f"{rival.origins}{most}" if most else origins(rival.origins)
    right = [Span(word, role), Span(dots, "muted")]
    head = wrap([span], cells - spans_width(right) - 2)
    lines = [replace(between(head[0], right, cells), stop=False)]
    lines += [Line(part, stop=False) for part in head[1:]]
    claims = [claim for id in rival.claims if (claim := dossier.claim(id)) is not None]
    event = dossier.event(conflict.about)
    year = (event.latest or event.earliest or "")[:4] if event else ""
    for line in excerpts(dossier, claims, cells - 2, year, says=False):
        link = line.opens if line.claim else None
        spans = [replace(s, link=link) if s.role == "quote" and link else s for s in line.spans]
        plain = not line.links and link is None
        lines.append(
            replace(
                line, spans=(Span(" "), Span(line.lead, "quote"), *spans), lead=" ", stop=not plain
            )
        )
    return lines


def _beside(columns: Sequence[Sequence[Line]], room: int) -> list[Line]:
    """Columns of lines as lines."""
    lines = []
    for row in zip_longest(*columns, fillvalue=BLANK):
        spans: list[Span] = []
        for at, line in enumerate(row):
            if at:
                spans.append(Span(" " * GAP))
            spans += line.spans
            if at < len(row) - 1:
                spans.append(Span(" " * (room - spans_width(line.spans))))
        stop = any(line.stop for line in row)
        ids = dict.fromkeys(id for line in row for id in line.claims)
        lines.append(Line(tuple(spans), stop=stop, claims=tuple(ids)))
    return lines


class ConflictsBody(ItemBody):
    """Every conflict below the other; only question and verdict where there are very many.

    The id of a line is its conflict's, or ``conflict|claim`` with the passage under the cursor.
    """

    def __init__(self, dossier: Dossier, view: Conflicts, pane: int) -> None:
        self._dossier, self._view, self._cells = dossier, view, pane - 4
        self._whole = len(view) <= WHOLE
        self._blocks: dict[int, tuple[Line, ...]] = {}
        self._heads: list[int] = []
        self._size = 0
        for at in range(len(view)):
            self._heads.append(self._size)
            self._size += (len(self._block(at)) if self._whole else 2) + 1
        self._size = max(self._size - 1, 0)

    def _block(self, at: int) -> tuple[Line, ...]:
        if at not in self._blocks:
            conflict = self._view.rows(at, at + 1)[0]
            if self._whole:
                self._blocks[at] = tuple(conflict_lines(self._dossier, conflict, self._cells))
            else:
                lines = _opening(self._dossier, conflict, self._cells)
                self._blocks[at] = (lines[0], lines[-1])
        return self._blocks[at]

    def __len__(self) -> int:
        return self._size

    def _at(self, index: int) -> tuple[int, int]:
        """(number of the conflict, line within it)."""
        at = max(bisect_right(self._heads, index) - 1, 0)
        return at, index - self._heads[at]

    def line(self, index: int) -> Line:
        at, offset = self._at(index)
        block = self._block(at)
        return block[offset] if offset < len(block) else BLANK

    def row_id(self, line: int, nth: int = 0) -> str | None:
        if not 0 <= line < len(self):
            return None
        at, offset = self._at(line)
        id = self._view.id_at(at)
        links = self.line(line).links
        link = links[min(nth, len(links) - 1)] if links else None
        if offset == 0 or link is None:
            return id
        return f"{id}{PART}{link.id}"

    def place_of(self, id: str) -> tuple[int, int] | None:
        conflict, _, part = id.partition(PART)
        at = self._view.index(conflict)
        if at is None:
            return None
        head = self._heads[at]
        for offset, line in enumerate(self._block(at) if part else ()):
            for nth, link in enumerate(line.links):
                if link.id == part:
                    return head + offset, nth
        return head, 0

    def position(self, line: int) -> tuple[int, int]:
        return self._at(line)[0] + 1 if len(self) else 0, len(self._view)

    def item_line(self, line: int, step: int) -> int:
        at, offset = self._at(line)
        if step < 0 and offset:
            return self._heads[at]
        return self._heads[max(0, min(at + step, len(self._heads) - 1))]
