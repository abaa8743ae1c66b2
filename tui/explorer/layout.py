"""Which panes stand beside each other, how wide they are, and what they show."""

from __future__ import annotations

from dataclasses import dataclass

from tui.explorer.state import State

THREE, TWO = 140, 100  # columns from which three and two panes stand side by side
SMALLEST = (40, 10)
AIRY = 30  # rows from which a blank line stands before month headings
STRIP = (60, 16)  # a pane smaller than this (columns, rows) has no month strip


@dataclass(frozen=True)
class Layout:
    """Widths of the list, the middle and the right pane (0: not shown), the gutter between.

    ``middle`` and ``right`` are numbers of cards (1 is the card of the row); ``preview`` says
    that the right pane shows what the link under the cursor leads to. ``active`` is the pane
    with the keys: 0 list, 1 middle, 2 right.
    """

    widths: tuple[int, int, int]
    gutter: int
    middle: int
    right: int
    preview: bool
    active: int


def layout(state: State, columns: int) -> Layout:
    focus = state.focus
    if columns < TWO or state.zoomed:
        if focus == 0:
            return Layout((columns, 0, 0), 0, 1, 0, False, 0)
        return Layout((0, columns, 0), 0, focus, 0, False, 1)
    if columns < THREE:
        share = 43 if state.view == "directory" else 51
        left = round(columns * share / 100)
        gutter = 4 if state.view == "directory" else 3
        return Layout(
            (left, columns - left - gutter, 0), gutter, max(1, focus), 0, False, min(focus, 1)
        )
    gutter = 4
    each, odd = divmod(columns - 2 * gutter, 3)
    widths = (each + (odd > 0), each + (odd > 1), each)
    if focus <= 1:
        return Layout(widths, gutter, 1, 0, True, focus)
    return Layout(widths, gutter, focus - 1, focus, False, 2)
