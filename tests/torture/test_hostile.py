"""Hostile strings through the commands, and through the cards as the explorer draws them."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from building import write
from cli_run import Done, legation
from hostile import steering, strings
from hostile_dossier import KINDS, compile_hostile, dossier_of, pieces
from rich.segment import Segment
from rich.style import Style
from tallying import PARTS, in_parts
from textual.color import Color

import store.reading.compiling
import tui.cli.reading
from store.dossier import Dossier
from store.model.clean import clean
from store.opening import open_dossier
from tui.cli import failure
from tui.present.cards import card
from tui.present.door import Guard, strip
from tui.present.line import Link

pytestmark = pytest.mark.timeout(1800)

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
LISTS = ("events", "people", "posts", "sources", "conflicts", "encounters", "check")
MODES = ("--color", "--no-color", "--json")

Times = Callable[[int, int], int]
Tallying = Callable[..., object]


def faults(done: Done, *, coloured: bool = False) -> list[str]:
    """What is wrong with what a command said."""
    out = COLOUR.sub("", done.out) if coloured else done.out
    wrong = [f"stdout {found}" for found in steering(out)]
    wrong += [f"stderr {found}" for found in steering(done.err)]
    if "Traceback" in done.err or "fault in legation" in done.err:
        wrong.append(done.err)
    return wrong


@in_parts
def test_every_command_on_a_hostile_dossier(
    part: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: Times, tally: Tallying
) -> None:
    # each command reads the dossier anew; here once is enough
    monkeypatch.setattr(tui.cli.reading, "open_dossier", cache(open_dossier))
    tried, bad = 0, list[str]()
    for at, texts in enumerate(pieces(times(60, 10_000), part, PARTS)):
        path = dossier_of(tmp_path, at, texts)
        monkeypatch.setenv("LEGATION_DOSSIER", str(path))
        for turn, line in enumerate((*LISTS, "search x1", *(f"show {kind}1" for kind in KINDS))):
            # many dossiers: each list in one way of each, in turn; few: in all ways
            for mode in MODES if times(1, 0) else (MODES[(at + turn) % len(MODES)],):
                done = legation(monkeypatch, *line.split(), mode)
                wrong = faults(done, coloured=mode == "--color")
                if done.code != 0 or wrong:
                    bad.append(f"{line} {mode}: {done.code} {wrong[:3]} {done.err[:200]}")
        titles = {event.id: event.title for event in open_dossier(path).dossier.events}
        for number, text in enumerate(texts):
            tried += 1
            if titles.get(f"e{number}") != clean(f"{text} x{number}"):
                bad.append(f"e{number} is {titles.get(f'e{number}')!r}")
    told = "text, colour and JSON" + ("" if times(1, 0) else ", in turn")
    tally("hostile strings through every command", tried=tried, survived=max(tried - len(bad), 0),
          lost=len(bad), note=told)  # fmt: skip
    assert tried
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


def drawn(dossier: Dossier, link: Link, cells: int) -> list[str]:
    """What is wrong with a card as it is drawn."""
    wrong, plain = [], Style()
    for line in card(dossier, link, cells).lines:
        made = strip(line, cells, lambda span, under: plain)
        wrong += [found for part in made for found in steering(part.text, lines=False)]
        if made.cell_length != cells:
            wrong.append(f"{made.cell_length} cells instead of {cells}")
    return wrong


@in_parts
@pytest.mark.parametrize("first_door", [True, False], ids=["both doors", "the screen's alone"])
def test_every_card(
    first_door: bool,
    part: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    times: Times,
    tally: Tallying,
) -> None:
    if not first_door:
        monkeypatch.setattr(
            store.reading.compiling, "clean_data", lambda value, dirty, path=(): value
        )
    tried, bad = 0, list[str]()
    for at, texts in enumerate(pieces(times(60, 10_000), part, PARTS)):
        file = compile_hostile(tmp_path / f"w{at}", tmp_path / f"c{at}.json", texts)
        # ids of claims are of cleaned words: without the first door those claims are told and gone
        dossier = open_dossier(file, strict=first_door).dossier
        for number in range(len(texts)):
            tried += 1
            # one width behind both doors, the other behind the screen's alone
            cells = (38, 100)[(number + first_door) % 2]
            links = [Link(kind, f"{key}{number}") for key, kind in KINDS.items()]
            links += [Link("passage", claim.id) for claim in dossier.index.claims(f"e{number}")]
            wrong = [found for link in links for found in drawn(dossier, link, cells)]
            if wrong:
                bad.append(f"{texts[number]!r}: {wrong[:3]}")
    doors = "both doors" if first_door else "the screen's door alone"
    tally(f"hostile strings drawn as cards, {doors}", tried=tried,
          survived=max(tried - len(bad), 0), lost=len(bad))  # fmt: skip
    assert tried
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
