"""What the pane on the right shows before anything is opened."""

from __future__ import annotations

from tui.present.line import BLANK, Line, Link, Span
from tui.widgets.pane import Pane

ORDER = ("person", "event", "post", "body", "topic", "source")


def ahead(pane: Pane) -> Link | None:
    """The link under a card's cursor, else the first that leads to a person."""
    if pane.link is not None:
        return pane.link
    body = pane.body
    found = [link for index in range(len(body)) for link in body.line(index).links]
    known = (link for link in found if link.type in ORDER)
    return min(known, key=lambda link: ORDER.index(link.type), default=None)


def ahead_head(pane: Pane) -> tuple[Line, ...]:
    """Why it shows that: the lines above it."""
    if ahead(pane) is None:
        return ()
    why = "under the cursor of the card" if pane.link is not None else "the first name on the card"
    return (Line((Span(why, "muted"),)), BLANK)
