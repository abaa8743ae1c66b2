"""The explorer on a hostile dossier in a real pseudo-terminal: every byte that it is sent."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from allowed import copies, forbidden
from hostile import steering, strings
from hostile_dossier import compile_hostile, quote_of, write_hostile
from hostile_tour import EVIL, FILES, tour
from tallying import FULL
from terminals import ROOT
from visiting import Visitor

pytestmark = pytest.mark.timeout(900)

COLUMNS, ROWS = 120, 32
TALL = 150  # rows where lists are paged through

Times = Callable[[int, int], int]
Start = Callable[..., Visitor]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    made: list[Visitor] = []

    def begin(
        texts: list[str],
        *,
        folder: bool = False,
        whole: bool = False,
        rows: int = ROWS,
        articles: int = 40,
    ) -> Visitor:
        """The explorer on a dossier of these texts, with articles, notes and a configuration."""
        root = tmp_path / str(len(made))
        root.mkdir()
        if folder:
            path = write_hostile(root / f"d{EVIL[:12]}", texts)
        else:
            path = compile_hostile(root / "w", root / f"c{EVIL[:12]}.json", texts)
        config = root / "config"
        config.write_text('theme = "\\u001b]0;x\\u0007"\n"\\u009b2J" = 1\n', "utf-8")
        environ = {f"XDG_{name}_HOME": str(root / name) for name in ("STATE", "CACHE")}
        environ |= {"HOME": str(root), "PAGER": "true", "EDITOR": "true"}
        environ["LEGATION_NOTEBOOK"] = str(notebook(root / "notes.json", texts[:200]))
        environ["LEGATION_CONFIG"] = str(config)
        if whole:
            environ["LEGATION_WHOLE_LINES"] = "1"
        attached = write_texts(root / f"texts{EVIL[:12]}", texts[:articles])
        visitor = Visitor(COLUMNS, rows, str(path), "--texts", str(attached), **environ)
        made.append(visitor)
        visitor.begins("Timeline   1/")
        return visitor

    yield begin
    for visitor in made:
        visitor.close()


def notebook(file: Path, texts: list[str]) -> Path:
    """Marks and notes as a stranger could have written them."""
    entries = {
        str(at): {
            "dossier": "hostile", "record": f"e{at}" if at % 2 else f"gone{at}",
            "title": text, "marked": True, "note": text,
        }
        for at, text in enumerate(texts, start=1)
    }  # fmt: skip
    file.write_text(json.dumps({"entries": entries}), "utf-8")
    return file


def write_texts(folder: Path, texts: list[str]) -> Path:
    """Articles that hold the quotations and much else, under hostile names."""
    folder.mkdir()
    for at, text in enumerate(texts):
        words = f"{text}\n\n{quote_of(text)} again {quote_of(text)}\n{text * 3}\n"
        name = "".join(char for char in text if char not in "/\0\n")[:20]
        name = name.encode("utf-8", "replace").decode()
        (folder / f"{at}{name}.txt").write_bytes(words.encode("utf-8", "replace"))
    return folder


def wrong(visitor: Visitor, *, whole: bool) -> list[str]:
    """Ends the program; what it sent that it may not."""
    visitor.send("\x11")  # ctrl+q, also where something is typed
    assert visitor.gone() == 0
    assert b"internal error" not in visitor.raw
    assert b"Traceback" not in visitor.raw
    bad = forbidden(visitor.raw, steps=not whole)
    for each in copies(visitor.raw):
        bad += steering(base64.b64decode(each, validate=True).decode())
    return bad


@pytest.mark.parametrize("whole", [False, True] if FULL else [False])
def test_a_tour_of_everything(
    whole: bool, start: Start, tmp_path: Path, tally: Callable[..., object]
) -> None:
    texts = list(strings(120))
    before = set(ROOT.iterdir())
    visitor = start(texts, whole=whole, folder=whole)
    tour(visitor)
    bad = wrong(visitor, whole=whole)
    assert len(copies(visitor.raw)) >= 3
    for ending in FILES:
        (made,) = (tmp_path / "0").glob(f"list*.{ending}")
        assert not steering(made.read_text("utf-8").replace("\r\n", "\n"))
    ran = [*tmp_path.rglob("*.svg"), *(set(ROOT.glob("*.svg")) - before)]
    how = "whole lines" if whole else "changed cells"
    tally(f"hostile strings on a tour of the explorer, {how}", tried=len(texts),
          survived=max(len(texts) - len(bad), 0), lost=len(bad),
          note=f"strings in the dossier; {len(visitor.raw):,} bytes judged, "
               f"{len(ran)} actions ran")  # fmt: skip
    assert bad == []
    assert ran == []


def test_every_string_in_the_lists(
    start: Start, times: Times, tally: Callable[..., object]
) -> None:
    wanted, piece = times(120, 10_000), times(120, 1_250)
    every, bad, seen, size = list(strings(wanted)), list[str](), 0, 0
    for number, at in enumerate(range(0, wanted, piece)):
        texts = every[at : at + piece]
        # the last one in the other way, in which no step of one byte is allowed
        whole = number == (wanted - 1) // piece
        # no articles: their anchors take longer than the lists
        visitor = start(texts, folder=number % 4 == 3, whole=whole, rows=TALL, articles=0)
        shown = visitor.pages(len(texts))
        visitor.press("4", "Sources   ")
        shown |= visitor.pages(len(texts))
        bad += wrong(visitor, whole=whole)
        seen, size = seen + len(shown), size + len(visitor.raw)
        visitor.close()
    tally("hostile strings paged through in a real terminal", tried=wanted,
          survived=max(wanted - len(bad), 0), lost=len(bad),
          note=f"every row of two lists; {seen:,} strings with their number on the screen, "
               f"the others cut; {size:,} bytes judged")  # fmt: skip
    assert bad == []
    assert seen > wanted / 2


def test_the_list_of_sequences_is_strict() -> None:
    ours = b"\x1b[31mred\x1b[0m \x1b[2;3Hx\r\n\x1b]52;c;eHg=\x07"
    assert forbidden(ours) == []
    assert forbidden(b"a\r\x1b[Bb\x08c", steps=True) == []
    for raw in (b"\x1b[2J", b"\x1b]0;x\x07", b"\x1b]52;c;?\x07", b"\x1b]8;;http://x\x1b\\",
                b"\x1bc", b"\x07", b"a\rb", b"a\x08b", b"\xc2\x9b2J", b"\x9b2J", b"\x1b[6n",
                b"\x00", b"\x1bPq\x1b\\", b"\x1b(0", b"\x1b[4i", b"\x7f", b"\xed\xa0\x80",
                "\u202e".encode(), "\u200b".encode(), ("a" + "\u0301" * 9).encode(),
                ("a" + "\u0301" * 5 + "\x1b[1m" + "\u0301" * 5).encode()):  # fmt: skip
        assert forbidden(b"text " + raw + b" text"), raw
        assert forbidden(ours + raw, steps=True) or raw in (b"a\rb", b"a\x08b")
    apart = "a" + "\u0301" * 5 + "\x1b[2;2H" + "a" + "\u0301" * 5
    assert forbidden(apart.encode()) == []
