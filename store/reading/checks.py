"""Checks of sense: what a dossier says must hold together before anything is derived from it."""

from __future__ import annotations

from store.dates.duration import DurationError, parse_duration
from store.dates.wording import check_wording
from store.model.claims import DATE_FIELDS, MEASURE_STATUSES, Claim, called, spelt
from store.model.frames import Event, Person, Source, Tenure
from store.reading.decode import a
from store.reading.draft import Draft
from store.reading.preferences import check_preference
from store.reading.references import leave_out
from store.when import When, parse_when

# kinds of events that may be in force
STAYING = frozenset({"measure", "agreement", "ruling", "period", "appointment"})


def check_claims(draft: Draft) -> None:
    """Tell faults of single claims, and leave the claims out that have one."""
    gone: set[str] = set()
    for claim in draft.claims:
        before = len(draft.problems)
        source = draft.frames["sources"][claim.source]
        assert isinstance(source, Source)
        _check_days(draft, claim, parse_when(source.published))
        _check_wording(draft, claim)
        _check_length(draft, claim)
        status = claim.one("status")
        event = draft.frames["events"].get(claim.about)
        if isinstance(event, Event) and status in MEASURE_STATUSES and event.kind not in STAYING:
            hint = f"for {a(event.kind)}: scheduled, occurred …; {status} is for measures"
            draft.say_of(claim.id, "status", f"{a(event.kind)} cannot be “{status}”", hint)
        if any(problem.level == "error" for problem in draft.problems[before:]):
            gone.add(claim.id)
            draft.doubt(claim.about, claim.says)
    draft.claims = [claim for claim in draft.claims if claim.id not in gone]


def _check_days(draft: Draft, claim: Claim, published: When) -> None:
    said = parse_when(claim.said_on)
    if _later(said, published):
        draft.say_of(claim.id, "said_on", f"{claim.said_on} is after the source of {published}",
                     "the day it was said is never later")  # fmt: skip
    if claim.one("status") == "occurred" and claim.supports:
        date = claim.one("date") or claim.one("start")
        if date is not None and _later(parse_when(date), published):
            draft.say_of(
                claim.id, "date", f"“occurred” on {date}, after its source of {published}",
                "a source cannot tell what took place later; “scheduled”?",
            )  # fmt: skip


def _later(day: When, than: When) -> bool:
    return day.earliest is not None and than.latest is not None and day.earliest > than.latest


def _check_length(draft: Draft, claim: Claim) -> None:
    length = claim.one("length")
    if length is not None:
        try:
            parse_duration(length)
        except DurationError as error:
            draft.say_of(claim.id, "length", str(error), 'e.g. "P2D" for two days')


def _check_wording(draft: Draft, claim: Claim) -> None:
    """The source's own words for a date must agree with a date that the claim gives."""
    if claim.when is None:
        return
    given = {field: value for field in DATE_FIELDS for value in claim.many(field)}
    if claim.on is not None:
        given["on"] = claim.on
    said = parse_when(claim.said_on)
    table = {"": claim.when} if isinstance(claim.when, str) else claim.when
    for field, words in table.items():
        if field and field not in given:
            draft.say_of(claim.id, "when", f"names {field}, which this claim does not give",
                         f"one of: {' '.join(given)}" if given else "")  # fmt: skip
            continue
        typed = [given[field]] if field else list(given.values())
        results = [check_wording(words, parse_when(value), said) for value in typed]
        if not results or any(result.verdict == "verified" for result in results):
            continue
        bad = next((r for r in results if r.verdict == "contradicted"), results[0])
        if bad.verdict == "unknown" and claim.inferred is not None:
            continue
        hint = "say how you read it: inferred = …" if bad.verdict == "unknown" else ""
        draft.say_of(claim.id, "when", bad.message, hint)


def _bare(draft: Draft, table: str, id: str) -> tuple[str, str]:
    """What is missing where no claim speaks of a frame, and how it is added."""
    where = "under a [[passage]] of sources/*.toml"
    if table == "events":
        return "no claim is about this event", f'{where} write e.g. {id} = "occurred"'
    if table == "tenures":
        return "no claim is about this tenure", f'{where} write e.g. {id} = "held"'
    held = [t.id for t in draft.frames["tenures"].values() if getattr(t, "person", None) == id]
    own = f', or {held[0]} = "held"' if held else ""
    return "no claim names this person", f'{where} write people = ["{id}"] of an event{own}'


def _check_name(draft: Draft, id: str, claims: list[Claim]) -> None:
    """Warn of a person's name that no source uses, for it is not the one that is shown."""
    person = draft.frames["people"].get(id)
    if isinstance(person, Person) and (shown := called(person.name, spelt(claims))) != person.name:
        hint = "words still find it; write a name as a source prints it"
        said = f"no source uses “{person.name}”; shown is “{shown}”"
        draft.say_of(id, "name", said, hint, level="warning")


def check_whole(draft: Draft) -> None:
    """Tell what is missing: frames without a claim (left out), preferences without one,
    events without a status."""
    bare: set[str] = set()
    about: dict[str, list[Claim]] = {}
    mentioned: set[str] = set()
    for claim in draft.claims:
        about.setdefault(claim.about, []).append(claim)
        mentioned.update(person for person, _role in claim.people)
    tenures = draft.frames["tenures"].values()
    mentioned.update(t.person for t in tenures if isinstance(t, Tenure) and t.id in about)
    draft.doubted |= {t.person for t in tenures if isinstance(t, Tenure) and t.id in draft.doubted}
    for table in ("events", "tenures", "people"):
        for id in draft.frames[table]:
            if id not in about and id not in mentioned:
                bare.add(id)
                if id not in draft.doubted and not draft.broken:
                    draft.say_of(id, None, *_bare(draft, table, id))
            check_preference(draft, table, id, about.get(id, []))
            _check_name(draft, id, about.get(id, []))
            if (
                table == "events"
                and id in about
                and not any(claim.one("status") and claim.stance != "denies" for claim in about[id])
            ):
                draft.say_of(id, "status", "no claim gives a status",
                             "e.g. scheduled, occurred, in-force", level="warning")  # fmt: skip
    leave_out(draft, bare)
