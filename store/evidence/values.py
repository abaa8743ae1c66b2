"""Values and rivals: what a field is, from the claims that support it (DESIGN, derived rule 1)."""

from __future__ import annotations

from collections.abc import Sequence

from store.evidence.index import Index
from store.evidence.legs import Leg, by_leg, legs_of
from store.evidence.origins import Origins
from store.evidence.places import place_groups
from store.evidence.rivals import Group, Ranking, Resolved
from store.model.claims import ACTUAL, PLANS, Claim
from store.model.frames import Prefer
from store.when import When, before, meet, parse_when

DATES = frozenset({"date", "start", "end"})


class Values:
    """Resolves fields over one set of facts."""

    def __init__(self, index: Index, origins: Origins, ranking: Ranking) -> None:
        self._index, self._origins, self._ranking = index, origins, ranking

    def one(self, about: str, field: str, prefer: Prefer | None = None) -> Resolved:
        """Resolve a field that holds one value, or ``place``; of a date field the event's own."""
        if field in DATES:
            return self.dates(about, field, prefer)[0]
        claims = _told(self._index.claims(about), field)
        if not claims:
            return Resolved(())
        if field == "place":
            claims = self._actual(about, claims, prefer) or claims
            groups = place_groups(claims, self._index.facts.places, self._origins)
        else:
            groups = _plain_groups(claims, field)
        return self._ranking.ranked(groups, field, prefer)

    def dates(
        self,
        about: str,
        field: str,
        prefer: Prefer | None = None,
        legs: Sequence[Leg] | None = None,
    ) -> tuple[Resolved, dict[int, Resolved]]:
        """Resolve ``date``, ``start`` or ``end``: the event's own value, and by the number of the
        leg what is told of its other turns, whose days are no rivals of one another."""
        every = self._index.claims(about)
        own, told = _told(every, field), dict[int, list[Claim]]()
        if not own:
            return Resolved(()), {}
        legs = legs_of(every) if legs is None else legs
        if legs:
            own, told = by_leg(own, field, every, legs)
        others = {at: self._dated(claims, field, prefer) for at, claims in sorted(told.items())}
        actual = self._actual(about, own, prefer)
        if actual or not others or any(leg.status == "in-force" for leg in legs):
            found = actual or own
            return (self._dated(found, field, prefer) if found else Resolved(())), others
        last = max(others)  # of a turn alone is known when it was: that dates the event
        return others.pop(last), others

    def _dated(self, claims: list[Claim], field: str, prefer: Prefer | None) -> Resolved:
        """Dates as rivals. What is only uncertain stands beside the certain ones and is a rival
        of none: it is shown where nothing certain holds, or where the curator prefers it."""
        groups = _date_groups(claims, field)
        if len(groups) < 2:
            return Resolved(tuple(groups))
        sure = [g for g in groups if not all(_date(c, field).uncertain for c in g.claims)]
        doubtful = [group for group in groups if group not in sure]
        ranked = self._ranking.ranked(sure, field, prefer)
        if not doubtful:
            return ranked
        best = self._ranking.ranked(doubtful, field, prefer).groups[0]
        standing = self._ranking.standing(best, field, prefer)
        if not sure or standing > self._ranking.standing(ranked.groups[0], field, prefer):
            return Resolved((best,))
        return ranked

    def _actual(self, about: str, claims: list[Claim], prefer: Prefer | None) -> list[Claim]:
        """The claims that tell what was, not what was planned: a plan is no rival of the actual.
        A source that knows the outcome tells no plans, and nobody does once the day is over."""
        every = self._index.claims(about)
        knowing = {claim.source for claim in every if claim.one("status") in ACTUAL}
        found = [claim for claim in claims if _is_actual(claim, knowing, None)]
        if not knowing or len(found) == len(claims):
            return found
        known = [c for c in _told(every, "date") if _is_actual(c, knowing, None)]
        value = self._dated(known, "date", prefer).value
        over = parse_when(value) if value is not None else None
        return [claim for claim in claims if _is_actual(claim, knowing, over)]


def _told(claims: list[Claim], field: str) -> list[Claim]:
    """The claims that support a value of the field, headlines left out beside their own text."""
    return _beside_headlines([c for c in claims if c.supports and field in c.says])


def _date(claim: Claim, field: str) -> When:
    return parse_when(str(claim.says[field]))


def _beside_headlines(claims: list[Claim]) -> list[Claim]:
    """Without the headlines of sources whose own text says the same field."""
    told = {claim.source for claim in claims if claim.part != "headline"}
    return [c for c in claims if c.part != "headline" or c.source not in told]


def _is_actual(claim: Claim, knowing: set[str], over: When | None) -> bool:
    """Whether a claim tells what was. ``knowing`` are the sources that know the outcome;
    ``over`` is the date on which it took place, where one is known."""
    status = claim.one("status")
    if status in ACTUAL:
        return True
    if claim.stance == "expects" or status in PLANS:
        return False
    said = parse_when(claim.said_on)
    last = said.latest
    for field in DATES:
        value = claim.one(field)
        if value is not None:
            when = parse_when(value)
            if when.earliest is not None and last is not None and when.earliest > last:
                return False
            if when.latest is not None and last is not None and when.latest <= last:
                return True
    if over is not None and claim.stance == "asserts" and before(over, said) == "yes":
        return True
    return claim.source in knowing


def _date_groups(claims: list[Claim], field: str) -> list[Group]:
    """Dates that meet give their intersection. Certain ones are placed first, and of these the
    precise; a vague one then supports every group that it meets."""
    if len(claims) == 1:
        return [Group(_date(claims[0], field).text, (claims[0],))]
    groups: list[tuple[When, list[Claim]]] = []
    dates = [(_date(claim, field), claim) for claim in claims]
    dates.sort(key=lambda pair: (pair[0].uncertain, _width(pair[0]), pair[1].order))
    for date, claim in dates:
        met = [(at, shared) for at, (when, _) in enumerate(groups) if (shared := meet(when, date))]
        for at, shared in met:
            members = groups[at][1]
            members.append(claim)
            groups[at] = (shared if len(met) == 1 else groups[at][0], members)
        if not met:
            groups.append((date, [claim]))
    return [
        Group(when.text, tuple(sorted(members, key=lambda c: c.order))) for when, members in groups
    ]


def _width(when: When) -> int:
    """How vague a date is, in days; a missing bound counts as very vague."""
    bounds = (when.earliest_start, when.latest_start), (when.earliest_end, when.latest_end)
    return sum((b - a).days if a and b else 4_000_000 for a, b in bounds)


def _plain_groups(claims: list[Claim], field: str) -> list[Group]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        for value in claim.many(field):
            groups.setdefault(value, []).append(claim)
    return [Group(value, tuple(members)) for value, members in groups.items()]
