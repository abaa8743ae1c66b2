"""What somebody said: every passage in which a person or a body speaks, whoever carries it."""

from __future__ import annotations

from store.dossier import Dossier
from tui.present.card import section
from tui.present.excerpt import PROSE, said_day
from tui.present.line import BLANK, Line, Link, Span, wrap
from tui.present.passages import passage_lines, passages_by
from tui.present.words import count


def sayings(dossier: Dossier, voice: str, cells: int) -> list[Line]:
    """The section of a card; nothing where no source has the person or the body speak. Each
    passage with its words, what they say of what, and the source that carries them."""
    passages = passages_by(dossier, voice)
    if not passages:
        return []
    lines = [*section("Said", count(len(passages), "passage"), cells), BLANK]
    for passage in passages:
        first = passage[0]
        carrier = Span(first.shown_source, "accent", link=Link("source", first.source))
        day = Span(f"   said {said_day(dossier, first)}", "muted")
        *told, after = passage_lines(dossier, passage, min(cells, PROSE))
        carried = wrap([carrier, day], min(cells, PROSE), hang=2)
        lines += [*told, *(Line(part) for part in carried), after]
    return lines[:-1]
