"""Hostile strings through every way out but the explorer's screen: commands, cards, exports."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from building import write
from cli_run import Done, legation
from hostile import steering, strings
from hostile_dossier import compile_hostile, write_hostile
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

import store.reading.compiling
import tui.cli.reading
from store.dossier import Dossier
from store.model import records
from store.model.clean import clean
from store.opening import open_dossier
from tui.cli import failure
from tui.out import clipboard
from tui.out.export import FORMATS, Listing, list_export, record_export
from tui.present import citation
from tui.present.cards import card
from tui.present.door import Guard, strip
from tui.present.line import Link

pytestmark = pytest.mark.timeout(1800)

PIECE = 300  # strings in one dossier
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
LISTS = ("events", "people", "posts", "sources", "conflicts", "encounters", "check")
MODES = ("--color", "--no-color", "--json")
KINDS = {"e": "event", "p": "person", "o": "post", "b": "body", "k": "topic", "s": "source"}

Times = Callable[[int, int], int]
Tallying = Callable[..., object]


def pieces(count: int) -> Iterator[list[str]]:
    """The strings, as many at a time as one dossier holds."""
    every = list(strings(count))
    for start in range(0, count, PIECE):
        yield every[start : start + PIECE]


def dossier_of(root: Path, at: int, texts: list[str]) -> Path:
    """A dossier of these texts: one a folder, the next a compiled file, and so on."""
    if at % 2:
        return write_hostile(root / f"folder{at}", texts)
    return compile_hostile(root / f"written{at}", root / f"compiled{at}.json", texts)


def faults(done: Done, *, coloured: bool = False) -> list[str]:
    """What is wrong with what a command said."""
    out = COLOUR.sub("", done.out) if coloured else done.out
    wrong = [f"stdout {found}" for found in steering(out)]
    wrong += [f"stderr {found}" for found in steering(done.err)]
    if "Traceback" in done.err or "fault in legation" in done.err:
        wrong.append(done.err)
    return wrong


def test_every_command_on_a_hostile_dossier(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: Times, tally: Tallying
) -> None:
    # each command reads the dossier anew; here once is enough
    monkeypatch.setattr(tui.cli.reading, "open_dossier", cache(open_dossier))
    wanted, tried, bad = times(60, 10_000), 0, list[str]()
    for at, texts in enumerate(pieces(wanted)):
        path = dossier_of(tmp_path, at, texts)
        monkeypatch.setenv("LEGATION_DOSSIER", str(path))
        for line in (*LISTS, "search x1", *(f"show {kind}1" for kind in KINDS)):
            for mode in MODES:
                done = legation(monkeypatch, *line.split(), mode)
                wrong = faults(done, coloured=mode == "--color")
                if done.code != 0 or wrong:
                    bad.append(f"{line} {mode}: {done.code} {wrong[:3]} {done.err[:200]}")
        titles = {row["id"]: row["title"] for row in legation(monkeypatch, "events", "--json").json}
        for number, text in enumerate(texts):
            tried += 1
            if titles.get(f"e{number}") != clean(f"{text} x{number}"):
                bad.append(f"e{number} is {titles.get(f'e{number}')!r}")
    tally("hostile strings through every command", tried=tried, survived=max(tried - len(bad), 0),
          lost=len(bad), note="text, colour and JSON")  # fmt: skip
    assert tried == wanted
    assert bad == []


def test_what_is_typed_is_told_harmlessly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: Times, tally: Tallying
) -> None:
    monkeypatch.setenv("LEGATION_DOSSIER", str(write(tmp_path / "small")))
    shapes: tuple[Callable[[str], list[str]], ...] = (
        lambda text: ["show", "--", text],
        lambda text: [f"./{text}"],
        lambda text: ["help", text],
        lambda text: ["events", f"--{text}"],
        lambda text: ["events", "--on", text],
        lambda text: ["events", "--status", text],
        lambda text: ["people", "--", text],
        lambda text: ["search", text, "--json"],
        lambda text: ["check", "--dossier", text],
        lambda text: ["check", "--texts", text],
        lambda text: ["--theme", text],
        lambda text: ["compile", text, text],
    )
    wanted, bad = times(300, 10_000), list[str]()
    for number, text in enumerate(strings(wanted, lone=True)):
        # what a process can be given: no NUL, and of what is no text only single bytes
        said = re.sub("[\ud800-\udc7f\udd00-\udfff]", "\udcff", text.replace("\0", ""))
        done = legation(monkeypatch, *shapes[number % len(shapes)](said))
        if wrong := faults(done):
            bad.append(f"{said!r} as {number % len(shapes)}: {wrong[:3]}")
    tally("hostile words typed after a command", tried=wanted, survived=max(wanted - len(bad), 0),
          lost=len(bad))  # fmt: skip
    assert bad == []


def test_hostile_names_of_folders_and_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: Times, tally: Tallying
) -> None:
    wanted, bad = times(20, 500), list[str]()
    every = [text for text in strings(4 * wanted + 400, lone=True) if text.strip("./\0 ")]
    for number, text in enumerate(every[-wanted:]):
        raw = text.encode("utf-8", "surrogatepass").replace(b"/", b"|").replace(b"\0", b"")[:80]
        name = os.fsdecode(raw)
        root = tmp_path / str(number) / f"d{name}"
        write(root)
        (root / "sources" / f"x{name}.toml").write_text('published = "2019-08-14"\n')
        (root / "texts").mkdir()
        (root / "texts" / f"{name}.txt").write_text("Ken Ito and Han Min-su")
        config = tmp_path / str(number) / f"c{name}.toml"
        config.write_text(f"theme = 1\n[keys]\ndown = {json.dumps(ascii(text))}\n")
        monkeypatch.setenv("LEGATION_CONFIG", str(config))
        for args in (
            ("check", str(root), "--texts", str(root / "texts")),
            ("check", str(root), "--json"),
            ("events", "--dossier", str(root)),
            ("compile", str(root), str(tmp_path / str(number) / f"f{name}.json")),
            ("keys",),
            ("paths",),
            ("paths", "--json"),
        ):
            done = legation(monkeypatch, *args)
            if wrong := faults(done):
                bad.append(f"{name!r} {args[0]}: {wrong[:3]}")
    tally("hostile names of folders and files", tried=wanted, survived=max(wanted - len(bad), 0),
          lost=len(bad))  # fmt: skip
    assert bad == []


def drawn(dossier: Dossier, link: Link) -> list[str]:
    """What is wrong with a card as it is drawn, at two widths."""
    wrong = []
    for cells in (38, 100):
        for line in card(dossier, link, cells).lines:
            made = strip(line, cells, lambda span, under: Style())
            wrong += [found for part in made for found in steering(part.text, lines=False)]
            if made.cell_length != cells:
                wrong.append(f"{made.cell_length} cells instead of {cells}")
    return wrong


@pytest.mark.parametrize("first_door", [True, False], ids=["both doors", "the screen's alone"])
def test_every_card(
    first_door: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    times: Times,
    tally: Tallying,
) -> None:
    if not first_door:
        monkeypatch.setattr(
            store.reading.compiling, "clean_data", lambda value, dirty, path=(): value
        )
    wanted, bad = times(60, 10_000), list[str]()
    for at, texts in enumerate(pieces(wanted)):
        file = compile_hostile(tmp_path / f"w{at}", tmp_path / f"c{at}.json", texts)
        # ids of claims are of cleaned words: without the first door those claims are told and gone
        dossier = open_dossier(file, strict=first_door).dossier
        for number in range(len(texts)):
            links = [Link(kind, f"{key}{number}") for key, kind in KINDS.items()]
            links += [Link("passage", claim.id) for claim in dossier.index.claims(f"e{number}")]
            wrong = [found for link in links for found in drawn(dossier, link)]
            if wrong:
                bad.append(f"{texts[number]!r}: {wrong[:3]}")
    doors = "both doors" if first_door else "the screen's door alone"
    tally(f"hostile strings drawn as cards, {doors}", tried=wanted,
          survived=max(wanted - len(bad), 0), lost=len(bad))  # fmt: skip
    assert bad == []


def test_the_guard_alone(times: Times, tally: Tallying) -> None:
    wanted = times(300, 10_000)
    bad = [
        text
        for text in strings(wanted, lone=True)
        for segment in Guard().apply([Segment(text, Style(link=text))], Color(0, 0, 0))
        if steering(segment.text, lines=False) or (segment.style and segment.style.link)
    ]
    bad += [text for text in strings(wanted, lone=True) if steering(failure.clean(text))]
    tally("hostile strings through the line filter alone", tried=wanted,
          survived=max(wanted - len(bad), 0), lost=len(bad))  # fmt: skip
    assert bad == []


def left(made: bytes, ending: str) -> list[str]:
    """What is wrong with an exported file."""
    text = made.decode()
    wrong = steering(text.replace("\r\n", "\n"))
    match ending:
        case ".json":
            json.loads(text)
        case ".csv":
            for by in ",;":
                for row in csv.reader(io.StringIO(text, newline=""), delimiter=by):
                    wrong += [cell[:40] for cell in row if cell.strip()[:1] in set("=+-@＝＋－＠")]
        case _:
            plain = text.replace("\\\\", "")
            wrong += re.findall(r"(?<!\\)<[^\n]{,20}|(?<!\\)\]\([^\n]{,20}", plain)
            wrong += re.findall(r"(?<!\\)://[^\n]{,20}", plain)
    return wrong


def test_every_export_and_copy(
    tmp_path: Path, times: Times, tally: Tallying, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted, bad = times(40, 10_000), list[str]()
    for at, texts in enumerate(pieces(wanted)):
        dossier = open_dossier(dossier_of(tmp_path, at, texts)).dossier
        lists: list[tuple[type[records.Record], list[records.Record]]] = [
            (records.Event, [*dossier.events]),
            (records.Person, [*dossier.people()]),
            (records.Source, [*dossier.sources]),
            (records.Conflict, [*dossier.conflicts]),
            (records.Encounter, [*dossier.encounters]),
        ]
        for form in FORMATS:
            for kind, found in lists:
                title = texts[0]
                listing = Listing(title, title, (title,), kind, found)
                if wrong := left(list_export(dossier, listing, form.ending), form.ending):
                    bad.append(f"{kind.__name__}{form.ending}: {wrong[:3]}")
        for number, text in enumerate(texts):
            wrong = []
            for key, type_ in KINDS.items():
                link = Link(type_, f"{key}{number}")
                record = dossier.record(link.id)
                assert record is not None
                for form in FORMATS:
                    made = record_export(dossier, link, record, form.ending)
                    wrong += left(made, form.ending)
                sent: list[str] = []
                for said in (citation.text(dossier, link), citation.citation(dossier, link)):
                    told = clipboard.copy(said, text, sent.append, tmp_path / "copy.txt", {})
                    wrong += steering(failure.clean(told), lines=False)
                    wrong += steering((tmp_path / "copy.txt").read_text("utf-8"))
                wrong += [found for each in sent for found in steering(each)]
            if wrong:
                bad.append(f"{text!r}: {wrong[:3]}")
    tally(
        "hostile strings through exports and copies",
        tried=wanted,
        survived=max(wanted - len(bad), 0),
        lost=len(bad),
        note="Markdown, CSV, JSON, OSC 52",
    )
    assert bad == []
