"""Quotations: their words, their segments, and what makes one well formed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.model.claims import ELISION, MAX_WORDS
from store.reading.decode import BadRecord

_RUN = re.compile(r"\S+")
_LETTER = re.compile(r"\w")
_MARK = ELISION.strip()


def words_at(text: str) -> Iterator[tuple[int, int]]:
    """Where each word of a text begins and ends: a run without white space that holds a letter
    or digit."""
    # two plain searches: one expression for both takes quadratic time over a million dashes
    return (run.span() for run in _RUN.finditer(text) if _LETTER.search(run[0]))


def words_in(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in words_at(text))


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
