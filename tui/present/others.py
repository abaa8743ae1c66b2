"""The cards of what else a name can lead to: a body, a topic, a source."""

from __future__ import annotations

from store.dossier import Dossier
from store.records import Body, Source, Topic
from tui.present import dates
from tui.present.card import Card, labelled, prose, section, title
from tui.present.line import BLANK, Link, Span, between
from tui.present.person import event_rows
from tui.present.words import count, join, name_span


def body_card(dossier: Dossier, body: Body, cells: int) -> Card:
    country = dossier.country_name(body.country) if body.country else ""
    lines = title(body.name, cells, country)
    lines += prose([Span(body.kind.replace("-", " "), "muted")], cells)
    names = [name for name in body.names if name != body.name]
    if names:
        lines += prose([Span(f"also called {join(names)}", "muted")], cells)
    if body.in_:
        lines += prose([Span("part of ", "muted"), name_span(dossier, body.in_)], cells)
    below = [other for other in dossier.bodies if other.in_ == body.id]
    if below:
        lines += section("Parts", str(len(below)), cells)
        for other in below:
            lines += prose([Span(other.name, "accent", link=Link("body", other.id))], cells)
    if body.posts:
        lines += section("Posts", str(len(body.posts)), cells)
        for id in body.posts:
            post = dossier.post(id)
            if post is None:
                continue
            lines += prose([Span(post.title, "accent", link=Link("post", id))], cells)
            for tenure in post.holders:
                name = Span(tenure.person_name, "accent", link=Link("person", tenure.person))
                lines += prose([Span("  "), name], cells)
    events = [event for event in dossier.events if body.id in event.bodies]
    if events:
        lines += [*section("Events", str(len(events)), cells), *event_rows(events, cells)]
    return Card(body.name, tuple(lines))


def topic_card(dossier: Dossier, topic: Topic, cells: int) -> Card:
    lines = title(topic.name, cells, "topic")
    if topic.summary:
        lines += prose([Span(topic.summary)], cells)
    events = [event for id in topic.events if (event := dossier.event(id)) is not None]
    lines += [*section("Events", str(len(events)), cells), *event_rows(events, cells)]
    return Card(topic.name, tuple(lines))


def source_card(dossier: Dossier, source: Source, cells: int) -> Card:
    name = source.publisher_name or source.title or source.id
    inferred = source.published_basis.startswith("inferred")
    lines = title(name, cells, "source")
    if source.title:
        lines += prose([Span(f"“{source.title}”", "quote")], cells)
    lines.append(BLANK)
    day = dates.short(source.published) + (", inferred" if inferred else "")
    lines += labelled("Date", [Span(day)], cells)
    if inferred:
        why = source.published_basis.partition(":")[2].strip()
        lines += labelled("", [Span(why, "muted")], cells)
    for label, text in (
        ("By", source.byline),
        ("Agency", source.agency),
        ("Place", source.dateline),
        ("Address", source.url),
    ):
        if text:
            lines += labelled(label, [Span(text)], cells)
    if source.publisher_basis and source.publisher_basis.startswith("inferred"):
        why = source.publisher_basis.partition(":")[2].strip()
        lines += labelled("Whose", [Span(f"our reading: {why}", "muted")], cells)
    lines += labelled("Claims", [Span(count(source.claims, "claim"))], cells)
    if source.shown is not None:
        lines += labelled("Shown", [Span(f"{source.shown:.0%} of its words")], cells)
    events = [event for event in dossier.events if source.id in event.sources]
    lines += [*section("Events", str(len(events)), cells), *event_rows(events, cells)]
    holders = [
        person
        for person in dossier.people(everyone=True)
        if any(source.id in tenure.sources for tenure in person.tenures)
    ]
    if holders:
        lines += section("People in office", str(len(holders)), cells)
        for person in holders:
            link = Link("person", person.id)
            name = Span(person.name, "accent", link=link)
            lines.append(between([name, Span(f"   {person.summary}", "muted")], [], cells))
    return Card(name, tuple(lines))
