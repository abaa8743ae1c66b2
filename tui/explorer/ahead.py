"""What the pane on the right shows before anything is opened."""

from __future__ import annotations

from store.dossier import Dossier
from tui.present.line import BLANK, Line, Link, Span
from tui.widgets.pane import Pane

ORDER = ("person", "post", "body", "event", "topic", "state", "source")


def ahead(pane: Pane, dossier: Dossier) -> Link | None:
    """The link under a card's cursor, else the first that leads to a person, else to a post or a
    body: a state, which has part in most events, only where there is little else."""
    if pane.link is not None:
        return pane.link
    body = pane.body
    found = [link for index in range(len(body)) for link in body.line(index).links]
    known = ((_kind(link, dossier), link) for link in found)
    ranked = [(ORDER.index(kind), link) for kind, link in known if kind in ORDER]
    return min(ranked, key=lambda pair: pair[0], default=(0, None))[1]


def _kind(link: Link, dossier: Dossier) -> str:
    body = dossier.body(link.id) if link.type == "body" else None
    return "state" if body is not None and body.kind == "state" else link.type


def ahead_head(pane: Pane, dossier: Dossier) -> tuple[Line, ...]:
    """Why it shows that: the lines above it."""
    if ahead(pane, dossier) is None:
        return ()
    which = "the name under the cursor" if pane.link is not None else "the card’s first name"
    why = f"where {which} leads"
    return (Line((Span(why, "muted"),)), BLANK)
