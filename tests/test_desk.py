"""Marks, notes, copies and exports, driven key by key without a terminal."""

from __future__ import annotations

import csv
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import pytest
from building import DAILY, write
from textual.pilot import Pilot

from screenshots.scenes import TODAY
from screenshots.take import screen_text, settle
from store.disk.notebook import Notebook
from store.opening import Opened, open_dossier
from tui.app import ExplorerApp
from tui.out.clipboard import copied_file

WITH_ADDRESS = DAILY.replace(
    'publisher = "daily"', 'publisher = "daily"\n    url = "https://example.org/first"'
)


@dataclass
class Desk:
    """A running explorer with a notebook of its own."""

    app: ExplorerApp
    pilot: Pilot[None]
    book: Path

    async def press(self, *keys: str) -> str:
        await self.pilot.press(*keys)
        await settle(self.pilot)
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()
        return screen_text(self.app)

    async def type(self, text: str, *then: str) -> str:
        named = {" ": "space", "/": "slash", ".": "full_stop", "-": "minus", "~": "tilde"}
        return await self.press(*(named.get(char, char) for char in text), *then)

    def foot(self) -> str:
        return self.app._explorer.stage.footer.plain.strip()

    @property
    def copied(self) -> str:
        return copied_file().read_text("utf-8")


@asynccontextmanager
async def running(
    opened: Opened,
    book: Path,
    *,
    size: tuple[int, int] = (100, 30),
    reopen: Opened | None = None,
    ascii_only: bool = False,
) -> AsyncIterator[Desk]:
    app = ExplorerApp(
        opened, lambda: reopen or opened, today=TODAY, notebook=book, ascii_only=ascii_only
    )
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield Desk(app, pilot, book)


@pytest.fixture
def small(tmp_path: Path) -> Opened:
    return open_dossier(write(tmp_path / "dossier", sources_first=WITH_ADDRESS))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "notes" / "notebook.json"


def row_with(text: str, words: str) -> str:
    return next(line for line in text.splitlines()[3:] if words in line)


# -- marks and notes


async def test_a_mark_is_a_sign_on_the_row_and_on_the_card(small: Opened, book: Path) -> None:
    async with running(small, book) as desk:
        assert not book.exists()  # looking writes nothing
        text = await desk.press("m")
        assert row_with(text, "from Jul").startswith("▌◆from Jul")
        assert "◆Curbs on exports" in text.splitlines()[2]
        assert desk.foot().startswith("marked: Curbs on exports")
        assert [e.record for e in Notebook(book).entries("small")] == ["curbs"]
        text = await desk.press("m")
        assert "◆" not in text
        assert Notebook(book).entries("small") == ()


async def test_what_was_said_goes_when_the_reader_moves(small: Opened, book: Path) -> None:
    async with running(small, book) as desk:
        await desk.press("m")
        assert "marked" in desk.foot()
        await desk.press("j")
        assert "? help" in desk.foot()


async def test_a_note_stands_under_the_title_and_an_empty_one_removes_it(
    small: Opened, book: Path
) -> None:
    async with running(small, book) as desk:
        await desk.press("M")
        text = await desk.type("ask [b]them[/]", "enter")
        assert "your note: ask [b]them[/]" in text
        assert "▏◇Curbs on exports" in text.splitlines()[2]
        await desk.press("M", *["backspace"] * 20)
        text = await desk.press("enter")
        assert "your note" not in text
        assert "note removed" in desk.foot()
        assert Notebook(book).entries("small") == ()


async def test_leaving_a_note_changes_nothing(small: Opened, book: Path) -> None:
    async with running(small, book) as desk:
        await desk.press("M")
        await desk.type("never mind", "escape")
        assert not book.exists()
        assert "1/2" in (await desk.press("k"))


async def test_undo_says_what_it_took_back(small: Opened, book: Path) -> None:
    async with running(small, book) as desk:
        await desk.press("U")
        assert desk.foot().startswith("nothing to undo")
        await desk.press("m", "M")
        await desk.type("why", "enter")
        text = await desk.press("U")
        assert desk.foot() == "undone: the note on Curbs on exports"
        assert "why" not in text
        text = await desk.press("U")
        assert desk.foot() == "undone: the mark on Curbs on exports"
        assert "◆" not in text


async def test_a_quotation_is_marked_where_the_cursor_stands_on_it(
    small: Opened, book: Path
) -> None:
    async with running(small, book) as desk:
        await desk.press("enter", "J", "K", "G")
        for _ in range(12):
            text = await desk.press("k")
            if "“curbs since July”" in row_with(text, "curbs since"):
                pane = desk.app._explorer.stage.panes.active
                if pane.body.line(pane.cursor).claims:
                    break
        await desk.press("m")
        (entry,) = Notebook(book).entries("small")
        assert entry.record.startswith("curbs.")
        assert entry.title == "“curbs since July”"
        text = await desk.press("6")
        assert "◆ claim    “curbs since July”" in text


async def test_view_6_lists_marks_and_opens_their_cards(small: Opened, book: Path) -> None:
    async with running(small, book) as desk:
        text = await desk.press("6")
        assert "Nothing is marked in this dossier yet." in text
        await desk.press("1", "m", "j", "M")
        await desk.type("ask", "enter")
        text = await desk.press("6")
        assert "Marks   1/2" in text
        assert "▌◆ event    Curbs on exports" in text
        assert " ◇ event    Talks of the two   ask" in text
        text = await desk.press("j", "enter")
        assert "◇Talks of the two" in text.splitlines()[2]
        text = await desk.press("h", "slash")
        text = await desk.type("ask", "enter")
        assert "1/1" in text


async def test_a_mark_taken_away_in_view_6_leaves_the_cursor_near(
    small: Opened, book: Path
) -> None:
    notebook = Notebook(book)
    for record in ("curbs", "talks", "ito-ken", "han-min"):
        notebook.toggle("small", record, record)
    async with running(small, book) as desk:
        text = await desk.press("6", "j", "j", "m")
        assert "Marks   3/3" in text
        assert "▌◆ person   han-min" in text


async def test_a_record_no_longer_in_the_dossier_is_listed_and_said_so(
    small: Opened, book: Path
) -> None:
    notebook = Notebook(book)
    notebook.toggle("small", "gone-2019", "A meeting that was")
    notebook.toggle("other", "curbs", "of another dossier")
    async with running(small, book, size=(80, 24)) as desk:
        text = await desk.press("6")
        assert "Marks   1/1" in text
        assert "◆ gone     A meeting that was   no longer in this dossier" in text
        assert "another dossier" not in text
        await desk.press("m")
        assert notebook.entries("small") == ()


async def test_what_is_not_known_yet_on_a_day_is_said_so(small: Opened, book: Path) -> None:
    Notebook(book).toggle("small", "curbs", "Curbs on exports")
    async with running(small, book, size=(80, 24)) as desk:
        await desk.press("6", "w")
        text = await desk.type("1 aug 2019", "enter")
        assert "◆ later    Curbs on exports   not known yet on that day" in text


async def test_another_sessions_marks_are_seen(small: Opened, book: Path) -> None:
    async with running(small, book) as desk:
        Notebook(book).toggle("small", "curbs", "Curbs on exports")
        text = await desk.press("j")
        assert row_with(text, "from Jul").startswith(" ◆from Jul")


async def test_a_damaged_notebook_is_told_and_left_alone(small: Opened, book: Path) -> None:
    book.parent.mkdir()
    book.write_text('{"entries": 3')
    async with running(small, book) as desk:
        text = await desk.press("6")
        assert "Your marks cannot be read." in text
        await desk.press("1", "m")
        assert desk.foot().startswith("not changed: ")
        assert book.read_text() == '{"entries": 3'


async def test_marks_in_ascii(small: Opened, book: Path) -> None:
    async with running(small, book, ascii_only=True) as desk:
        text = await desk.press("m", "M")
        text = await desk.type("x", "enter", "j")
        assert text.isascii()
        assert row_with(text, "from Jul").startswith(" &from Jul")


async def test_two_hundred_marks_do_not_slow_a_key(book: Path) -> None:
    bundled = open_dossier(None, strict=False)
    notebook = Notebook(None)
    book.parent.mkdir()
    entries = {
        str(number): {
            "dossier": bundled.dossier.id,
            "record": id,
            "title": id,
            "marked": True,
            "note": "a note",
        }
        for number, id in enumerate(
            [*bundled.dossier.order, *(f"gone-{n}" for n in range(200))], start=1
        )
    }
    assert notebook.entries("x") == ()

    async def keys(path: Path) -> float:
        async with running(bundled, path, size=(120, 36)) as desk:
            await desk.press("j", "k")
            started = perf_counter()
            for _ in range(20):
                await desk.pilot.press("j")
            return perf_counter() - started

    plain = min([await keys(book) for _ in range(2)])
    book.write_text(json.dumps({"entries": entries}))
    marked = min([await keys(book) for _ in range(2)])
    assert marked < plain * 1.5 + 0.05


# -- copies


async def test_the_citation_is_copied_at_once(small: Opened, book: Path) -> None:
    async with running(small, book) as desk:
        await desk.press("Y")
        assert desk.copied == desk.app.clipboard
        assert desk.copied.startswith("Curbs on exports\n")
        assert "“curbs since July” [1]" in desk.copied
        assert "citation copied, " in desk.foot()


@pytest.mark.parametrize(
    ("key", "begins"),
    [
        ("t", " Curbs on exports\n"),
        ("c", "Curbs on exports\n"),
        ("i", "curbs"),
        ("w", "“curbs since July”\nThe Daily: asserts"),
        ("a", "https://example.org/first"),
    ],
)
async def test_the_menu_copies_what_its_letter_says(
    small: Opened, book: Path, key: str, begins: str
) -> None:
    async with running(small, book) as desk:
        text = await desk.press("y")
        assert "Copy   Curbs on exports" in text
        text = await desk.press(key)
        assert desk.app.clipboard.lstrip().startswith(begins.lstrip())
        assert desk.copied == desk.app.clipboard
        assert "Copy   " not in text


async def test_the_menu_is_walked_and_left_and_keeps_its_keys(small: Opened, book: Path) -> None:
    async with running(small, book) as desk:
        await desk.press("y", "j", "j")
        await desk.press("enter")
        assert desk.app.clipboard == "curbs"
        text = await desk.press("y", "m", "x", "Y", "6", "tab")
        assert "Copy   Curbs on exports" in text  # none of them reached what lies behind
        assert not book.exists()
        text = await desk.press("q")
        assert "Copy   " not in text
        assert "1/2" in text
        assert "2/2" in await desk.press("j")  # the keys are back in the list


async def test_what_cannot_be_copied_says_why(tmp_path: Path, book: Path) -> None:
    bare = open_dossier(write(tmp_path / "bare"))
    async with running(bare, book) as desk:
        text = await desk.press("y")
        assert "none of its sources has one" in text
        text = await desk.press("a")
        assert "Copy   " in text
        assert desk.app.clipboard == ""


async def test_an_empty_list_has_nothing_to_mark_or_copy(small: Opened, book: Path) -> None:
    async with running(small, book) as desk:
        await desk.press("slash")
        await desk.type("zanzibar", "enter")
        for key in ("m", "M", "y", "Y", "e", "o"):
            await desk.press(key)
            assert desk.foot() == "no record stands here: choose one in a list first", key
        await desk.press("x")
        assert (
            desk.foot() == "the list is empty: there is nothing to export; 0 clears what narrows it"
        )


# -- exports


async def test_a_list_is_exported_as_it_stands(
    small: Opened, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with running(small, book) as desk:
        await desk.press("slash")
        await desk.type("talks", "enter")
        text = await desk.press("x")
        assert "Export   Timeline, 1 row, “talks”" in text
        text = await desk.press("c")
        assert "write to: small-timeline.csv" in text
        await desk.press("enter")
        assert desk.foot().startswith("1 row written to ")
        rows = list(csv.DictReader((tmp_path / "small-timeline.csv").open(encoding="utf-8")))
        assert [row["id"] for row in rows] == ["talks"]


async def test_a_record_is_exported_from_its_card(
    small: Opened, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with running(small, book) as desk:
        await desk.press("enter", "x", "m", "enter")
        text = (tmp_path / "curbs.md").read_text("utf-8")
        assert text.startswith("# Curbs on exports\n")
        assert "> “curbs since July”[^first]" in text


async def test_another_file_is_never_replaced_unasked(
    small: Opened, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "small-timeline.json"
    file.write_text("mine")
    async with running(small, book) as desk:
        text = await desk.press("x", "n", "enter")
        assert "small-timeline.json is there already" in text
        await desk.press("escape")
        assert file.read_text() == "mine"
        text = await desk.press("x", "n", "enter", "o")
        assert "write to: small-timeline.json" in text
        await desk.press("enter", "r")
        assert len(json.loads(file.read_text("utf-8"))) == 2


async def test_a_path_that_cannot_be_is_one_line(small: Opened, book: Path) -> None:
    async with running(small, book) as desk:
        await desk.press("x", "m", *["backspace"] * 40)
        await desk.type("no/such/folder.md", "enter")
        assert "there is no such folder" in desk.foot()


@pytest.mark.parametrize("view", ["1", "2", "3", "4", "5", "6"])
async def test_every_view_is_exported_with_its_rows(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, view: str
) -> None:
    monkeypatch.chdir(tmp_path)
    bundled = open_dossier(None, strict=False)
    Notebook(book).toggle(bundled.dossier.id, bundled.dossier.order[0], "one")
    async with running(bundled, book) as desk:
        await desk.press(view, "x", "n", "enter")
        (file,) = tmp_path.glob("japan-korea-*.json")
        rows = json.loads(file.read_text("utf-8"))
        assert rows
        assert desk.foot().startswith(f"{len(rows)} row")


# -- other programs, where there is no terminal to give away


@pytest.mark.parametrize("key", ["v", "e"])
async def test_without_a_terminal_to_give_away_it_says_so(
    small: Opened, book: Path, key: str
) -> None:
    async with running(small, book) as desk:
        await desk.press(key)
        assert desk.foot() == "this terminal cannot be given to another program"


async def test_a_compiled_dossier_has_no_file_to_edit(small: Opened, book: Path) -> None:
    compiled = Opened(small.dossier, (), (), Path(__file__))
    async with running(compiled, book) as desk:
        await desk.press("e")
        assert "compiled file" in desk.foot()


async def test_an_address_is_shown_and_copied_where_no_browser_is(
    small: Opened, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    async with running(small, book) as desk:
        await desk.press("o")
        assert desk.foot() == "https://example.org/first   no browser here, so it was copied"
        assert desk.app.clipboard == "https://example.org/first"


async def test_marks_show_among_conflicts_and_on_a_passage(book: Path) -> None:
    bundled = open_dossier(None, strict=False)
    async with running(bundled, book, size=(80, 24)) as desk:
        text = await desk.press("5", "m", "j", "m")
        (event, claim) = Notebook(book).entries(bundled.dossier.id)
        assert claim.record.startswith(event.record + ".")
        assert text.splitlines()[2].startswith(f" ◆{event.title}: where")
        row = desk.app._explorer.stage.panes.listing.cursor
        assert text.splitlines()[2 + row].startswith("▌◆")
        text = await desk.press("enter")
        assert any(line[1:2] == "◆" for line in text.splitlines()[2:6])
