"""The exact words that are copied: all of them where the article's text is attached."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import DAILY, write
from test_desk import running

from store.opening import Opened, open_dossier

ARTICLE = (
    "Before. The curbs on “some” exports, in force\nsince July, were felt. Ken Ito and Han Min-su\n"
)
WHOLE = "“curbs on ‘some’ exports, in force since July”"
ELIDED = DAILY.replace("curbs since July", "curbs … since July")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "dossier", sources_first=ELIDED)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    made = tmp_path / "texts"
    made.mkdir()
    (made / "first.txt").write_text(ARTICLE, encoding="utf-8")
    return made


async def copied(opened: Opened, book: Path, *keys: str) -> tuple[str, str]:
    async with running(opened, book, size=(160, 30)) as desk:
        await desk.press(*keys)
        return desk.copied, desk.foot()


@pytest.mark.parametrize("keys", [("y", "w"), ("y", "c"), ("Y",)])
async def test_with_the_text_nothing_is_left_out(
    folder: Path, texts: Path, tmp_path: Path, keys: tuple[str, ...]
) -> None:
    opened = open_dossier(folder, texts=texts)
    text, said = await copied(opened, tmp_path / "book.json", *keys)
    assert WHOLE in text
    assert "…" not in text
    assert " copied (every word, from your texts), " in said


@pytest.mark.parametrize("keys", [("y", "w"), ("y", "c"), ("Y",)])
async def test_without_it_the_message_tells_how_to_have_all(
    folder: Path, tmp_path: Path, keys: tuple[str, ...]
) -> None:
    text, said = await copied(open_dossier(folder), tmp_path / "book.json", *keys)
    assert "“curbs … since July”" in text
    assert " copied (shortened: give --texts for the full words), " in said


async def test_a_text_without_the_words_does_not_help(
    folder: Path, texts: Path, tmp_path: Path
) -> None:
    (texts / "first.txt").write_text("Ken Ito and Han Min-su, and not another word.")
    opened = open_dossier(folder, texts=texts, strict=False)
    text, said = await copied(opened, tmp_path / "book.json", "Y")
    assert "“curbs … since July”" in text
    assert "shortened" in said


async def test_what_quotes_nothing_has_no_such_note(folder: Path, tmp_path: Path) -> None:
    _, said = await copied(open_dossier(folder), tmp_path / "book.json", "y", "i")
    assert said.startswith("id copied, ")
