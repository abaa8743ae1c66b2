"""What became of an event: the status, where sources contradict each other that of the rival
that is preferred (derived rules 1 to 3)."""

from __future__ import annotations

from collections.abc import Sequence

from store.evidence.disagreement import Disagreement
from store.evidence.lifecycle import Placed, exclude_each_other, moving, status_of
from store.evidence.rivals import Group
from store.model.claims import RANK, Claim
from store.model.frames import Prefer
from store.model.records import Conflict


def derive_status(
    about: str, steps: Sequence[Placed], prefer: Prefer | None, disagreement: Disagreement
) -> tuple[Placed | None, list[Conflict]]:
    """The step that gives the status, and the conflict that decided it, where there is one.

    States that exclude each other on the same knowledge are rivals. So is what the steps would
    give beside a status that the curator prefers to it.
    """
    told = moving(steps)
    last = status_of(told)
    if last is None:
        return None, []
    rivals: dict[str, list[Claim]] = {}
    for step in exclude_each_other(told):
        rivals.setdefault(step.status, []).append(step.claim)
    chosen = prefer.value if prefer is not None and prefer.field == "status" else None
    if chosen != last.status and any(step.status == chosen for step in told):
        for status in (chosen, last.status):
            if status not in rivals:
                claims = [step.claim for step in told if step.status == status]
                rivals[str(status)] = claims
    if len(rivals) < 2:
        return last, []
    groups = [Group(status, tuple(claims)) for status, claims in rivals.items()]
    conflict = disagreement.among(about, "status", groups, prefer)
    shown = conflict.preferred
    if shown == "occurred" and chosen != shown and RANK[last.status] > RANK[shown]:
        return last, [conflict]  # what is in force has taken place
    return status_of([step for step in told if step.status == shown]), [conflict]
