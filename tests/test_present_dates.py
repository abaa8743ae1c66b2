"""Labels and long forms of dates: a dash is every day, dots are one day of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from store.opening import open_dossier
from store.views.timeline import timeline
from tui.present import dates
from tui.present.labels import LONE, day_label, label_cells, lone_label
from tui.present.line import width
from tui.present.pairs import pair_rows
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
    ("[2019-11..]", "Nov on"),
    ("[..2019-08]", "by Aug"),
    ("[..2019]", "by 2019"),
    ("2019-09", "in Sep"),
    ("1956", "in 1956"),
    ("[2019-09-23..2019-10-03]", "23…3 Oct"),
    # one of several months or years: no day of them is invented
    ("[2022-04,2022-05]", "Apr…May"),
    ("[2022-04..2022-05]", "Apr…May"),
    ("[2022-04,2022-09,2022-12]", "Apr…Dec"),
    ("[2021-12,2022-01]", "Dec…Jan"),
    ("[2021-01,2022-01]", "2021…22"),
    ("[2022-04,2022-05-03]", "Apr…May"),
    ("[2022-04-03,2022-05]", "Apr…May"),
    ("[2022-04,2022-04-03]", "in Apr"),
    ("[2019,2020]", "2019…20"),
    ("[2019,2019-05]", "in 2019"),
    ("[2018..2020]", "2018…20"),
    ("[2019-08-16,2019-08-17,2019-08-20]", "16…20"),
    ("[2019-08-30,2019-09-01]", "30…1 Sep"),
    ("2019-09/2019-11", "Sep–Nov"),
    ("2019-12-28/2020-01", "Dec–Jan"),
    ("/2019-09", "till Sep"),
    # a decade has no first year that could be named
    ("201X", "in 2010s"),
    ("201X/..", "2010s on"),
    ("201X/2021", "2010s–21"),
    ("../201X", "to 2010s"),
    # about is approximate, a question mark is a source that is not sure
    ("2019-09~", "about"),
    ("2019-09?", "Sep?"),
    ("2019-09%", "about?"),
    ("2019-09-11~", "about 11"),
    ("2019-09-11?", "11?"),
    ("2019-09-01%", "about 1?"),
    ("1956~", "about"),
    ("1956?", "1956?"),
    ("201X?", "2010s?"),
    ("[2022-04?,2022-05]", "Apr…May?"),
    ("[..2019-08-29?]", "by 29?"),
    ("2019-09-11?/2019-09-20", "11–20?"),
    ("2019-12-28/2020-01-03", "28–3 Jan"),
    ("2018-12-28/2020-01-03", "2018–20"),
    # “1–20 Mar” under October would be read as days of March
    ("2021-10-01/2022-03-20", "Oct–Mar"),
    ("[2019-09-03..2019-10-23]", "Sep…Oct"),
    ("2019-12-05/2020-01-05", "Dec–Jan"),
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
    ("[2019-08-14..2019-08-31]", "14…31 Aug 2019: some time between the two"),
    ("2019-11-20/2019-11-22", "20–22 Nov 2019, 3 days"),
    ("2019-09-18/..", "from 18 Sep 2019, still so"),
    ("2019-09-18/", "from 18 Sep 2019; nobody says until when"),
    ("2019-08", "Aug 2019, day not known"),
    ("1956", "1956, day not known"),
    ("1910/1945", "1910–1945"),
    (None, "no source gives a date"),
    ("[2022-04,2022-05]", "Apr or May 2022, day not known"),
    ("[2022-04,2022-05,2022-07]", "Apr, May or Jul 2022, day not known"),
    ("[2021-12,2022-01]", "Dec 2021 or Jan 2022, day not known"),
    ("[2022-04,2022-05-03]", "Apr or 3 May 2022: one of the two"),
    ("[2022-04-03,2022-04]", "Apr or 3 Apr 2022: one of the two"),
    ("[2019,2021,2022]", "2019, 2021 or 2022, day not known"),
    ("[201X,2022]", "2010s or 2022, day not known"),
    ("[2019-08-16,2019-08-17,2019-08-20]", "16, 17 or 20 Aug 2019: one of these days"),
    ("[2019-08-31,2019-09-01]", "31 Aug or 1 Sep 2019: one day, Saturday or Sunday"),
    ("[2019-12-31,2020-01-01]", "31 Dec 2019 or 1 Jan 2020: one day, Tuesday or Wednesday"),
    ("[2019-08-01..2019-08-05,2019-08-20]", "1…5 or 20 Aug 2019: one of these days"),
    ("[..2019-08-01,2019-08-05]", "by 1 Aug 2019 or 5 Aug 2019"),
    ("[2019-08-17,2019-08-16]", "16 or 17 Aug 2019: one day, Friday or Saturday"),
    ("[2019-01,2019-03,2019-05,2019-07,2019-09]", "Jan…Sep 2019: one of 5"),
    ("[2022-04..2022-05]", "Apr…May 2022: some time between the two"),
    ("[..2019-08]", "by Aug 2019"),
    ("[2019-11..]", "Nov 2019 or later"),
    ("[2019-11-01..]", "1 Nov 2019 or later"),
    ("201X/..", "from 2010s, still so"),
    ("201X", "2010s, day not known"),
    ("19XX", "1900…1999, day not known"),
    ("2019-1X", "Oct…Dec 2019, day not known"),
    ("2019-09~", "about Sep 2019, day not known"),
    ("2022-01?", "Jan 2022, unsure, day not known"),
    ("2022-01%", "about Jan 2022, unsure, day not known"),
    ("2019-09-20?", "20 Sep 2019, unsure"),
    ("2019-09-20~", "about 20 Sep 2019"),
    ("2019-?09-20", "20 Sep 2019, unsure"),
    ("[2022-04?,2022-05]", "Apr or May 2022, unsure, day not known"),
    ("[..2019-08-29~]", "by about 29 Aug 2019"),
    ("2018~/..", "from about 2018, still so"),
    ("2019-09-11~/2019-09-20", "about 11 Sep 2019–20 Sep 2019"),
    ("2019-09-11?/2019-09-20", "11–20 Sep 2019, unsure"),
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
    assert dates.month_heading("2010s") == "2010s"
    assert dates.month_heading("1900…1999") == "1900…1999"
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
    ("[2022-04,2022-05]", "2022-04 or 2022-05"),
    ("[2019-08-16,2019-08-17,2019-09-01]", "2019-08-16, 17 or 09-01"),
    ("[2019-11..]", "2019-11 or later"),
    ("2019-09-20?", "2019-09-20, unsure"),
    ("201X/..", "from 2010s"),
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
    ("2019-09-11%", "about 09-11?"),
    ("2019-09?", "2019-09?"),
    ("[2022-04,2022-05]", "2022-04…05"),
    ("[2021-12,2022-01]", "2021…2022"),
    ("[2019-11..]", "2019-11 on"),
    ("201X/..", "from 2010s"),
    ("201X/2021", "2010s–21"),
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
    ("2019-11~", "about Nov ’19", "Nov 2019"),
    ("2019-11?", "Nov 2019?", "Nov 2019"),
    ("1956", "1956", "1956"),
    ("1956~", "about 1956", "1956"),
    ("1956?", "1956?", "1956?"),
    ("[..2019]", "by 2019", "by 2019"),
    ("[2019..]", "2019 on", "2019 on"),
    ("../2021", "till 2021", "till ’21"),
    ("201X", "2010s", "2010s"),
    ("201X/..", "from 2010s", "2010s on"),
    ("201X/2021", "2010s–2021", "2010s–21"),
    ("[2022-04,2022-05]", "Apr…May 2022", "2022"),
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
    """The session of the General Assembly read “one day between the two”: a meeting may last."""
    dossier = open_dossier(None).dossier
    said = {event.title: date_words(event) for event in dossier.events}
    assert said["Moon in the US, five days"] == "23…29 Sep 2019: some of these days"
    assert said["Motegi in New York"] == "23…29 Sep 2019: some of these days"
    assert said["UN General Assembly of 2019"] == "23…29 Sep 2019: some time between the two"
    assert said["Motegi–Lavrov, New York"] == "23…29 Sep 2019: some time between the two"
    assert said["Vice-ministers’ meeting"] == "16 or 17 Aug 2019: Friday or Saturday"
    assert "one day" not in " ".join(said.values())


EXTENTS = [
    ("call", None, "[2019-08-16..2019-08-20]", "16…20 Aug 2019: one day between the two"),
    ("meeting", "P1D", "[2019-08-16..2019-08-20]", "16…20 Aug 2019: one day between the two"),
    ("meeting", "P2D", "[2019-08-16..2019-08-20]", "16…20 Aug 2019: some of these days"),
    ("call", "P2D", "[2019-08-16..2019-08-20]", "16…20 Aug 2019: some of these days"),
    ("visit", None, "[2019-08-16,2019-08-17]", "16 or 17 Aug 2019: Friday or Saturday"),
    ("visit", "P1D", "[2019-08-16,2019-08-17]", "16 or 17 Aug 2019: one day, Friday or Saturday"),
    ("talks", None, "[2019-08-16,2019-08-17]", "16 or 17 Aug 2019: one day, Friday or Saturday"),
    ("visit", None, "[2019-08-16,2019-08-17,2019-08-20]", "16, 17 or 20 Aug 2019"),
]


@pytest.mark.parametrize(("kind", "length", "date", "said"), EXTENTS)
def test_one_day_is_said_of_what_is_known_to_be_on_one(
    kind: str, length: str | None, date: str, said: str
) -> None:
    event = next(iter(open_dossier(None).dossier.events))
    assert date_words(replace(event, kind=kind, length=length, date=date, date_words=None)) == said


@pytest.mark.parametrize(
    "edtf",
    [edtf for edtf, _ in LABELS if edtf]
    + [
        "201X~",
        "19XX",
        "201X-05",
        "2019-XX-20",
        "19XX/..",
        "../19XX",
        "2019~/2019-11",
        "2019-11-2X",
    ],
)
def test_labels_fit_their_columns_however_a_date_is_written(edtf: str) -> None:
    for iso in (False, True):
        dates.use_iso(iso)
        try:
            assert width(day_label(edtf)) <= label_cells()
            assert width(lone_label(edtf, label_cells())) <= label_cells()
            assert width(lone_label(edtf, LONE)) <= LONE
        finally:
            dates.use_iso(False)


def test_no_date_of_a_pair_is_cut() -> None:
    """“31 Dec 2019 or 1 …”: what its column has no room for is told by its months or years."""
    event = next(iter(open_dossier(None).dossier.events))
    for edtf, said in (
        ("[2019-08-30,2019-09-01]", "Aug…Sep 2019 "),
        ("[2019-12-31,2020-01-01]", "2019…2020 "),
        ("2019-09-11?", "Sep 2019? "),
        ("2019-09-11", "Wed 11 Sep 2019 "),
    ):
        ((line, *_),) = pair_rows([replace(event, date=edtf, date_words=None)], 80)
        assert line.plain.startswith(said)
