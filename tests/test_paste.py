"""Pasted text is typed where something is typed, and is never taken for keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import write
from terminals import Terminal
from test_app import Driver, running
from textual import events

from store.opening import Opened, open_dossier
from tui.widgets.prompt import one_line

LINES = "m\ntalks\n\ne\nq\nQ\n"


@pytest.fixture
def small(tmp_path: Path) -> Opened:
    return open_dossier(write(tmp_path))


async def paste(driver: Driver, text: str) -> str:
    driver.app.post_message(events.Paste(text))
    return await driver.screen()


async def test_in_the_list_it_is_no_keys_and_says_so(small: Opened) -> None:
    async with running(small) as driver:
        text = await paste(driver, LINES)
        assert "1/2" in text
        assert text.splitlines()[-1].strip() == (
            "pasted text is taken only where something is typed"
        )


async def test_at_a_prompt_all_its_lines_are_typed(small: Opened) -> None:
    async with running(small) as driver:
        await driver.press("slash")
        text = await paste(driver, "talks of\r\n\r\nthe two\n")
        assert "/ talks of the two" in text
        assert "1/1" in text
        await driver.press("escape", "M")
        text = await paste(driver, "one\ntwo\x1b[31m\nthree")
        assert "one two␛[31m three" in text


async def test_on_a_sheet_only_its_prompt_takes_it(small: Opened) -> None:
    async with running(small) as driver:
        await driver.press("question_mark")
        assert "keys and signs" in await paste(driver, LINES)
        await driver.press("escape", "colon")
        assert "mark this" not in await paste(driver, "export")


def test_lines_become_one() -> None:
    assert one_line("a\r\n b\n\n\u2028c") == "a  b c"


def test_a_bracketed_paste_reaches_no_command() -> None:
    terminal = Terminal(80, 24)
    try:
        terminal.wait("Timeline   1/")
        terminal.send("\x1b[200~j\rj\re\r:q\rQ\r\x1b[201~")
        terminal.wait("pasted text is taken only")
        assert "Timeline   1/" in terminal.text
    finally:
        terminal.child.close(force=True)
