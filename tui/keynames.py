"""The names of keys: as people write them, as Textual knows them, as the screen shows them."""

# isort: off
from __future__ import annotations

import tui.environment  # first: it settles what Textual reads from the environment
# isort: on

from textual.keys import Keys, _character_to_key

SHOWN = {
    "slash": "/",
    "colon": ":",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "escape": "esc",
    "backspace": "bksp",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "shift+tab": "⇧tab",
}
_WRITTEN = {shown: name for name, shown in SHOWN.items()} | {
    "return": "enter",
    "delete": "delete",
    "del": "delete",
}
# what an old keyboard or a slow line sends for these is another key
NO_KEYS = {
    "ctrl+h": "backspace",
    "ctrl+i": "tab",
    "ctrl+j": "enter",
    "ctrl+m": "enter",
    "ctrl+left_square_bracket": "esc",
    "ctrl+c": "what interrupts a program",
}
_PUNCTUATION = {_character_to_key(char): char for char in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}
_NAMED = {
    key.value for key in Keys if not key.value.startswith("<") and key.value != "ctrl-at"
} | set(_PUNCTUATION)


class KeyNameError(ValueError):
    """No key has this name, or it cannot be used; ``str()`` says why and what would be right."""


def shown(key: str) -> str:
    """``ctrl+d`` → ``^d``, ``slash`` → ``/``."""
    if key in SHOWN:
        return SHOWN[key]
    return _PUNCTUATION.get(key) or key.replace("ctrl+", "^")


def canonical(key: str) -> str:
    """The one name of a key that a table of bindings writes as ``}`` or as its name."""
    return _character_to_key(key) if len(key) == 1 else key


def named(written: str) -> str:
    """Textual's name for a key as people write it: ``/``, ``^d``, ``ctrl+d``, ``pgdn``.
    Raises ``KeyNameError``."""
    text = written.strip() or ("space" if written == " " else "")
    if not text:
        raise KeyNameError("an empty text is no key: write a letter, or space, enter, ctrl+d")
    if len(text) == 1:
        if text.isprintable():
            return _WRITTEN.get(text) or _character_to_key(text)
        raise KeyNameError("a control character is no key: write ctrl+ and a letter")
    low = text.casefold()
    if low.startswith("^") and len(low) == 2:
        low = f"ctrl+{low[1]}"
    head, plus, last = low.rpartition("+")
    if plus and len(last) == 1:
        low = f"{head}+{_character_to_key(last)}"
    key = _WRITTEN.get(low, low)
    if key in NO_KEYS:
        raise KeyNameError(f"a terminal sends {NO_KEYS[key]} for it: take another key")
    if key.startswith("shift+") and len(key) == 7:
        raise KeyNameError(f"write {key[-1].upper()} for it")
    if key not in _NAMED:
        raise KeyNameError("there is no such key: write a letter, or space, enter, ctrl+d")
    return key


assert tui.environment.OURS
