"""Quotations: their words, their segments, and what makes one well formed."""

from __future__ import annotations

import re

from store.model.claims import ELISION, MAX_WORDS
from store.reading.decode import BadRecord

WORD = re.compile(r"\S*\w\S*")
_MARK = ELISION.strip()


def words_in(text: str) -> int:
    """How many words a text has: runs without white space that hold a letter or digit."""
    return sum(1 for _ in WORD.finditer(text))


def segments(quote: str) -> list[str]:
    """The parts of a quote between its elisions, in order, white space collapsed."""
    parts = (" ".join(part.split()) for part in quote.split(_MARK))
    return [part for part in parts if part]


def check_quote(quote: object) -> str:
    """The quote with white space collapsed; raises ``BadRecord`` unless it is a text of 1 to
    ``MAX_WORDS`` words whose elisions stand free between words."""
    if not isinstance(quote, str):
        raise BadRecord("quote", "is no text", "quote the words that carry it")
    plain = " ".join(quote.split())
    if not plain or not segments(plain):
        raise BadRecord("quote", "is empty", "quote the words that carry it")
    count = words_in(plain)
    if count == 0:
        raise BadRecord("quote", "has no word in it", "quote the words that carry it")
    if count > MAX_WORDS:
        raise BadRecord(
            "quote", f"has {count} words", f"at most {MAX_WORDS}; leave words out with “{ELISION}”"
        )
    inner = plain.strip(_MARK + " ")
    if inner != plain:
        raise BadRecord("quote", "begins or ends with “…”", "“…” stands only between words")
    if plain.count(_MARK) != plain.count(ELISION):
        raise BadRecord("quote", "“…” without spaces", f"leave words out with “{ELISION}”")
    return plain
