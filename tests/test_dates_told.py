"""However a date is written, its words and labels fit, and say no year or day that it has not."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.dates.written import doubt, heading
from store.when import When, WhenError, parse_when
from tui.present import dates
from tui.present.labels import LONE, day_label, label_cells, lone_label
from tui.present.line import width

POINTS = st.one_of(
    st.dates().map(lambda day: day.isoformat()),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.dates().map(lambda day: day.isoformat()[:4]),
    st.sampled_from(["201X", "19XX", "2019-1X", "2019-11-2X", "201X-05", "2019-XX-20", "2019-XX"]),
)
NEAR = st.sampled_from(["2019", "2019-08", "2019-08-16", "2019-08-30", "2019-09-02", "2020-01"])
POINT = st.tuples(NEAR | POINTS, st.sampled_from(["", "", "~", "?", "%"])).map("".join)
FORMS = [
    *("{a}", "[{a},{b}]", "[{a}..{b}]", "[{a},{b},{c}]", "[{a}..{b},{c}]", "[..{a}]", "[{a}..]"),
    *("[..{a},{b}]", "[{a},{b}..]", "{a}/{b}", "{a}/..", "{a}/", "../{a}", "/{a}"),
]


@st.composite
def told(draw: st.DrawFn) -> When | None:
    a, b, c = sorted(draw(st.tuples(POINT, POINT, POINT)))
    try:
        return parse_when(draw(st.sampled_from(FORMS)).format(a=a, b=b, c=c))
    except WhenError:
        return None


@pytest.fixture(autouse=True)
def _words() -> Iterator[None]:
    yield
    dates.use_iso(False)


@given(told(), st.booleans())
def test_every_date_is_told_in_its_column(when: When | None, iso: bool) -> None:
    if when is None:
        return
    dates.use_iso(iso)
    for cells, label in (
        (label_cells(), day_label(when.text)),
        (label_cells(), day_label(when.text, "late October", weekday=False)),
        (label_cells(), lone_label(when.text, label_cells())),
        (LONE, lone_label(when.text, LONE)),
    ):
        assert label.strip() == label != ""
        assert width(label) <= cells


@given(told())
def test_doubt_is_always_told(when: When | None) -> None:
    if when is None:
        return
    about, unsure = doubt(when.text)
    said = dates.long(when.text)
    assert ("about" in said, "unsure" in said) == (about, unsure)
    assert said.startswith(dates.short(when.text))


@given(told())
def test_no_day_is_told_that_the_text_does_not_name(when: When | None) -> None:
    """April or May read “1 Apr…31 May 2022”."""
    if when is None or re.search(r"[0-9X]{4}[?~%]?-[0-9X]{2}[?~%]?-", when.text):
        return
    months = "|".join(dates.MONTHS)
    assert not re.search(rf"\b[0-9]{{1,2}}(…[0-9]{{1,2}})? ({months})", dates.short(when.text))
    assert not re.search(rf"\b[0-9]{{1,2}} ({months})", day_label(when.text))


@given(told())
def test_a_heading_holds_the_first_day_and_no_month_that_is_not_named(when: When | None) -> None:
    if when is None:
        return
    said = heading(when)
    day = when.earliest or when.latest
    assert said is not None
    assert day is not None
    assert said[:3] == f"{day.year:04}"[:3] or "…" in said
    assert re.fullmatch(r"\d{4}-\d\d|\d{4}|\d{3}0s|\d{4}…\d{4}", said)
    assert dates.month_heading(said)
