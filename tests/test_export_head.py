"""The head of an exported file: what was asked for, of how many rows, on which day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from test_desk import running

from screenshots.scenes import TODAY
from store.dossier import Dossier
from store.model import records
from store.opening import Opened, open_dossier
from store.when import parse_when
from tui.out.export import Listing, list_export, record_export
from tui.present import dates
from tui.present.line import Link

WRITTEN = f"Written on {dates.short(TODAY.isoformat())} from the dossier japan-korea."


@pytest.fixture(scope="module")
def bundled() -> Opened:
    return open_dossier(None)


def head(made: bytes) -> str:
    """The line below the heading."""
    return made.decode().splitlines()[2]


def listing(dossier: Dossier, *scope: str, every: int | None = None) -> Listing:
    found = dossier.events[:2]
    return Listing("T", "V", scope, records.Event, found, every, date(2026, 11, 22))


def test_a_list_says_what_was_asked_for_and_of_how_many(bundled: Opened) -> None:
    whole = bundled.dossier
    of = listing(whole, "in which Ken Ito takes part", "found with “t*a”", every=67)
    written = "Written on Sun 22 Nov 2026 from the dossier japan-korea."
    assert head(list_export(whole, of, ".md")) == (
        rf"Events in which Ken Ito takes part, found with “t\*a”: 2 of 67. {written}"
    )
    assert head(list_export(whole, listing(whole, every=2), ".md")) == f"Events: all 2. {written}"


def test_a_file_says_up_to_which_day_sources_counted(bundled: Opened) -> None:
    known = bundled.dossier.known_by("2019-09-01")
    assert "Known by 1 Sep 2019. Written" in head(list_export(known, listing(known), ".md"))
    event = known.event("vice-ministers-2019-08")
    assert event is not None
    link, day = Link("event", event.id), date(2026, 11, 22)
    made = record_export(known, link, event, ".md", written=day)
    assert head(made).startswith("Known by 1 Sep 2019. Written on Sun 22 Nov 2026 from")


def test_without_a_clock_no_day_is_told(bundled: Opened) -> None:
    whole = bundled.dossier
    of = Listing("T", "V", (), records.Event, whole.events)
    assert "Written" not in list_export(whole, of, ".md").decode()


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ((), "Events: all 67."),
        (("slash", *"kang", "enter"), "Events found with “kang”: "),
        (("2",), "People: all "),
        (("a", *"2019-09-19", "enter"), "Events on 19 Sep 2019: all "),
        (("a", *"2019-09-19", "enter", "slash", *"curbs", "enter"),
         "Events on 19 Sep 2019, found with “curbs”: 1 of "),
        (("w", *"2019-09-01", "enter"), "Known by 1 Sep 2019."),
        (("f", "slash", *"Kang", "down", "space", "enter"),
         "Events in which Kang Kyung-wha takes part: "),
    ],
)  # fmt: skip
async def test_the_list_on_the_screen_is_told_in_words(
    bundled: Opened,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    keys: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    async with running(bundled, tmp_path / "book.json") as desk:
        await desk.press(*keys)
        await desk.press("x", "m", "enter")
        (file,) = tmp_path.glob("japan-korea-*.md")
        line = head(file.read_bytes())
        assert said in line
        assert line.endswith(WRITTEN)
        rows = sum(one.startswith("- ") for one in file.read_text("utf-8").splitlines())
        assert f"{rows}" in line


async def test_what_is_only_maybe_of_the_day_is_told(
    bundled: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the card says it, in the list and in the record, in cells and in JSON."""
    monkeypatch.chdir(tmp_path)
    maybe = "aybe on the day asked about, last told 15 Jan 2020."
    async with running(bundled, tmp_path / "book.json") as desk:
        await desk.press("a", *"2020-03-01", "enter", "x", "m", "enter", "x", "c", "enter")
        assert maybe in (tmp_path / "japan-korea-timeline.md").read_text("utf-8")
        assert "on_day,last_told" in (tmp_path / "japan-korea-timeline.csv").read_text("utf-8")
    event = bundled.dossier.event("export-curbs-2019-07")
    assert event is not None
    link, on = Link("event", event.id), parse_when("2020-03-01")
    text = record_export(bundled.dossier, link, event, ".md", on=on).decode()
    assert "Maybe on Sun 1 Mar 2020: last told 15 Jan 2020." in text


async def test_what_it_was_on_the_day_is_told_where_it_became_something_else(
    bundled: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with running(bundled, tmp_path / "book.json") as desk:
        await desk.press("a", *"2019-09-19", "enter", "x", "n", "enter", "x", "m", "enter")
    rows = json.loads((tmp_path / "japan-korea-timeline.json").read_text("utf-8"))
    items = (tmp_path / "japan-korea-timeline.md").read_text("utf-8").splitlines()
    items = [line for line in items if line.startswith("- ")]
    assert len(items) == len(rows)
    for one, line in zip(rows, items, strict=True):
        said = one["on_day"] == "maybe" or one["status_on_day"] != one["status"]
        assert ("on the day asked about" in line) == said, one["id"]
