"""The text of the bundled dossier: plain, whole and set to the width, answers first."""

from __future__ import annotations

import re
import unicodedata

import pytest
from cli_run import Done, ask, legation

MARKS = re.compile(r"\s+[¬!]*\s*(•+|\d+•|\d–\d)?$")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path_factory.getbasetemp() / "cache"  # one for all: the dossier is compiled once
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    for name in ("LEGATION_DOSSIER", "LEGATION_TEXTS", "COLUMNS", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


TEXTS = ("events", "people", "posts --on 2019-09-15", "sources", "conflicts", "encounters",
         "search kang", "show vice-ministers-2019-08", "show takizaki-shigeki",
         "show foreign-minister-jp", "keys", "paths")  # fmt: skip


@pytest.mark.parametrize("line", TEXTS)
@pytest.mark.parametrize("columns", [40, 80, 120])
def test_text_is_plain_whole_and_keeps_its_width(
    line: str, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    done = legation(monkeypatch, *line.split())
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert not any(unicodedata.category(char) in {"Cc", "Cf"} for text in lines for char in text)
    assert not any(text.endswith(("… ", " ", "\t")) for text in lines)
    if line != "paths":  # a path is never broken
        assert max(map(len, lines)) <= columns
    # nothing is cut: an ellipsis stands only inside a quotation or between two days
    said = done.out.replace(" … ", " ")
    assert not re.search(r"\w…(?!\d)", said), re.findall(r".*\w…(?!\d).*", said)


def test_every_title_stands_whole_at_every_width(monkeypatch: pytest.MonkeyPatch) -> None:
    titles = [event["title"] for event in ask(monkeypatch, "events")]
    for columns in ("30", "72", "120"):
        monkeypatch.setenv("COLUMNS", columns)
        lines = legation(monkeypatch, "events").out.splitlines()
        letters = re.sub(r"\s", "", "".join(MARKS.sub("", line) for line in lines))
        for title in titles:
            assert re.sub(r"\s", "", title) in letters, (columns, title)


def test_the_answer_comes_before_the_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    said = legation(monkeypatch, "show", "vice-ministers-2019-08").out
    order = ["called off", "denied by", "When", "Who", "Course", "Evidence", "“Seoul"]
    places = [said.index(word) for word in order]
    assert places == sorted(places)
    assert "Guam" in said
    assert "Manila" in said
    assert "←" in said


def test_a_terminal_without_unicode_gets_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    done: Done = legation(monkeypatch, "show", "vice-ministers-2019-08", encoding="ascii")
    assert done.code == 0
    assert done.out.isascii()
    assert "x called off" in done.out
    assert "<-" in done.out
    as_json = legation(monkeypatch, "events", "--json", encoding="ascii")
    assert "ō" in as_json.out or "–" in as_json.out  # JSON is UTF-8 whatever the locale
