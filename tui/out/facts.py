"""The facts of an event as its card has them, in Markdown: each with its footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from store.dossier import Dossier
from store.model.records import Claim, Event
from store.when import When
from tui.out import bearing
from tui.out.markdown import Footnotes, md
from tui.out.pieces import Piece, listed, noted, parted, rivals, sources_of, voiced_by
from tui.out.told import (
    FIELDS,
    answers_told,
    date_parts,
    date_told,
    hedge_told,
    length_told,
    origins_told,
    ours,
    participant_told,
    status_whole,
    voiced,
    voices_of,
)
from tui.present import dates
from tui.present.course import by_day, step_word, steps_of
from tui.present.on_day import MAYBE, day_line
from tui.present.questions import contested
from tui.present.words import count, named


class Facts:
    """Writes the facts of one event; ``notes`` gathers the footnotes."""

    def __init__(self, dossier: Dossier, event: Event, notes: Footnotes) -> None:
        self._dossier, self._event, self._notes = dossier, event, notes
        self._one = len(event.sources) < 2  # behind the head and each passage: that is enough

    def head(self) -> str:
        """What became of it, and who denies what."""
        event, dossier = self._event, self._dossier
        said, _, untold = status_whole(dossier, event).partition("; ")
        status = sources_of(bearing.of_status(dossier, event))
        pieces: list[Piece] = [(f"{md(_capital(said))}.", status)]
        for stance, said, by, _ in answers_told(dossier, event):
            if stance == "denies":
                pieces += voiced_by(by, before=f"{md(_capital(said))} ", end=".")
        pieces += [(f"{md(_capital(untold))}.", ())] if untold else []
        return noted(pieces, self._notes)

    def on_day(self, on: When | None) -> str:
        """That it is only maybe of the day asked about; empty where it surely is, or none is."""
        said = "".join(span.text for span in day_line(self._dossier, self._event, on))
        return md(f"{_capital(said.removeprefix(f'{MAYBE.sign} '))}.") if said else ""

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
            lines.append(self._item("Date", [(said, bearing.of_words(dossier, event, words))]))
        lines += self._conflicts("date")
        rows = {"Where": self._where(), "Who": self._who(), "Bodies": self._bodies()}
        lines += [self._row(label, pieces) for label, pieces in rows.items() if pieces]
        for field in FIELDS:
            items = getattr(event, field)
            if items:
                told = voiced(dossier, field, items, whole=True)
                lines.append(self._item(field.capitalize(), told))
        return [*lines, *self._course(), *self._conflicts()]

    def support(self) -> str:
        """How many independent origins its status has, and on how much it rests."""
        event = self._event
        told, sources = count(len(event.claims), "claim"), count(len(event.sources), "source")
        number = origins_told(event.origins, event.origins_most)
        return f"{number} for the status; {told} in {sources}."

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

    def _where(self) -> list[Piece]:
        event, dossier = self._event, self._dossier
        for conflict in event.conflicts:
            if conflict.field == "place":
                return rivals(dossier, conflict, event.kind)
        places = [
            (md(one), sources_of(bearing.of_place(dossier, event, one))) for one in event.place
        ]
        return listed(places, end=ours(event, "place"))

    def _who(self) -> list[Piece]:
        event, dossier = self._event, self._dossier
        return parted(
            (participant_told(dossier, one), bearing.of_person(dossier, event, one.id))
            for one in event.people
        )

    def _bodies(self) -> list[Piece]:
        event, dossier = self._event, self._dossier
        bodies = [
            (md(named(dossier, one)), sources_of(bearing.of_body(dossier, event, one)))
            for one in event.bodies
        ]
        return listed(bodies, end=ours(event, "bodies"))

    def _item(self, label: str, told: Iterable[tuple[str, tuple[Claim, ...]]]) -> str:
        return self._row(label, parted(told))

    def _row(self, label: str, pieces: Sequence[Piece]) -> str:
        return f"- {label}: {self._noted(pieces)}"

    def _noted(self, pieces: Sequence[Piece]) -> str:
        kept = [(text, () if self._one else sources) for text, sources in pieces]
        return noted(kept, self._notes)

    def _conflicts(self, field: str = "") -> list[str]:
        """The conflicts that have no row of their own, or those of that field."""
        event = self._event
        found = [
            one
            for one in event.conflicts
            if (one.field == field if field else one.field not in {"date", "place"})
        ]
        return [
            self._row(
                f"Sources disagree on {contested(one, event.kind)}",
                rivals(self._dossier, one, event.kind),
            )
            for one in found
        ]

    def _course(self) -> list[str]:
        """The life cycle, a line for each step and each day that is told of it."""
        groups = steps_of(self._event)
        lines = ["- Course:"] if groups else []
        for (status, stance), steps in groups.items():
            word = step_word(status, stance, self._event.kind)
            rows = by_day(self._dossier, steps)
            pieces: list[Piece] = []
            for at, (on, telling) in enumerate(rows):
                before = f"{dates.short(on)}: " if on else "also " * bool(at)
                end = hedge_told(telling) + ";" * (at + 1 < len(rows))
                pieces += voiced_by(voices_of(self._dossier, telling), before=before, end=end)
            gap = ", " if rows[0][0] else ": "
            lines.append(f"  - {md(word)}{gap}{self._noted(pieces)}")
        return lines


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
