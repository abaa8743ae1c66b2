"""Preferences: the curator's choice among rivals, where there are any to choose from."""

from __future__ import annotations

from store.model.claims import PLANS, Claim
from store.model.frames import Prefer
from store.reading.draft import Draft

# table → the fields of which one value is shown; all others add up or stand side by side
DECIDABLE = {
    "events": ("date", "end", "length", "place", "start", "status"),
    "tenures": ("end", "post", "start", "succeeds"),
    "people": (),
}


def carries(claim: Claim, prefer: Prefer) -> bool:
    """Whether a claim supports the value preferred: as long as one does the preference holds.
    An outcome that is merely expected is none."""
    if not claim.supports or prefer.value not in claim.many(prefer.field):
        return False
    return prefer.field != "status" or claim.stance == "asserts" or prefer.value in PLANS


def check_preference(draft: Draft, table: str, id: str, claims: list[Claim]) -> None:
    """Tell a preference that cannot decide anything (an error), or has no claim (a warning)."""
    prefer: Prefer | None = getattr(draft.frames[table][id], "prefer", None)
    if prefer is None:
        return
    fields = DECIDABLE[table]
    if prefer.field not in fields:
        hint = f"one of: {' '.join(fields)}" if fields else "its name is the one it is shown by"
        draft.say_of(id, "prefer", f"“{prefer.field}” has no rivals to choose from", hint)
    elif not any(carries(claim, prefer) for claim in claims):
        message = f"no claim says {prefer.field} {prefer.value}"
        hint = "a preference holds only while its value has a claim"
        draft.say_of(id, "prefer", message, hint, level="warning")
