"""Typesetting for text output: small pieces that rich sets to any width.

Data reaches rich through ``text`` only, cleaned and never as markup.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import ConsoleRenderable
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tui.cli.failure import clean
from tui.present.signs import Sign, origins

LABEL = 9
"""Columns of a label beside its value (SCREENS: "Labels 9 columns")."""

# roles of the style guide in the sixteen colours that every terminal has
STYLES = {
    "text": "",
    "bold": "bold",
    "muted": "dim",
    "accent": "blue",
    "good": "green",
    "warn": "yellow",
    "bad": "red",
    "quote": "",
}

Part = str | tuple[str, str]


def text(*parts: Part) -> Text:
    """One paragraph of parts, each a text or a text with its role."""
    made = Text(overflow="fold")
    for part in parts:
        said, role = (part, "text") if isinstance(part, str) else part
        made.append(clean(said), STYLES[role])
    return made


def unbroken(*parts: Part) -> Text:
    """Like ``text``, on one line however long it is."""
    made = text(*parts)
    made.no_wrap = True
    return made


def join(texts: Iterable[Text], by: str) -> Text:
    """Several texts as one."""
    return Text(by, overflow="fold").join(texts)


BLANK = Text("")


def heading(title: str, beside: str = "") -> ConsoleRenderable:
    """A bold heading, with a muted remark flush right."""
    return row((text((title, "bold")), "fill"), (text((beside, "muted")), "right"))


def row(*cells: tuple[Text, str]) -> Table:
    """One line of cells: ``fill`` takes the room that is left, ``right`` stands flush right."""
    made = Table.grid(padding=(0, 2, 0, 0), pad_edge=False, expand=True)
    for cell, place in cells:
        if place == "fill":
            made.add_column(ratio=1, overflow="fold")
        else:
            made.add_column(justify="right", no_wrap=len(cell.plain) < 24, overflow="fold")
    made.add_row(*(cell for cell, _ in cells))
    return made


def labelled(rows: Iterable[tuple[str, ConsoleRenderable | None]]) -> Table:
    """Values beside their labels; a label without a value is left out."""
    made = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    made.add_column(width=LABEL, no_wrap=True)
    made.add_column(overflow="fold")
    for label, value in rows:
        if value is not None:
            made.add_row(text((label, "muted")), value)
    return made


def indented(part: ConsoleRenderable, by: int = 2) -> Padding:
    """``part`` moved in from the left."""
    return Padding(part, (0, 0, 0, by))


def quoted(words: str) -> Table:
    """A quotation whose opening mark hangs one column out of the text."""
    made = Table.grid(padding=0, pad_edge=False)
    made.add_column(width=2, justify="right")
    made.add_column(overflow="fold")
    made.add_row(text("“"), text((f"{words}”", "quote")))
    return made


def signed(sign: Sign, word: str) -> Text:
    """A status: its sign and its word."""
    return text((f"{sign.sign} {word}".rstrip(), sign.role))


def marks(denied: bool, conflict: bool, least: int, most: int | None = None) -> Text:
    """What stands at the end of a row: denied, in conflict, independent origins."""
    dots = origins(least)
    if most is not None and most > least:
        dots = f"{least}–{most}"
    return text(
        ("¬" if denied else " ", "bad"), ("!" if conflict else " ", "warn"), (f" {dots}", "muted")
    )


def counted(number: int, one: str, many: str | None = None) -> str:
    """``1 claim``, ``2 claims``."""
    return f"{number} {one if number == 1 else many or one + 's'}"
