"""Conflicts as text: what is contested, the rivals with their voices, and the verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import ConsoleRenderable

from store.dossier import Dossier
from store.model.records import Conflict, Rival
from tui.cli.plain_claim import chain
from tui.cli.setting import BLANK, counted, heading, indented, marks, quoted, row, text
from tui.present.questions import answer, kind_of, question, reason, rival_span
from tui.present.words import STANCE


def conflict_list(dossier: Dossier, conflicts: Sequence[Conflict]) -> Iterator[ConsoleRenderable]:
    """Each conflict under the title of what it is about."""
    for at, conflict in enumerate(conflicts):
        if at:
            yield BLANK
        yield from conflict_page(dossier, conflict)


def conflict_page(dossier: Dossier, conflict: Conflict) -> Iterator[ConsoleRenderable]:
    """What is contested, the verdict, then each rival with its quotations."""
    yield heading(question(dossier, conflict), conflict.about)
    kind = kind_of(dossier, conflict)
    labels = [rival_span(conflict, rival, kind).text for rival in conflict.values]
    verdict = answer(conflict, labels)
    yield indented(text((verdict.text, verdict.role)))
    if not conflict.undecided:
        yield indented(text(("Why  ", "muted"), reason(conflict)))
    for rival in conflict.values:
        yield from _rival(dossier, conflict, rival)


def _rival(dossier: Dossier, conflict: Conflict, rival: Rival) -> Iterator[ConsoleRenderable]:
    words = rival_span(conflict, rival, kind_of(dossier, conflict)).text
    verdict = ""
    if rival.value == conflict.preferred:
        verdict = _chosen(conflict)
    elif rival.disputed or not conflict.undecided:
        verdict = "  set aside"
    yield indented(
        row(
            (text((words, "bold"), (verdict, "muted")), "fill"),
            (marks(False, False, rival.origins, rival.origins_most), "right"),
        )
    )
    for id in rival.claims:
        claim = dossier.claim(id)
        if claim is not None:
            yield indented(quoted(claim.quote), 3)
            yield indented(
                text((f"{chain(claim)} · {STANCE[claim.stance]} · {claim.id}", "muted")), 5
            )
    if not rival.claims:
        yield indented(text((counted(rival.origins, "origin"), "muted")), 5)


def _chosen(conflict: Conflict) -> str:
    if not conflict.undecided:
        return "  preferred"
    # the status of an event follows from its course, whatever the rivals of one step say
    return "" if conflict.field == "status" else "  shown"
