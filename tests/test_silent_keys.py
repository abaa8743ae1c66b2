"""A key that can do nothing says in a line why."""

from __future__ import annotations

from pathlib import Path

from building import write
from test_app_states import piloted
from test_messages import on


async def test_keys_that_can_do_nothing_say_why(tmp_path: Path) -> None:
    async with piloted(on(write(tmp_path)), (80, 24)) as app:
        assert "the first one" in (await app.press("K")).splitlines()[-1]
        await app.press("G")
        assert "the last one" in (await app.press("J")).splitlines()[-1]
        assert "one pane is on the whole screen" in await app.press("z")
        await app.press("enter")
        pane = app.app._explorer.stage.panes.active
        at = next(i for i in range(len(pane.body)) if pane.body.line(i).stop
                  and not any(span.link for span in pane.body.line(i).spans))  # fmt: skip
        pane.go(at)
        text = await app.press("k", "j")
        pane.go(at)
        text = await app.screen()
        app.app._explorer._settle()
        text = await app.screen()
        assert "enter follow" not in text.splitlines()[-1]
        assert "no link on this line" in await app.press("enter")


async def test_undoing_past_the_end_does_not_deny_what_was_done(tmp_path: Path) -> None:
    async with piloted(on(write(tmp_path)), (80, 24)) as app:
        assert "has changed no mark or note" in await app.press("U")
        await app.press("m", "U")
        assert "this session has undone all" in await app.press("U")


async def test_an_empty_list_offers_to_clear_only_what_is_set(tmp_path: Path) -> None:
    async with piloted(on(write(tmp_path)), (80, 24)) as app:
        assert "0 clear" not in (await app.press("6")).splitlines()[-1]
        text = await app.press("1", "slash", "z", "z", "z", "enter")
        assert "0 clear" in text.splitlines()[-1]
