"""A note keeps the ends of its lines when it is edited in a prompt of one line; a pair of people
is no record to be marked, and says so."""

from __future__ import annotations

from pathlib import Path

from building import write
from test_app import running

from store.opening import open_dossier


async def test_editing_a_note_keeps_its_lines(tmp_path: Path) -> None:
    opened = open_dossier(write(tmp_path))
    async with running(opened) as app:
        marks = app.explorer.stage.model.marks
        marks.write("curbs", "Curbs on exports", "one\n  two\n\nthree")
        text = await app.press("M")
        assert "one ⏎   two ⏎  ⏎ three" in text
        await app.type("!", "enter")
        entry = marks.of("curbs")
        assert entry is not None
        assert entry.note == "one\n  two\n\nthree!"


async def test_a_pair_says_what_can_be_marked(tmp_path: Path) -> None:
    opened = open_dossier(write(tmp_path))
    async with running(opened) as app:
        text = await app.press("3", "m")
        assert "a pair is no record: enter opens its events, which can be marked" in text
