"""Checks of what follows from several claims: what one tells must be possible beside the others."""

from __future__ import annotations

from store.evidence.index import Index
from store.evidence.resolving import resolving
from store.evidence.tenures import Tenures
from store.evidence.values import Values
from store.model.claims import Claim
from store.model.facts import Facts
from store.reading.draft import Draft
from store.reading.references import leave_out
from store.when import When, before, parse_when


def check_coherence(draft: Draft) -> None:
    """Tell what cannot be, and leave it out: a source that tells what took place later than
    itself, a tenure that ended before it began."""
    if draft.meta is None:
        return
    facts = Facts(meta=draft.meta, claims=tuple(draft.claims), where={}, **draft.frames)  # type: ignore[arg-type]
    found = resolving(facts)
    index, values, tenures = found.index, found.values, found.tenures
    foretold = [claim for claim in _undated(index) if _foretold(draft, index, values, claim)]
    backwards = {id for id in facts.tenures if _backwards(draft, tenures, id)}
    if foretold:
        gone = {claim.id for claim in foretold}
        draft.claims = [claim for claim in draft.claims if claim.id not in gone]
        draft.doubted |= {claim.about for claim in foretold}
    if backwards:
        draft.doubted |= {facts.tenures[id].person for id in backwards}
        leave_out(draft, backwards)


def _undated(index: Index) -> list[Claim]:
    """The claims that an event took place, without a day, of which others give the day."""
    return [
        claim
        for claim in index.facts.claims
        if claim.says.get("status") == "occurred"
        and claim.stance == "asserts"
        and not any(field in claim.says for field in ("date", "start"))
        and any(
            "date" in other.says or "start" in other.says for other in index.claims(claim.about)
        )
    ]


def _foretold(draft: Draft, index: Index, values: Values, claim: Claim) -> bool:
    """Tell a claim that something took place on a day that others put after its source."""
    published = index.published(claim.source)
    prefer = index.facts.events[claim.about].prefer
    for field in ("date", "start"):
        rivals = values.one(claim.about, field, prefer).groups
        if not rivals:
            continue
        if not all(_surely_later(parse_when(rival.value), published) for rival in rivals):
            return False
        by = ", ".join(dict.fromkeys(other.source for other in rivals[0].claims))
        draft.say_of(
            claim.id, "status",
            f"“occurred” in a source of {published}, but {field} is {rivals[0].value} by {by}",
            "a source cannot tell what took place later; say by when it did: "
            f'date = "[..{published.latest}]"',
        )  # fmt: skip
        return True
    return False


def _surely_later(day: When, than: When) -> bool:
    if day.uncertain or day.earliest is None or than.latest is None:
        return False
    return day.earliest > than.latest


def _backwards(draft: Draft, tenures: Tenures, id: str) -> bool:
    """Tell a tenure whose end is surely before its start."""
    start = tenures.date(id, "start")
    if start is None:
        return False
    end, why = tenures.end(id)
    if end is None or before(end, start) != "yes":
        return False
    how = f" ({why})" if why else ""
    draft.say_of(id, None, f"starts on {start} and ends on {end}{how}",
                 "mend one, or prefer another claim of it")  # fmt: skip
    return True
