"""Whether the title of a post says by itself what it is the post of."""

from __future__ import annotations

from store.dossier import Dossier
from store.model.names import words_of

STEM = 5  # letters by which “Senator” and “Senate” are one
WHOLE = frozenset({"state", "government"})  # the country says it
TELLING = frozenset({"for", "of", "to"})  # “Secretary of State”


def body_told(dossier: Dossier, title: str, body: str) -> str:
    """The name of the body, where a title means little without it (``Director-General``,
    ``Head``, ``Spokesman``); else empty."""
    frame = dossier.facts.bodies.get(body)
    if frame is None or frame.kind in WHOLE or TELLING & {*title.casefold().split()}:
        return ""
    name = dossier.name_of(body)
    theirs = {word[:STEM] for word in words_of(name)}
    known = {word[:STEM] for word in words_of(title)} & theirs
    # a ministry’s minister, a court’s judge: what the field is stands in both
    return "" if known else name
