"""Other keys for the explorer's commands: what a configuration asks for, checked.

Textual takes unknown ids, and a key that is taken already, without a word. Here each is told, and
what is wrong leaves the command with the keys it has.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence

from tui.keynames import KeyNameError, canonical, named, shown

Keymap = Mapping[str, tuple[str, ...]]  # id of a command → its keys, by Textual's names
Say = Callable[[str, str, str], None]  # (id, what is wrong, what would be right)

# an arrow or page key that a slow line splits arrives as esc and these: nothing may quit on them
SPLIT = ("escape", "left_square_bracket", *"ABCDFHOZ", "tilde")
QUITS = ("quit", "close")


def check_keys(asked: Mapping[str, object], commands: Keymap, say: Say) -> Keymap:
    """What of ``asked`` can be had: ids of ``commands`` (with the keys they are born with) with
    other keys. Everything else is told to ``say`` and left out."""
    wanted = {}
    for id, value in asked.items():
        keys = _keys(id, value, commands, say)
        if keys:
            wanted[id] = keys
    _unclash(wanted, commands, say)
    return wanted


def _keys(id: str, value: object, commands: Keymap, say: Say) -> tuple[str, ...]:
    if id not in commands:
        near = difflib.get_close_matches(id, commands, n=1, cutoff=0.5)
        meant = f"did you mean {near[0]}? " if near else ""
        say(id, "there is no such command", f"{meant}legation keys prints the ids")
        return ()
    written = [value] if isinstance(value, str) else value
    if not isinstance(written, list) or not all(isinstance(key, str) for key in written):
        say(id, "is neither a key nor a list of keys", f'write {id} = "x" or {id} = ["x", "y"]')
        return ()
    if not written:
        say(id, "is left without a key", "every command keeps one")
        return ()
    keys: list[str] = []
    for text in written:
        try:
            key = named(text)
        except KeyNameError as error:
            wrong, _, right = str(error).partition(": ")
            say(id, f"“{text}”: {wrong}", right)
            return ()
        if id in QUITS and key in SPLIT:
            say(
                id,
                f"“{text}” is what a slow line makes of an arrow key, and must not quit",
                "take another key",
            )
            return ()
        if key not in keys:
            keys.append(key)
    return tuple(keys)


def _unclash(wanted: dict[str, tuple[str, ...]], commands: Keymap, say: Say) -> None:
    """Take back what would take a key from another command, the last written first, until no
    key is asked for twice."""
    while clash := _clash(wanted, commands):
        id, other, key = clash
        del wanted[id]
        say(
            id,
            f"“{shown(key)}” is already the key of “{other}”",
            f"give “{other}” another key, or “{id}” a free one",
        )


def _clash(wanted: Keymap, commands: Keymap) -> tuple[str, str, str] | None:
    for id in reversed(list(wanted)):
        for other in commands:
            if other == id:
                continue
            taken = wanted.get(other, commands[other])
            for key in wanted[id]:
                # two panes may be born with the same key: each has it while it has the focus
                if key in taken and not (key in commands[id] and key in commands[other]):
                    return id, other, key
    return None


def born(keys: Sequence[str]) -> tuple[str, ...]:
    """The keys of a binding's record by their one name."""
    return tuple(canonical(key.strip()) for key in keys)


def for_textual(keymap: Keymap) -> dict[str, str]:
    """The keymap as ``App.set_keymap`` takes it."""
    return {id: ",".join(keys) for id, keys in keymap.items()}
