"""Other words under which a reader looks for a command."""

from __future__ import annotations

from collections.abc import Mapping

# id of a command → what help and palette find it by besides its own words
SYNONYMS: Mapping[str, str] = {
    "timeline": "events chronology",
    "directory": "people posts officials who",
    "encounters": "meetings pairs matrix",
    "sources": "articles newspapers references",
    "conflicts": "contradictions disagreements",
    "marks": "bookmarks favourites notes",
    "zoom": "fullscreen maximise pane",
    "search": "find look words grep",
    "next-hit": "find next match",
    "previous-hit": "find previous match",
    "filter": "facets narrow only restrict",
    "clear-filter": "reset facets",
    "clear": "reset everything",
    "date": "jump day month year",
    "person": "find people officials who post",
    "on": "calendar snapshot office",
    "known": "as of history then",
    "sort": "order",
    "mark": "bookmark star favourite",
    "note": "annotate comment write",
    "undo": "revert take back",
    "copy": "clipboard yank quote text id",
    "cite": "footnote reference bibliography",
    "export": "save file download JSON CSV Markdown spreadsheet table",
    "edit": "change correct vi editor TOML",
    "pager": "print less view",
    "address": "url link web browser open",
    "reload": "refresh update",
    "redraw": "refresh repaint",
    "problems": "errors warnings messages check",
    "palette": "menu",
    "help": "keys remap bindings shortcuts config configuration legend signs glossary manual",
    "close": "exit leave",
    "quit": "exit leave",
    "suspend": "background shell stop",
}
