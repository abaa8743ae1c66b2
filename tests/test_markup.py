"""Nothing that comes from data is read as markup: nobody in ``tui`` uses what reads it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TUI = Path(__file__).parents[1] / "tui"
# of Textual's widgets only the input draws nothing as markup
WIDGETS = {"Input"}
# calls that read markup wherever they stand
READERS = {"from_markup", "notify", "highlight", "render_markup", "console_markup", "Markdown"}
# what Textual reads markup from when it is set
TITLES = {"border_title", "border_subtitle", "tooltip", "loading_text"}


def faults(source: str) -> Iterator[str]:
    """Every place in a module where a text could be read as markup."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.ImportFrom(module=module, names=names) if module is not None:
                found = {name.name for name in names}
                if module.startswith("textual.widgets"):
                    yield from (f"{name} reads markup" for name in found - WIDGETS)
                if module.startswith(("rich.markup", "rich.markdown", "textual.markup")):
                    yield f"{module} reads markup"
                if module == "rich" and "print" in found:
                    yield "rich.print reads markup"
            case ast.Import(names=names):
                for name in names:
                    if name.name.startswith(("textual.widgets", "rich.markup", "rich.markdown")):
                        yield f"{name.name} reads markup"
            case ast.Call(func=ast.Attribute(attr=attr) | ast.Name(id=attr)) if attr in READERS:
                yield f"{attr}() reads markup"
            case ast.Call(func=ast.Name(id="Console"), keywords=keywords):
                told = {word.arg: word.value for word in keywords}
                off = told.get("markup")
                if not (isinstance(off, ast.Constant) and off.value is False):
                    yield "a Console reads markup unless it is told not to"
            case ast.Assign(targets=targets):
                for target in targets:
                    if isinstance(target, ast.Attribute) and target.attr in TITLES:
                        yield f"{target.attr} is read as markup"
            case _:
                pass


@pytest.mark.parametrize(
    "source",
    [
        "from textual.widgets import Static, Input",
        "import textual.widgets",
        "from textual.widgets.option_list import Option",
        "app.notify(f'{title}')",
        "Content.from_markup(text)",
        "Text.from_markup(text)",
        "from rich import print",
        "from rich.markup import render",
        "Console(file=out)",
        "Console(markup=True)",
        "self.border_title = title",
        "self.tooltip = title",
    ],
)
def test_a_fault_is_seen(source: str) -> None:
    assert list(faults(source))


def test_nobody_reads_markup() -> None:
    files = sorted(TUI.rglob("*.py"))
    assert len(files) > 50
    told = [f"{file.relative_to(TUI)}: {fault}" for file in files
            for fault in faults(file.read_text("utf-8"))]  # fmt: skip
    assert told == []
