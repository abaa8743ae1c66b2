"""Marks among the conflicts, and what becomes of a note that cannot be kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_desk import running

from store.disk.notebook import Notebook
from store.opening import open_dossier
from tui.explorer import exporting
from tui.out.saving import SaveError


async def test_a_mark_in_conflicts_stands_at_its_question_alone(tmp_path: Path) -> None:
    bundled = open_dossier(None, strict=False)
    book = tmp_path / "notebook.json"
    async with running(bundled, book, size=(80, 120)) as desk:
        text = await desk.press("5", "m")
        (event,) = Notebook(book).entries(bundled.dossier.id)
        signed = [line for line in text.splitlines() if "◆" in line]
        assert signed
        assert all(f"◆{event.title}: " in line for line in signed)
        pane = desk.app._explorer.stage.panes.listing
        quoted = [at for at in range(len(pane.body)) if "“" in pane.body.line(at).plain]
        pane.go(next(at for at in quoted if pane.body.line(at).links))
        text = await desk.press("m")
        again = [line for line in text.splitlines() if "◆" in line]
        assert len(again) == len(signed) + 1
        assert sum("“" in line for line in again) == 1


async def test_a_file_of_a_quotation_is_named_after_its_event(tmp_path: Path) -> None:
    bundled = open_dossier(None, strict=False)
    async with running(bundled, tmp_path / "notebook.json") as desk:
        await desk.press("enter")
        pane = desk.app._explorer.stage.panes.active
        pane.go(next(at for at in range(len(pane.body)) if pane.body.line(at).claim))
        event = desk.app._explorer.stage.now.place.row
        text = await desk.press("x", "m")
        assert f"write to: {event}.md" in text


async def test_a_spoilt_notebook_is_told_before_a_note_is_typed(tmp_path: Path) -> None:
    bundled = open_dossier(None, strict=False)
    book = tmp_path / "notebook.json"
    book.write_text("{")
    async with running(bundled, book, size=(80, 24)) as desk:
        await desk.press("M")
        said = "no note can be kept: the file is damaged; mend it or move it away"
        assert desk.foot().startswith(said)
        await desk.press("j")
        assert "2/" in (await desk.press("1")).splitlines()[0]
        book.unlink()
        assert "note on " in await desk.press("M")


async def test_a_note_that_cannot_be_kept_is_not_lost(tmp_path: Path) -> None:
    bundled = open_dossier(None, strict=False)
    book = tmp_path / "notebook.json"
    async with running(bundled, book, size=(80, 24)) as desk:
        await desk.press("M")
        book.write_text("{")
        text = await desk.type("ask them", "enter")
        assert "ask them" in text
        assert desk.foot().startswith("not changed: the file is damaged; mend it")
        book.unlink()
        await desk.press("enter")
        (entry,) = Notebook(book).entries(bundled.dossier.id)
        assert entry.note == "ask them"
        assert desk.foot().startswith("noted on ")


async def test_an_export_that_fails_keeps_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes, *, over: bool = False) -> None:
        raise SaveError(path, "cannot be written: No space left on device")

    bundled = open_dossier(None, strict=False)
    async with running(bundled, tmp_path / "notebook.json", size=(100, 24)) as desk:
        await desk.press("x", "m", *["backspace"] * 40)
        text = await desk.type("no/such.md", "enter")
        assert "write to: no/such.md" in text
        assert "there is no such folder" in desk.foot()
        await desk.press("escape")
        monkeypatch.setattr(exporting, "save", full)
        text = await desk.press("x", "m", "enter")
        assert "write to: japan-korea-timeline.md" in text
        assert desk.foot() == "not written: No space left on device"
        text = await desk.press("backspace", "escape")
        assert "write to: " not in text
        assert "1/" in (await desk.press("k")).splitlines()[0]
