"""Why a tenure is only maybe: one form for a list, its days below each other."""

from __future__ import annotations

import re

import pytest

from store.opening import open_dossier
from store.views.directory import directory
from store.when import parse_when
from tui.present.line import width
from tui.present.people import DirectoryBody

DOSSIER = open_dossier(None, strict=False, cache=False).dossier


@pytest.mark.parametrize("pane", [80, 120, 200])
def test_no_post_is_cut_where_blanks_stand_behind_its_holder(pane: int) -> None:
    body = DirectoryBody(directory(DOSSIER, on=parse_when("2019-09-15")), pane, airy=False)
    lines = [body.line(at).plain for at in range(len(body))]
    cut = [line for line in lines if "…" in line]
    assert not cut or pane < 100
    for line in lines:
        assert width(line) <= pane - 2


@pytest.mark.parametrize("pane", [60, 66, 72, 76, 80, 90, 110])
@pytest.mark.parametrize("day", ["2019-08-20", "2019-09-15", "2019-12-01"])
def test_one_form_a_list_and_days_aligned(pane: int, day: str) -> None:
    body = DirectoryBody(directory(DOSSIER, on=parse_when(day)), pane, airy=False)
    lines = [body.line(at).plain for at in range(len(body))]
    found = [match for line in lines if (match := re.search(r"(?:first|last)( attested)? ", line))]
    assert len(found) > 3 or pane < 80
    assert not found or len(found) > len(lines) // 5
    if not found:
        return
    assert len({match[1] for match in found}) == 1
    ends = {match.string.index(" ┄ maybe") for match in found}
    assert len(ends) == 1
    assert all(
        match.string[: max(ends)].rstrip(" !").endswith(("2018", "2019", "2020")) for match in found
    )
