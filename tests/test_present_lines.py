"""Lines: cutting, wrapping, rows by width, the strip, the door."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from building import opened
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from store.views.timeline import EventRow, timeline
from tui.present import chrome, signs
from tui.present.door import Guard, folded, safe, strip
from tui.present.line import Line, Link, Span, between, cut, fit, spans_width, width, wrap
from tui.present.listing import TimelineBody
from tui.present.rows import event_row
from tui.present.strip import strip as month_strip

ROW = EventRow(
    id="vice", title="Vice-ministers’ meeting", date="[2019-08-16,2019-08-17]",
    earliest="2019-08-16", latest="2019-08-17", date_words=None, status="cancelled",
    date_status="cancelled",
    status_certainty="probable", kind="meeting", origins=2, origins_most=2, conflict=True,
    denied=True, month="2019-08", later=False,
)  # fmt: skip


def test_row_at_full_width() -> None:
    line = event_row(ROW, 61)
    assert line.plain == "16 or 17 × called off Vice-ministers’ meeting        ¬! •• "
    assert width(line.plain) == 59


@pytest.mark.parametrize(
    ("denied", "conflict", "more"), [(False, False, 3), (False, True, 1), (True, False, 0)]
)
def test_a_title_takes_the_room_that_no_mark_needs(denied: bool, conflict: bool, more: int) -> None:
    row = msgspec.structs.replace(ROW, denied=denied, conflict=conflict, title="x" * (30 + more))
    line = event_row(row, 61)
    assert row.title in line.plain
    assert width(line.plain) == 59
    longer = msgspec.structs.replace(row, title=row.title + "x")
    assert "…" in event_row(longer, 61).plain


@pytest.mark.parametrize(
    ("pane", "there", "gone"),
    [
        (58, "called off", None),
        (57, "× Vice", "called off"),
        (43, "!", "¬"),
        (39, "!", "•"),
    ],
)
def test_narrow_panes_drop_by_rule(pane: int, there: str, gone: str | None) -> None:
    plain = event_row(ROW, pane).plain
    assert there in plain
    assert gone is None or gone not in plain
    assert width(plain) == pane - 2


@given(st.integers(20, 200), st.text(max_size=60))
def test_a_row_is_as_wide_as_its_pane(pane: int, title: str) -> None:
    row = msgspec.structs.replace(ROW, title=safe(title))
    assert width(event_row(row, pane).plain) == pane - 2


@given(st.text(), st.integers(0, 40))
def test_cut_and_fit_keep_to_their_cells(text: str, cells: int) -> None:
    text = safe(text)
    assert width(cut(text, cells)) <= cells
    assert width(fit(text, cells)) == cells


@given(st.lists(st.text("ab한 é", min_size=1, max_size=30), max_size=5), st.integers(4, 40))
def test_wrapped_lines_fit_and_lose_no_letter(texts: list[str], cells: int) -> None:
    spans = [Span(text) for text in texts]
    lines = wrap(spans, cells, hang=2)
    assert all(spans_width(line) <= cells for line in lines)
    joined = "".join(span.text for line in lines for span in line)
    assert joined.replace(" ", "") == "".join(texts).replace(" ", "")


def test_a_wrapped_link_stays_a_link() -> None:
    link = Link("body", "mofa")
    lines = wrap([Span("the "), Span("Ministry of Foreign Affairs", link=link)], 12)
    assert [span.link for line in lines for span in line if "Affairs" in span.text] == [link]


def test_between_is_flush_on_both_sides() -> None:
    line = between([Span("August 2019")], [Span("10")], 20)
    assert line.plain == "August 2019       10"


def test_month_strip() -> None:
    months = [("1956", 0, 1), ("2019-08", 1, 8), ("2019-09", 9, 4), ("2020-01", 13, 1)]
    bars, labels = month_strip(months, 60, ("2019-08", "2019-09"))
    assert labels.plain == "1956 2019[A S]O N D 2020 J"
    assert bars.plain == "▁         █ ▄ · · ·      ▁"


def test_month_strip_says_a_year_once() -> None:
    months = [("2018", 0, 1), ("2018-09", 1, 2), ("2019-01", 3, 1)]
    _, labels = month_strip(months, 60)
    assert labels.plain == "2018 S O N D 2019 J"


def test_month_strip_narrows_to_years_and_decades() -> None:
    months = [(f"{year}-{month:02}", 0, 1) for year in range(1900, 1960) for month in (1, 5, 9)]
    for cells, label in ((1200, "1900 J"), (320, "1900 1901"), (60, "1900s 1910s")):
        _, labels = month_strip(months, cells)
        assert labels.plain.startswith(label)
        assert width(labels.plain) <= cells


def test_support_as_dots() -> None:
    assert [signs.origins(n) for n in range(6)] == ["", "•", "••", "•••", "4•", "5•"]


@pytest.mark.parametrize("status", list(signs.STATUS))
def test_every_sign_is_one_cell_and_has_an_ascii_twin(status: str) -> None:
    sign = signs.STATUS[status]
    assert width(sign.sign) == 1
    assert len(sign.ascii) == 1
    assert sign.ascii.isascii()


def test_ascii_rows_follow_the_style_guide() -> None:
    assert signs.to_ascii("14…31    ○ scheduled  x •••") == "14..31   o scheduled  x 3  "
    assert signs.to_ascii("¬! 4•") == "~! 4 "


@given(st.text())
def test_ascii_is_ascii(text: str) -> None:
    assert signs.to_ascii(text).isascii()


HOSTILE = "a\x1b]52;c;eA==\x07b\x9b2Jc\u202ed\x00e\x7ff\ng\r[red]h[/]"


def test_the_door_lets_no_control_through() -> None:
    text = safe(HOSTILE)
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in text)
    assert "\u202e" not in text
    assert "[red]h[/]" in text


@given(st.text())
def test_the_guard_keeps_what_the_door_keeps(text: str) -> None:
    guarded = Guard().apply([Segment(text, Style())], Color(0, 0, 0))
    assert guarded[0].text == safe(text)


def test_a_strip_is_as_wide_as_asked() -> None:
    line = Line((Span("한국 " * 30),))
    made = strip(line, 41, lambda span, under: Style())
    assert made.cell_length == 41


def test_words_searched_for_are_reversed_whatever_their_case_and_marks() -> None:
    line = Line((Span("Motegi met MÓTEGI"),))
    made = strip(line, 40, lambda span, under: Style(reverse=span.reverse), needle=folded("motegi"))
    lit = [segment.text for segment in made if segment.style and segment.style.reverse]
    assert lit == ["Motegi", "MÓTEGI"]


def test_header_drops_the_title_before_the_days() -> None:
    chips = chrome.chips("", "2019-09-15", "2019-09-19")
    line = chrome.header("A very long dossier title", "timeline", (3, 40), chips, "3 conflicts", 70)
    assert "on 15 Sep 2019" in line.plain
    assert "known by 19 Sep 2019" in line.plain
    assert width(line.plain) <= 70


@pytest.mark.parametrize("airy", [True, False])
@pytest.mark.parametrize("known", [None, "2019-08-14"])
def test_lines_and_rows_of_a_timeline_agree(tmp_path: Path, airy: bool, known: str | None) -> None:
    dossier = opened(tmp_path)
    view = timeline(dossier.known_by(known) if known else dossier)
    body = TimelineBody(view, 70, airy=airy, known=known)
    rows = [body.row_at(index) for index in range(len(body))]
    found = [row.id for row in rows if row is not None]
    assert found == [row.id for row in view.rows(0, len(view))]
    for number in range(len(view)):
        assert body.number_at(body.line_of(number)) == number
    for index, row in enumerate(rows):
        assert body.line(index).stop == (row is not None)
        if row is not None:
            head = body.heading(index)
            # above the last row of a month the heading would stand right above the next one
            last = rows[index + 1 : index + 2] in ([], [None])
            assert head < index if head is not None else last


def test_a_rule_stands_where_the_future_began(tmp_path: Path) -> None:
    dossier = opened(tmp_path).known_by("2019-08-14")
    body = TimelineBody(timeline(dossier), 70, airy=False, known="2019-08-14")
    plain = [body.line(index).plain for index in range(len(body))]
    rule = next(
        index for index, text in enumerate(plain) if text.startswith("── later than 14 Aug")
    )
    assert "Curbs" in "".join(plain[:rule])
    assert "Talks" in "".join(plain[rule:])
