"""Folding and matching of names: how a reader's words find a name in any of its spellings.

Names across scripts and romanisations are data (aliases), not something a library can guess.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_APOSTROPHES = re.compile("['’ʼ‘`.]")
_APART = re.compile(r"[\W_]+")


@lru_cache(maxsize=65536)
def words_of(text: str) -> tuple[str, ...]:
    """The folded words of ``text``: NFKD, marks dropped, case folded, cut at anything that is
    no letter or digit (apostrophes and full stops vanish: ``U.S.`` is ``us``)."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    # Hangul falls apart under NFKD; it is put together again so that syllables match whole
    plain = unicodedata.normalize("NFC", plain)
    return tuple(word for word in _APART.split(plain) if word)


def fold(text: str) -> str:
    """``text`` folded and joined: no marks, case, hyphens or spaces."""
    return "".join(words_of(text))


def match(query: str, text: str) -> bool:
    """Whether the words of ``query``, in any order, begin words of ``text``, or the query
    joined begins the text joined from one of its words on. An empty query matches all."""
    asked = words_of(query)
    if not asked:
        return not query.strip()
    words = list(words_of(text))
    joined = "".join(asked)
    whole, at = "".join(words), 0
    for one in words:
        if whole.startswith(joined, at):
            return True
        at += len(one)
    for word in sorted(asked, key=len, reverse=True):
        hit = next((w for w in words if w.startswith(word)), None)
        if hit is None:
            return False
        words.remove(hit)
    return True


def first_match(query: str, texts: Iterable[str]) -> str | None:
    """The first of ``texts`` that ``query`` matches, else None."""
    return next((text for text in texts if match(query, text)), None)
