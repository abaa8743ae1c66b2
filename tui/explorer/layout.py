"""Which panes stand beside each other, how wide they are, and what they show."""

from __future__ import annotations

import msgspec

from tui.explorer.state import State
from tui.present.conflicts import PART

WHOLE = frozenset({"encounters", "conflicts"})  # views whose lists need the whole width
THREE, TWO = 140, 100  # columns from which three and two panes stand side by side
SMALLEST = (40, 10)
AIRY = 30  # rows from which a blank line stands before month headings
STRIP = (60, 16)  # a pane smaller than this (columns, rows) has no month strip


class Layout(msgspec.Struct, frozen=True):
    """Widths of the list, the middle and the right pane (0: not shown), the gutter between.

    ``middle`` and ``right`` are numbers of cards (1 is the card of the row); ``preview`` says
    that the right pane shows what the link under the cursor leads to. ``active`` is the pane
    with the keys: 0 list, 1 middle, 2 right. ``filtering``: the filter stands in the middle.
    """

    widths: tuple[int, int, int]
    gutter: int
    middle: int
    right: int
    preview: bool
    active: int
    filtering: bool = False


def filtering(state: State, columns: int, *, has_keys: bool) -> Layout:
    """The filter beside the list that it narrows, alone below ``TWO`` columns; from ``THREE`` on
    with the card of the row."""
    active = int(has_keys)
    if columns < TWO or state.zoomed:
        return Layout((0, columns, 0), 0, 0, 0, False, 1, filtering=True)
    gutter = 4
    if state.view in WHOLE:
        left = columns - gutter - 43
        return Layout((left, 43, 0), gutter, 0, 0, False, active, filtering=True)
    if columns < THREE:
        left = round(columns * 53 / 100)
        return Layout((left, columns - left - gutter, 0), gutter, 0, 0, False, active, True)
    each, odd = divmod(columns - 2 * gutter, 3)
    widths = (each + (odd > 0), each + (odd > 1), each)
    return Layout(widths, gutter, 0, 1, False, active, filtering=True)


def too_small(columns: int, rows: int) -> bool:
    """Whether nothing can be read on a screen of this size."""
    return columns < SMALLEST[0] or rows < SMALLEST[1]


def layout(state: State, columns: int, *, bare: bool = False) -> Layout:
    """``bare``: the list has nothing that a card could be of."""
    focus = state.focus
    if bare and focus == 0:
        return Layout((columns, 0, 0), 0, 1, 0, False, 0)
    reading = focus > 0 and _reads(state)
    if columns < TWO or state.zoomed or (columns < THREE and (reading or state.view in WHOLE)):
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
    if reading or state.view in WHOLE:  # two thirds for what needs the width
        narrow = (columns - gutter) // 3
        wide = columns - gutter - narrow
        widths = (narrow, wide, 0) if reading else (wide, narrow, 0)
        return Layout(widths, gutter, max(1, focus), 0, False, min(focus, 1))
    each, odd = divmod(columns - 2 * gutter, 3)
    widths = (each + (odd > 0), each + (odd > 1), each)
    if focus <= 1:
        return Layout(widths, gutter, 1, 0, True, focus)
    return Layout(widths, gutter, focus - 1, focus, False, 2)


def _reads(state: State) -> bool:
    """Whether the card with the keys is an article."""
    if state.focus > 1:
        return state.trail[state.focus - 2 :][:1] != () and (
            state.trail[state.focus - 2].type == "passage"
        )
    return state.view == "conflicts" and PART in (state.place.row or "")
