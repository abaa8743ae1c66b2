"""What stands above a list: the month strip, or the line that says what it is searched for."""

from __future__ import annotations

from tui.explorer.layout import STRIP
from tui.explorer.model import Model
from tui.explorer.state import State
from tui.present.line import BLANK, Line, Span, between, cut, width
from tui.present.listing import Body, TimelineBody
from tui.present.on_day import on_or_in
from tui.present.people import DirectoryBody
from tui.present.strip import strip


def list_head(
    model: Model, state: State, body: Body, sight: tuple[int, int], wide: int, rows: int
) -> list[Line]:
    """The fixed lines above a list in a pane of ``wide`` columns; ``sight`` are the first and
    the last line of the list that are seen, ``rows`` those of the screen's panes."""
    if state.view == "directory":
        short = isinstance(body, DirectoryBody) and body.shortened
        searched = _search_line(state, wide, model.keys["search"], typed=model.silent)
        return [*searched, *_day_line(state, wide, short=short), BLANK]
    if state.view != "timeline" or wide < STRIP[0] or rows + 2 < STRIP[1]:
        return []
    view: tuple[str | None, str | None] = (None, None)
    if isinstance(body, TimelineBody):
        first, last = body.month_at(sight[0]), body.month_at(sight[1])
        view = (last, first) if first and last and first > last else (first, last)
    lines = strip(model.counted(state), wide - 2, view, model.months)
    return [*lines, BLANK] if rows + 2 >= 30 else list(lines)


def _search_line(state: State, wide: int, key: str, *, typed: bool) -> list[Line]:
    """``typed``: the words are being typed at the foot, and stand there."""
    words = state.place.words
    said = Span(cut(words, wide - 5 - width(key))) if words else Span("name, post or body", "muted")
    return [BLANK if typed else Line((Span(f"{key} ", "muted"), said))]


def _day_line(state: State, wide: int, *, short: bool) -> list[Line]:
    """``short``: the rows say in one word why a holder is only maybe."""
    if state.on is None:
        return []
    said = [Span(f"Who held what {on_or_in(state.on)}", bold=True)]
    return [between(said, [Span("first, last: attested", "muted")] if short else [], wide - 2)]
