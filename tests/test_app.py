"""The explorer, driven key by key without a terminal."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from building import write
from textual.pilot import Pilot

from screenshots.take import screen_text, settle
from store.opening import Opened, open_dossier
from tui.app import ExplorerApp
from tui.explorer.screen import Explorer
from tui.explorer.sheet import Sheet
from tui.present.cards import card
from tui.present.line import Line, Link, Span, width
from tui.present.listing import Lines

TODAY = date(2020, 1, 20)


class Driver:
    """An app with its pilot: press keys, look at the screen."""

    def __init__(self, app: ExplorerApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> str:
        await self.pilot.press(*keys)
        return await self.screen()

    async def type(self, text: str, *then: str) -> str:
        return await self.press(*(({" ": "space"}).get(char, char) for char in text), *then)

    async def screen(self) -> str:
        await settle(self.pilot)
        return screen_text(self.app)

    @property
    def explorer(self) -> Explorer:
        found = self.app.screen_stack[0]
        assert isinstance(found, Explorer)
        return found


@asynccontextmanager
async def running(
    opened: Opened, *, size: tuple[int, int] = (100, 30), ascii_only: bool = False
) -> AsyncIterator[Driver]:
    app = ExplorerApp(opened, lambda: opened, today=TODAY, ascii_only=ascii_only)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield Driver(app, pilot)


@pytest.fixture
def small(tmp_path: Path) -> Opened:
    return open_dossier(write(tmp_path))


@pytest.fixture(scope="module")
def bundled() -> Opened:
    return open_dossier(None, strict=False)


async def test_list_and_card_stand_beside_each_other(small: Opened) -> None:
    async with running(small) as app:
        text = await app.screen()
        assert "A small dossier   Timeline   1/2" in text
        assert "Curbs on exports" in text.splitlines()[2]  # the card's title


async def test_the_card_follows_when_the_keys_rest(small: Opened) -> None:
    async with running(small) as app:
        text = await app.press("j")
        assert "2/2" in text
        assert "When     16 or 17 Aug 2019: one day" in text


async def test_a_name_leads_on_and_history_leads_back(small: Opened) -> None:
    async with running(small, size=(80, 24)) as app:
        await app.press("j", "enter", "tab")
        text = await app.press("enter")
        assert "Ken Ito" in text.splitlines()[2]
        text = await app.press("tab", "enter")
        assert "Foreign Minister" in text.splitlines()[2]
        text = await app.press("[", "[")
        assert "Talks of the two" in text.splitlines()[2]
        text = await app.press("]")
        assert "Ken Ito" in text.splitlines()[2]


async def test_search_narrows_as_you_type_and_escape_gives_back(small: Opened) -> None:
    async with running(small) as app:
        await app.press("slash")
        text = await app.type("ITO ken")
        assert "1/1" in text
        assert "“ITO ken”" in text
        text = await app.press("escape")
        assert "1/2" in text
        await app.press("slash")
        text = await app.type("nobody", "enter")
        assert "No event matches “nobody”." in text
        text = await app.press("0")
        assert "1/2" in text


async def test_arrows_move_the_list_while_typing(small: Opened) -> None:
    async with running(small) as app:
        text = await app.press("slash", "down")
        assert "2/2" in text


async def test_a_day_and_known_by_are_chips_and_zero_clears_them(small: Opened) -> None:
    async with running(small, size=(80, 24)) as app:
        await app.press("2", "a")
        text = await app.type("15 sep 2019", "enter")
        assert "on 15 Sep 2019" in text.splitlines()[0]
        assert "Who held what on Sun 15 Sep 2019" in text
        assert "┄ maybe" in text
        await app.press("w")
        text = await app.type("1 aug 2019", "enter")
        assert "known by 1 Aug 2019" in text.splitlines()[0]
        assert "Nothing was known yet on Thu 1 Aug 2019." in text
        text = await app.press("0")
        assert "1 Aug" not in text
        assert "Ken Ito" in text


async def test_a_date_that_cannot_be_read_is_told_and_nothing_changes(small: Opened) -> None:
    async with running(small) as app:
        await app.press("w")
        text = await app.type("yesterweek", "enter")
        assert app.explorer.state.known_by is None
        assert "'yesterweek' is not a date that can be read" in text
        text = await app.press("escape")
        assert "1/2" in text


async def test_t_goes_to_the_first_event_of_a_day_or_later(small: Opened) -> None:
    async with running(small) as app:
        await app.press("t")
        text = await app.type("aug 2019", "enter")
        assert "2/2" in text


async def test_p_goes_to_a_person_by_any_spelling(small: Opened) -> None:
    async with running(small) as app:
        await app.press("p")
        text = await app.type("minsu", "enter")
        assert "Directory" in text.splitlines()[0]
        assert "Han Min-su" in text.splitlines()[2]
        assert app.explorer.state.focus == 1
        text = await app.press("[")
        assert "Timeline" in text.splitlines()[0]


async def test_words_are_found_in_a_card(small: Opened) -> None:
    async with running(small) as app:
        await app.press("j", "enter", "slash")
        await app.type("evidence", "enter")
        pane = app.explorer.stage.panes.active
        assert "talks of the two" not in pane.body.line(pane.cursor).plain.casefold()


async def test_three_panes_show_what_the_link_leads_to(small: Opened) -> None:
    async with running(small, size=(200, 50)) as app:
        await app.press("j", "enter", "tab")
        text = await app.press("tab")
        assert "Foreign Minister" in text.splitlines()[4]
        text = await app.press("enter")
        assert app.explorer.stage.panes.active is app.explorer.stage.panes.right


async def test_q_goes_from_the_card_to_the_list_and_then_quits(small: Opened) -> None:
    async with running(small) as app:
        await app.press("enter")
        await app.press("q")
        assert app.explorer.state.focus == 0
        assert not app.app._exit
        await app.press("escape")
        assert not app.app._exit
        await app.pilot.press("q")
        assert app.app._exit


async def test_help_lists_every_command_and_closes(small: Opened) -> None:
    async with running(small, size=(80, 24)) as app:
        text = await app.press("question_mark")
        for group in ("Move", "Views", "Find", "Do", "Signs"):
            assert group in text
        text = await app.press("q")
        assert "1/2" in text


async def test_the_palette_runs_a_command_once_however_often_enter_is_pressed(
    small: Opened,
) -> None:
    async with running(small) as app:
        await app.press("colon")
        text = await app.type("directory", "enter", "enter")
        assert "Directory" in text.splitlines()[0]
        assert not any(isinstance(screen, Sheet) for screen in app.app.screen_stack)


async def test_the_foot_of_a_sheet_names_what_works_now(small: Opened) -> None:
    async with running(small, size=(80, 24)) as app:
        assert " j k row   / find   " in (await app.press("question_mark")).splitlines()[-1]
        text = await app.press("slash", "j")
        assert text.splitlines()[-1].split("  ")[:3] == [" enter take", " ↑ ↓ row", ""]
        assert " j k row   / find   " in (await app.press("escape")).splitlines()[-1]
        text = await app.press("escape", "colon")
        assert text.splitlines()[-1].startswith(" ↑ ↓ row   enter choose   ")


async def test_reload_keeps_the_place(small: Opened) -> None:
    async with running(small) as app:
        await app.press("j", "r")
        await app.app.workers.wait_for_complete()
        text = await app.screen()
        assert "2/2" in text


async def test_problems_name_file_and_line(tmp_path: Path) -> None:
    folder = write(tmp_path)
    events = folder / "events.toml"
    extra = '\n[lost]\nkind = "talks"\ntitle = "No claim speaks of it"\n'
    events.write_text(events.read_text("utf-8") + extra, "utf-8")
    async with running(open_dossier(folder, strict=False)) as app:
        assert "problem" in (await app.screen()).splitlines()[0]
        text = await app.press("E")
        assert "events.toml:" in text
        assert "lost" in text


async def test_every_size_draws_whole_lines(small: Opened) -> None:
    async with running(small, size=(40, 10)) as app:
        for size in ((40, 10), (60, 16), (80, 24), (99, 24), (100, 30), (139, 40), (140, 40)):
            await app.pilot.resize_terminal(*size)
            lines = (await app.screen()).splitlines()
            assert len(lines) == size[1]
            assert all(len(line) <= size[0] for line in lines)
            assert "1/2" in lines[0]


async def test_hostile_text_never_reaches_the_terminal(small: Opened) -> None:
    hostile = "a\x1b]52;c;eA==\x07[red]b[/] [@click=app.quit]c[/]\x9b31m\u202e"
    async with running(small) as app:
        app.explorer.stage.panes.listing.show(Lines([Line((Span(hostile),))]))
        app.explorer.stage.header.show(Line((Span(hostile),)))
        text = await app.screen()
        assert "[@click=app.quit]" in text
        assert not any(ord(char) < 32 and char != "\n" for char in text)
        assert not any(0x7F <= ord(char) < 0xA0 or char == "\u202e" for char in text)


async def test_ascii_draws_only_ascii(bundled: Opened) -> None:
    async with running(bundled, size=(120, 36), ascii_only=True) as app:
        text = await app.press("j", "j", "enter")
        assert text.isascii()
        text = await app.press("question_mark")
        assert text.isascii()


async def test_every_link_of_the_bundled_dossier_opens_its_card(bundled: Opened) -> None:
    dossier = bundled.dossier
    seen: set[tuple[str, str]] = set()
    queue = [("event", event.id) for event in dossier.events]
    while queue:
        kind, id = queue.pop()
        if (kind, id) in seen:
            continue
        seen.add((kind, id))
        made = card(dossier, Link(kind, id), 53)
        assert made.title, (kind, id)
        for line in made.lines:
            assert width(line.plain) <= 53, (kind, id, line.plain)
        queue += [(link.type, link.id) for line in made.lines for link in line.links]
    assert {kind for kind, _ in seen} >= {"event", "person", "post", "body", "source", "topic"}


async def test_no_key_is_bound_twice_and_every_command_has_an_action(small: Opened) -> None:
    async with running(small) as app:
        keys = [key for command in app.explorer.keys for key in command.keys]
        assert len(keys) == len(set(keys))
        for command in app.explorer.keys:
            name = command.action.partition("(")[0].rpartition(".")[2]
            stage, desk = app.explorer.stage, app.explorer.desk
            narrowing = app.explorer.narrowing
            owners = (app.app, app.explorer, narrowing, desk, stage.panes.listing)
            assert any(hasattr(owner, f"action_{name}") for owner in owners), command.id


async def test_a_click_on_a_name_opens_its_card(small: Opened) -> None:
    async with running(small) as app:
        text = await app.press("j")
        row = next(at for at, line in enumerate(text.splitlines()) if "Ken Ito  " in line)
        column = text.splitlines()[row].index("Ken Ito")
        await app.pilot.click(offset=(column + 2, row))
        text = await app.screen()
        assert "Ken Ito" in text.splitlines()[2]
        assert app.explorer.state.focus == 2


async def test_the_wheel_moves_the_page_and_keeps_the_cursor_in_it(bundled: Opened) -> None:
    async with running(bundled, size=(80, 24)) as app:
        pane = app.explorer.stage.panes.listing
        for _ in range(5):
            pane._moving(lambda: pane.walk.wheel(3))
        await app.screen()
        assert pane.walk.top == 15
        assert pane.walk.top <= pane.cursor < pane.walk.top + pane.page
