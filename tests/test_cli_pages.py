"""Pages of ``show`` into a pipe: each quotation stands there as it was quoted."""

from __future__ import annotations

import re

import pytest
from cli_run import legation

from store.opening import open_dossier
from tui.cli.plain_card import card_lines
from tui.present.line import Link


def flat(text: str) -> str:
    """The text on one line and without quotation marks, which differ within a quotation."""
    return re.sub(r"\s+", " ", re.sub("[“”‘’\"']", "", text)).strip()


@pytest.mark.parametrize("cells", [58, 78, 98, 158])
def test_each_quotation_stands_whole_on_the_page_of_what_it_is_about(cells: int) -> None:
    dossier = open_dossier(None).dossier
    quoted = {Link("event", e.id): [claim.quote for claim in e.claims] for e in dossier.events}
    for person in dossier.people():
        quoted[Link("person", person.id)] = [claim.quote for claim in person.claims]
    for post in dossier.posts():
        held = [claim.quote for tenure in post.holders for claim in tenure.claims]
        quoted[Link("post", post.id)] = held
    for link, quotes in quoted.items():
        lines = card_lines(dossier, link, cells, whole=True)
        said = flat(" ".join(line.lead + line.plain for line in lines))
        gone = [quote for quote in quotes if flat(quote) not in said]
        assert not gone, (link, gone, said)


def test_the_page_of_a_place_has_its_other_names(monkeypatch: pytest.MonkeyPatch) -> None:
    said = legation(monkeypatch, "show", "four-islands").out
    assert "also called Northern Territories and Southern Kurils" in said
