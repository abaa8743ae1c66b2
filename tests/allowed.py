"""What may be sent to a terminal by the explorer: every sequence by name, and nothing else."""

from __future__ import annotations

import re

from hostile import steering

PEN = r"\x1b\[[\d;]*m"  # colour and style: moves no cursor, so marks after it join what is before
# as collected from tours of a dossier that hides nothing; each is Textual's, or ours where told
ALLOWED = {
    "cursor to a place": r"\x1b\[(?:\d+(?:;\d+)?)?H",
    "cursor along the line": r"\x1b\[\d*[CDG]",
    "cursor up, down": r"\x1b\[\d*[AB]",
    "rest of the line blank": r"\x1b\[K",  # ours: the line of progress, and what has gone
    "scroll region": r"\x1b\[(?:\d+;\d+)?r",  # ours, as is the next
    "lines in, lines out": r"\x1b\[\d*[LM]",
    "other screen": r"\x1b\[\?1049[hl]",
    "mouse": r"\x1b\[\?(?:1000|1003|1006|1015|1016)[hl]",
    "cursor shown, hidden": r"\x1b\[\?25[hl]",
    "focus told": r"\x1b\[\?1004[hl]",
    "pastes marked": r"\x1b\[\?2004[hl]",
    "lines wrapped": r"\x1b\[\?7[hl]",
    "drawn at once": r"\x1b\[\?2026[hl]|\x1b\[\?2026\$p",
    "size told": r"\x1b\[\?2048[hl]|\x1b\[\?2048\$p",
    "keyboard": r"\x1b\[>\d+u|\x1b\[<u",
    "pointer": r"\x1b\]22;[a-z-]+\x07",
    "copy": r"\x1b\]52;c;(?P<copy>[A-Za-z0-9+/]*=*)\x07",
    "end of line": r"\r\n|\r(?=\x1b\[K)",
    "what was begun is dropped": r"\x18",  # ours: before the terminal is given back
}
# What sends changed cells only goes to the first cell of a line, and one cell back, with the one
# byte that does it. No byte tells whether it is ours or a stranger's: where whole lines are sent
# (LEGATION_WHOLE_LINES) neither is allowed, and the same dossiers are shown in that way too.
STEPS = {"to the line's first cell": r"\r", "one cell back": r"\x08"}

_PEN = re.compile(PEN)
_WHOLE = re.compile("|".join(ALLOWED.values()))
_CHANGED = re.compile("|".join([*ALLOWED.values(), *STEPS.values()]))
_TEXT = re.compile("[^\x00-\x1f\x7f-\x9f]+")


def forbidden(raw: bytes, *, steps: bool = False) -> list[str]:
    """Everything in what a terminal received that may not be there, with what follows it.

    Text is judged from one move of the cursor to the next, across all pens: marks join the cell
    before them whatever its colour. ``steps``: only changed cells were sent.
    """
    text, allowed = raw.decode("utf-8", "surrogateescape"), _CHANGED if steps else _WHOLE
    found, run, at = list[str](), list[str](), 0
    while at < len(text):
        if plain := _TEXT.match(text, at):
            run.append(plain[0])
            at = plain.end()
        elif pen := _PEN.match(text, at):
            at = pen.end()
        else:
            found += steering("".join(run), lines=False)
            run.clear()
            if ours := allowed.match(text, at):
                at = ours.end()
            else:
                found.append(ascii(text[at : at + 30]))
                at += 1
    return found + steering("".join(run), lines=False)


def copies(raw: bytes) -> list[bytes]:
    """What was sent to the clipboard, still in base64."""
    return re.findall(rb"\x1b\]52;c;([^\x07\x1b]*)", raw)
