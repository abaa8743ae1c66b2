"""From a link to its card."""

from __future__ import annotations

from store.dossier import Dossier
from store.views.encounters import BETWEEN, encounters
from store.when import When
from tui.present.card import Card
from tui.present.event import event_card
from tui.present.keyed import Names, key_line
from tui.present.line import Line, Link, Span
from tui.present.others import body_card, topic_card
from tui.present.pairs import encounter_card, nothing_card
from tui.present.person import person_card
from tui.present.post import post_card
from tui.present.reader import reader_card
from tui.present.sources import source_card

NOTHING = Card("", ())


def card(
    dossier: Dossier,
    link: Link,
    cells: int,
    on: When | None = None,
    keys: Names | None = None,
    *,
    visitor: bool = False,
) -> Card:
    """The card of what the link names; where it is not known by the day, a card that says so, and
    with ``keys`` which of them helps. A ``visitor`` is told nothing that only the dossier's owner
    can do."""
    match link.type:
        case "event" if (event := dossier.event(link.id)) is not None:
            return event_card(dossier, event, cells, on)
        case "person" if (person := dossier.person(link.id, on)) is not None:
            return person_card(dossier, person, cells, on)
        case "post" if (post := dossier.post(link.id, on)) is not None:
            return post_card(dossier, post, cells, on)
        case "tenure" if (tenure := dossier.tenure(link.id)) is not None:
            return card(dossier, Link("post", tenure.post), cells, on, keys)
        case "body" if (body := dossier.body(link.id)) is not None:
            return body_card(dossier, body, cells)
        case "topic" if (topic := dossier.topic(link.id)) is not None:
            return topic_card(dossier, topic, cells)
        case "source" if (source := dossier.source(link.id)) is not None:
            return source_card(dossier, source, cells)
        case "passage" if (claim := dossier.claim(link.id)) is not None:
            return reader_card(dossier, claim, cells, keys, visitor=visitor)
        case "encounter":
            return _pair_card(dossier, link.id.split(BETWEEN), cells)
    said = "Not known yet on the day you chose." if dossier.known else "Not in this dossier."
    line = Line((Span(said, "muted"),))
    if keys is None or not dossier.known:
        return Card("", (line,))
    return Card("", (line, key_line(keys["clear"], "clear the day")))


def _pair_card(dossier: Dossier, pair: list[str], cells: int) -> Card:
    found = encounters(dossier).between(pair[0], pair[-1])
    return encounter_card(dossier, found, cells) if found else nothing_card(dossier, pair, cells)
