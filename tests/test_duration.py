"""Lengths of time after ISO 8601."""

from __future__ import annotations

from datetime import date

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from store.dates.duration import Duration, DurationError, in_words, minus, parse_duration, plus


@pytest.mark.parametrize(
    ("text", "length", "canonical", "words"),
    [
        ("P2D", Duration(days=2), "P2D", "two days"),
        ("P1D", Duration(days=1), "P1D", "one day"),
        ("P1Y", Duration(years=1), "P1Y", "one year"),
        ("P1Y6M", Duration(1, 6), "P1Y6M", "one year and six months"),
        ("P2W", Duration(days=14), "P14D", "14 days"),
        ("P1Y2M3D", Duration(1, 2, 3), "P1Y2M3D", "one year, two months and three days"),
        ("P0D", Duration(), "P0D", "no time"),
    ],
)
def test_lengths_are_read_and_print_back(
    text: str, length: Duration, canonical: str, words: str
) -> None:
    assert parse_duration(text) == length
    assert (str(length), in_words(length)) == (canonical, words)
    assert parse_duration(canonical) == length


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("PT5M", "hours or minutes"),
        ("P1DT2H", "hours or minutes"),
        ("P", "write P2D"),
        ("", "write P2D"),
        ("2 days", "write P2D"),
        ("P1.5Y", "write P2D"),
        ("-P1D", "write P2D"),
        ("P1D2Y", "write P2D"),
        ("P٢D", "write P2D"),
        ("P99999999999Y", "write P2D"),
    ],
)
def test_what_is_no_length_is_refused(text: str, words: str) -> None:
    with pytest.raises(DurationError, match=words):
        parse_duration(text)


lengths = st.builds(Duration, st.integers(0, 50), st.integers(0, 50), st.integers(0, 1000))


@given(st.dates(date(1000, 1, 1), date(8000, 1, 1)), lengths)
def test_counting_agrees_with_dateutil(day: date, length: Duration) -> None:
    delta = relativedelta(years=length.years, months=length.months, days=length.days)
    assert plus(day, length) == day + delta
    assert minus(day, length) == day - delta


@given(st.dates(), st.builds(Duration, *[st.integers(0, 99999)] * 2, st.integers(0, 9999999)))
def test_counting_stays_in_the_calendar(day: date, length: Duration) -> None:
    assert minus(day, length) <= day <= plus(day, length)
