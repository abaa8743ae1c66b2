"""Marks among the conflicts, and what becomes of a note that cannot be kept."""

from __future__ import annotations

from pathlib import Path

from test_desk import running

from store.notebook import Notebook
from store.opening import open_dossier


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
