"""Which files the editor is opened on: the reader's own, not those that came with the program."""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path

import pytest
from building import write
from test_app import running

from store.model.records import Problem
from store.opening import BUNDLED, open_dossier
from tui.explorer.outward import bundled_said
from tui.out import clipboard, programs


@pytest.fixture
def opened_on(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    files: list[Path] = []

    def editor(environ: object, file: Path, line: int) -> list[str]:
        files.append(file)
        return ["true"]

    monkeypatch.setattr(programs, "editor", editor)
    return files


async def test_the_bundled_dossier_is_not_opened(opened_on: list[Path]) -> None:
    wrong = Problem("error", str(BUNDLED / "events.toml"), 3, None, None, "wrong", "")
    opened = replace(open_dossier(None, strict=False), problems=(wrong,))
    async with running(opened, size=(200, 30)) as driver:
        text = await driver.press("e")
        said = "this is the bundled dossier: copy it first to edit (cp -r "
        assert text.splitlines()[-1].strip().startswith(said)
        text = await driver.press("j", "E", "j", "enter")
        assert text.splitlines()[-1].strip().startswith(said)
    assert opened_on == []


async def test_a_dossier_that_was_named_is_opened(tmp_path: Path, opened_on: list[Path]) -> None:
    async with running(open_dossier(write(tmp_path))) as driver:
        text = await driver.press("e")  # no terminal here that could be given away
        assert "this terminal cannot be given" in text


def test_the_command_is_one_for_the_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    wide, narrow = bundled_said(500), bundled_said(20)
    assert f"(cp -r {clipboard.home_short(BUNDLED)} .)" in wide
    assert narrow.startswith("copy the bundled dossier to edit: cp -r ")
    odd = Path("/usr/my lib/japan-korea")
    monkeypatch.setattr("tui.explorer.outward.BUNDLED", odd)
    assert shlex.split(bundled_said(20))[-2:] == [str(odd), "."]
