"""What the explorer says where a list is empty, a date is beyond it, a file was read again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from building import BASE, DAILY, source, write
from test_app_states import piloted
from test_unread_files import on


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small dossier with an event of no date."""
    events = BASE["events.toml"] + '[sour]\nkind = "period"\ntitle = "Sour times"\n'
    undated = source("wire", "2019-08-14", 'quote = "sour"\nsour = "occurred"')
    return write(tmp_path, events__toml=events.replace("        ", ""), sources_b=undated)


@pytest.mark.parametrize(
    ("day", "said"),
    [("1800", "by the end of 1800"), ("1800-05", "by the end of May 1800"),
     ("1800-05-03", "on Sat 3 May 1800")],
)  # fmt: skip
async def test_before_the_first_source(folder: Path, day: str, said: str) -> None:
    async with piloted(on(folder), (80, 24)) as app:
        text = await app.press("w", *day, "enter")
        assert f"Nothing was known yet {said}." in text
        assert "decided" not in (await app.press("5"))


@pytest.mark.parametrize(("day", "said"), [("1800", "in 1800"), ("1800-05-03", "on Sat 3 May")])
async def test_a_year_is_asked_about_as_a_year(folder: Path, day: str, said: str) -> None:
    async with piloted(on(folder), (80, 24)) as app:
        text = await app.press("2", "a", *day, "enter")
        assert f"Who held what {said}" in text
        assert f"No source says who held a post {said}" in text


async def test_a_date_after_all_leads_to_the_last_that_has_one(folder: Path) -> None:
    for typed in ("2030", "2019-08-31"):  # beyond the last month; later in it than its events
        async with piloted(on(folder), (80, 24)) as app:
            text = await app.press("t", *typed, "enter")
            chosen = next(line for line in text.splitlines() if line.startswith(("▌", "▏")))
            assert "Talks of the two" in chosen


async def test_what_was_read_again_says_that_it_has_problems(folder: Path) -> None:
    async with piloted(on(folder), (80, 24)) as app:
        path = folder / "sources/first.toml"
        path.write_text(path.read_text().replace("ito-ken =", "ito-kan ="))
        await app.press("r")
        await app.app.workers.wait_for_complete()
        assert "read again: 1 problem, E tells" in (await app.screen()).splitlines()[-1]
        path.write_text(path.read_text().replace("ito-kan =", "ito-ken ="))
        await app.press("j", "r")
        await app.app.workers.wait_for_complete()
        assert (await app.screen()).splitlines()[-1].strip() == "read again"
        (folder / "notes.toml").write_text("")
        await app.press("j", "r")
        await app.app.workers.wait_for_complete()
        assert "read again: 1 new warning, E tells" in (await app.screen()).splitlines()[-1]


async def test_the_first_name_and_that_over_its_column_are_two(tmp_path: Path) -> None:
    named = "Guðrún Þórsdóttir"
    folder = write(
        tmp_path,
        people__toml=BASE["people.toml"].replace("Ken Ito", named),
        sources_first=DAILY.replace("Ken Ito", named),
    )
    async with piloted(on(folder), (80, 24)) as app:
        shown = await app.press("3")
        assert re.search(rf"{named} {{3,}}Þórsdóttir", shown)


async def test_an_empty_list_names_the_key_that_fills_it_when_it_is_to_be_exported(
    folder: Path,
) -> None:
    empty = "the list is empty: there is nothing to export"
    for keys, said in (
        (("w", *"1800", "enter"), f"{empty}; 0 clears what narrows it"),
        (("slash", *"xyzzy", "enter"), f"{empty}; 0 clears what narrows it"),
        (("6",), f"{empty}; m marks a record"),
    ):
        async with piloted(on(folder), (80, 24)) as app:
            await app.press(*keys)
            assert (await app.press("x")).splitlines()[-1].strip() == said
