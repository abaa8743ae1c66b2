"""Binding records as people read them: for the footer, the help and the palette."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace
from textual.binding import Binding, BindingType

from tui.keymap import Keymap, born
from tui.keynames import shown


class Key(msgspec.Struct, frozen=True):
    """One command: its id, its group, all its keys as they are shown, a short and a full
    description, its action, its keys by Textual's names."""

    id: str
    group: str
    keys: tuple[str, ...]
    short: str
    full: str
    action: str
    names: tuple[str, ...]


def records(bindings: Iterable[BindingType], where: str = "") -> Iterator[Key]:
    """The commands of a table of bindings, in its order; ``where`` is put before the action
    (``app.`` for what the app does)."""
    for binding in bindings:
        if not isinstance(binding, Binding) or binding.id is None or binding.group is None:
            continue
        names = born(binding.key.split(","))
        yield Key(
            binding.id,
            binding.group.description,
            tuple(map(shown, names)),
            binding.description,
            binding.tooltip or binding.description,
            where + binding.action,
            names,
        )


def remapped(keys: Iterable[Key], keymap: Keymap) -> list[Key]:
    """The commands with the keys that the user's configuration gives them."""
    return [
        replace(key, names=keymap[key.id], keys=tuple(map(shown, keymap[key.id])))
        if key.id in keymap
        else key
        for key in keys
    ]


def names(keys: Iterable[Key]) -> dict[str, str]:
    """The one key by which a sentence names each command: enter where it opens, else the first."""
    return {key.id: "enter" if "enter" in key.keys[1:] and key.id == "in" else key.keys[0]
            for key in keys}  # fmt: skip


def born_keys(keys: Iterable[Key]) -> Keymap:
    """The ids of the commands with their keys, as a configuration is checked against."""
    return {key.id: key.names for key in keys}
