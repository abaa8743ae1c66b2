"""The questions people come with, each answered from a cold start at 80×24 in at most six keys.

A digit, a letter, ``/`` and enter count as one key each; typed words count as nothing.
"""

from __future__ import annotations

import pytest
from test_app import Driver, running

from store.opening import open_dossier
from tui.out.clipboard import copied_file

MOST_KEYS = 6


class Counted:
    """Counts the keys of one answer."""

    def __init__(self, driver: Driver) -> None:
        self.driver, self.keys = driver, 0
        self.shown = ""

    async def press(self, *keys: str) -> str:
        self.keys += len(keys)
        self.shown = await self.driver.press(*keys)
        return self.shown

    async def words(self, text: str) -> None:
        await self.driver.type(text)


async def test_who_was_japans_foreign_minister_on_10_september_2019() -> None:
    async with running(open_dossier(None), size=(80, 24)) as driver:
        asker = Counted(driver)
        await asker.press("2", "a")
        await asker.words("10 sep 2019")
        await asker.press("enter", "slash")
        await asker.words("japan foreign minister")
        shown = await asker.press("enter")
        (row,) = [line for line in shown.splitlines() if "yes" in line]
        assert "Taro Kono" in row
        assert "Foreign Minister" in row
        assert "on 10 Sep 2019" in shown
        assert asker.keys <= MOST_KEYS


async def test_what_became_of_the_vice_ministers_meeting_and_who_denied_it() -> None:
    async with running(open_dossier(None), size=(80, 24)) as driver:
        asker = Counted(driver)
        await asker.press("slash")
        await asker.words("vice meeting guam")
        shown = await asker.press("enter", "enter")
        assert "× called off" in shown
        assert "¬ denied" in shown
        assert "Kim In-chul" in shown
        assert asker.keys <= MOST_KEYS


async def test_what_was_known_of_a_kang_motegi_meeting_by_19_september() -> None:
    async with running(open_dossier(None), size=(80, 24)) as driver:
        asker = Counted(driver)
        await asker.press("w")
        await asker.words("19 sep 2019")
        await asker.press("enter", "slash")
        await asker.words("kang motegi")
        shown = await asker.press("enter", "enter")
        assert "known by 19 Sep 2019" in shown
        assert "◌ arranging" in shown
        assert "Thu 26 Sep 2019" in shown
        assert "2020" not in shown
        assert asker.keys <= MOST_KEYS


async def test_everything_that_takizaki_took_part_in() -> None:
    async with running(open_dossier(None), size=(80, 24)) as driver:
        asker = Counted(driver)
        await asker.press("slash")
        await asker.words("takizaki")
        shown = await asker.press("enter")
        for title in (
            "Takizaki heads Asian bureau",
            "Kim Jung-han–Takizaki talks",
            "Lee–Takizaki, New York",
            "Three nuclear envoys",
        ):
            assert title in shown
        assert asker.keys <= MOST_KEYS


async def test_where_the_sources_disagree() -> None:
    async with running(open_dossier(None), size=(80, 24)) as driver:
        asker = Counted(driver)
        shown = await asker.press("5")
        assert "Conflicts   1/4" in shown
        assert "Guam" in shown
        assert "Manila" in shown
        shown = await asker.press("J", "J")
        assert "Kenji Kanasugi" in shown
        assert asker.keys <= MOST_KEYS


async def test_who_met_whom_more_than_once() -> None:
    async with running(open_dossier(None), size=(80, 24)) as driver:
        asker = Counted(driver)
        shown = await asker.press("3")
        assert "●2" in shown
        assert "met twice" in shown
        assert asker.keys <= MOST_KEYS


async def test_the_exact_words_on_the_wto_complaint_copied_with_citation() -> None:
    async with running(open_dossier(None), size=(80, 24)) as driver:
        asker = Counted(driver)
        await asker.press("slash")
        await asker.words("wto")
        shown = await asker.press("enter", "enter", "Y")
        assert "citation copied" in shown
        text = copied_file().read_text(encoding="utf-8")
        assert "“" in text
        assert "World Trade Organization" in text
        assert "Korea Herald" in text
        assert asker.keys <= MOST_KEYS


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 36), (200, 50)])
async def test_every_view_opens_at_every_size(size: tuple[int, int]) -> None:
    async with running(open_dossier(None), size=size) as driver:
        for key in "123456":
            shown = await driver.press(key)
            lines = shown.splitlines()
            assert len(lines) <= size[1]
            assert all(len(line) <= size[0] for line in lines)
            assert driver.app.failure is None
