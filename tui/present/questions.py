"""A conflict as a question, its verdict as an answer, its rivals as words."""

from __future__ import annotations

from store.dossier import Dossier
from store.model.claims import PLANS
from store.model.records import Conflict, Event, Rival
from tui.present import dates
from tui.present.line import Span
from tui.present.signs import GATHERINGS, STATUS, row_word, status_sign
from tui.present.tenure import range_words
from tui.present.words import conflict_label, length_words

DATES = frozenset({"date", "start", "end", "held_on"})
PAST = frozenset({"occurred", "in-force", "suspended", "lifted"})
OPEN = PLANS - {"announced"}  # a plan, of which nobody tells yet what came of it
ENDED = frozenset({"occurred", "did-not-occur", "cancelled"})  # it took place, or did not
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
            told = statuses(conflict)
            if told <= ENDED and told != {"cancelled"}:
                gathering = event is None or event.kind in GATHERINGS
                return "did it take place?" if gathering else "did it come about?"
            if len(told) > 1:
                return "what became of it?"
            status = "".join(told)
            return f"was it {row_word(status) or status}?"
        case "people":
            return "who took part?"
        case "bodies":
            return "which bodies?"
        case _:
            return f"{conflict_label(conflict).casefold()}?"


def statuses(conflict: Conflict) -> frozenset[str]:
    """The statuses that rivals of a status speak of, asserted or denied."""
    return frozenset(rival.value.removeprefix(_NOT) for rival in conflict.values)


def contested(conflict: Conflict, kind: str) -> str:
    """What the sources disagree on, as words of a sentence; ``kind`` is that of the event:
    ``the place``, ``the plan``, ``whether it took place``."""
    if conflict.field != "status":
        return f"the {conflict.field.replace('_', ' ')}"
    told = statuses(conflict)
    if told <= OPEN:
        return "the plan"
    if told <= ENDED and told != {"cancelled"}:
        return "whether it took place" if kind in GATHERINGS else "whether it came about"
    if len(told) > 1:
        return "what became of it"
    status = "".join(told)
    return f"whether it was {row_word(status, kind) or status}"


def rival_words(conflict: Conflict, rival: Rival, kind: str) -> str:
    """One of the values in conflict as words: a status as the screen calls it (``kind`` is that
    of the event), a date and a length as people read them."""
    bare, denied = rival.label.removeprefix(_NOT), rival.value.startswith(_NOT)
    if conflict.field == "status":
        return _status_words(bare, kind, denied=denied)
    words = bare
    if conflict.field in DATES:
        words = dates.short(bare)
    elif conflict.field == "length":
        words = length_words(bare)
    return f"not {words}" if denied else words


def _status_words(status: str, kind: str, *, denied: bool) -> str:
    if status == "did-not-occur":
        took = "held" if kind in GATHERINGS else "came about"
        return took if denied else row_word(status) if took == "held" else STATUS[status].word
    if status == "occurred" and kind not in GATHERINGS:
        return "did not come about" if denied else "came about"
    word = row_word(status, kind) or status
    return f"not {word}" if denied else word


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


def kind_of(dossier: Dossier, conflict: Conflict) -> str:
    """The kind of the event that a conflict is about; empty where it is about something else."""
    event = dossier.event(conflict.about)
    return event.kind if event is not None else ""


def rival_span(conflict: Conflict, rival: Rival, kind: str) -> Span:
    """A value as the head of its column; ``kind`` is that of the event."""
    words, denied = rival_words(conflict, rival, kind), rival.value.startswith(_NOT)
    if denied:
        words = f"¬ {words}"
    elif conflict.field == "status":
        words = f"{status_sign(rival.value).sign} {words}"
    return Span(words, "bad" if denied else "text", bold=True)


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
