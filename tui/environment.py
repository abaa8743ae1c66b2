"""What Textual may read from the environment, settled before it is imported.

Textual obeys variables that import modules, write files or press keys. They are dropped, whoever
set them; then come our own. Importing this module does it, once.
"""

from __future__ import annotations

import os
from collections.abc import MutableMapping

OURS = {
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_FPS": "240",  # the default adds up to 16 ms to every key
    "TEXTUAL_SMOOTH_SCROLL": "0",
}
SLOW_ESCAPE = "250"  # milliseconds: over SSH an arrow key may arrive in two pieces


def tame(environ: MutableMapping[str, str]) -> None:
    """Drop what steers Textual and set what this program needs."""
    for name in [name for name in environ if name.startswith("TEXTUAL")]:
        del environ[name]
    environ.update(OURS)
    if environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"):
        environ.setdefault("ESCDELAY", SLOW_ESCAPE)


tame(os.environ)
