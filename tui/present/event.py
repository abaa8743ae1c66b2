"""The card of an event: what became of it, when, where, who; its course; the evidence."""

from __future__ import annotations

from collections.abc import Sequence

from store.dossier import Dossier
from store.model.records import Conflict, Event, Step, Worded
from store.when import When
from tui.present import dates
from tui.present.card import LABEL, Card, labelled, prose, section, table, title
from tui.present.course import course, voices
from tui.present.excerpt import PROSE, excerpts
from tui.present.line import BLANK, Line, Link, Span, spans_width, width
from tui.present.on_day import day_line
from tui.present.questions import OPEN, rival_words, statuses
from tui.present.related import linked, related
from tui.present.signs import origins, status_sign, status_word
from tui.present.words import conflict_label, count, date_words, join, length_voices, length_words

DENIED = {"in-force": "is in force", "did-not-occur": "did not take place"}


def event_card(dossier: Dossier, event: Event, cells: int, on: When | None = None) -> Card:
    lines = title(event.title, cells)
    status, denial = status_line(dossier, event), denial_line(dossier, event)
    if denial and spans_width(status) + spans_width(denial) + 4 <= min(cells, PROSE):
        lines += prose([*status, Span("    "), *denial], cells)
    else:
        lines += prose(status, cells) + (prose(denial, cells) if denial else [])
    day = day_line(dossier, event, on)
    lines += prose(day, cells) if day else []
    lines += [BLANK, *_facts(dossier, event, cells)]
    lines += course(dossier, event, cells)
    lines += _other_rivals(event, cells)
    lines += _evidence(dossier, event, cells)
    lines += related(dossier, event, cells)
    return Card(event.title, tuple(lines))


def status_line(dossier: Dossier, event: Event) -> list[Span]:
    """The one line that can be quoted aloud."""
    sign = status_sign(event.status)
    word = status_word(event.status, event.kind) or "came about"
    if event.status is None:
        spans = [Span("no source says what became of it", "muted")]
    else:
        sure = "" if event.status_certainty == "certain" else f", {event.status_certainty}"
        spans = [Span(f"{sign.sign} {word}", sign.role), Span(sure)]
    spans += _ours(event, "status", ", ")
    if event.status in OPEN:
        yet = dossier.known is not None and not _over(dossier, event)
        spans.append(
            Span(
                "; no source yet says it took place"
                if yet
                else "; no source says whether it took place",
                "muted",
            )
        )
    return spans


def _ours(event: Event, field: str, gap: str = "  ") -> list[Span]:
    """The words for a value that no source says and that we read into them."""
    return [Span(f"{gap}our reading", "muted")] if field in event.inferred else []


def denial_line(dossier: Dossier, event: Event) -> list[Span]:
    """Who denies what; empty where nobody denies anything."""
    denied: dict[str, list[Step]] = {}
    for step in event.lifecycle:
        if step.stance == "denies":
            denied.setdefault(contradicted(step.status, event.kind), []).append(step)
    said = [f"{what} was denied by {join(voices(dossier, by))}" for what, by in denied.items()]
    return [Span(f"¬ {'; '.join(said)}", "bad")] if said else []


def contradicted(status: str, kind: str) -> str:
    """What who denies, does not confirm or doubts a status speaks of: ``the plan``, ``that it
    took place``."""
    if status in OPEN:
        return "the plan"
    if status == "occurred":
        return "that it took place" if status_word(status, kind) else "that it came about"
    return f"that it {DENIED.get(status) or 'was ' + status_word(status, kind)}"


def _over(dossier: Dossier, event: Event) -> bool:
    """Whether the event's date lies before the day up to which sources count."""
    known = dossier.known
    if known is None or known.latest is None:
        return True
    return dates.earlier_than(event.date, known.latest)


def _facts(dossier: Dossier, event: Event, cells: int) -> list[Line]:
    conflicts = {conflict.field: conflict for conflict in event.conflicts}
    said = date_words(event)
    mark = "date" if "date" in conflicts else ""
    lines = labelled("When", [Span(said), *_ours(event, "date")], cells, mark=mark)
    notes: list[Span] = []
    words = event.date_words or ""
    if any(char.isalpha() for char in words) and words not in said:
        notes.append(Span(f"in the source’s words “{words}”", "muted"))
    if event.length:
        notes.append(Span(f"{'; ' if notes else ''}{length_words(event.length)} long"))
        notes += [Span(f"  {length_voices(event)}", "muted"), *_ours(event, "length")]
    if notes:
        lines += labelled("", notes, cells)
    if "date" in conflicts:
        lines += labelled("", rivals(conflicts["date"], event.kind), cells)
    if "place" in conflicts:
        lines += labelled("Where", rivals(conflicts["place"], event.kind), cells, mark="place")
    elif event.place:
        lines += labelled("Where", [Span(", ".join(event.place)), *_ours(event, "place")], cells)
    lines += _people(dossier, event, cells)
    if event.bodies:
        bodies = [*linked(dossier, event.bodies), *_ours(event, "bodies")]
        lines += labelled("Bodies", bodies, cells)
    for label, items in (
        ("Agenda", event.agenda),
        ("Reason", event.reason),
        ("Outcome", event.outcome),
        ("Said", event.said),
    ):
        lines += _worded(label, items, cells)
    return lines


def rivals(conflict: Conflict, kind: str) -> list[Span]:
    """The values in conflict beside each other with their origins, and which is shown; ``kind``
    is that of the event."""
    spans: list[Span] = []
    for rival in conflict.values:
        chosen = rival.value == conflict.preferred and not conflict.undecided
        spans.append(Span(rival_words(conflict, rival, kind), bold=chosen))
        spans.append(Span(f" {origins(rival.origins)}   ", "muted"))
    spans.append(Span(_shown(conflict) if conflict.undecided else conflict.why, "muted"))
    return spans


def _shown(conflict: Conflict) -> str:
    """By what an undecided value is shown; the status of an event follows from its course."""
    how = conflict.why.rpartition("; ")[2]
    return "undecided" if conflict.field == "status" or not how else f"undecided; {how}"


def _other_rivals(event: Event, cells: int) -> list[Line]:
    """The conflicts that stand below the course: those of no field that has its own row."""
    lines: list[Line] = []
    for conflict in event.conflicts:
        if not event.lifecycle or conflict.field in {"date", "place"}:
            continue
        label = conflict_label(conflict)
        if conflict.field == "status":  # what became of it, or whether it had been planned
            label = "Plan" if statuses(conflict) <= OPEN else "Status"
        lines += labelled(label, rivals(conflict, event.kind), cells, mark=conflict.field)
    return lines


def _people(dossier: Dossier, event: Event, cells: int) -> list[Line]:
    rows: list[list[Span]] = []
    for person in event.people:
        role = person.role or ""
        post = person.post_title or ""
        tenure = dossier.tenure(person.tenure) if person.tenure else None
        said = Span(role or post, "text")
        if post and (not role or role.casefold() == post.casefold()):
            link = Link("post", tenure.post) if tenure else None
            said = Span(post, "accent" if link else "text", link=link)
        rows.append(
            [
                Span(person.name, "accent", link=Link("person", person.id)),
                Span(dossier.country_name(person.country), "muted"),
                said,
            ]
        )
    lines = table(rows, cells - LABEL)
    labelled_lines = []
    for index, line in enumerate(lines):
        head = Span(("Who" if index == 0 else "").ljust(LABEL), "muted")
        labelled_lines.append(Line((head, *line.spans)))
    ours = [person.name for person in event.people if person.inferred]
    if ours:
        whose = "" if len(ours) == len(event.people) else f"{join(ours)}: "
        labelled_lines += labelled("", [Span(f"{whose}our reading", "muted")], cells)
    return labelled_lines


def _worded(label: str, items: Sequence[Worded], cells: int) -> list[Line]:
    """Values in our words; those of one voice share a line."""
    told: dict[str, list[str]] = {}
    for item in items:
        # an agenda is ahead by its nature; of all else a reader must know that it is only expected
        hedged = item.hedge and not (label == "Agenda" and item.hedge == "expected")
        notes = [item.hedge] * bool(hedged) + ["our reading"] * item.inferred
        text = f"{item.value} ({', '.join(notes)})" if notes else item.value
        told.setdefault(item.cites[-1] if item.cites else "", []).append(text)
    lines: list[Line] = []
    for voice, values in told.items():
        spans = [Span("; ".join(values)), Span(f"  {voice}" if voice else "", "muted")]
        lines += labelled(label if not lines else "", spans, cells)
    return lines


def _evidence(dossier: Dossier, event: Event, cells: int) -> list[Line]:
    most = event.origins_most
    number = f"{event.origins}–{most}" if most > event.origins else str(event.origins)
    unit = "origin" if number == "1" else "origins"
    told, sources = count(len(event.claims), "claim"), count(len(event.sources), "source")
    right = f"{number} {unit} for the status; {told} in {sources}"
    if width(right) > cells - len("Evidence") - 2:
        right = f"{number} {unit}, {told}, {sources}"
    return [
        *section("Evidence", right, cells),
        BLANK,
        *excerpts(dossier, event.claims, cells, year=(event.latest or event.earliest or "")[:4]),
    ]
