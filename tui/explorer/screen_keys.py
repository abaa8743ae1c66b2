"""The records of the keys that the explorer's screen answers: where to go and what to ask for."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.explorer.groups import DO, FIND, VIEWS
from tui.explorer.sentences import ESCAPE, KNOWN, LEAVE, ON, SHIFT_TAB, TAB, ZOOM
from tui.widgets.pane import MOVE

KEYS: list[BindingType] = [
    Binding("l,right,enter", "inward", "open", id="in", group=MOVE),
    Binding("h,left,backspace", "outward", "back", id="out", group=MOVE),
    Binding("J", "step(1)", "next item", id="next", group=MOVE),
    Binding("K", "step(-1)", "previous item", id="previous", group=MOVE),
    Binding("}", "month(1)", "next month", id="next-month", group=MOVE),
    Binding("{", "month(-1)", "previous month", id="previous-month", group=MOVE),
    Binding("tab", "tab(1)", "card or link", id="tab", group=MOVE, tooltip=TAB),
    Binding("shift+tab", "tab(-1)", "previous link", id="shift-tab", group=MOVE,
            tooltip=SHIFT_TAB),
    Binding("[", "history(-1)", "back in history", id="back", group=MOVE),
    Binding("]", "history(1)", "forth in history", id="forth", group=MOVE),
    Binding("1", "view('timeline')", "timeline", id="timeline", group=VIEWS),
    Binding("2", "view('directory')", "directory", id="directory", group=VIEWS),
    Binding("3", "view('encounters')", "encounters", id="encounters", group=VIEWS),
    Binding("4", "view('sources')", "sources", id="sources", group=VIEWS),
    Binding("5", "view('conflicts')", "conflicts", id="conflicts", group=VIEWS),
    Binding("6", "view('marks')", "marks", id="marks", group=VIEWS),
    Binding("z", "zoom", "zoom", id="zoom", group=VIEWS, tooltip=ZOOM),
    Binding("slash", "ask('search')", "search", id="search", group=FIND),
    Binding("n", "hit(1)", "next hit", id="next-hit", group=FIND),
    Binding("N", "hit(-1)", "previous hit", id="previous-hit", group=FIND),
    Binding("t", "ask('date')", "date", id="date", group=FIND, tooltip="Go to a date"),
    Binding("p", "ask('go')", "person or post", id="person", group=FIND),
    Binding("a", "ask('on')", "on a day", id="on", group=FIND, tooltip=ON),
    Binding("w", "ask('known')", "known by", id="known", group=FIND, tooltip=KNOWN),
    Binding("q", "leave(True)", "back or quit", id="close", group=DO, tooltip=LEAVE),
    Binding("escape", "leave(False)", "back", id="escape", group=DO, tooltip=ESCAPE),
]  # fmt: skip
