"""The record of a source, with how well its quotes are anchored in its text."""

from __future__ import annotations

from store.model.evidence_records import Record


class AnchorCounts(Record, frozen=True):
    exact: int = 0
    moved: int = 0
    fuzzy: int = 0
    orphan: int = 0
    unchecked: int = 0


class Source(Record, frozen=True):
    """``shown`` and ``anchored`` are shares of the article's words, null without its text."""

    id: str
    publisher: str | None
    title: str | None
    byline: str | None
    published: str
    published_basis: str
    language: str
    url: str | None
    claims: int
    shown: float | None
    anchored: float | None
    anchors: AnchorCounts
    # beyond the contract
    publisher_name: str | None
    publisher_basis: str | None
    agency: str | None
    dateline: str | None
    copy_of: str | None
