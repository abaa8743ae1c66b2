"""Events derived: date, status, participants, life cycle and conflicts of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from store.evidence.disagreement import Disagreement
from store.evidence.event_dates import dated, told_dates
from store.evidence.in_force import Stretch
from store.evidence.index import Index
from store.evidence.lifecycle import Placed, place_steps
from store.evidence.origins import Origins
from store.evidence.participants import participants, roles
from store.evidence.rivals import Group, Resolved
from store.evidence.status import derive_status
from store.evidence.tenures import Tenures
from store.evidence.values import Values
from store.model.claims import Claim
from store.model.records import Conflict, Participant, Step, Worded
from store.when import When

WORDED = ("agenda", "reason", "outcome", "said")
READ = ("status", "date", "start", "end", "length", "place", "people", "bodies")
_HEDGES = ("", "expected", "probable", "possible")  # the surer first


class Core(msgspec.Struct, frozen=True):
    """What a row of the timeline needs: cheap to derive, and enough to sort by. ``date_status``
    held in the days of ``date``; ``stretches`` are those of being in force or suspended."""

    date: When | None
    date_status: str | None
    stretches: tuple[Stretch, ...]
    date_claims: tuple[Claim, ...]
    steps: tuple[Placed, ...]
    last: Placed | None
    origins: tuple[int, int]
    denied: bool
    conflicts: tuple[Conflict, ...]
    place: Resolved
    inferred: tuple[str, ...]


class Events:
    """Derives every event of one set of facts; each is worked out once, when asked for."""

    def __init__(
        self,
        index: Index,
        values: Values,
        origins: Origins,
        disagreement: Disagreement,
        tenures: Tenures,
    ) -> None:
        self._index, self._values, self._origins = index, values, origins
        self._disagreement, self._tenures = disagreement, tenures
        self._cores: dict[str, Core] = {}

    def core(self, id: str) -> Core:
        """Date, status, support and conflicts of one event."""
        if id not in self._cores:
            self._cores[id] = self._core(id)
        return self._cores[id]

    def _core(self, id: str) -> Core:
        prefer = self._index.facts.events[id].prefer
        claims = self._index.claims(id)
        told = told_dates(self._values, id, claims, prefer)
        resolved = {
            **told.own,
            **{name: self._values.one(id, name, prefer) for name in ("place", "length")},
        }
        conflicts = [
            conflict
            for name, value in (*resolved.items(), *told.turns)
            for conflict in self._disagreement.rivals(id, name, value)
        ]
        steps = place_steps(claims, told.date)
        last, rivals = derive_status(id, steps, prefer, self._disagreement)
        when = dated(told, steps, last.status if last else None)
        conflicts += [*self._disagreement.denials(id, prefer), *rivals]
        supporting = (
            [s.claim for s in steps if s.moves and s.status == last.status]
            if last is not None
            else [c for c in claims if c.supports]
        )
        group = resolved["date"].groups[0].claims if resolved["date"].groups else ()
        return Core(
            date=when.date,
            date_status=when.status,
            stretches=when.stretches,
            date_claims=group,
            steps=tuple(steps),
            last=last,
            origins=self._origins.count(supporting),
            denied=any(claim.stance == "denies" for claim in claims),
            conflicts=tuple(conflicts),
            place=resolved["place"],
            inferred=self._inferred(id, resolved, last, supporting, closed=when.closed),
        )

    def _inferred(
        self,
        id: str,
        resolved: Mapping[str, Resolved],
        last: Placed | None,
        status: list[Claim],
        *,
        closed: bool,
    ) -> tuple[str, ...]:
        """The fields that rest on our reading alone."""
        found = {name: value.groups[0].inferred for name, value in resolved.items() if value.groups}
        if last is not None:
            found["status"] = all(claim.inferred for claim in status)
        if "date" not in found:  # made of the start and the end
            edges = [found[name] for name in ("start", "end") if name in found]
            found["date"] = bool(edges) and all(edges)
        if closed:  # by the turn that gives the status
            found["date"] = bool(found["date"]) and all(claim.inferred for claim in status)
        ours = [claim for claim in self._index.claims(id) if claim.inferred]
        for name in ("people", "bodies") if ours else ():
            told = [c for c in self._index.claims(id) if c.supports and name in c.says]
            found[name] = bool(told) and all(claim.inferred for claim in told)
        return tuple(name for name in READ if found.get(name))

    def length(self, id: str) -> str | None:
        """How long it lasts, as an ISO 8601 duration."""
        return self._values.one(id, "length", self._index.facts.events[id].prefer).value

    def date_words(self, id: str) -> str | None:
        """The source's own words for a date that it left vague (“early September”), from a claim
        of just that date."""
        core = self.core(id)
        if core.date is None or core.date.exact:
            return None
        for claim in core.date_claims:
            if claim.one("date") == core.date.text:
                said = claim.when
                words = said if isinstance(said, str) else (said or {}).get("date")
                if words:
                    return words
        return None

    def steps(self, id: str) -> tuple[Step, ...]:
        """The life cycle as it is told, denials and refusals to confirm among the steps."""
        told = []
        for step in self.core(id).steps:
            claim, cites = step.claim, self._index.cites(step.claim)
            told.append(
                Step(
                    status=step.status,
                    stance=claim.stance,
                    by=" ← ".join((self._index.source_name(claim.source), *cites)),
                    on=step.day.text,
                    claim=claim.id,
                    certainty=claim.certainty,
                    dated=step.told,
                )
            )
        return tuple(told)

    def places(self, id: str) -> tuple[str, ...]:
        """The names of the preferred place and of those joined with it."""
        return self._place_names(self.core(id).place.groups[:1])

    def places_told(self, id: str) -> tuple[str, ...]:
        """The names of all places that sources give, rivals included, the preferred first."""
        return self._place_names(self.core(id).place.groups)

    def _place_names(self, groups: Sequence[Group]) -> tuple[str, ...]:
        return tuple(self._index.name(p) for group in groups for p in (group.value, *group.joined))

    def people_ids(self, id: str) -> dict[str, str | None]:
        """Participant → role, in reading order."""
        return roles(self._index.claims(id))

    def bodies(self, id: str) -> tuple[str, ...]:
        """The bodies that take part, in reading order."""
        claims = self._index.claims(id)
        return tuple(dict.fromkeys(body for c in claims if c.supports for body in c.many("bodies")))

    def participants(self, id: str) -> tuple[Participant, ...]:
        """The people with the post that each held on the event's day."""
        return participants(self._index, self._tenures, id, self.core(id).date)

    def worded(self, id: str, name: str) -> tuple[Worded, ...]:
        """The values of a field in our words, each with its claims and speakers."""
        found: dict[str, list[Claim]] = {}
        for claim in self._index.claims(id):
            if claim.supports:
                for value in claim.many(name):
                    found.setdefault(value, []).append(claim)
        return tuple(
            Worded(
                value=value,
                claims=tuple(c.id for c in claims),
                hedge=min((_hedge(claim) for claim in claims), key=_HEDGES.index),
                inferred=all(claim.inferred for claim in claims),
                cites=tuple(
                    dict.fromkeys(
                        " ← ".join((self._index.source_name(c.source), *self._index.cites(c)))
                        for c in claims
                    )
                ),
            )
            for value, claims in found.items()
        )


def _hedge(claim: Claim) -> str:
    if claim.certainty != "certain":
        return claim.certainty
    return "expected" if claim.stance == "expects" else ""
