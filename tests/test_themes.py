"""The colours of the style guide: every role readable on its ground, in every theme."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import write
from rich.color import ColorSystem
from textual.color import Color

from store.opening import open_dossier
from tui.app import ExplorerApp
from tui.present.line import Span
from tui.themes import DARK, DARK_16, LIGHT, LIGHT_16, THEMES, wanted

READABLE = 4.5  # what WCAG AA asks for text


def luminance(colour: str) -> float:
    parts = [part / 255 for part in Color.parse(colour).rgb]
    r, g, b = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", ["text", "muted", "accent", "good", "warn", "bad", "quote"])
def test_every_role_passes_on_its_ground(roles: dict[str, str], role: str) -> None:
    assert contrast(roles[role], roles["ground"]) >= READABLE


# the style guide's table, its ratios cut after one digit: role → on light, on dark
TABLE = {
    "text": (15.8, 13.7), "muted": (6.1, 6.4), "accent": (7.7, 8.6), "good": (6.2, 8.9),
    "warn": (6.1, 9.2), "bad": (6.8, 7.7), "quote": (9.0, 10.6), "lit": (13.5, 8.1),
}  # fmt: skip


@pytest.mark.parametrize("role", TABLE)
def test_the_contrast_is_that_of_the_style_guide(role: str) -> None:
    for roles, told in zip((LIGHT, DARK), TABLE[role], strict=True):
        one, other = ("text", "lit") if role == "lit" else (role, "ground")
        assert told <= contrast(roles[one], roles[other]) < told + 0.1


@pytest.mark.parametrize("roles", [LIGHT_16, DARK_16], ids=["light", "dark"])
def test_sixteen_colours_keep_the_roles_apart(roles: dict[str, str]) -> None:
    kept = {
        Color.parse(roles[role]).rich_color.downgrade(ColorSystem.STANDARD).number
        for role in ("text", "muted", "accent", "good", "warn", "bad", "ground")
    }
    assert len(kept) == 7


def test_the_terminal_says_whether_its_ground_is_light() -> None:
    assert wanted(None, "0;15") == "light"
    assert wanted(None, "15;0") == "dark"
    assert wanted(None, None) == "dark"
    assert wanted("light", "15;0") == "light"
    assert wanted("mauve", None) == "dark"
    assert wanted("terminal", None) == wanted("terminal", None, sixteen=True) == "terminal"
    assert wanted("terminal", "0;15", colourless=True) == "light"
    assert wanted("dark", None, sixteen=True) == "dark-16"
    assert {theme.name for theme in THEMES.values()} >= {"legation-light", "legation-dark"}


async def test_what_is_lit_has_a_ground_of_its_own_or_is_reverse(tmp_path: Path) -> None:
    opened = open_dossier(write(tmp_path))
    hit, label = Span("x", "text", reverse=True), Span("x", "muted")
    for choice, ground in (("light", "#f5e6a6"), ("dark", "#4a3e14"), ("terminal", None)):
        app = ExplorerApp(opened, lambda: opened, theme=choice)
        async with app.run_test():
            style = app._explorer.stage.header._paint(hit)
            muted = app._explorer.stage.header._paint(label)
            assert bool(style.reverse) is (ground is None)
            assert bool(muted.dim) is (choice == "terminal")
            if ground is not None:
                assert style.bgcolor is not None
                assert style.bgcolor.name == ground
            else:
                assert style.bgcolor is None or style.bgcolor.is_default


async def test_no_color_leaves_bold_dim_reverse_and_underline_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    opened = open_dossier(write(tmp_path))
    app = ExplorerApp(opened, lambda: opened, theme="terminal")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "enter", "tab")
        styles = [style for strip in app.screen._compositor.render_strips()
                  for _, style, _ in strip if style is not None]  # fmt: skip
        assert not any(style.color or style.bgcolor for style in styles)
        assert any(style.bold for style in styles)
        assert any(style.dim for style in styles)
        assert any(style.underline for style in styles)
        assert app._explorer.stage.header._paint(Span("x", reverse=True)).reverse
