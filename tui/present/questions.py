"""A conflict as a question, its verdict as an answer, its rivals as words."""

from __future__ import annotations

from store.dossier import Dossier
from store.model.records import Conflict, Event, Rival
from tui.present import dates
from tui.present.line import Span
from tui.present.signs import STATUS, row_word, status_sign
from tui.present.tenure import range_words
from tui.present.words import conflict_label, length_words

DATES = frozenset({"date", "start", "end", "held_on"})
PAST = frozenset({"occurred", "in-force", "suspended", "lifted"})
_NOT = "not "


def question(dossier: Dossier, conflict: Conflict) -> str:
    """What the sources disagree about, as a question that opens with its subject."""
    tenure = dossier.tenure(conflict.about)
    if tenure is not None:
        asked = {
            "post": (tenure.person_name, "which post?"),
            "start": (f"{tenure.person_name}, {tenure.title}", "since when?"),
            "end": (f"{tenure.person_name}, {tenure.title}", "until when?"),
        }.get(conflict.field)
        if asked is not None:
            return f"{asked[0]}: {asked[1]}"
    event = dossier.event(conflict.about)
    return f"{conflict.about_title}: {_asked(conflict, event)}"


def _asked(conflict: Conflict, event: Event | None) -> str:
    past = event is not None and event.status in PAST
    match conflict.field:
        case "place":
            return "where was it?" if past else "where was it to be?"
        case "date":
            return "when was it?" if past else "when was it to be?"
        case "length":
            return "how long?"
        case "status":
            denied = [rival.value for rival in conflict.values if rival.value.startswith(_NOT)]
            if not denied:
                return "what became of it?"
            status = denied[0].removeprefix(_NOT)
            if status == "occurred":
                return "did it take place?"
            return f"was it {row_word(status) or status}?"
        case "people":
            return "who took part?"
        case "bodies":
            return "which bodies?"
        case _:
            return f"{conflict_label(conflict).casefold()}?"


def answer(conflict: Conflict, rivals: list[str]) -> Span:
    """The verdict in one sentence; ``rivals`` are the values in words, the preferred first."""
    light = ", and each is merely possible" if conflict.light else ""
    if conflict.undecided:
        return Span(f"Undecided{light}: {_closed(conflict.why)}", "warn")
    return Span(f"Decided{light}: {_closed(rivals[0])}", "good")


def reason(conflict: Conflict) -> str:
    """Why, as a sentence."""
    return _closed(conflict.why[:1].upper() + conflict.why[1:])


def _closed(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def rival_span(conflict: Conflict, rival: Rival) -> Span:
    """A value as the head of its column."""
    bare = rival.label.removeprefix(_NOT)
    denied = rival.value.startswith(_NOT)
    if conflict.field in DATES:
        words = dates.short(bare)
    elif conflict.field == "length":
        words = length_words(bare)
    elif bare in STATUS:
        sign = status_sign(bare)
        word = row_word(bare)
        words = word if denied else f"{sign.sign} {word}"
    else:
        words = bare
    return Span(f"¬ not {words}" if denied else words, "bad" if denied else "text", bold=True)


def setting(dossier: Dossier, conflict: Conflict) -> list[Span]:
    """What the conflict is about, to stand at the right of its question."""
    event = dossier.event(conflict.about)
    if event is not None:
        sign = status_sign(event.status)
        word = row_word(event.status, event.kind)
        head = f"{sign.sign} {word}".strip()
        spans = [Span(f"{head}   ", sign.role)] if head else []
        return [*spans, Span(dates.short(event.date), "muted")]
    tenure = dossier.tenure(conflict.about)
    return [Span(range_words(tenure), "muted")] if tenure is not None else []
