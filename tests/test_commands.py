"""Every command has a key, an id, a group, a description, a line of help and a palette entry."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest
from building import write
from test_app import TODAY
from textual.binding import Binding
from textual.dom import DOMNode

import tui
from screenshots.take import settle
from store.opening import open_dossier
from tui.app import ExplorerApp
from tui.explorer.commands import commands, within
from tui.explorer.screen import Explorer
from tui.explorer.sheet import Sheet
from tui.explorer.sheets import help_sheet, palette_sheet
from tui.explorer.synonyms import SYNONYMS
from tui.present.listing import Headed

KEYS = commands(Explorer.BINDINGS, ExplorerApp.BINDINGS)

# the key table of the design: id → keys
TABLE = {
    "down": "j ↓", "up": "k ↑", "in": "l → enter", "out": "h ← bksp", "first": "g home",
    "last": "G end", "half-down": "^d", "half-up": "^u", "page-down": "space pgdn",
    "page-up": "b pgup", "next": "J", "previous": "K", "next-month": "}", "previous-month": "{",
    "tab": "tab", "shift-tab": "⇧tab", "timeline": "1", "directory": "2", "encounters": "3",
    "sources": "4", "conflicts": "5", "marks": "6", "zoom": "z", "back": "[", "forth": "]",
    "search": "/", "next-hit": "n", "previous-hit": "N", "filter": "f", "date": "t",
    "person": "p", "on": "a", "known": "w", "clear": "0", "sort": "s", "mark": "m", "note": "M",
    "undo": "U", "copy": "y", "cite": "Y", "address": "o", "edit": "e", "pager": "v",
    "export": "x", "reload": "r", "problems": "E", "palette": ": ^p", "help": "? f1",
    "close": "q", "escape": "esc", "quit": "Q ^q", "suspend": "^z", "redraw": "^l",
}  # fmt: skip
BESIDES = {"clear-filter": "F"}  # of the screens, which the table only implies


def test_the_keys_are_those_of_the_design() -> None:
    assert {key.id: " ".join(key.keys) for key in KEYS} == TABLE | BESIDES


def test_ids_and_keys_are_had_once_and_every_command_is_told() -> None:
    every = [*KEYS, *within()]
    assert len({key.id for key in every}) == len(every)
    names = [name for key in KEYS for name in key.names]
    assert len(names) == len(set(names))
    for group in ("Filter", "Matrix"):
        inside = [name for key in within() if key.group == group for name in key.names]
        assert len(inside) == len(set(inside))
    for key in every:
        assert key.keys
        assert key.short
        assert key.group in {"Views", "Find", "Move", "Do", "Filter", "Matrix"}
        assert key.full[:1].isalpha()


def owners() -> list[type[DOMNode]]:
    """Every widget, screen and app of ours that binds keys."""
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        if not module.name.startswith(("tui.cli", "tui.__main__")):
            importlib.import_module(module.name)
    found, left = [], list(DOMNode.__subclasses__())
    while left:
        kind = left.pop()
        left += kind.__subclasses__()
        if kind.__module__.startswith("tui.") and "BINDINGS" in vars(kind):
            found.append(kind)
    return found


# they ask something and have the keys until they are answered; their footers name those keys
ASKING = {"Aside", "Menu", "Prompt", "Sheet"}


def test_no_binding_is_kept_from_the_list() -> None:
    known = {(key.id, key.full) for key in (*KEYS, *within())}
    kinds = owners()
    assert {"Explorer", "ExplorerApp", "Pane", "Desk"} <= {kind.__name__ for kind in kinds}
    for kind in kinds:
        if kind.__name__ in ASKING:
            continue
        for binding in kind.BINDINGS:
            assert isinstance(binding, Binding)
            told = (binding.id, binding.tooltip or binding.description)
            assert told in known, f"{kind.__name__}: {binding.key} is in no list"


def lines_of(sheet: Sheet, cells: int = 76, words: str = "") -> list[str]:
    return [row.line.plain for row in sheet._rows(words, cells)]


@pytest.mark.parametrize("cells", [36, 76, 116, 196])
def test_the_help_names_every_key(cells: int) -> None:
    said = [word for line in lines_of(help_sheet(KEYS, within()), cells) for word in line.split()]
    for key in (*KEYS, *within()):
        assert key.keys[0] in said, key.id


@pytest.mark.parametrize(
    ("words", "id"),
    [("remap", "help"), ("keys", "help"), ("config", "help"), ("JSON", "export"), ("csv", "export"),
     ("markdown", "export"), ("exit", "quit"), ("find", "search"), ("bookmark", "mark")],
)  # fmt: skip
def test_a_command_is_found_by_other_words_for_it(words: str, id: str) -> None:
    key = next(key for key in KEYS if key.id == id)
    assert key.action in [row.value for row in palette_sheet(KEYS)._rows(words, 76)]
    assert set(SYNONYMS) <= {key.id for key in KEYS}


def test_a_page_of_the_help_begins_with_the_names_of_its_columns() -> None:
    rows = help_sheet(KEYS, within())._rows("", 76)
    at = next(at for at, row in enumerate(rows) if "20–22" in row.line.plain)
    head = rows[at].head
    assert head is not None
    assert head.plain.split() == ["Find", "Do", "Signs"]
    assert head.plain.index("Signs") == rows[1].line.plain.index("Signs")
    body = Headed([row.line for row in rows], [row.head for row in rows])
    above = body.heading(at)
    assert above is not None
    assert body.line(above) == head


def test_a_wide_help_has_the_words_beside_the_keys() -> None:
    assert len(help_sheet(KEYS, within())._rows("", 196)) <= 46
    assert len(help_sheet(KEYS, within())._rows("", 76)) > 46


def test_the_readme_names_every_key() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    table = readme.partition("## Keys")[2].partition("###")[0]
    named = {"^": "ctrl+", "⇧": "shift+"}
    for key in KEYS:
        first = key.keys[0]
        first = named.get(first[0], first[0]) + first[1:] if len(first) > 1 else first
        assert f"`{first}`" in table, key.id


def test_the_help_and_the_palette_find_every_command() -> None:
    for key in KEYS:
        for sheet in (help_sheet(KEYS, within()), palette_sheet(KEYS)):
            found = lines_of(sheet, words=key.full)
            assert any(line.split()[0] == key.keys[0] for line in found), key.id


def test_the_help_explains_the_words_of_the_screens() -> None:
    for cells in (36, 76):
        said = " ".join(" ".join(lines_of(help_sheet(KEYS, within()), cells)).split())
        for words in ("an independent voice", "┄ maybe", "known by a day", "the whole screen"):
            assert words in said
    row = next(line for line in lines_of(help_sheet(KEYS, within())) if "esc " in line)
    assert "esc back, or quit" not in " ".join(row.split())  # escape never quits


@pytest.mark.parametrize("sheet", [help_sheet(KEYS, within()), palette_sheet(KEYS)])
def test_a_sheet_that_finds_nothing_says_so(sheet: Sheet) -> None:
    assert lines_of(sheet, words="xyzzy") == ["No command matches “xyzzy”."]


def test_the_palette_has_every_command_once() -> None:
    rows = palette_sheet(KEYS)._rows("", 76)
    assert sorted(row.value or "" for row in rows) == sorted(key.action for key in KEYS)


async def test_every_command_of_the_palette_can_be_run(tmp_path: Path) -> None:
    """What the palette names is an action of somebody: none falls into nothing."""
    opened = open_dossier(write(tmp_path))
    app = ExplorerApp(opened, lambda: opened, today=TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        explorer = app._explorer
        who: dict[str, object] = {
            "pane": explorer.stage.panes.listing, "desk": explorer.desk, "app": app,
            "narrowing": explorer.narrowing,
        }  # fmt: skip
        for key in KEYS:
            owner, dot, action = key.action.partition("(")[0].rpartition(".")
            target = who[owner] if dot else explorer
            names = (f"action_{action}", f"_action_{action}")
            assert any(hasattr(target, name) for name in names), key.action
