"""Views 3 to 5 and the source reader, driven key by key."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import BASE, source, write
from test_app import running

from store.opening import Opened, open_dossier

SIZES = [(80, 24), (120, 36)]

TALKS = """
    quote = "would meet in Guam"
    stance = "expects"
    via = ["officials of one side"]
    talks = { place = "guam", people = ["ito-ken", "han-min"], status = "scheduled" }
    """
AWAY = """
    quote = "They are to meet in Manila"
    stance = "expects"
    talks = { place = "manila", status = "scheduled" }
    """
EVENTS = (
    BASE["events.toml"]
    + """
        [dinner]
        kind = "meeting"
        title = "Dinner of three"
        topics = ["trade"]
        """
)
DINNER = """
    quote = "Ito, Sato and Han dined"
    dinner = { status = "occurred", date = "2019-08-17", people = ["ito-ken", "sato-yui"] }
    """
TEXT = """A headline

Before it, Ken Ito and Han Min-su were named. Nothing else was said.

Yui Sato took over on Sept. 11, and there were curbs since July and later.
"""


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    return open_dossier(_folder(tmp_path))


@pytest.fixture
def with_text(tmp_path: Path) -> Opened:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "herald.txt").write_text(TEXT, encoding="utf-8")
    return open_dossier(_folder(tmp_path), texts=texts)


def _folder(tmp_path: Path) -> Path:
    return write(
        tmp_path / "dossier",
        events__toml=EVENTS,
        sources_second=source("herald", "2019-08-15", TALKS),
        sources_third=source("wire", "2019-08-18", AWAY, DINNER),
    )


@pytest.mark.parametrize("size", SIZES)
async def test_encounters_move_by_cell_and_open_their_events(
    opened: Opened, size: tuple[int, int]
) -> None:
    async with running(opened, size=size) as app:
        text = await app.press("3")
        assert "Encounters   1/2" in text
        assert "● met once, Sat 17 Aug 2019" in text
        assert "▌●1" in text
        text = await app.press("J")
        assert "2/2" in text
        assert "○ 1 scheduled, no source says it was held" in text
        assert "▌○1" in text
        text = await app.press("enter")
        assert "Talks of the two" in text
        assert "How we know" in text
        text = await app.press("q")
        assert "Encounters   2/2" in text


async def test_all_keys_of_the_cell_move_it(opened: Opened) -> None:
    async with running(opened, size=(80, 24)) as app:
        await app.press("3", "G")
        cells = [app.explorer.state.place.row]
        for key in ("h", "l", "left", "right", "k", "j", "up", "down", "g"):
            await app.press(key)
            cells.append(app.explorer.state.place.row)
        assert app.explorer.state.focus == 0
        assert len(set(cells)) == 3  # every cell of three people was chosen
        text = await app.screen()
        assert text.count("▌") == 1


async def test_an_empty_cell_says_that_nothing_is_known(opened: Opened) -> None:
    async with running(opened, size=(80, 24)) as app:
        text = await app.press("3", "g")
        for _ in range(3):  # one of the three cells
            if "no source tells of the two together" in text:
                break
            grid = app.explorer.stage.panes.matrix.grid
            assert grid is not None
            text = await app.press("j" if grid.row == 1 else "l")
        assert "no source tells of the two together" in text
        assert "0/2" in text
        text = await app.press("enter")
        assert "Han Min-su and Yui Sato" in text
        assert "no source tells of the two together" in text


@pytest.mark.parametrize("size", SIZES)
async def test_sources_and_their_cards(opened: Opened, size: tuple[int, int]) -> None:
    async with running(opened, size=size) as app:
        text = await app.press("4")
        assert "Sources   1/3" in text
        assert "August 2019" in text
        text = await app.press("j", "enter")
        assert "The Herald" in text
        assert "It alone says" in text
        assert "The Wire, 18 Aug 2019" in text
        assert "! Talks of the two: where was it to be?" in text


@pytest.mark.parametrize("size", SIZES)
async def test_conflicts_open_with_question_and_verdict(
    opened: Opened, size: tuple[int, int]
) -> None:
    async with running(opened, size=size) as app:
        text = await app.press("5")
        assert "Conflicts   1/1" in text
        assert "Talks of the two: where was it to be?" in text
        assert "Undecided: as many voices on each side; the later source is shown." in text
        assert "enter open" in text
        assert "preferred" not in text  # as many voices on each side
        assert "set aside" not in text
        rivals = next(line for line in text.splitlines() if "Manila  " in line)
        assert "Guam" in rivals  # side by side
        assert "enter passage" in await app.press("tab")
        text = await app.press("enter")
        assert "They are to meet in Manila" in text
        text = await app.press("h")
        assert "Conflicts   1/1" in text
        text = await app.press("tab", "enter")
        assert "would meet in Guam" in text


async def test_the_question_leads_to_the_event(opened: Opened) -> None:
    async with running(opened, size=(80, 24)) as app:
        text = await app.press("5", "enter")
        assert "Talks of the two" in text.splitlines()[2]
        assert "Evidence" in text


@pytest.mark.parametrize("size", SIZES)
async def test_a_passage_opens_in_its_article(with_text: Opened, size: tuple[int, int]) -> None:
    async with running(with_text, size=size) as app:
        await app.press("4", "enter", "slash")
        text = await app.type("curbs since", "enter")
        text = await app.press("enter")
        assert "▐curbs since July▌" in text
        assert "The Daily, Wed 14 Aug 2019" in text.splitlines()[0]
        assert "3/3" in text.splitlines()[0]
        assert "Curbs on exports: in force" in text
        text = await app.press("K")
        assert "▐Yui Sato took over on Sept. 11▌, and" in text
        assert "2/3" in text.splitlines()[0]
        text = await app.press("N")
        assert "▐Ken Ito and Han Min-su▌" in text
        text = await app.press("K")  # the first: it stays
        assert "1/3" in text.splitlines()[0]
        text = await app.press("n")
        assert "2/3" in text.splitlines()[0]
        text = await app.press("h")
        assert "Sources" in text.splitlines()[0]
        assert "“curbs since July”" in text  # the card, where it was left


async def test_without_texts_the_reader_says_what_to_do(opened: Opened) -> None:
    async with running(opened, size=(80, 24)) as app:
        text = await app.press("5", "tab", "enter")
        assert "The article’s text is not attached." in text
        assert "legation --texts DIR" in text
        text = await app.press("J")
        assert "Ito, Sato and Han dined" in text


async def test_known_by_and_the_day_are_applied(opened: Opened) -> None:
    async with running(opened, size=(100, 30)) as app:
        await app.press("w")
        text = await app.type("15 aug 2019", "enter", "5")
        assert "No source contradicts another." in text
        text = await app.press("4")
        assert "Sources   1/2" in text
        text = await app.press("3")
        assert "Encounters   1/1" in text
        assert "○1" in text
        await app.press("0", "a")
        text = await app.type("17 aug 2019", "enter", "3")
        assert "Encounters   1/1" in text  # only what took place that day
        await app.press("a")
        text = await app.type("2 may 2019", "enter", "3")
        assert "No meeting of two people is known on Thu 2 May 2019." in text


async def test_words_narrow_each_list(opened: Opened) -> None:
    async with running(opened, size=(80, 24)) as app:
        await app.press("3", "slash")
        text = await app.type("sato", "enter")
        assert "Encounters   1/1" in text
        await app.press("4", "slash")
        text = await app.type("wire", "enter")
        assert "Sources   1/1" in text
        await app.press("5", "slash")
        text = await app.type("nothing", "enter")
        assert "No conflict matches “nothing”." in text
        text = await app.press("0")
        assert "Conflicts   1/1" in text


async def test_history_leads_back_to_the_cell_and_the_passage(opened: Opened) -> None:
    async with running(opened, size=(120, 36)) as app:
        await app.press("3", "J")
        cell = app.explorer.state.place.row
        await app.press("4", "3", "g", "k", "5", "[")
        await app.press("[", "[")
        assert app.explorer.state.view == "encounters"
        assert app.explorer.state.place.row == cell
        text = await app.screen()
        assert "▌○1" in text


@pytest.mark.parametrize("size", [(40, 10), (200, 50)])
async def test_every_view_stands_at_every_size(with_text: Opened, size: tuple[int, int]) -> None:
    async with running(with_text, size=size) as app:
        for keys in (("3",), ("enter",), ("4",), ("enter",), ("5",), ("tab",), ("enter",)):
            text = await app.press(*keys)
            lines = text.splitlines()
            assert len(lines) == size[1]
            assert any(line.strip() for line in lines[2:-1]), keys


async def test_a_click_chooses_a_cell(opened: Opened) -> None:
    async with running(opened, size=(80, 24)) as app:
        await app.press("3", "g")
        before = app.explorer.state.place.row
        grid = app.explorer.stage.panes.matrix.grid
        assert grid is not None
        other = grid.at(2, 1)
        await app.pilot.click("#matrix", offset=(2 + other.shape.name_cells + 6, 3))
        await app.screen()
        assert app.explorer.state.place.row != before


async def test_who_met_more_than_once_takes_one_key() -> None:
    bundled = open_dossier(None, strict=False)
    twice = [one for one in bundled.dossier.encounters if one.occurred > 1]
    async with running(bundled, size=(80, 24)) as app:
        text = await app.press("3")
        cells = [word for word in text.replace("▌", " ").split() if word.startswith("●")]
        assert len([cell for cell in cells if cell[1:2] not in ("", "1")]) == len(twice) > 0
        found = []
        for _ in twice:
            found.append(await app.screen())
            await app.press("J")
        for one, shown in zip(twice, found, strict=True):
            assert all(name in shown for name in one.names)
            called = one.names == ("Toshimitsu Motegi", "Mike Pompeo")
            assert ("● met once, spoke once by telephone" if called else "● met twice") in shown
            assert "● met or spoke" in shown  # a legend, also on the smallest usual terminal


async def test_where_the_sources_disagree_takes_one_key() -> None:
    bundled = open_dossier(None, strict=False)
    async with running(bundled, size=(120, 36)) as app:
        text = await app.press("5")
        for conflict in bundled.dossier.conflicts:
            shown = conflict.about_title.partition(",")[0]
            assert shown in text
            text = await app.press("J")


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (40, 10)])
async def test_a_passage_opens_with_what_is_read_from_it_in_sight(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    long = "".join(f"A line of number {at} with nothing in it.\n\n" for at in range(40))
    (texts / "herald.txt").write_text(long + TEXT + long, encoding="utf-8")
    opened = open_dossier(_folder(tmp_path), texts=texts)
    async with running(opened, size=size) as app:
        await app.press("4", "enter", "slash")
        await app.type("curbs since", "enter")
        text = await app.press("enter")
        lines = text.splitlines()
        at = next(number for number, line in enumerate(lines) if "▐curbs" in line)
        assert 2 <= at <= 2 + size[1] // 4
        if size[1] > 10:
            assert "Curbs on exports: in force" in text
