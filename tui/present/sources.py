"""The card of a source: what it is, what it alone says, who says the same, its passages."""

from __future__ import annotations

from store.dossier import Dossier
from store.model.frames import is_ours
from store.model.records import Source
from store.views.source_compare import Alone, Comparison, compare
from tui.present import dates
from tui.present.card import Card, hanging, labelled, prose, section, title
from tui.present.line import BLANK, Line, Link, Span, wrap
from tui.present.passages import passage_lines, passages_of
from tui.present.questions import question
from tui.present.words import FIELDS, count, link_to, named, value_words

PROSE = 76  # cells of the longest line of prose


def source_card(dossier: Dossier, source: Source, cells: int) -> Card:
    name = dossier.index.source_name(source.id)
    lines = title(name, cells, "source")
    if source.title and source.title != name:
        lines += prose([Span(f"“{source.title}”", "quote")], cells)
    lines += [BLANK, *_facts(dossier, source, cells)]
    compared = compare(dossier, source.id)
    lines += _beside(dossier, compared, cells)
    lines += _alone(dossier, source, compared, cells)
    passages = passages_of(dossier, source.id)
    right = f"{count(len(passages), 'passage')}, {count(source.claims, 'claim')}"
    lines += [*section("Passages in reading order", right, cells), BLANK]
    for claims in passages:
        lines += passage_lines(dossier, claims, min(cells, PROSE))
    return Card(name, tuple(lines))


def source_line(dossier: Dossier, id: str) -> str:
    """A source as a heading names it: ``Korea Herald, Wed 14 Aug 2019 (inferred)``."""
    frame = dossier.facts.sources[id]
    inferred = " (inferred)" if is_ours(frame.published_basis) else ""
    return f"{dossier.index.source_name(id)}, {dates.short(frame.published)}{inferred}"


def _facts(dossier: Dossier, source: Source, cells: int) -> list[Line]:
    basis, _, why = source.published_basis.partition(":")
    lines = labelled("Date", [Span(f"{dates.short(source.published)}, {basis.strip()}")], cells)
    if why.strip():
        lines += labelled("", [Span(why.strip(), "muted")], cells)
    agency = named(dossier, source.agency) if source.agency else None
    for label, text in (
        ("By", source.byline),
        ("Agency", agency),
        ("Dateline", source.dateline),
        ("Address", source.url),
    ):
        if text:
            lines += labelled(label, [Span(text)], cells)
    if source.copy_of:
        spans = [Span(source_line(dossier, source.copy_of), "accent",
                      link=Link("source", source.copy_of))]  # fmt: skip
        lines += labelled("Copy of", spans, cells)
    if source.publisher_basis and is_ours(source.publisher_basis):
        why = source.publisher_basis.partition(":")[2].strip()
        lines += labelled("Whose", [Span(f"our reading: {why}", "muted")], cells)
    if source.shown is not None and source.anchored is not None:
        said = (
            f"{source.shown:.0%} of its words are shown; "
            f"the passages that they are taken from hold {source.anchored:.0%}"
        )
        lines += labelled("Quoted", [Span(said)], cells)
        wrong = {
            word: number
            for word in ("moved", "fuzzy", "orphan")
            if (number := getattr(source.anchors, word))
        }
        exact = source.anchors.exact
        said = f"{exact} {'stands' if exact == 1 else 'stand'} in the text as quoted"
        spans = [Span(said)]
        spans += [Span(f", {number} {word}", "warn") for word, number in wrong.items()]
        lines += labelled("Quotes", spans, cells)
    return lines


def _beside(dossier: Dossier, compared: Comparison, cells: int) -> list[Line]:
    """The other sources: how much they support of this one, and where they stand against it."""
    lines = section("Beside the other sources", "", cells)
    if not compared.beside:
        return [*lines, Line((Span("no other source speaks of the same", "muted"),))]
    for other in compared.beside:
        day = dates.short(dossier.facts.sources[other.source].published, weekday=False)
        text = f"{dossier.index.source_name(other.source)}, {day}"
        name = Span(text, "accent", link=Link("source", other.source))
        right = [
            Span(
                f"agrees on {count(other.agrees, 'thing')}"
                if other.agrees
                else "agrees on nothing",
                "good" if other.agrees else "muted",
            )
        ]
        lines += hanging([], name, right, min(cells, PROSE))
        for conflict in other.conflicts:
            spans = [
                Span("! ", "warn"),
                Span(question(dossier, conflict), "accent", link=link_to(dossier, conflict.about)),
            ]
            lines += [Line((Span("  "), *part)) for part in wrap(spans, cells - 2, hang=2)]
    return lines


def _alone(dossier: Dossier, source: Source, compared: Comparison, cells: int) -> list[Line]:
    """What no other source supports, frame by frame."""
    right = f"{compared.lone} of {count(compared.compared, 'thing')} said"
    lines = section("It alone says", right, min(cells, PROSE))
    if not compared.alone:
        return [*lines, Line((Span("nothing: others support all of it", "muted"),))]
    for one in compared.alone:
        about = named(dossier, one.about) + ":"
        link = link_to(dossier, one.about)
        spans = [Span(about, "accent", link=link), Span(f" {_values(dossier, one)}")]
        lines += [Line(part) for part in wrap(spans, min(cells, PROSE), hang=2)]
    return lines


def _values(dossier: Dossier, one: Alone) -> str:
    event = dossier.event(one.about)
    kind = event.kind if event else "meeting"
    parts = []
    for field, values in one.values:
        said = value_words(dossier, field, list(values), kind)
        parts.append(f"{FIELDS.get(field, field.replace('_', ' '))} {said}".strip())
    return "; ".join(parts)
