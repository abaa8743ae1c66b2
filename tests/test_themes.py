"""The colours of the style guide: every role readable on its ground, in every theme."""

from __future__ import annotations

import pytest
from rich.color import ColorSystem
from textual.color import Color

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
    assert {theme.name for theme in THEMES.values()} >= {"legation-light", "legation-dark"}
