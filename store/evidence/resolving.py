"""What resolves the claims of one set of facts, put together."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from store.evidence.disagreement import Disagreement
from store.evidence.index import Index
from store.evidence.origins import Origins
from store.evidence.rivals import Ranking
from store.evidence.tenures import Tenures
from store.evidence.values import Values
from store.model.facts import Facts


class Resolving(msgspec.Struct, frozen=True, eq=False):
    """Look-ups, voices, values, conflicts and tenures over the same facts."""

    facts: Facts
    index: Index
    origins: Origins
    values: Values
    disagreement: Disagreement
    tenures: Tenures


def resolving(facts: Facts) -> Resolving:
    """Over facts whose tenures are in the posts that are claimed for them.

    A post says for which body its holder speaks, so voices are counted anew where one has
    changed; once, for two of them could turn on each other."""
    given = _over(facts)
    settled = _claimed_posts(given)
    return given if settled is facts else _over(settled)


def _over(facts: Facts) -> Resolving:
    index = Index(facts)
    origins = Origins(index)
    ranking = Ranking(index, origins)
    values = Values(index, origins, ranking)
    disagreement = Disagreement(index, origins, ranking)
    tenures = Tenures(index, values, origins, disagreement)
    return Resolving(facts, index, origins, values, disagreement, tenures)


def _claimed_posts(given: Resolving) -> Facts:
    """The facts with each tenure in the post that is claimed for it, so that names, titles and
    voices go by that; the frame's stands only where no claim names a post."""
    tenures = given.facts.tenures
    changed = {
        id: msgspec.structs.replace(tenure, post=post)
        for id, tenure in tenures.items()
        if (post := given.tenures.post(id)) != tenure.post
    }
    return replace(given.facts, tenures={**tenures, **changed}) if changed else given.facts
