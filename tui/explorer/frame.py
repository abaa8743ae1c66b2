"""Header and footer of the explorer, from its state and its table of keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from store.views.sorting import LAST
from tui.explorer.bindings import Key
from tui.explorer.filter_pane import FilterPane
from tui.explorer.layout import SMALLEST
from tui.explorer.model import Model
from tui.explorer.offers import conditions_of
from tui.explorer.reading import reading_place
from tui.explorer.state import DAYLESS, State
from tui.present.chips import ORDERS as ORDER_CHIPS
from tui.present.chrome import chips, footer, header
from tui.present.keyed import Names
from tui.present.line import Line, Link, Span
from tui.present.words import count

# what the footer offers in a list, in a card, while something is asked
IN_LIST = ("in", "search", "filter", "on", "known", "tab")
IN_VIEW = {
    "encounters": ("cell", "in", "sort", "filter", "known", "copy"),
    "sources": ("in", "search", "filter", "known", "tab", "copy"),
    "conflicts": ("next", "in", "tab", "search", "filter", "known"),
    "marks": ("in", "search", "mark", "note", "undo", "export"),
}
IN_CARD = ("next", "in", "out", "tab", "search", "copy")
EMPTY = ("search", "clear", "on", "known", "back")
UNKNOWN = ("known", "on", "sources", "back")  # nothing was known by that day
FILTERED_OUT = ("filter", "clear-filter", "date", "person", "back")
DATED = {"person", "post", "tenure"}  # cards that tell what was so on the day
NARROW = 60  # columns below which a source is named without its day
ASKING = (("enter", "take"), ("↑ ↓", "list"), ("esc", "leave"))
FINDING = (("enter", "take"), ("↑ ↓", "line"), ("esc", "leave"))
WORDS = {  # (view, id) → the word, where a list has one of its own
    ("encounters", "in"): "its events",
    ("encounters", "next"): "next pair",
    ("conflicts", "next"): "next conflict",
    ("timeline", "clear-filter"): "clear",
    ("timeline", "directory"): "who held what",
    ("encounters", "clear-filter"): "clear",
    ("conflicts", "tab"): "next link",
}


NEEDS = Line((Span(f" needs {SMALLEST[0]}×{SMALLEST[1]}", "warn"),))


def head(model: Model, state: State, position: tuple[int, int], cells: int, *, one: bool) -> Line:
    dossier = model.dossier(state)
    conflicts = len(dossier.conflicts)
    right = count(conflicts, "conflict") if conflicts else ""
    bad = len([p for p in model.opened.problems if p.level == "error"])
    if bad:
        right = f"{model.keys['problems']} {count(bad, 'problem')}"
    on, idle = _day(model, state)
    if (place := reading_place(model, state)) is not None:
        days = chips("", on, state.known_by)
        name = place[0] if cells >= NARROW else place[0].partition(",")[0]
        quiet = place[2] == "exact"
        return header(dossier.title, name, place[1], days, place[2], cells, quiet=quiet, idle=idle)
    if state.view == "conflicts" and not bad:
        undecided = sum(conflict.undecided for conflict in dossier.conflicts)
        decided = "all decided" if conflicts else ""
        right = f"{undecided} undecided" if undecided else decided
    if state.view == "encounters" and not bad:
        right = "sorted by " + ("last meeting" if state.order("encounters") == LAST else "number")
    order = ORDER_CHIPS.get(state.order(state.view), "")
    if state.view == "timeline" and not position[1]:
        position = (0, len(model.opened.dossier.order))
    return header(
        dossier.title,
        state.view,
        position,
        [*filter(None, [order]), *chips(state.place.words, on, state.known_by)],
        right,
        cells,
        quiet=right.startswith("sorted"),
        inside=one and state.focus > 0,
        filters=conditions_of(dossier, state),
        idle=idle,
    )


def _day(model: Model, state: State) -> tuple[str | None, str]:
    """The day ``on`` where it tells anything; else a chip that says that it does not."""
    links = model.links(state)
    shown = links[state.focus - 1].type if 0 < state.focus <= len(links) else ""
    if state.on is None or state.view not in DAYLESS or shown in DATED:
        return state.on, ""
    return None, f"{chips('', state.on, None)[0]} (not here)"


# what the footer offers in the filter, and while something is typed into it
IN_FILTER = (("choose", "choose"), ("exclude", "leave out"), ("type", "name"), ("beside", "list"),
             ("none", "clear"), ("done", "done"), ("unfilter", "undo"))  # fmt: skip
TYPING_NAME = (("enter", "choose"), ("↑ ↓", "row"), ("esc", "leave"))
TYPING_DATE = (("enter", "take"), ("esc", "leave"))


def filter_foot(pane: FilterPane, keys: Names, cells: int, *, alone: bool) -> Line:
    """The keys of the filter's own pane."""
    if pane.typing:
        return footer(TYPING_DATE if pane.on_date else TYPING_NAME, ("", ""), cells)
    wanted = [(id, word) for id, word in IN_FILTER if not (alone and id == "beside")]
    if cells < NARROW:  # how to get out before all that is nice to have
        wanted.sort(key=lambda pair: pair[0] not in {"choose", "done", "unfilter"})
    return footer([(keys[id], word) for id, word in wanted], (keys["help"], "help"), cells)


def foot(
    keys: Sequence[Key],
    state: State,
    rows: int,
    cells: int,
    *,
    asking: Sequence[tuple[str, str]] = (),
    reading: bool = False,
    changed: bool = False,
    into: Link | None = None,
    cell: str = "",
) -> Line:
    """Up to six keys that help where the reader is; ``changed`` says that the files have,
    ``into`` is where enter leads from the cursor, ``cell`` are the keys that move a cell."""
    if asking:
        return footer(asking, ("", ""), cells)
    listed = IN_VIEW.get(state.view, IN_LIST)
    empty: Sequence[str] = UNKNOWN if state.known_by and not state.place.words else EMPTY
    if state.filter:
        empty = FILTERED_OUT
    if state.cleared == state:
        empty = tuple(id for id in empty if id not in {"clear", "clear-filter"})
    if state.view in DAYLESS:
        empty = tuple(id for id in empty if id != "on")
    wanted: Sequence[str] = empty if not rows else IN_CARD if state.focus else listed
    if state.on and state.view == "timeline" and not state.focus:
        at = 1 if rows else 0  # the day has an answer in the other view as well
        wanted = (*wanted[:at], "directory", *wanted[at:])
    by_id = {key.id: key for key in keys}
    shown = []
    for id in wanted:
        if id == "cell":
            shown.append((cell, "cell"))
            continue
        key = by_id.get(id)
        if key is None:  # a kiosk has no such command
            continue
        word = key.short if state.focus else WORDS.get((state.view, id), key.short)
        if id == "tab" and (state.focus or state.view != "conflicts"):
            word = "next link" if state.focus else "card"
        if id == "next" and reading:
            word = "next quotation"
        if id == "in" and into is not None and into.type == "passage":
            word = "passage"
        elif id == "in" and state.focus:
            if into is None:  # the line leads nowhere
                continue
            word = "follow"
        shown.append((_shown(by_id, id), word))
    hint = ""
    if changed and "reload" in by_id:
        hint = f"changed on disk: {by_id['reload'].keys[0]} reads it again"
    return footer(shown, (by_id["help"].keys[0], by_id["help"].short), cells, hint)


def _shown(by_id: Mapping[str, Key], id: str) -> str:
    """The key of a command as the footer shows it: enter where it leads in, and both ways."""
    keys = by_id[id].keys
    if id == "next":
        return f"{keys[0]} {by_id['previous'].keys[0]}"
    return "enter" if id == "in" and "enter" in keys else keys[0]
