"""The cards of what else a name can lead to: a body, a topic."""

from __future__ import annotations

from store.dossier import Dossier
from store.model.records import Body, Topic
from tui.present.card import Card, prose, section, title
from tui.present.line import Link, Span
from tui.present.person import event_rows
from tui.present.sayings import sayings
from tui.present.words import join, name_span


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
    lines += sayings(dossier, body.id, cells)
    return Card(body.name, tuple(lines))


def topic_card(dossier: Dossier, topic: Topic, cells: int) -> Card:
    lines = title(topic.name, cells, "topic")
    if topic.summary:
        lines += prose([Span(topic.summary)], cells)
    events = [event for id in topic.events if (event := dossier.event(id)) is not None]
    lines += [*section("Events", str(len(events)), cells), *event_rows(events, cells)]
    return Card(topic.name, tuple(lines))
