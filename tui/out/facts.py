"""The facts of an event as its card has them, in Markdown: each with its footnotes."""

from __future__ import annotations

from collections.abc import Iterable

from store.dossier import Dossier
from store.model.records import Claim, Event
from tui.out import bearing
from tui.out.markdown import Footnotes, md
from tui.out.sentence import Piece, noted, sources_of
from tui.out.told import (
    FIELDS,
    date_parts,
    date_told,
    denial_told,
    length_told,
    ours,
    participant_told,
    place_told,
    rivals_told,
    status_whole,
    voiced,
)
from tui.present import dates
from tui.present.course import by_day, step_word, steps_of
from tui.present.course import named as who_told
from tui.present.questions import contested
from tui.present.words import count, join, named


class Facts:
    """Writes the facts of one event; ``notes`` gathers the footnotes."""

    def __init__(self, dossier: Dossier, event: Event, notes: Footnotes) -> None:
        self._dossier, self._event, self._notes = dossier, event, notes
        self._one = len(event.sources) < 2  # behind the head and each passage: that is enough

    def head(self) -> str:
        """What became of it, and who denies what."""
        event, dossier = self._event, self._dossier
        pieces = [(status_whole(dossier, event), bearing.of_status(dossier, event))]
        denial = denial_told(dossier, event)
        pieces += [(denial, bearing.of_denial(event))] if denial else []
        sentences = [(f"{md(_capital(text))}.", sources_of(claims)) for text, claims in pieces]
        return noted(sentences, self._notes)

    def lines(self) -> list[str]:
        """An item for each fact."""
        event, dossier = self._event, self._dossier
        when = date_parts(dossier, event)
        length = length_told(event)
        when += [(length, bearing.of_length(event))] if length else []
        lines = [self._item("When", when)]
        words = event.date_words or ""
        if any(char.isalpha() for char in words) and words not in date_told(event):
            said = f"in the source’s words “{words}”"
            lines.append(self._item("Date", [(said, bearing.of_date(dossier, event))]))
        lines += self._conflicts("date")
        place = place_told(event)
        if place:
            rivals = [one for one in event.conflicts if one.field == "place"]
            claims = [claim for one in rivals for claim in bearing.of_conflict(dossier, one)]
            carried = tuple(claims) or bearing.of_place(dossier, event)
            lines.append(self._item("Where", [(place, carried)]))
        if event.people:
            who = "; ".join(participant_told(dossier, one) for one in event.people)
            lines.append(self._item("Who", [(who, bearing.of_people(dossier, event))]))
        if event.bodies:
            bodies = join(named(dossier, body) for body in event.bodies) + ours(event, "bodies")
            lines.append(self._item("Bodies", [(bodies, bearing.of_bodies(dossier, event))]))
        for field in FIELDS:
            items = getattr(event, field)
            if items:
                told = voiced(dossier, field, items, whole=True)
                lines.append(self._item(field.capitalize(), told))
        return [*lines, *self._course(), *self._conflicts()]

    def support(self) -> str:
        """How many independent origins its status has, and on how much it rests."""
        event = self._event
        most = event.origins_most
        number = f"{event.origins}–{most}" if most > event.origins else str(event.origins)
        unit = "origin" if number == "1" else "origins"
        told, sources = count(len(event.claims), "claim"), count(len(event.sources), "source")
        return f"{number} {unit} for the status; {told} in {sources}."

    def related(self) -> list[str]:
        """What it stands in relation to, and its topics."""
        event, dossier = self._event, self._dossier
        rows: list[tuple[str, list[str | None]]] = [
            ("Part of", [event.part_of]),
            ("Beside", [event.beside]),
            ("Follows", [event.follows]),
            ("Answers", [event.in_response_to]),
            ("Part", [*event.parts]),
        ]
        lines = []
        for label, ids in rows:
            others = [other for id in ids if id and (other := dossier.event(id)) is not None]
            said = "; ".join(f"{other.title} ({dates.short(other.date)})" for other in others)
            plural = "s" if label == "Part" and len(others) > 1 else ""
            lines += [f"- {label}{plural}: {md(said)}"] if said else []
        topics = "; ".join(named(dossier, topic) for topic in event.topics)
        return [*lines, f"- Topics: {md(topics)}"] if topics else lines

    def _item(self, label: str, told: Iterable[tuple[str, tuple[Claim, ...]]]) -> str:
        parts = [(text, () if self._one else sources_of(claims)) for text, claims in told]
        ends = [";"] * (len(parts) - 1) + [""]
        pieces = [(md(text) + end, of) for (text, of), end in zip(parts, ends, strict=True)]
        return f"- {label}: {noted(pieces, self._notes)}"

    def _conflicts(self, field: str = "") -> list[str]:
        """The conflicts that have no row of their own, or those of that field."""
        found = [
            one
            for one in self._event.conflicts
            if (one.field == field if field else one.field not in {"date", "place"})
        ]
        lines = []
        for one in found:
            label = f"Sources disagree on {contested(one, self._event.kind)}"
            lines.append(
                self._item(
                    label,
                    [(rivals_told(one, self._event.kind), bearing.of_conflict(self._dossier, one))],
                )
            )
        return lines

    def _course(self) -> list[str]:
        """The life cycle, a line for each step and each day that is told of it."""
        groups = steps_of(self._event)
        lines = ["- Course:"] if groups else []
        for (status, stance), steps in groups.items():
            word = step_word(status, stance, self._event.kind)
            rows = by_day(self._dossier, steps)
            pieces: list[Piece] = []
            for on, telling in rows:
                by = who_told(self._dossier, telling)
                said = f"{dates.short(on)}: {by}" if on else f"{'also ' if pieces else ''}{by}"
                end = ";" if len(pieces) + 1 < len(rows) else ""
                claims = bearing.named(self._dossier, (step.claim for step in telling))
                pieces.append((md(said) + end, () if self._one else sources_of(claims)))
            gap = ", " if rows[0][0] else ": "
            lines.append(f"  - {md(word)}{gap}{noted(pieces, self._notes)}")
        return lines


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
