"""What ``events`` is asked for: people and statuses in the words of the screen."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from store.dossier import Dossier
from store.model.claims import RANK
from store.views.event_texts import called
from tui.present.signs import STATUS, row_word

# further words for a status, beside those that the screen says
_ALSO = {
    "came about": "occurred",
    "took place": "occurred",
    "happened": "occurred",
    "being arranged": "arranging",
    "planned": "scheduled",
    "canceled": "cancelled",
}


def status_of(word: str) -> str:
    """The status that a word of the screen stands for (``held``, ``called off``); else the word."""
    folded = " ".join(word.casefold().replace("-", " ").replace("_", " ").split())
    return _WORDS.get(folded, word)


def _words() -> dict[str, str]:
    found = {status.replace("-", " "): status for status in RANK}
    for status, sign in STATUS.items():
        found[sign.word] = found[row_word(status)] = status
    return found | _ALSO


_WORDS = _words()


def nobody(dossier: Dossier, asked: Sequence[str]) -> str:
    """Why no event matches, where nobody has one of the names; else nothing."""
    people = dossier.facts.people
    for who in asked:
        if called(dossier, who, people):
            continue
        words = who.split()
        if len(words) > 1 and all(called(dossier, word, people) for word in words):
            each = " ".join(f"--who {word}" for word in words)
            return f": nobody here is called “{who}”; for events with all of them say {each}"
        names = {dossier.name_of(id): id for id in people}
        known = {word.casefold(): name for name in names for word in (name, *name.split())}
        near = difflib.get_close_matches(who.casefold(), known, n=1, cutoff=0.7)
        meant = f"; did you mean {known[near[0]]}?" if near else " (legation people lists all)"
        return f": nobody here is called “{who}”{meant}"
    return ""
