"""Which files the editor is opened on: the reader's own, not those that came with the program."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest
from building import write
from msgspec.structs import replace
from test_app import running

from store.model.records import Problem
from store.opening import BUNDLED, compile_folder, open_dossier
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


@pytest.mark.parametrize("compiled", [False, True])
async def test_a_dossier_that_is_gone_is_told(
    compiled: bool, tmp_path: Path, opened_on: list[Path]
) -> None:
    path = write(tmp_path / "mine")
    if compiled:
        compile_folder(path, tmp_path / "one.json")
        path = tmp_path / "one.json"
    async with running(open_dossier(path), size=(200, 30)) as driver:
        path.unlink() if compiled else shutil.rmtree(path)
        said = f"{path} is gone: nothing is left to edit"
        assert (await driver.press("e")).splitlines()[-1].strip() == said
    assert opened_on == []


async def test_a_file_of_the_dossier_that_is_gone_is_told(
    tmp_path: Path, opened_on: list[Path]
) -> None:
    path = write(tmp_path)
    async with running(open_dossier(path), size=(200, 30)) as driver:
        (path / "events.toml").unlink()
        assert f"{path / 'events.toml'} is gone" in await driver.press("e")
    assert opened_on == []
