"""A country has its name wherever it stands, also where no state of the dossier lends it one."""

from __future__ import annotations

from pathlib import Path

from building import BASE, opened

from store.model.countries import COUNTRIES, COUNTRY_NAMES
from store.views.directory import directory
from store.views.facets import label_of

STATELESS = BASE["bodies.toml"].replace('kind = "state"', 'kind = "government"', 1)


def test_a_country_without_a_state_has_its_name_in_every_list(tmp_path: Path) -> None:
    """Iceland and South Korea stood as names beside a bare “JP”."""
    dossier = opened(tmp_path, bodies__toml=STATELESS)
    rows = directory(dossier).rows(0, 99)
    assert [row.name for row in rows if row.kind == "heading"] == ["Japan", "Korea"]
    assert label_of(dossier, "country", "JP") == "Japan"
    assert {person.id for person in dossier.people("japan")} == {"ito-ken", "sato-yui"}


def test_the_state_of_a_dossier_names_its_country(tmp_path: Path) -> None:
    dossier = opened(tmp_path)
    assert dossier.country_name("KR") == "Korea"
    assert dossier.country_name(None) == ""


def test_every_code_has_a_name() -> None:
    assert len(COUNTRIES) == 262
    assert all(len(code) == 2 and name.strip() == name for code, name in COUNTRY_NAMES.items())
    assert all(COUNTRY_NAMES.values())
    assert len(set(COUNTRY_NAMES.values())) == len(COUNTRIES)
