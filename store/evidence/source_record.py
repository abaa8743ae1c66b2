"""The record of a source: what it carries, and how well that is anchored."""

from __future__ import annotations

from store.evidence.index import Index
from store.model import records
from store.texts.anchors import Anchored


def source_record(index: Index, anchored: Anchored, id: str) -> records.Source:
    """A source with counts of its claims and anchors, and the shares of its words."""
    frame = index.facts.sources[id]
    claims = index.claims_of(id)
    shares = anchored.shares.get(id)
    publisher = frame.publisher
    return records.Source(
        id=id,
        publisher=publisher,
        title=frame.title,
        byline=frame.byline,
        published=frame.published,
        published_basis=frame.published_basis,
        language=frame.language,
        url=frame.url,
        claims=len(claims),
        shown=shares.shown if shares else None,
        anchored=shares.anchored if shares else None,
        anchors=anchored.counts(claim.id for claim in claims),
        publisher_name=index.name(publisher) if publisher else None,
        publisher_basis=frame.publisher_basis,
        agency=frame.agency,
        dateline=frame.dateline,
        copy_of=frame.copy_of,
    )
