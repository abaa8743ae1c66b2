"""Labels and long forms of dates: a dash is every day, dots are one day of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from store.opening import open_dossier
from store.views.timeline import timeline
from tui.present import dates
from tui.present.labels import LONE, day_label, label_cells, lone_label
from tui.present.line import width
from tui.present.rows import event_row
from tui.present.words import date_words

LABELS = [
    ("2019-09-20", "Fri 20"),
    ("[2019-08-16,2019-08-17]", "16 or 17"),
    ("[2019-08-14..2019-08-31]", "14…31"),
    ("2019-11-20/2019-11-22", "20–22"),
    ("2019-09-18/..", "from 18"),
    ("2019-08/..", "from Aug"),
    ("2018/..", "from ’18"),
    ("/2019-09-09", "until 9"),
    ("[..2019-08-29]", "by 29"),
    ("[2019-09-21..]", "after 20"),
    ("[2019-11-01..]", "1 onward"),
    ("2019-09", "in Sep"),
    ("1956", "in 1956"),
    ("2019-09~", "near Sep"),
    ("2019-09-11~", "about 11"),
    ("[2019-09-23..2019-10-03]", "23…3 Oct"),
    ("2019-12-28/2020-01-03", "28–3 Jan"),
    ("2018-12-28/2020-01-03", "2018–20"),
    (None, ""),
]


@pytest.mark.parametrize(("edtf", "label"), LABELS)
def test_label_of_a_row(edtf: str | None, label: str) -> None:
    assert day_label(edtf) == label
    assert len(label) <= label_cells()


def test_the_sources_own_word_chooses_early_and_late() -> None:
    assert day_label("2019-09~", "early September") == "early"
    assert day_label("2019-10~", "late next month") == "late Oct"
    assert day_label("2019-09~", "in the early-September reshuffle") == "early"


def test_weekday_gives_way_in_narrow_panes() -> None:
    assert day_label("2019-09-20", weekday=False) == "20"


LONG = [
    ("2019-09-20", "Fri 20 Sep 2019"),
    ("[2019-08-16,2019-08-17]", "16 or 17 Aug 2019: one day, Friday or Saturday"),
    ("[2019-08-14..2019-08-31]", "14…31 Aug 2019: one day between the two"),
    ("2019-11-20/2019-11-22", "20–22 Nov 2019, 3 days"),
    ("2019-09-18/..", "from 18 Sep 2019, still so"),
    ("2019-09-18/", "from 18 Sep 2019; nobody says until when"),
    ("2019-08", "Aug 2019, day not known"),
    ("1956", "1956, day not known"),
    ("1910/1945", "1910–1945"),
    (None, "no source gives a date"),
]


@pytest.mark.parametrize(("edtf", "prose"), LONG)
def test_prose(edtf: str | None, prose: str) -> None:
    assert dates.long(edtf) == prose


def test_what_is_no_date_stays_as_it_is() -> None:
    assert dates.short("soon") == "soon"
    assert dates.read("soon") is None


def test_month_headings() -> None:
    assert dates.month_heading("2019-08") == "August 2019"
    assert dates.month_heading("1956") == "1956"
    assert dates.month_heading(None) == "No date"


@pytest.fixture
def _iso() -> Iterator[None]:
    dates.use_iso(True)
    yield
    dates.use_iso(False)


ISO = [
    ("2019-09-20", "Fri 2019-09-20"),
    ("[2019-08-16,2019-08-17]", "2019-08-16 or 17"),
    ("[2019-08-14..2019-09-02]", "2019-08-14…09-02"),
    ("2019-12-31/2020-01-02", "2019-12-31–2020-01-02"),
    ("2019-09-18/..", "from 2019-09-18"),
    ("[..2019-08-29]", "by 2019-08-29"),
    ("2019-08", "2019-08"),
    ("2019-08~", "about 2019-08"),
    ("1956", "1956"),
]


@pytest.mark.parametrize(("edtf", "said"), ISO)
@pytest.mark.usefixtures("_iso")
def test_dates_as_iso_8601(edtf: str, said: str) -> None:
    assert dates.short(edtf) == said


@pytest.mark.usefixtures("_iso")
def test_headings_and_parts_of_dates_as_iso_8601() -> None:
    assert dates.month_heading("2019-08") == "2019-08"
    assert dates.short("2019-09-20", year=False) == "Fri 09-20"
    assert dates.short("[2019-08-16,2019-08-17]", year=False) == "08-16 or 17"


ISO_LABELS = [
    ("2019-09-20", "Fri 09-20"),
    ("[2019-08-16,2019-08-17]", "08-16 or 17"),
    ("[2019-08-14..2019-08-31]", "08-14…31"),
    ("[2019-09-23..2019-10-03]", "09-23…10-03"),
    ("2019-11-20/2019-11-22", "11-20–22"),
    ("2019-12-28/2020-01-03", "12-28–01-03"),
    ("2018-12-28/2020-01-03", "2018–2020"),
    ("2019-09-18/..", "from 09-18"),
    ("2019-08/..", "from 2019-08"),
    ("2018/..", "from 2018"),
    ("/2019-09-09", "until 09-09"),
    ("/2019-09", "till 2019-09"),
    ("[..2019-08-29]", "by 08-29"),
    ("[2019-09-21..]", "after 09-20"),
    ("[2019-11-01..]", "11-01 onward"),
    ("2019-09", "in 2019-09"),
    ("2019-09-11~", "about 09-11"),
]


@pytest.mark.parametrize(("edtf", "label"), ISO_LABELS)
@pytest.mark.usefixtures("_iso")
def test_label_of_a_row_as_iso_8601(edtf: str, label: str) -> None:
    assert day_label(edtf) == label
    assert len(label) <= label_cells()


@pytest.mark.usefixtures("_iso")
def test_rows_keep_their_width_with_longer_labels() -> None:
    for row in timeline(open_dossier(None, strict=False).dossier).rows(0, 99):
        for pane in (40, 50, 60, 80):
            line = event_row(row, pane)
            assert width(line.plain) <= pane - 2
            label = day_label(row.date, row.date_words, weekday=pane >= 44)
            assert line.plain.startswith(f"{label} ")


LONELY = [
    ("2019-09-20", "Sep 2019", "Sep 2019"),
    ("[2019-08-16,2019-08-17]", "Aug 2019", "Aug 2019"),
    ("[2019-09-23..2019-10-03]", "Sep…Oct 2019", "2019"),
    ("[..2019-08-29]", "by Aug 2019", "by 2019"),
    ("[2019-11..]", "Nov 2019 on", "2019 on"),
    ("2019-07/..", "from Jul 2019", "from ’19"),
    ("2018-1X/..", "from 2018", "from ’18"),
    ("/2019-09-09", "till Sep 2019", "till ’19"),
    ("1910/1945", "1910–1945", "1910–45"),
    ("1899/1901", "1899–1901", "1899–’01"),
    ("2019-11~", "Nov 2019", "Nov 2019"),
    ("1956", "1956", "1956"),
    (None, "no date", "no date"),
]


@pytest.mark.parametrize(("edtf", "wide", "narrow"), LONELY)
def test_a_label_under_no_heading_is_never_narrower_than_its_date(
    edtf: str | None, wide: str, narrow: str
) -> None:
    assert (lone_label(edtf, LONE), lone_label(edtf, label_cells())) == (wide, narrow)
    assert width(wide) <= LONE
    assert width(narrow) <= label_cells()


def test_no_row_of_the_bundled_dossier_is_told_narrower_than_its_card() -> None:
    """Sorted by origins a strain “from 2018” read “Oct 2018”, in time under “October 2018”."""
    view = timeline(open_dossier(None).dossier)
    rows = {row.title: row for row in view.rows(0, len(view))}
    strain = rows["Strain between Korea and Japan"]
    assert strain.month == "2018"
    for pane, said in ((80, "from 2018 "), (50, "from ’18 ")):
        assert event_row(strain, pane, alone=True).plain.startswith(said)
        assert width(event_row(strain, pane, alone=True).plain) == pane - 2
    colonial = rows["Japanese colonial rule of Korea"]
    assert event_row(colonial, 80).plain.startswith("1910–45 ")


def test_what_may_last_has_no_one_day() -> None:
    dossier = open_dossier(None).dossier
    said = {event.title: date_words(event) for event in dossier.events}
    assert said["Moon in the US, five days"] == "23…29 Sep 2019: some of these days"
    assert said["Motegi–Lavrov, New York"] == "23…29 Sep 2019: one day between the two"
