"""What the card of an event says, as plain words for a file, each caution with it."""

from __future__ import annotations

from collections.abc import Sequence

from store.dossier import Dossier
from store.model.records import Claim, Conflict, Event, EventOn, Participant, Step, Worded
from tui.out import bearing
from tui.present import dates
from tui.present.course import voices as voices_told
from tui.present.event import contradicted, status_line
from tui.present.questions import rival_words
from tui.present.signs import status_sign, status_word
from tui.present.words import count, date_words, join, length_voices, length_words

Voice = tuple[str, tuple[Claim, ...]]  # the name of who speaks, and the claims by which he does
OURS = "our reading"
ANSWERS = {"denies": "denied", "declines": "not confirmed", "doubts": "doubted"}
_LAST = "; last told "
_FORMS = frozenset({"set", "window", "unknown-end"})  # of dates whose signs do not say it all
FIELDS = ("agenda", "reason", "outcome", "said")


def status_told(event: Event) -> str:
    """What became of it and how sure that is: ``called off, probable``."""
    if event.status is None:
        return "no source says what became of it"
    words = [status_word(event.status, event.kind) or "came about"]
    words += [event.status_certainty] if event.status_certainty != "certain" else []
    words += [OURS] if "status" in event.inferred else []
    return ", ".join(words)


def status_whole(dossier: Dossier, event: Event) -> str:
    """The same as the card has it, with what no source says yet."""
    said = "".join(span.text for span in status_line(dossier, event))
    return said.removeprefix(f"{status_sign(event.status).sign} ") if event.status else said


def open_told(dossier: Dossier, event: Event) -> str:
    """That no source says whether a plan came about; empty where one does, or none tells of a
    plan."""
    said = "".join(span.text for span in status_line(dossier, event))
    return said.partition("; ")[2]


def answers_told(dossier: Dossier, event: Event) -> list[tuple[str, str, list[Voice], str]]:
    """Who denies, does not confirm or doubts what: the stance, ``the plan was denied by``, the
    voices, and how sure they are."""
    found: list[tuple[str, str, list[Voice], str]] = []
    for stance, word in ANSWERS.items():
        answered: dict[str, list[Step]] = {}
        for step in event.lifecycle:
            if step.stance == stance:
                answered.setdefault(contradicted(step.status, event.kind), []).append(step)
        for what, steps in answered.items():
            voices = voices_of(dossier, steps)
            found.append((stance, f"{what} was {word} by", voices, hedge_told(steps)))
    return found


def answers_words(dossier: Dossier, event: Event) -> str:
    """The same as words: ``the plan was denied by A and B; the plan was doubted by C``."""
    return "; ".join(
        f"{said} {join(name for name, _ in by)}{hedge}"
        for _, said, by, hedge in answers_told(dossier, event)
    )


def hedge_told(steps: Sequence[Step]) -> str:
    """How sure whoever tells a step is, where all are as unsure: ``, probable``."""
    sure = {step.certainty for step in steps}
    return "" if len(sure) > 1 or "certain" in sure else f", {sure.pop()}"


def voices_of(dossier: Dossier, steps: Sequence[Step]) -> list[Voice]:
    """Who speaks in these steps, each once, with the claims by which he does."""
    found: dict[str, list[Step]] = {}
    for step in steps:
        for name in voices_told(dossier, [step]):
            found.setdefault(name, []).append(step)
    return [
        (name, bearing.named(dossier, (step.claim for step in told)))
        for name, told in found.items()
    ]


def date_told(event: Event) -> str:
    """The date in prose; behind a label, what its form means goes on after a comma."""
    said, last, day = date_words(event).replace(": ", ", ", 1).partition(_LAST)
    return said + ours(event, "date") + last + day


def date_label(event: Event) -> tuple[str, str]:
    """The date as an item begins with it, and what must be known of it: ``15…31 Aug 2019``,
    ``(one day between the two; our reading)``."""
    label, when = dates.worded(event.date, event.date_words), dates.read(event.date)
    notes = []
    if when is not None and when.kind in _FORMS and " or " not in label:
        told = date_words(event).partition(_LAST)[0].removeprefix(dates.short(event.date))
        notes += [told.strip(":; ")] if told.strip(":; ") else []
    notes += [OURS] if "date" in event.inferred else []
    return label, f"({'; '.join(notes)})" if notes else ""


def last_told(event: Event) -> str:
    """Until when anybody tells that it is so: ``last told 15 Jan 2020``; empty where a date has
    an end."""
    _, last, day = date_words(event).partition(_LAST)
    return f"{last.removeprefix('; ')}{day}"


def on_day_told(event: EventOn) -> str:
    """What it was on the day asked about, where it is only maybe of it, or became something else
    since: ``maybe on the day asked about, last told 15 Jan 2020``."""
    then = event.status_on_day
    other = then is not None and then != event.status
    word = (status_word(then, event.kind) or "came about") if other else ""
    if event.on_day != "maybe" and not word:
        return ""
    told = f", last told {dates.short(event.last_told, weekday=False)}" if event.last_told else ""
    maybe = "maybe " if event.on_day == "maybe" else ""
    return f"{maybe}{f'{word} ' if word else ''}on the day asked about{told}"


def date_parts(dossier: Dossier, event: Event) -> list[tuple[str, tuple[Claim, ...]]]:
    """The same with the claims of the date, and with those of what was last told."""
    said, last, day = date_told(event).partition(_LAST)
    parts = [(said, bearing.of_date(dossier, event))]
    return [*parts, (last[2:] + day, bearing.of_last(dossier, event))] if last else parts


def origins_told(least: int, most: int) -> str:
    """A number of independent origins: ``2 origins``, ``1–2 origins``."""
    return f"{least}–{most} origins" if most > least else count(least, "origin")


def length_told(event: Event) -> str:
    """How long it lasts and who says so; empty where nobody does."""
    if not event.length:
        return ""
    voices = length_voices(event)
    said = f"{length_words(event.length)} long" + (f" ({voices})" if voices else "")
    return said + ours(event, "length")


def place_told(event: Event) -> str:
    """Where it is; where its sources contradict each other, all that they say."""
    for conflict in event.conflicts:
        if conflict.field == "place":
            return rivals_told(conflict, event.kind)
    return join(event.place) + ours(event, "place") if event.place else ""


def rivals_told(conflict: Conflict, kind: str) -> str:
    """The values in conflict, and what became of it: ``Guam (1 origin) or …, undecided``;
    ``kind`` is that of the event."""
    values = [
        f"{rival_words(conflict, one, kind)} ({count(one.origins, 'origin')})"
        for one in conflict.values
    ]
    return f"{join(values, 'or')}, {verdict_told(conflict, kind)}"


def verdict_told(conflict: Conflict, kind: str) -> str:
    """What became of a conflict: ``undecided``, ``preferred: Guam; …``."""
    how = conflict.why.rstrip(".")
    if conflict.undecided:  # of a place all values are told, and none is preferred
        how = how.rpartition("; ")[2] if conflict.field in bearing.DATES else ""
        return "undecided" + (f": {how}" if how else "")
    shown = [
        rival_words(conflict, r, kind) for r in conflict.values if r.value == conflict.preferred
    ]
    return f"preferred: {'; '.join(filter(None, (*shown, how)))}"


def participant_told(dossier: Dossier, one: Participant) -> str:
    """A participant with country and post: ``Ken Ito (Japan, Foreign Minister)``."""
    said = ", ".join(filter(None, (dossier.country_name(one.country), one.role or one.post_title)))
    notes = [*([said] if said else []), *([OURS] if one.inferred else [])]
    return f"{one.name} ({'; '.join(notes)})" if notes else one.name


def hedged(label: str, item: Worded) -> list[str]:
    """How sure a value in our words is; an agenda is ahead by its nature."""
    sure = item.hedge and not (label == "agenda" and item.hedge == "expected")
    return [item.hedge] * bool(sure) + [OURS] * item.inferred


def voiced(
    dossier: Dossier, label: str, items: Sequence[Worded], *, whole: bool
) -> list[tuple[str, tuple[Claim, ...]]]:
    """Values in our words with the claims that carry them; those of one voice in the same
    sources stand together. ``whole``: a voice is told with the source and everyone between, else
    by its name alone (where it is that of the source, a footnote says it)."""
    groups: dict[tuple[object, ...], list[Worded]] = {}
    for item in items:
        sources = {claim.source for claim in bearing.named(dossier, item.claims)}
        voices = tuple(_voices(dossier, item, whole=whole))
        groups.setdefault((voices, frozenset(sources)), []).append(item)
    found = []
    for values in groups.values():
        voice = "; ".join(_voices(dossier, values[0], whole=whole))
        said = "; ".join(worded(label, one, voice if len(values) == 1 else "") for one in values)
        if voice and len(values) > 1:
            said += f" ({'both' if len(values) == 2 else 'all'}: {voice})"
        found.append((said, bearing.named(dossier, (id for one in values for id in one.claims))))
    return found


def worded(label: str, item: Worded, voice: str) -> str:
    """A value in our words, how sure it is and who says it."""
    notes = [*hedged(label, item), *([voice] if voice else [])]
    return f"{item.value} ({'; '.join(notes)})" if notes else item.value


def _voices(dossier: Dossier, item: Worded, *, whole: bool) -> list[str]:
    if whole:
        return list(item.cites)
    claims = bearing.named(dossier, item.claims)
    return list(dict.fromkeys(claim.cites[-1] for claim in claims if claim.cites))


def ours(event: Event, field: str) -> str:
    """What stands behind a value that no source says and that we read into them."""
    return f" ({OURS})" if field in event.inferred else ""
