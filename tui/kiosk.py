"""What a kiosk is: the explorer for strangers, who read and take nothing but copies on their own
terminal. It starts no program, writes no file and reads nothing of the visitor's.

This is the whole policy; ``tui/environment.py`` keeps the visitor's variables out, ``tui/seal.py``
has the process itself refuse what the policy leaves out.
"""

from __future__ import annotations

ABSENT = frozenset({"address", "edit", "export", "pager", "reload", "suspend"})
"""Ids of the commands that a kiosk lacks: in no footer, help or palette."""

NOT_HERE = frozenset({"browse", "edit", "export", "page", "reload", "suspend_process"})
"""Their actions: the keys that every legation has say that they do nothing here."""

OF_THE_APP = frozenset({"focus_next", "focus_previous", "help", "help_quit", "palette", "problems",
                        "quit", "redraw"})  # fmt: skip
"""What the app may be asked to do. Textual's own app can do more: take screenshots, press keys."""

SAID = "not in a kiosk: it starts no programs and writes no files"
"""What a key says that has no command here."""

MOST_MARKED = 200
"""Records that a visitor can mark or note; all are forgotten when he leaves."""
