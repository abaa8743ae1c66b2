"""Where parts of one gathering are listed but not counted, the screen and the plain list say so."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import source
from cli_run import legation
from test_evidence import passage, talks

from store.dossier import Dossier
from tui.present.pairs import PARTS, encounter_card, parted


def test_the_plain_list_says_so_where_it_matters(
    bundled: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    said = legation(monkeypatch, "encounters").out
    blocks = {block.splitlines()[0]: block for block in said.split("\n\n")}
    with_parts = [pair for pair in bundled.encounters if parted(pair)]
    assert 0 < len(with_parts) < len(bundled.encounters)
    for pair in bundled.encounters:
        name = " and ".join(pair.names)
        (block,) = [text for head, text in blocks.items() if head.startswith(name)]
        assert (PARTS in block) == parted(pair), name
        assert (PARTS in encounter_card(bundled, pair, 76).plain) == parted(pair), name


def test_a_gathering_called_off_is_no_part_of_another(tmp_path: Path) -> None:
    both = 'people = ["ito-ken", "han-min"]'
    dossier = talks(
        tmp_path, source("daily", "2019-08-20", passage(f'{both}, status = "cancelled"'))
    )
    (pair,) = dossier.encounters
    assert (pair.called_off, len(pair.events)) == (1, 1)
    assert not parted(pair)
