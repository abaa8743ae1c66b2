"""What Textual may read from the environment, settled before it is imported.

Textual obeys variables that import modules, write files or press keys. They are dropped, whoever
set them; then come our own. Importing this module does it, once. A kiosk keeps next to nothing of
what a visitor sent.
"""

from __future__ import annotations

import os
from collections.abc import MutableMapping

from tui.consoles import monochrome, plain_console

OURS = {
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_FPS": "240",  # the default adds up to 16 ms to every key
    "TEXTUAL_SMOOTH_SCROLL": "0",
}
SLOW_ESCAPE = "250"  # milliseconds: over SSH an arrow key may arrive in two pieces

# what a kiosk takes from outside: how the terminal draws, and that it is far away
TAKEN = ("TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE", "SSH_TTY", "SSH_CONNECTION",
         "TMUX", "STY")  # fmt: skip
PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ./:,_@%+-")
LONGEST = 200  # characters of a value


def tame(environ: MutableMapping[str, str]) -> None:
    """Drop what steers Textual and set what this program needs."""
    for name in [name for name in environ if name.startswith("TEXTUAL")]:
        del environ[name]
    environ.update(OURS)
    if not environ.get("NO_COLOR"):  # by its definition an empty one asks for nothing
        environ.pop("NO_COLOR", None)
    if environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"):
        environ.setdefault("ESCDELAY", SLOW_ESCAPE)
    term = environ.get("TERM", "")
    if plain_console(term) or environ.get("STY"):
        # inherited from the terminal around it; GNU screen takes such colours for blinking
        environ.pop("COLORTERM", None)
    if monochrome(term):
        environ.setdefault("NO_COLOR", "1")


def keep_out(environ: MutableMapping[str, str]) -> None:
    """Drop everything but a plain description of the terminal: what a kiosk starts with."""
    for name in list(environ):
        value = environ[name]
        if name not in TAKEN or len(value) > LONGEST or not PLAIN.issuperset(value):
            del environ[name]
    tame(environ)


tame(os.environ)
