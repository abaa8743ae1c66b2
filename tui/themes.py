"""The two themes of the style guide. Every role passes WCAG AA on its ground."""

from __future__ import annotations

from textual.theme import Theme

LIGHT = {
    "ground": "#FAF7F0",
    "text": "#1E1C19",
    "muted": "#625C52",
    "accent": "#1B4F8A",
    "good": "#2C6838",
    "warn": "#845200",
    "bad": "#A3271F",
    "quote": "#57402F",
}
DARK = {
    "ground": "#17181B",
    "text": "#E6E2DA",
    "muted": "#A09B92",
    "accent": "#8DB8EC",
    "good": "#8FC68D",
    "warn": "#E2B45E",
    "bad": "#F0918A",
    "quote": "#D9C7A3",
}
# the sixteen colours of old terminals: the very ones, so that each role keeps its own
LIGHT_16 = {
    "ground": "#FFFFFF",
    "text": "#000000",
    "muted": "#555555",
    "accent": "#0000AA",
    "good": "#00AA00",
    "warn": "#AA5500",
    "bad": "#AA0000",
    "quote": "#000000",
}
DARK_16 = {
    "ground": "#000000",
    "text": "#FFFFFF",
    "muted": "#AAAAAA",
    "accent": "#5555FF",
    "good": "#55FF55",
    "warn": "#FFFF55",
    "bad": "#FF5555",
    "quote": "#FFFFFF",
}


def variables(roles: dict[str, str]) -> dict[str, str]:
    """The variables that the style sheets use: ``$role-text`` and so on."""
    return {f"role-{name}": colour for name, colour in roles.items()}


def theme(name: str, roles: dict[str, str], *, dark: bool) -> Theme:
    return Theme(
        name=name,
        primary=roles["accent"],
        secondary=roles["quote"],
        accent=roles["accent"],
        foreground=roles["text"],
        background=roles["ground"],
        surface=roles["ground"],
        panel=roles["ground"],
        success=roles["good"],
        warning=roles["warn"],
        error=roles["bad"],
        dark=dark,
        variables=variables(roles),
    )


THEMES = {
    "light": theme("legation-light", LIGHT, dark=False),
    "dark": theme("legation-dark", DARK, dark=True),
    "light-16": theme("legation-light-16", LIGHT_16, dark=False),
    "dark-16": theme("legation-dark-16", DARK_16, dark=True),
}


def wanted(choice: str | None, colorfgbg: str | None) -> str:
    """``light`` or ``dark``: what was asked for, else what the terminal says of its ground."""
    if choice in {"light", "dark"}:
        return choice
    ground = (colorfgbg or "").rpartition(";")[2]
    return "light" if ground in {"7", "15"} else "dark"
