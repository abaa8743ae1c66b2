"""An event as an item of a Markdown list; each footnote stands behind what its source carries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from store.dossier import Dossier
from store.model.records import Claim, Event
from tui.out import bearing
from tui.out.markdown import Footnotes, md
from tui.out.told import (
    OURS,
    denial_told,
    ours,
    place_told,
    rivals_told,
    status_told,
    voiced,
)
from tui.present import dates
from tui.present.questions import contested
from tui.present.signs import GATHERINGS
from tui.present.words import join, named

Piece = tuple[str, tuple[str, ...]]  # Markdown, and the sources that carry it
FIRST = ("outcome", "said", "reason", "agenda")  # of a thing without people, what says most


def sentence(dossier: Dossier, event: Event, notes: Footnotes) -> str:
    """The event with what its row says and each caution of its card."""
    return noted(_pieces(dossier, event), notes)


def noted(pieces: Sequence[Piece], notes: Footnotes) -> str:
    """The pieces one after another. Neighbours that rest on the same sources share their marks,
    behind the last of them."""
    found = []
    for at, (text, sources) in enumerate(pieces):
        after = pieces[at + 1][1] if at + 1 < len(pieces) else ()
        same = set(after) == set(sources)
        found.append(text if same else text + notes.refer(sources))
    return " ".join(found)


def sources_of(*claims: Iterable[Claim]) -> tuple[str, ...]:
    """The sources of these claims, each once."""
    return tuple(dict.fromkeys(claim.source for group in claims for claim in group))


def _pieces(dossier: Dossier, event: Event) -> list[Piece]:
    pieces = [_head(dossier, event)]
    where = place_told(event)
    if where:
        rivals = [one for one in event.conflicts if one.field == "place"]
        claims = [bearing.of_conflict(dossier, one) for one in rivals]
        claims = claims or [bearing.of_place(dossier, event)]
        pieces.append((f"Where: {md(where)}.", sources_of(*claims)))
    if event.people:
        own = all(one.inferred for one in event.people)
        names = join(
            f"{one.name} ({OURS})" if one.inferred and not own else one.name for one in event.people
        )
        said = f"{names} ({OURS})" if own else names
        pieces.append((f"Who: {md(said)}.", sources_of(bearing.of_people(dossier, event))))
    elif event.bodies:
        said = join(named(dossier, body) for body in event.bodies) + ours(event, "bodies")
        pieces.append((f"Bodies: {md(said)}.", sources_of(bearing.of_bodies(dossier, event))))
    if not event.people or event.kind not in GATHERINGS:
        pieces += _worded(dossier, event)
    for conflict in event.conflicts:
        if conflict.field != "place":
            asked = contested(conflict, event.kind)
            text = f"Sources disagree on {asked}: {rivals_told(conflict, event.kind)}."
            pieces.append((md(text), sources_of(bearing.of_conflict(dossier, conflict))))
    return pieces


def _head(dossier: Dossier, event: Event) -> Piece:
    """Date, title, what became of it; who denies it."""
    denial = denial_told(dossier, event)
    status = "; ".join(filter(None, (status_told(event), denial)))
    day = f"**{md(dates.short(event.date))}**{ours(event, 'date')}"
    sources = sources_of(
        bearing.of_date(dossier, event),
        bearing.of_status(dossier, event),
        bearing.of_denial(event) if denial else (),
    )
    return f"{day}: {md(event.title)} ({md(status)}).", sources or event.sources


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
