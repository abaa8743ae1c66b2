"""The cache is believed, so it must be as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import write
from cli_run import legation

from store.disk.compiled import cache_file


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"id":"han-min"', '"id":"han-mun"'),  # a claim speaks of nobody
        ("Talks of the two", "Talks of the ten"),
        ('"2019-07/.."', '"2019-77/.."'),
    ],
)
def test_a_cache_that_was_changed_is_compiled_again(
    old: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It ended in a fault, or showed what no source says."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = write(tmp_path / "d")
    ask = ("events", "--json", "--dossier", str(folder))
    sound = legation(monkeypatch, *ask)
    file = cache_file(folder)
    written = file.read_text("utf-8")
    assert old in written
    file.write_text(written.replace(old, new), "utf-8")
    assert legation(monkeypatch, *ask) == sound
    assert file.read_text("utf-8") == written
    file.with_suffix(".sum").write_text("no number")
    assert legation(monkeypatch, *ask) == sound
