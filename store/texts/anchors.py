"""Anchors: where each quote stands in the text of its article (DESIGN, "Anchors").

Texts are NFC-normalised, runs of white space become one space, ends stripped; offsets count code
points. Positions are never typed: ``anchors.lock.toml`` keeps them from one check to the next.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Literal

import msgspec

from store.model.claims import MAX_SPAN
from store.model.records import AnchorCounts
from store.reading.quotes import segments, words_at, words_in
from store.texts.approximate import near

State = Literal["exact", "moved", "fuzzy", "orphan", "unchecked"]
Spans = tuple[tuple[int, int], ...]
FUZZY = 0.10  # share of a quote's characters that may differ
MOST_PLACES = 200  # places of one quote that are looked at
_SPACE = re.compile(r"\s+")


class Article(msgspec.Struct, frozen=True):
    """The text of a source as it was attached. ``breaks`` are the offsets at which a line of
    the file began."""

    source: str
    file: str
    text: str
    breaks: tuple[int, ...]


class Shares(msgspec.Struct, frozen=True):
    """The share of an article's words that is shown in quotes, and that lies between the first
    and the last word of one; words that several quotes show count once."""

    shown: float
    anchored: float
    words: int


class Anchored(msgspec.Struct, frozen=True):
    """The anchors of a dossier's claims: the spans of each quote's segments, by claim id."""

    states: Mapping[str, State] = msgspec.field(default_factory=dict)
    spans: Mapping[str, Spans] = msgspec.field(default_factory=dict)
    shares: Mapping[str, Shares] = msgspec.field(default_factory=dict)
    articles: Mapping[str, Article] = msgspec.field(default_factory=dict)

    def state(self, claim: str) -> State:
        """The state of one claim's anchor; ``unchecked`` without its text."""
        return self.states.get(claim, "unchecked")

    def words(self, claim: str, source: str) -> str | None:
        """Every word from a quote's first to its last, as the article has them; None where its
        text is not attached or does not have the quote word for word."""
        article, spans = self.articles.get(source), self.spans.get(claim)
        if article is None or not spans or self.state(claim) not in ("exact", "moved"):
            return None
        return article.text[spans[0][0] : spans[-1][1]]

    def counts(self, claims: Iterable[str]) -> AnchorCounts:
        """How many of these claims are in which state."""
        found = Counter(self.state(claim) for claim in claims)
        return AnchorCounts(**{str(state): number for state, number in found.items()})


NO_ANCHORS = Anchored()


def normalise(raw: str) -> tuple[str, tuple[int, ...]]:
    """A text for anchoring, and the offsets in it at which a line began."""
    parts, breaks, at = [], [], 0
    for line in unicodedata.normalize("NFC", raw).splitlines():
        words = _SPACE.sub(" ", line).strip()
        if words:
            breaks.append(at)
            parts.append(words)
            at += len(words) + 1
    return " ".join(parts), tuple(breaks)


def places(quote: str, text: str) -> list[Spans]:
    """Every place where the segments of a quote stand in order within ``MAX_SPAN`` words, the
    first ``MOST_PLACES`` at most."""
    parts = [unicodedata.normalize("NFC", part) for part in segments(quote)]
    if any(part not in text for part in parts):  # most texts are not the quote's: no pattern
        return []
    first, *rest = map(_edged, parts)
    found = []
    for match in islice(first.finditer(text), MOST_PLACES):
        spans = [match.span()]
        for pattern in rest:
            next_ = pattern.search(text, spans[-1][1])
            if next_ is None:
                break
            spans.append(next_.span())
        else:
            if words_in(text[spans[0][0] : spans[-1][1]]) <= MAX_SPAN:
                found.append(tuple(spans))
    return found


def _edged(part: str) -> re.Pattern[str]:
    """A pattern for a segment that begins and ends in the middle of no word."""
    start = r"(?<!\w)" if re.match(r"\w", part) else ""
    end = r"(?!\w)" if re.search(r"\w$", part) else ""
    return re.compile(f"{start}{re.escape(part)}{end}")


def locate(quote: str, text: str, kept: Spans | None) -> tuple[State, Spans]:
    """The state of one quote's anchor and its spans. ``kept`` is where the lock file has it."""
    found = places(quote, text)
    if kept is not None and kept in found:
        return "exact", kept
    if found:
        if kept is None:
            return "exact", found[0]
        # at two other places, nothing says which of them was meant
        return ("moved", found[0]) if len(found) == 1 else ("orphan", ())
    parts = [unicodedata.normalize("NFC", part) for part in segments(quote)]
    allowed = int(FUZZY * sum(map(len, parts)))
    spans: list[tuple[int, int]] = []
    for part in parts:
        found_near = near(part, text, allowed)
        if found_near is None or (spans and found_near[0] < spans[-1][1]):
            return "orphan", ()
        allowed -= found_near[2]
        spans.append(found_near[:2])
    if words_in(text[spans[0][0] : spans[-1][1]]) > MAX_SPAN:
        return "orphan", ()
    return "fuzzy", tuple(spans)


def measure(text: str, quotes: Iterable[Spans]) -> Shares:
    """The shares of an article's words that quotes show and enclose."""
    words = list(words_at(text))
    shown, enclosed = set(), set()
    for spans in quotes:
        if spans:
            for start, end in spans:
                shown.update(_touched(words, start, end))
            enclosed.update(_touched(words, spans[0][0], spans[-1][1]))
    total = max(1, len(words))
    return Shares(len(shown) / total, len(enclosed) / total, len(words))


def _touched(words: list[tuple[int, int]], start: int, end: int) -> list[int]:
    return [at for at, (a, b) in enumerate(words) if a < end and start < b]
