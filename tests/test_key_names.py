"""Every key that the screen names is the one that the reader's configuration gives it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from building import write
from msgspec.structs import replace
from test_app import TODAY, Driver

from screenshots.take import settle
from store.model.records import Problem
from store.opening import Opened, open_dossier
from tui.app import ExplorerApp
from tui.config import Config
from tui.keynames import named

# each with a key that no sentence, sign or title can be mistaken for
ODD = {
    "search": "@", "next-hit": "%", "filter": "#", "clear-filter": "^", "date": "~",
    "person": "+", "on": "<", "known": ">", "clear": "=", "sort": "|", "mark": "*",
    "note": "$", "undo": "&", "reload": ";", "problems": ",", "help": "\\", "escape": "ctrl+e",
    "close": "ctrl+o", "choose": "ctrl+r", "exclude": "ctrl+x", "type": "`", "none": "_",
    "done": "ctrl+y", "unfilter": "ctrl+l", "beside": "ctrl+b", "cell-left": "ctrl+k",
    "cell-right": "ctrl+p", "down": "ctrl+n", "up": "ctrl+t", "next": "ctrl+w",
    "previous": "ctrl+v", "directory": "9", "sources": "8", "back": "(", "forth": ")",
    "palette": "!",
}  # fmt: skip
# a born key that stands alone before its word, as footers, hints and empty lists name keys
OLD = re.compile(
    r"(?:^| )(?:/|n|f|F|t|p|a(?=  ?(?:on a day|choose))|w|0|s|m|M|U|r|E|\?|q|space|-|j k|J K"
    r"|h j k l)  ?"
    r"(?:then|clear|change|choose|marks|writes|takes|brings|help|filter|search|on a|known|date|"
    r"person|sort|mark|note|undo|reads|\d+ problem|leave out|name|done|list|row|cell|next|back)\b"
)
FIXED = ("esc leave", "esc back", "/ find")  # of a question or a sheet, which have their own


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    found = open_dossier(write(tmp_path))
    wrong = Problem("error", "x.toml", 1, None, None, "is wrong", "mend it")
    return replace(found, problems=(wrong,))


async def screens(opened: Opened, keys: dict[str, str], size: tuple[int, int]) -> list[str]:
    """Every view, empty list, prompt and hint, reached by these keys."""
    keymap = {id: (key,) for id, key in ODD.items() if keys is ODD}
    from_name = {"/": "slash", "0": "0"}
    config = Config(keys={id: _named(key) for id, (key,) in keymap.items()})
    app = ExplorerApp(opened, lambda: opened, today=TODAY, configure=lambda: config)
    found: list[str] = []
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        one = Driver(app, pilot)

        async def press(*ids: str) -> None:
            for id in ids:
                if id in keys:
                    await pilot.press(*_named(keys[id]))
                else:
                    await pilot.press(from_name.get(id, id))
            found.append(await one.screen())

        await press()
        for view in ("directory", "3", "sources", "5", "6", "1"):
            await press(view)
            await press("search", "z", "z", "z")
            await press("enter")
            await press("next-hit")
            await press("clear")
        await press("mark")
        await press("note")
        await press("h", "i", "enter")
        await press("undo")
        await press("enter")
        await press("next-hit")
        await press("1", "filter")
        await press("choose")
        await press("type")
        await press(*"measure", "enter")
        await press("done")
        await press("clear-filter")
        await press("search", "z", "z", "enter")
        await press("clear", "known", *"1999", "enter")
        await press("clear", "on", *"1999", "enter")
        await press("directory")
        await press("clear", "help")
        await press("q", "problems")
        await press("q", "palette")
        await press("escape")
    return found


def _named(key: str) -> tuple[str, ...]:
    return (named(key),)


BORN = {
    "search": "/", "next-hit": "n", "filter": "f", "on": "a", "known": "w", "clear": "0",
    "clear-filter": "F", "choose": "space",
    "mark": "m", "note": "M", "undo": "U", "problems": "E", "help": "?", "exclude": "-",
    "type": "/", "done": "f", "directory": "2", "sources": "4", "palette": ":",
}  # fmt: skip


def old_keys(text: str) -> list[str]:
    for words in FIXED:
        text = text.replace(words, "")
    return [found.group().strip() for line in text.splitlines() for found in OLD.finditer(line)]


@pytest.mark.parametrize("size", [(80, 24), (150, 40)])
async def test_no_old_key_is_named(opened: Opened, size: tuple[int, int]) -> None:
    before = {key for text in await screens(opened, BORN, size) for key in old_keys(text)}
    assert len(before) > 15, before  # so that the pattern finds what it is to find
    for text in await screens(opened, ODD, size):
        assert not old_keys(text), text


async def test_the_new_ones_are(opened: Opened) -> None:
    said = "\n".join(await screens(opened, ODD, (100, 30)))
    for words in (
        "@ search", "^  clear it and show", "#  change the filter", ">  choose another day",
        "<  choose another day", "=  clear it", "^e  clear it; @ then takes other words",
        "& takes it back", "press @ first", ", 1 problem", "^k ^n ^t ^p cell", "^r choose",
        "^y done", "*  marks the record",
    ):  # fmt: skip
        assert words in said, words
