"""Header and footer of the explorer, from its state and its table of keys."""

from __future__ import annotations

from collections.abc import Sequence

from tui.explorer.bindings import Key
from tui.explorer.model import Model
from tui.explorer.state import State
from tui.present.chrome import chips, footer, header
from tui.present.line import Line
from tui.present.words import count

# what the footer offers in a list, in a card, while something is asked
IN_LIST = ("in", "search", "on", "known", "person", "tab")
IN_CARD = ("next", "tab", "in", "search", "copy", "out")
EMPTY = ("search", "clear", "on", "known", "back")
ASKING = (("enter", "take"), ("↑ ↓", "list"), ("esc", "leave"))
IN_FOOTER = {"in": "enter", "next": "J K", "out": "h"}


def head(model: Model, state: State, position: tuple[int, int], cells: int, *, one: bool) -> Line:
    dossier = model.dossier(state)
    conflicts = len(dossier.conflicts)
    right = count(conflicts, "conflict") if conflicts else ""
    bad = len([p for p in model.opened.problems if p.level == "error"])
    if bad:
        right = f"E {count(bad, 'problem')}"
    return header(
        dossier.title,
        state.view,
        position,
        chips(state.place.words, state.on, state.known_by),
        right,
        cells,
        inside=one and state.focus > 0,
    )


def foot(keys: Sequence[Key], state: State, rows: int, cells: int, *, asking: bool = False) -> Line:
    """Up to six keys that help where the reader is."""
    if asking:
        return footer(ASKING, ("", ""), cells)
    wanted = EMPTY if not rows else IN_CARD if state.focus else IN_LIST
    by_id = {key.id: key for key in keys}
    shown = []
    for id in wanted:
        key = by_id[id]
        word = key.short
        if id == "tab":
            word = "next link" if state.focus else "card"
        if id == "in" and state.focus:
            word = "follow"
        shown.append((IN_FOOTER.get(id, key.keys[0]), word))
    return footer(shown, (by_id["help"].keys[0], by_id["help"].short), cells)
