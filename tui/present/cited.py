"""The citation of a source, on one line, as a footnote has it."""

from __future__ import annotations

from store.model.frames import is_ours
from store.model.records import Source
from tui.present import dates
from tui.present.exact import INNER, one_line


def cited(source: Source) -> str:
    """The whole citation: its words, then the address."""
    return " ".join(filter(None, (cited_words(source), address(source))))


def cited_words(source: Source) -> str:
    """All of it but the address: who published it, title, day, byline. What the source does not
    print and we supply stands in square brackets. Of a dateline, the place and day that a report
    opens with, the card tells: alone it would be taken for anything."""
    publisher = source.publisher_name or source.publisher
    parts = [_supplied(publisher or "publisher not known", _publisher_is_ours(source))]
    parts.append(f"“{source.title.translate(INNER)}”" if source.title else "[untitled]")
    day = dates.short(source.published, weekday=False)
    parts.append(_supplied(day, is_ours(source.published_basis)))
    if source.byline:
        parts.append(f"by {source.byline}")
    return one_line(", ".join(parts).rstrip(".") + ".")


def address(source: Source) -> str:
    """The address of the source on one line; empty where it has none."""
    return one_line(source.url) if source.url else ""


def supplied(source: Source) -> bool:
    """Whether something in the citation of the source is supplied by us."""
    return _publisher_is_ours(source) or is_ours(source.published_basis) or not source.title


def _publisher_is_ours(source: Source) -> bool:
    named = source.publisher_name or source.publisher
    return named is None or is_ours(source.publisher_basis)


def _supplied(words: str, ours: bool) -> str:
    return f"[{words}]" if ours else words
