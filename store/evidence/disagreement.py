"""Conflicts: rivals of one field, and values that one voice asserts and another denies
(derived rule 2)."""

from __future__ import annotations

from store.evidence.index import Index
from store.evidence.lifecycle import Placed, exclude_each_other
from store.evidence.origins import Origins
from store.evidence.values import DATES, EVEN, Group, Resolved
from store.model.claims import DATE_FIELDS, RANK, Claim
from store.model.records import Conflict, Rival
from store.when import meet, parse_when


class Disagreement:
    """Builds the conflicts of one frame from what was resolved."""

    def __init__(self, index: Index, origins: Origins) -> None:
        self._index, self._origins = index, origins

    def rivals(self, about: str, field: str, resolved: Resolved) -> list[Conflict]:
        """The conflict among the groups of one field: none with a single group."""
        if len(resolved.groups) < 2:
            return []
        return [
            self._conflict(about, field, list(resolved.groups), resolved.why, resolved.undecided)
        ]

    def denials(self, about: str) -> list[Conflict]:
        """A conflict for every value that is supported by one voice and denied by another."""
        claims = self._index.claims(about)
        found: dict[tuple[str, str], tuple[list[Claim], list[Claim]]] = {}
        for denial in claims:
            if denial.stance != "denies":
                continue
            for field in denial.says:
                for value in denial.many(field):
                    support = [c for c in claims if c.supports and _says(c, field, value)]
                    others = [
                        c for c in support if self._origins.key(c) != self._origins.key(denial)
                    ]
                    if others:
                        pair = found.setdefault((field, value), (others, []))
                        pair[1].append(denial)
        conflicts = []
        for (field, value), (others, against) in found.items():
            groups = [Group(value, tuple(others)), Group(f"not {value}", tuple(against))]
            conflicts.append(self._weighed(about, field, groups))
        return conflicts

    def exclusions(self, about: str, steps: list[Placed]) -> list[Conflict]:
        """The conflict between having taken place and not having, on the same knowledge."""
        pair = exclude_each_other(steps)
        if pair is None:
            return []
        groups: dict[str, list[Claim]] = {}
        for step in (*pair[0], *pair[1]):
            groups.setdefault(step.status, []).append(step.claim)
        return [self._weighed(about, "status", [Group(s, tuple(c)) for s, c in groups.items()])]

    def _weighed(self, about: str, field: str, groups: list[Group]) -> Conflict:
        """A conflict whose rivals are told apart by dispute and origins alone."""
        counted = [(not group.disputed, self._count(group)[0]) for group in groups]
        order = sorted(range(len(groups)), key=lambda i: counted[i], reverse=True)
        best, next_ = counted[order[0]], counted[order[1]]
        ranked = [groups[i] for i in order]
        if best[0] != next_[0]:
            reasons = dict.fromkeys(c.disputed for c in ranked[1].claims if c.disputed)
            why = "the other is set aside: " + "; ".join(map(str, reasons))
            return self._conflict(about, field, ranked, why, False)
        if best[1] != next_[1]:
            noun = "origin" if best[1] == 1 else "origins"
            return self._conflict(
                about, field, ranked, f"{best[1]} {noun} against {next_[1]}", False
            )
        why = f"{EVEN}; neither is preferred"
        return self._conflict(about, field, ranked, why, True)

    def _count(self, group: Group) -> tuple[int, int]:
        """Origins of a group; denials count as voices of their own value."""
        if group.value.startswith("not "):
            keys = {self._origins.key(claim) for claim in group.claims}
            return len(keys), len(keys)
        return self._origins.count(group.claims)

    def _conflict(
        self, about: str, field: str, groups: list[Group], why: str, undecided: bool
    ) -> Conflict:
        rivals = []
        for group in groups:
            low, high = self._count(group)
            rivals.append(
                Rival(
                    value=self._shown(field, group.value),
                    claims=tuple(claim.id for claim in group.claims),
                    origins=low,
                    label=self._label(field, group.value),
                    origins_most=high,
                    disputed=group.disputed,
                )
            )
        return Conflict(
            about=about,
            about_title=self._index.name(about),
            about_type=self._index.types.get(about, ""),
            field=field,
            values=tuple(rivals),
            preferred=rivals[0].value,
            why=why,
            undecided=undecided,
            light=all(c.certainty == "possible" for group in groups for c in group.claims),
        )

    def _shown(self, field: str, value: str) -> str:
        """A value as the contract gives it: a place by its name, everything else as claimed."""
        return self._index.name(value) if field == "place" else value

    def _label(self, field: str, value: str) -> str:
        """A value in words for a reader."""
        bare = value.removeprefix("not ")
        if field == "post" and bare in self._index.facts.posts:
            words = self._index.post_words(bare)
        elif field == "people":
            words = self._index.name(bare.partition(":")[0].strip())
        elif field in DATE_FIELDS or field in RANK:
            words = bare
        else:
            words = self._index.name(bare)
        return words if bare == value else f"not {words}"


def _says(claim: Claim, field: str, value: str) -> bool:
    """Whether a claim says that value of the field; dates say the same when they meet."""
    values = claim.many(field)
    if field in DATES:
        return any(meet(parse_when(one), parse_when(value)) is not None for one in values)
    if field == "people":
        return value.partition(":")[0].strip() in (one.partition(":")[0].strip() for one in values)
    return value in values
