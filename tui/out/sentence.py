"""An event as an item of a Markdown list; each footnote stands behind what its source carries."""

from __future__ import annotations

from collections.abc import Sequence

from store.dossier import Dossier
from store.model.records import Claim, Event, EventOn
from tui.out import bearing
from tui.out.markdown import Footnotes, md
from tui.out.pieces import Piece, listed, noted, rivals, sources_of, voiced_by
from tui.out.told import (
    OURS,
    answers_told,
    date_label,
    last_told,
    length_told,
    on_day_told,
    open_told,
    origins_told,
    ours,
    status_told,
    voiced,
)
from tui.present.questions import contested
from tui.present.signs import GATHERINGS
from tui.present.words import named

FIRST = ("outcome", "said", "reason", "agenda")  # of a thing without people, what says most


def sentence(dossier: Dossier, event: Event, notes: Footnotes) -> str:
    """The event with what its row says and each caution of its card. What no source tells, such
    as that none tells what came of a plan, stands last."""
    return noted(_pieces(dossier, event), notes)


def _pieces(dossier: Dossier, event: Event) -> list[Piece]:
    pieces = [*_head(dossier, event), *_where(dossier, event), *_who(dossier, event)]
    if event.length:
        told = length_told(event).replace(" long", "", 1)
        pieces.append((f"Length: {md(told)}.", sources_of(bearing.of_length(event))))
    if not event.people or event.kind not in GATHERINGS:
        pieces += _worded(dossier, event)
    for conflict in event.conflicts:
        if conflict.field != "place":
            asked = f"Sources disagree on {contested(conflict, event.kind)}: "
            pieces += _before(asked, rivals(dossier, conflict, event.kind, end="."))
    untold = (open_told(dossier, event), on_day_told(event) if isinstance(event, EventOn) else "")
    return [*pieces, *((md(f"{said[:1].upper()}{said[1:]}."), ()) for said in untold if said)]


def _head(dossier: Dossier, event: Event) -> list[Piece]:
    """Date, title, what became of it, who answers that how; each with its own sources."""
    label, note = date_label(event)
    day = f"**{md(label)}** {md(note)}" if note else f"**{md(label)}**"
    when = sources_of(bearing.of_date(dossier, event))
    told = last_told(event)
    pieces = [(f"{day}{';' if told else ':'}", when)]
    pieces += [(f"{md(told)}:", sources_of(bearing.of_last(dossier, event)))] if told else []
    whole = dossier.event(event.part_of) if event.part_of else None
    part = f", part of {md(whole.title)}" if whole is not None else ""
    answers = answers_told(dossier, event)
    claims = bearing.of_status(dossier, event)
    end = ";" if answers else ")."
    said = f"{md(event.title)}{part} ({md(status_told(event))}{_origins(event, claims)}{end}"
    # a status that nobody tells rests on whatever tells of the event
    pieces.append((said, sources_of(claims) or when or event.sources))
    for at, (_, answered, by, hedge) in enumerate(answers):
        end = ")." if at + 1 == len(answers) else ";"
        pieces += voiced_by(by, before=f"{md(answered)} ", end=f"{md(hedge)}{end}")
    if not when:  # what has no date has no source of it either
        pieces[:2] = [(f"{pieces[0][0]} {pieces[1][0]}", pieces[1][1])]
    return pieces


def _origins(event: Event, claims: Sequence[Claim]) -> str:
    """How many origins the status has, where its footnotes would make one think of more."""
    if len(sources_of(claims)) <= event.origins:
        return ""
    return f", {origins_told(event.origins, event.origins_most)}"


def _where(dossier: Dossier, event: Event) -> list[Piece]:
    for conflict in event.conflicts:
        if conflict.field == "place":
            return _before("Where: ", rivals(dossier, conflict, event.kind, end="."))
    places = [
        (md(place), sources_of(bearing.of_place(dossier, event, place))) for place in event.place
    ]
    return listed(places, before="Where: ", end=f"{ours(event, 'place')}.")


def _who(dossier: Dossier, event: Event) -> list[Piece]:
    """The people; of what nobody takes part in the bodies."""
    if not event.people:
        bodies = [
            (md(named(dossier, body)), sources_of(bearing.of_body(dossier, event, body)))
            for body in event.bodies
        ]
        return listed(bodies, before="Bodies: ", end=f"{ours(event, 'bodies')}.")
    told = [sources_of(bearing.of_person(dossier, event, one.id)) for one in event.people]
    # once behind all of them where that can only mean all
    own = all(one.inferred for one in event.people) and len({*map(frozenset, told)}) == 1
    people = [
        (md(f"{one.name} ({OURS})" if one.inferred and not own else one.name), sources)
        for one, sources in zip(event.people, told, strict=True)
    ]
    return listed(people, before="Who: ", end=f" ({OURS})." if own else ".")


def _worded(dossier: Dossier, event: Event) -> list[Piece]:
    """The first of what is told in our words, voice by voice."""
    field = next((name for name in FIRST if getattr(event, name)), None)
    if field is None:
        return []
    told = voiced(dossier, field, getattr(event, field), whole=False)
    pieces = []
    for at, (said, claims) in enumerate(told):
        label = "" if at else f"{field.capitalize()}: "
        end = ";" if at + 1 < len(told) else "."
        pieces.append((f"{label}{md(said)}{end}", sources_of(claims)))
    return pieces


def _before(words: str, pieces: Sequence[Piece]) -> list[Piece]:
    (first, sources), *others = pieces
    return [(f"{words}{first}", sources), *others]
