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
}


def wanted(choice: str | None, colorfgbg: str | None) -> str:
    """``light`` or ``dark``: what was asked for, else what the terminal says of its ground."""
    if choice in THEMES:
        return choice
    ground = (colorfgbg or "").rpartition(";")[2]
    return "light" if ground in {"7", "15"} else "dark"
