"""Binding records as people read them: for the footer, the help and the palette."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual.binding import Binding, BindingType

NAMES = {
    "slash": "/",
    "colon": ":",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
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


@dataclass(frozen=True)
class Key:
    """One command: its id, its group, all its keys, a short and a full description."""

    id: str
    group: str
    keys: tuple[str, ...]
    short: str
    full: str
    action: str


def key_name(key: str) -> str:
    """``ctrl+d`` → ``^d``, ``slash`` → ``/``."""
    if key in NAMES:
        return NAMES[key]
    return key.replace("ctrl+", "^")


def records(bindings: Iterable[BindingType], where: str = "") -> Iterator[Key]:
    """The commands of a table of bindings, in its order; ``where`` is put before the action
    (``app.`` for what the app does)."""
    for binding in bindings:
        if not isinstance(binding, Binding) or binding.id is None or binding.group is None:
            continue
        yield Key(
            binding.id,
            binding.group.description,
            tuple(key_name(key.strip()) for key in binding.key.split(",")),
            binding.description,
            binding.tooltip or binding.description,
            where + binding.action,
        )
