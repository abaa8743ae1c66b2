"""The themes: the two of the style guide, whose every role passes WCAG AA on its ground, their
sisters for sixteen colours, and the terminal's own colours."""

from __future__ import annotations

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

LIGHT = {
    "ground": "#FAF7F0",
    "text": "#1E1C19",
    "muted": "#625C52",
    "accent": "#1B4F8A",
    "good": "#2C6838",
    "warn": "#845200",
    "bad": "#A3271F",
    "quote": "#57402F",
    "lit": "#F5E6A6",  # the ground of a lit passage or a hit, in text
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
    "lit": "#4A3E14",
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
# whatever the terminal's own colours are: its ground and text, four of its sixteen; muted is dim
TERMINAL = {
    "ground": "ansi_default",
    "text": "ansi_default",
    "muted": "ansi_default",
    "accent": "ansi_blue",
    "good": "ansi_green",
    "warn": "ansi_yellow",
    "bad": "ansi_red",
    "quote": "ansi_default",
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
    # Textual's own with our roles: it has the many variables that its widgets want
    "terminal": replace(
        BUILTIN_THEMES["ansi-dark"],
        name="legation-terminal",
        accent=TERMINAL["accent"],
        variables=BUILTIN_THEMES["ansi-dark"].variables | variables(TERMINAL),
    ),
}


def wanted(
    choice: str | None, colorfgbg: str | None, *, sixteen: bool = False, colourless: bool = False
) -> str:
    """The theme for a choice; without one, what the terminal says of its ground. ``sixteen``:
    the terminal has no more colours. ``colourless``: none is to be shown, and then a theme of
    our own, whose colours can be told apart and dropped."""
    if choice == "terminal" and not colourless:
        return choice
    if choice not in {"light", "dark"}:
        ground = (colorfgbg or "").rpartition(";")[2]
        choice = "light" if ground in {"7", "15"} else "dark"
    return f"{choice}-16" if sixteen else choice
