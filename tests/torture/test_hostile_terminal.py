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
from tallying import FULL
from terminals import ROOT
from visiting import Visitor

pytestmark = pytest.mark.timeout(900)

COLUMNS, ROWS = 120, 32
TALL = 150  # rows where lists are paged through
EVIL = "\x1b]0;x\x07\x1b[2J\x9b31m\u202e\u200b" + "\u0301" * 40  # pasted, and named
FILES = {"md": "m", "csv": "c", "json": "n"}

Times = Callable[[int, int], int]
Start = Callable[..., Visitor]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    made: list[Visitor] = []

    def begin(
        texts: list[str], *, folder: bool = False, whole: bool = False, rows: int = ROWS
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
        articles = write_texts(root / f"texts{EVIL[:12]}", texts[:40])
        visitor = Visitor(COLUMNS, rows, str(path), "--texts", str(articles), **environ)
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


def tour(visitor: Visitor, home: Path) -> None:
    """Every station that a reader can see; each has a text that proves it was reached."""
    records(visitor)
    sheets(visitor)
    typed(visitor)
    taken_out(visitor, home)
    clicked(visitor)


def back(visitor: Visitor, gone: str) -> None:
    """To the list of events, whatever lies on top."""
    visitor.close_until(gone, " enter open ")
    visitor.press("1", "Timeline   ")


def records(visitor: Visitor) -> None:
    """Cards of an event, a person, a source; the article; conflicts, encounters, marks."""
    for view, name, words in (
        ("1", "Timeline   ", "When     "),
        ("2", "Directory   ", "How we know"),
        ("4", "Sources   ", "Dateline "),
        ("6", "Marks   ", "your note: "),
    ):
        visitor.press(view, name)
        visitor.press("\r", "J K next item")
        visitor.wait(words)
        visitor.press("\t", "J K next item")
        visitor.close_until("J K next item", " enter open ")
    visitor.press("1g", "Timeline   1/")
    visitor.press("\r", "J K next item")
    visitor.seek("j", "▌ ?“said", 60)
    visitor.press("\r", "next quotation")  # the article
    visitor.press("J", "next quotation")
    back(visitor, "J K next")
    visitor.press("3", "Encounters   ")
    visitor.press("\r", "The two")
    visitor.close_until("The two", "enter its events")
    visitor.press("5", "Conflicts   1/")
    visitor.wait("what became of it?")
    visitor.press("\r", "J K next item")
    visitor.close_until("J K next item", "J K next conflict")
    visitor.press("1", "Timeline   1/")


def sheets(visitor: Visitor) -> None:
    """Problems, those of the configuration first; commands, help, the filter."""
    visitor.press("E", "Problems   ")
    visitor.wait("“␛]0;x␇” is none")
    visitor.wait("control or invisible characters were replaced")
    back(visitor, "Problems   ")
    visitor.press(":", "Commands   ")
    visitor.press("note", "Write a note")
    back(visitor, "Commands   ")
    visitor.press("?", "keys and signs")
    back(visitor, "keys and signs")
    visitor.press("f", "Who, any of")
    visitor.press("jj ", "F clear")
    visitor.press("\r", " enter open ")
    visitor.press("0", "Timeline   1/")


def typed(visitor: Visitor) -> None:
    """Hostile words pasted where something is typed: search, dates, names, a note."""
    for key, label, told in (
        ("/", " / ", "“evil␛]0;x␇"),
        ("t", "go to: ", "is not a date"),
        ("w", "known by: ", "is not a date"),
    ):
        visitor.press(key, label)
        visitor.press(paste(f"evil{EVIL}"), "evil␛]0;x␇")
        visitor.press("\r", told)
        visitor.close_until("enter take", "Timeline   ")
        visitor.press("0", "Timeline   1/")
    visitor.press("M", "note on ")
    visitor.press(paste(f"ponder{EVIL}"), "ponder␛]0;x␇")
    visitor.press("\r", "noted on ")  # a message that holds the title
    visitor.wait("your note: ")


def paste(text: str) -> str:
    return f"\x1b[200~{text}\x1b[201~"


def taken_out(visitor: Visitor, home: Path) -> None:
    """Copies, and exports of the list and of a record under hostile names."""
    visitor.press("y", "Copy   ")
    visitor.press("t", "text copied")
    visitor.press("Y", "citation copied")
    visitor.press("o", "so it was copied")
    for ending, key in FILES.items():
        visitor.press("x", "Export   ")
        visitor.press(key, "write to:")
        visitor.erase(f"hostile-timeline.{ending}")
        visitor.press(paste(f"~/list{EVIL[:9]}.{ending}"), "~/list␛")
        visitor.press("\r", f"written to ~/list␛]0;x␇␛[2.{ending}")


def clicked(visitor: Visitor) -> None:
    """Clicks on everything: what is marked as an action would run."""
    visitor.press("/", " / ")
    visitor.press("click", "“click”")
    visitor.press("\r", "]x[/]")
    visitor.press("\r", "J K next item")
    marked = [(line.find("click"), line.find("]x[/]") + 1) for line in visitor.screen.display]
    assert sum(at >= 0 for at, _ in marked) >= 2
    for row, columns in enumerate(marked, start=1):
        if columns[0] >= 0:
            visitor.click([(column + 1, row) for column in columns])
    for row in range(1, ROWS + 1, 4):
        visitor.click([(column, row) for column in range(4, COLUMNS, 16)])
    visitor.close_until("J K next", "Timeline   ")


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
    tour(visitor, tmp_path / "0")
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
        visitor = start(texts, folder=number % 4 == 3, whole=whole, rows=TALL)
        shown = visitor.pages(len(texts))
        assert visitor.position() == len(texts)
        visitor.press("4", "Sources   ")
        shown |= visitor.pages(len(texts))
        assert visitor.position() == len(texts)
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
