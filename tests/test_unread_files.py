"""A file that cannot be read empties nothing: the dossier shown stays, or the list names it."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import write
from test_app import TODAY
from test_app_states import piloted

from store.opening import Opened, open_dossier
from tui.app import ExplorerApp

BROKEN = "\nbogus = \n"


def on(folder: Path) -> ExplorerApp:
    def reopen() -> Opened:
        return open_dossier(folder, strict=False)

    return ExplorerApp(reopen(), reopen, today=TODAY)


def test_what_could_not_be_read_is_named_with_its_line(tmp_path: Path) -> None:
    folder = write(tmp_path)
    assert open_dossier(folder, strict=False).unread == ()
    (folder / "people.toml").write_text('[a]\nname = "A"\nbogus = \n', "utf-8")
    (folder / "sources" / "first.toml").write_bytes(b"title = '\xff'")
    read = open_dossier(folder, strict=False)
    assert read.unread == ("people.toml:3", "sources/first.toml:1")
    (folder / "people.toml").write_text('[a]\nname = "A"\nbogus = 1\n', "utf-8")
    assert open_dossier(folder, strict=False, cache=False).unread == ("sources/first.toml:1",)


@pytest.mark.parametrize("name", ["people.toml", "events.toml", "sources/first.toml"])
async def test_a_file_that_breaks_leaves_the_screen_as_it_was(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path)
    async with piloted(on(folder), (80, 24)) as app:
        before = (await app.press("j", "enter")).splitlines()
        whole = (folder / name).read_text("utf-8")
        (folder / name).write_text(whole + BROKEN, "utf-8")
        for _ in range(2):  # it stays however often it is asked for
            await app.press("r")
            await app.app.workers.wait_for_complete()
            text = await app.screen()
            after = text.splitlines()
            assert after[1:20] == before[1:20]
            assert "E 1 problem" in after[0]
            said = " ".join(" ".join(after[-3:]).split())
            assert f"{name}:" in said
            assert "cannot be read; what you see is as before; E shows it" in said
        text = await app.press("E")
        assert f"{name}:" in "".join(text.split())
        (folder / name).write_text(whole.replace("Talks of the two", "Talks of both"), "utf-8")
        await app.press("q", "r")
        await app.app.workers.wait_for_complete()
        text = await app.screen()
        assert "read again" in text.splitlines()[-1]
        assert "problem" not in text.splitlines()[0]
        if name == "events.toml":
            assert "Talks of both" in text


async def test_a_dossier_that_is_none_any_more_is_listed_among_the_problems(
    tmp_path: Path,
) -> None:
    folder = write(tmp_path)
    async with piloted(on(folder), (80, 24)) as app:
        (folder / "dossier.toml").write_text(BROKEN, "utf-8")
        await app.press("j", "r")
        await app.app.workers.wait_for_complete()
        text = await app.screen()
        assert "not read again" in text
        assert "E 1 problem" in text.splitlines()[0]
        assert "2/2" in text
        assert "dossier.toml:2" in "".join((await app.press("E")).split())


async def test_a_record_at_fault_is_left_out_and_the_rest_is_new(tmp_path: Path) -> None:
    folder = write(tmp_path)
    async with piloted(on(folder), (80, 24)) as app:
        events = folder / "events.toml"
        events.write_text(events.read_text("utf-8").replace("Talks of the two", "Talks of both")
                          + '\n[new]\nkind = "nonsense"\ntitle = "New"\n', "utf-8")  # fmt: skip
        await app.press("r")
        await app.app.workers.wait_for_complete()
        text = await app.screen()
        assert "Talks of both" in text
        assert "read again" in text.splitlines()[-1]


@pytest.mark.parametrize("name", ["events.toml", "people.toml", "sources/first.toml"])
async def test_a_list_that_a_broken_file_empties_names_it(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path)
    path = folder / name
    path.write_text(path.read_text("utf-8") + BROKEN, "utf-8")
    async with piloted(on(folder), (80, 24)) as app:
        text = await app.screen()
        assert f"{name}:" in text.splitlines()[-1]
        assert "E shows why" in text.splitlines()[-1]
        assert f"{name}:" in (text := await app.press("5")), text
        if name == "events.toml":
            text = await app.press("1")
            assert "has no event" not in text
            assert "events.toml:11 cannot be read: what stands there is missing" in text
