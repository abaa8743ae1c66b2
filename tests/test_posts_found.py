"""Posts are found by words as people are; a row says what of it the words matched."""

from __future__ import annotations

import pytest
from test_app import bundled, running

from store.opening import Opened
from store.views.directory import directory
from store.when import parse_when
from tui.present.titles import found_by

__all__ = ["bundled"]


def row(shown: str, name: str) -> str:
    return " ".join(next(line for line in shown.splitlines() if name in line).split())


@pytest.mark.parametrize("key", ["p", "slash"])
@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_words_find_posts_below_the_people(
    bundled: Opened, key: str, size: tuple[int, int]
) -> None:
    async with running(bundled, size=size) as driver:
        await driver.press("2", key, *"foreign", "space", *"minister")
        shown = await driver.screen()
        whole = "Defense Minister · " if size[0] == 80 else ""
        body = driver.explorer.stage.panes.listing.body
        lines = [body.line(at).plain.strip() for at in range(len(body))]
        listed = row("\n".join(lines), "Taro Kono")
        assert listed == f"Taro Kono {whole}formerly Foreign Minister"
        posts = lines[lines.index("Posts") + 1 :]
        assert posts[0].split("  ")[0] == "Foreign Minister"
        assert "China" in posts[0]
        if size[0] == 80:  # the bodies stand under each other
            assert posts[1].index("Japan’s") == posts[2].index("Japan’s")
        assert "/12" in shown.splitlines()[0]


async def test_enter_on_a_post_opens_its_card(bundled: Opened) -> None:
    async with running(bundled, size=(80, 24)) as driver:
        await driver.press("p", *"foreign", "space", *"minister")
        for _ in range(12):
            await driver.press("down")
        pane = driver.explorer.stage.panes.listing
        while "Japan’s Foreign Ministry" not in pane.body.line(pane.cursor).plain:
            await driver.press("up")
        at = driver.explorer.stage.panes.row
        shown = await driver.press("enter")
        assert shown.splitlines()[2].strip("▌ ").startswith(("Foreign Minister", "Vice Foreign"))
        assert "Holders" in shown
        assert driver.explorer.state.focus == 1
        assert driver.explorer.state.place.row == at
        assert "Timeline" in (await driver.press("[")).splitlines()[0]
        assert "Holders" in await driver.press("]")


async def test_a_post_that_nobody_holds_is_found(bundled: Opened) -> None:
    async with running(bundled, size=(80, 24)) as driver:
        shown = await driver.press("p", *"minister", "space", *"china", "enter")
        assert "Foreign Minister" in shown.splitlines()[2]
        assert "China" in shown


async def test_a_spelling_that_matched_is_named(bundled: Opened) -> None:
    async with running(bundled, size=(80, 24)) as driver:
        shown = await driver.press("p", *"cheol")
        assert row(shown, "Kim In-chul").endswith("· spelt Kim In-cheol")


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_a_title_that_means_little_alone_has_its_body(
    bundled: Opened, size: tuple[int, int]
) -> None:
    async with running(bundled, size=size) as driver:
        shown = await driver.press("2")
        assert "Director-General, Asian" in row(shown, "Shigeki Takizaki")
        if size[0] != 120:  # there the list has 52 columns
            assert "Spokesman, Korea’s Foreign" in row(shown, "Kim In-chul")


async def test_on_a_day_a_title_has_its_body(bundled: Opened) -> None:
    async with running(bundled, size=(120, 36)) as driver:
        shown = await driver.press("2", "a", *"2019-11-20", "enter", "z")
        assert "Director-General, Asian and Oceanian Affairs Bureau Shigeki Takizaki" in row(
            shown, "Takizaki"
        )


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_on_a_day_the_post_held_then_comes_first(
    bundled: Opened, size: tuple[int, int]
) -> None:
    async with running(bundled, size=size) as driver:
        await driver.press("2", "a", *"2019-09-12", "enter", "slash")
        shown = await driver.press(*"foreign", "space", *"minister")
        body = driver.explorer.stage.panes.listing.body
        lines = [" ".join(body.line(at).plain.split()) for at in range(len(body))]
        lines = [line for line in lines if line]
        assert lines[:3] == [
            "Japan",
            "Foreign Minister Toshimitsu Motegi ━ yes",
            next(line for line in lines if "Akiba" in line),
        ]
        listed = row("\n".join(lines), "Taro Kono")
        assert lines[3] == listed
        behind = "Defense Minister Taro Kono · formerly Foreign Minister"
        # where it has no room behind the name, it takes the place of the post
        assert listed.startswith(behind if size[0] == 80 else "formerly Foreign Min")
        assert listed.endswith("━ yes")
        seen = [" ".join(line.split()) for line in shown.splitlines()]
        assert any(line.startswith(listed) for line in seen)


async def test_on_a_day_a_row_says_what_it_does_not_show(bundled: Opened) -> None:
    for words, name, said in (
        ("cheol", "Kim In-chul", "spelt Kim In-cheol"),
        ("affairs", "Lee Do-hoon", "titled Special Representative for Korean Peninsula Peace"),
        ("affairs", "Kang Kyung-wha", "Ministry of Foreign Affairs"),
        ("affairs", "Kim Jung-han", ""),
    ):
        rows = directory(bundled.dossier, words, parse_when("2019-09-12"))
        (found,) = [one for one in rows.rows(0, len(rows)) if one.name == name]
        assert found_by(found).startswith(said)
        assert bool(found.matched) == bool(said)
