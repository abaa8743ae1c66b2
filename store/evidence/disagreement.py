"""Conflicts: rivals of one field, and values that one voice asserts and another denies
(derived rule 2)."""

from __future__ import annotations

from store.evidence.index import Index
from store.evidence.origins import Origins
from store.evidence.rivals import Group, Ranking, Resolved
from store.evidence.values import DATES
from store.model.claims import DATE_FIELDS, RANK, Claim
from store.model.frames import Prefer
from store.model.records import Conflict, Rival
from store.when import meet, parse_when


class Disagreement:
    """Builds the conflicts of one frame from what was resolved."""

    def __init__(self, index: Index, origins: Origins, ranking: Ranking) -> None:
        self._index, self._origins, self._ranking = index, origins, ranking

    def rivals(self, about: str, field: str, resolved: Resolved) -> list[Conflict]:
        """The conflict among the groups of one field: none with a single group."""
        if len(resolved.groups) < 2:
            return []
        return [self._conflict(about, field, resolved)]

    def among(self, about: str, field: str, groups: list[Group], prefer: Prefer | None) -> Conflict:
        """The conflict of values that exclude each other."""
        return self._conflict(about, field, self._ranking.ranked(groups, field, prefer))

    def denials(self, about: str, prefer: Prefer | None) -> list[Conflict]:
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
            groups = [
                Group(value, tuple(others)),
                Group(f"not {value}", tuple(against), against=True),
            ]
            conflicts.append(self.among(about, field, groups, prefer))
        return conflicts

    def _conflict(self, about: str, field: str, resolved: Resolved) -> Conflict:
        rivals = []
        for group in resolved.groups:
            low, high = self._ranking.count(group)
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
            why=resolved.why,
            undecided=resolved.undecided,
            light=all(c.certainty == "possible" for g in resolved.groups for c in g.claims),
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
