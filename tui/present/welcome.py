"""What is said at the start, if anything."""

from __future__ import annotations

from collections.abc import Sequence

from store.model.records import Problem
from tui.present.keyed import Names
from tui.present.unread import unreadable
from tui.present.words import count


def welcome(
    wrong: Sequence[Problem], unread: Sequence[str], keys: Names, *, greet: bool
) -> tuple[str, str] | None:
    """The words and their role: a configuration that is ``wrong``, files that could not be read,
    or to whom is to be greeted how to begin."""
    if wrong:
        told = count(len(wrong), "problem")
        return f"the configuration has {told}: {keys['problems']} shows all", "warn"
    if unread:
        return f"{unreadable(unread)}: {keys['problems']} shows why", "warn"
    if not greet:
        return None
    first = f"{keys['help']} help   {keys['close']} quit   "
    return f"{first}press {keys['directory']} for the directory", "accent"
