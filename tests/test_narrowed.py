"""Words that narrow a list: which row they mean, what n, q and escape do, how long they are."""

from __future__ import annotations

import pytest
from test_app import running

from store.opening import Opened, open_dossier
from store.views.timeline import timeline
from tui.present.listing import TimelineBody


@pytest.fixture(scope="module")
def bundled() -> Opened:
    return open_dossier(None, strict=False)


@pytest.mark.parametrize("words", ["complaint", "denied", "called off", "statement"])
async def test_words_on_the_screen_find_their_events(bundled: Opened, words: str) -> None:
    async with running(bundled) as app:
        await app.press("slash")
        text = await app.type(words)
        assert "No event matches" not in text


async def test_n_walks_the_rows_that_are_found(bundled: Opened) -> None:
    async with running(bundled) as app:
        await app.press("slash")
        await app.type("scheduled", "enter", "g")
        first = app.explorer.stage.now.place.row
        await app.press("n")
        assert app.explorer.stage.now.place.row != first
        text = await app.press("N", "N")
        assert app.explorer.stage.now.place.row == first
        assert "the first of what “scheduled” finds" in text


async def test_p_opens_whom_the_words_mean(bundled: Opened) -> None:
    async with running(bundled) as app:
        await app.press("p")
        text = await app.type("foreign minister japan", "enter")
        assert "Toshimitsu Motegi" in text
        assert app.explorer.state.place.row == "motegi-toshimitsu"
        await app.press("1", "p")
        await app.press("enter")
        assert app.explorer.state.view == "timeline"
        await app.press("p")
        text = await app.type("zzzz", "enter")
        assert "nobody and no post matches “zzzz”" in text
        assert app.explorer.state.view == "timeline"


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_words_and_filter_lie_on_top(bundled: Opened, key: str) -> None:
    async with running(bundled) as app:
        await app.press("f", "space", "enter", "slash")
        await app.type("kang", "enter")
        await app.press(key)
        assert not app.explorer.state.place.words
        assert app.explorer.state.filter
        await app.press(key)
        assert not app.explorer.state.filter
        assert not app.app._exit


async def test_long_words_leave_room_for_the_hints(bundled: Opened) -> None:
    async with running(bundled, size=(80, 24)) as app:
        await app.press("slash")
        app.explorer.stage.ask._prompt.insert_text_at_cursor("x" * 190)
        text = await app.type("y" * 20)
        assert app.explorer.state.place.words == "x" * 190 + "y" * 10
        assert "…”." in text
        text = await app.press("enter")
        assert "esc  clear it" in text
        assert "0  clear it" not in text


async def test_an_empty_list_names_everything_that_hides(bundled: Opened) -> None:
    async with running(bundled) as app:
        await app.press("a")
        await app.type("10 sep 2019", "enter")
        text = await app.press("1")
        on_day = int(text.split("1/", 1)[1].split()[0])
        await app.press("slash")
        await app.type("vice", "enter")
        text = " ".join((await app.screen()).split())
        matching = len(timeline(bundled.dossier).narrow("vice"))
        assert 0 < matching != on_day
        assert "known to have taken place or been in force on Tue 10 Sep 2019 and found by" in text
        assert f"on Tue 10 Sep 2019 alone finds {on_day} events" in text.replace("On", "on")
        assert f"“vice” alone finds {matching}." in text
        assert "esc clear the words 0 clear all of it, the day too" in text
        text = await app.press("0")
        assert "1/67" in text


async def test_an_empty_list_tells_what_only_became_known_later(bundled: Opened) -> None:
    async with running(bundled) as app:
        await app.press("w")
        await app.type("15 aug 2019", "enter", "slash")
        await app.type("san francisco", "enter")
        text = " ".join((await app.screen()).split())
        later = len(timeline(bundled.dossier).narrow("san francisco"))
        assert later
        assert "No event known by Thu 15 Aug 2019 is found by “san francisco”." in text
        assert f"With everything known today the list has {later} event" in text
        assert "w then enter on an empty line: everything known" in text
        known = bundled.dossier.known_by("2019-08-15")
        assert f"Without it the list has {len(timeline(known))} events." in text


async def test_a_day_and_words_in_the_other_lists(bundled: Opened) -> None:
    async with running(bundled) as app:
        await app.press("a")
        await app.type("10 sep 2019", "enter", "2", "slash")
        text = " ".join((await app.type("zzz", "enter")).split())
        assert "No holder is both found by “zzz” and in the directory of Tue 10 Sep 2019" in text
        await app.press("escape", "3", "slash")
        text = " ".join((await app.type("zzz", "enter")).split())
        assert "No encounter belongs to an event that is both" in text
        assert "and with “zzz”" in text


@pytest.mark.parametrize(("near", "year"), [("1910", "2019"), ("sep 2018", "2018")])
async def test_a_month_alone_is_near_a_row_of_a_day_or_month_only(
    bundled: Opened, near: str, year: str
) -> None:
    async with running(bundled) as app:
        await app.press("t")
        await app.type(near, "enter")
        await app.press("a")
        assert f"Jun {year}" in await app.type("june")


def test_no_heading_is_told_again_right_above_the_next(bundled: Opened) -> None:
    for airy in (False, True):
        body = TimelineBody(timeline(bundled.dossier), 80, airy=airy)
        for at in range(1, len(body) - 2):
            again, below = body.heading(at), body.line(at + 1)
            if again is not None:
                assert below.spans, at
                assert below.stop, f"line {at}: a heading above a heading"
