"""The configuration and its options on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_run import legation


def test_keys_are_printed_as_they_are_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[keys]\nsearch = "ctrl+f"\nzoom = "n"\n')
    monkeypatch.setenv("LEGATION_CONFIG", str(file))
    done = legation(monkeypatch, "keys", "--json")
    keys = {row["id"]: row["keys"] for row in done.json}
    assert (keys["search"], keys["zoom"], keys["next-hit"]) == (["^f"], ["z"], ["n"])
    assert done.code == 0
    assert done.err == (
        f"{file}:3: keys.zoom: “n” is already the key of “next-hit”"
        " (give “next-hit” another key, or “zoom” a free one)\n"
    )


def test_a_configuration_that_was_named_has_to_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEGATION_CONFIG", str(tmp_path / "none.toml"))
    done = legation(monkeypatch, "keys")
    assert done.code == 0
    assert done.err == f"{tmp_path}/none.toml: cannot be read: No such file or directory\n"


def test_paths_tell_where_the_configuration_belongs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CONFIG_HOME", "LEGATION_CONFIG"):
        monkeypatch.setenv(name, str(tmp_path / name))
        rows = legation(monkeypatch, "paths", "--json").json
        found = {row["name"]: row["path"] for row in rows}["config"]
        assert found.startswith(str(tmp_path / name))
    assert found == str(tmp_path / "LEGATION_CONFIG")


@pytest.mark.parametrize("way", ["option", "variable"])
def test_an_unknown_theme_is_told(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if way == "variable":
        monkeypatch.setenv("LEGATION_THEME", "drak")
    done = legation(monkeypatch, *(["--theme", "drak"] if way == "option" else []))
    name = "--theme" if way == "option" else "LEGATION_THEME"
    assert done.code == 2
    assert done.err == (
        f"legation: unknown {name} “drak” (did you mean dark? known: auto, light, dark, terminal)\n"
    )
