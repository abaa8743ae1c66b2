"""Hostile strings through what leaves for other programs: exports, and copies."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile import steering
from hostile_dossier import KINDS, dossier_of, pieces
from tallying import PARTS, in_parts
from test_export_rendered import links

from store.model import records
from store.opening import open_dossier
from tui.cli import failure
from tui.out import clipboard
from tui.out.export import FORMATS, Listing, list_export, record_export
from tui.present import citation
from tui.present.line import Link

pytestmark = pytest.mark.timeout(1800)

_TICKS = re.compile("`+")

Times = Callable[[int, int], int]
Tallying = Callable[..., object]


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
            plain = outside_code(text)
            wrong += re.findall(r"(?<!\\)<[^\n]{,20}|(?<!\\)\]\([^\n]{,20}", plain)
            wrong += re.findall(r"(?<!\\)://[^\n]{,20}", plain)
            wrong += links(text)
    return wrong


def outside_code(text: str) -> str:
    """Markdown without its code spans and escaped backslashes, read as CommonMark reads it: a run
    of backticks that no backslash escapes begins one, the next run as long ends it. Spans stand
    on one line."""
    kept: list[str] = []
    for line in text.split("\n"):
        at = 0
        while at < len(line):
            opens = _TICKS.match(line, at)
            if line[at] == "\\":
                kept.append(line[at : at + 2] if line[at + 1 : at + 2] != "\\" else "")
                at += 2
                continue
            if opens is None:
                kept.append(line[at])
                at += 1
                continue
            ends = (run for run in _TICKS.finditer(line, opens.end()) if run[0] == opens[0])
            closes = next(ends, None)
            kept.append("" if closes else opens[0])
            at = (closes or opens).end()
        kept.append("\n")
    return "".join(kept)


def test_only_a_whole_code_span_is_left_out() -> None:
    assert outside_code("a `b://c` d") == "a  d\n"
    assert outside_code("a ``b`://c`` d") == "a  d\n"
    assert outside_code("a `b://c") == "a `b://c\n"
    assert outside_code("a ``b://c` d") == "a ``b://c` d\n"
    assert outside_code(r"a \`b://c` d") == "a \\`b://c` d\n"
    assert outside_code(r"a \\`b://c` d") == "a  d\n"
    assert left(b"x `y\n://z`", ".md")


@in_parts
def test_every_export_and_copy(
    part: int, tmp_path: Path, times: Times, tally: Tallying, monkeypatch: pytest.MonkeyPatch
) -> None:
    # what a power cut does to a file is not asked here
    monkeypatch.setattr(os, "fsync", lambda file: None)
    tried, bad = 0, list[str]()
    for at, texts in enumerate(pieces(times(40, 10_000), part, PARTS)):
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
            tried += 1
            wrong = []
            for turn, (key, type_) in enumerate(KINDS.items(), start=number):
                link = Link(type_, f"{key}{number}")
                record = dossier.record(link.id)
                assert record is not None
                # many strings: each in every form, of one kind of record or another; few: in all
                few = times(1, 0)
                for form in FORMATS if few else (FORMATS[turn % len(FORMATS)],):
                    made = record_export(dossier, link, record, form.ending)
                    wrong += left(made, form.ending)
                sent: list[str] = []
                copies = (citation.text, citation.citation)
                for said in copies if few else (copies[turn % len(copies)],):
                    words = said(dossier, link)
                    told = clipboard.copy(words, text, sent.append, tmp_path / "copy.txt", {})
                    wrong += steering(failure.clean(told), lines=False)
                    wrong += steering((tmp_path / "copy.txt").read_text("utf-8"))
                wrong += [found for each in sent for found in steering(each)]
            if wrong:
                bad.append(f"{text!r}: {wrong[:3]}")
    tally(
        "hostile strings through exports and copies",
        tried=tried,
        survived=max(tried - len(bad), 0),
        lost=len(bad),
        note="Markdown, CSV, JSON, OSC 52",
    )
    assert tried
    assert bad == []
