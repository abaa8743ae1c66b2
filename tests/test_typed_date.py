"""What a person types for a date keeps its precision, and what is unclear is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.dates.typed import parse_typed
from store.when import When, WhenError, parse_when

TODAY = date(2026, 3, 4)  # a Wednesday
NEAR = date(2019, 9, 19)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2019-11", "2019-11"),
        ("2019-1x", "2019-1X"),
        (" 2019-09-11/.. ", "2019-09-11/.."),
        ("[2019-08-16,2019-08-17]", "[2019-08-16,2019-08-17]"),
        ("today", "2026-03-04"),
        ("Yesterday", "2026-03-03"),
        ("tomorrow", "2026-03-05"),
        ("last friday", "2026-02-27"),
        ("last wednesday", "2026-02-25"),
        ("this wed", "2026-03-04"),
        ("this Monday", "2026-03-02"),
        ("this Sunday", "2026-03-08"),
        ("next wed", "2026-03-11"),
        ("next  Thursday", "2026-03-05"),
        ("last week", "[2026-02-23..2026-03-01]"),
        ("this week", "[2026-03-02..2026-03-08]"),
        ("next month", "2026-04"),
        ("last month", "2026-02"),
        ("last year", "2025"),
        ("last july", "2025-07"),
        ("last march", "2025-03"),
        ("next march", "2027-03"),
        ("this march", "2026-03"),
        ("Nov 2019", "2019-11"),
        ("november 2019", "2019-11"),
        ("2019 sep", "2019-09"),
        ("20 sep 2019", "2019-09-20"),
        ("Sept. 20, 2019", "2019-09-20"),
        ("September 20th 2019", "2019-09-20"),
        ("the 20th of September 2019", "2019-09-20"),
        ("20-sep-2019", "2019-09-20"),
        ("Fri 20 Sep 2019", "2019-09-20"),
        ("29 feb 2020", "2020-02-29"),
        ("31 dec 1999", "1999-12-31"),
        ("2019-9-1", "2019-09-01"),
        ("2019/11/20", "2019-11-20"),
        ("2019.11", "2019-11"),
        ("20191120", "2019-11-20"),
        ("20/11/2019", "2019-11-20"),
        ("11/20/2019", "2019-11-20"),
        ("11.11.2019", "2019-11-11"),
        ("11/2019", "2019-11"),
        ("２０１９年"[:4], "2019"),
    ],
)
def test_what_is_typed_keeps_its_precision(typed: str, expected: str) -> None:
    assert parse_typed(typed, today=TODAY) == parse_when(expected)
    assert parse_typed(typed, today=TODAY, near=NEAR) == parse_when(expected)


@pytest.mark.parametrize(
    ("typed", "expected", "lacks"),
    [
        ("sep", "2019-09", "a year"),
        ("May", "2019-05", "a year"),
        ("Sept. 11", "2019-09-11", "a year"),
        ("29 aug", "2019-08-29", "a year"),
        ("20", "2019-09-20", "a month and a year"),
        ("1st", "2019-09-01", "a month and a year"),
    ],
)
def test_what_is_missing_comes_from_the_row_or_is_an_error(
    typed: str, expected: str, lacks: str
) -> None:
    assert parse_typed(typed, today=TODAY, near=NEAR) == parse_when(expected)
    with pytest.raises(WhenError, match=f"lacks {lacks}: write 2019-11-20"):
        parse_typed(typed, today=TODAY)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("10/11/2019", "two ways: write 2019-11-10 or 2019-10-11"),
        ("10.11.2019", "two ways: write 2019-11-10 or 2019-10-11"),
        ("10 11 2019", "two ways"),
        ("10/11", "year in four digits"),
        ("10/11/19", "year in four digits"),
        ("20 sep 19", "year in four digits"),
        ("sep '19", "not a date that can be read"),
        ("fri", "write last fri, this fri or next fri"),
        ("Mon 20 Sep 2019", "2019-09-20 is a Friday"),
        ("10:30", "time of day"),
        ("20 nov 2019 10:30", "time of day"),
        ("2019-11-20T10:00", "time of day"),
        ("3pm", "time of day"),
        ("2019-02-30", "has the days 01 to 28"),
        ("30 feb 2019", "February 2019 has the days 1 to 28"),
        ("31 april 2019", "April 2019 has the days 1 to 30"),
        ("31 feb", "February has the days 1 to 29"),
        ("2019-21", "season"),
        ("32/13/2019", "has no month from 01 to 12"),
        ("next thing", "not a date that can be read"),
        ("20 2019", "has no such month"),
        ("1.5 sep 2019", "not a date that can be read"),
        ("sep oct 2019", "not a date that can be read"),
        ("september 2019 friday", "a weekday without its day"),
        ("friday sep 2019", "a weekday without its day"),
        ("noon", "not a date that can be read"),
        ("١/٢", "not a date that can be read"),
        ("", "the date is empty"),
        ("  ", "the date is empty"),
        ("2019" + " " * 1000, "longer than 400 characters"),
        ("sep " * 40, "not a date that can be read"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(typed: str, words: str) -> None:
    with pytest.raises(WhenError, match=words) as caught:
        parse_typed(typed, today=TODAY, near=NEAR)
    assert str(caught.value).isprintable()


def test_the_29th_of_february_needs_a_leap_year() -> None:
    assert parse_typed("29 feb", today=TODAY, near=date(2020, 5, 1)) == parse_when("2020-02-29")
    with pytest.raises(WhenError, match="2019-02 has the days 01 to 28"):
        parse_typed("29 feb", today=TODAY, near=NEAR)


@pytest.mark.parametrize("word", ["yesterday", "last week", "last month", "last year", "last fri"])
def test_the_calendar_has_a_first_day(word: str) -> None:
    assert parse_typed(word, today=date.min).earliest in (date.min, None)
    assert parse_typed(word.replace("last", "next"), today=date.max).latest is not None


def typed_or_refused(text: str, near: date | None) -> When | WhenError:
    try:
        return parse_typed(text, today=TODAY, near=near)
    except WhenError as error:
        return error


PIECES = st.lists(
    st.sampled_from(
        [*"0123456789/-. ,:'", "sep", "Friday", "last ", "2019", "20", "T", "am", "th", "of", "nan"]
    ),
    max_size=8,
).map("".join)


@given(PIECES | st.text(max_size=60), st.none() | st.dates())
def test_any_text_is_a_date_or_one_sentence(text: str, near: date | None) -> None:
    got = typed_or_refused(text, near)
    if isinstance(got, WhenError):
        assert str(got).isprintable()
    else:
        assert parse_when(got.text) == got


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_written_in_words_is_that_day(day: date) -> None:
    for form in (f"{day:%d %b %Y}", f"{day:%B %d, %Y}", f"{day:%a %d %B %Y}", f"{day:%Y%m%d}"):
        assert parse_typed(form, today=TODAY).exact == day
    assert parse_typed(f"{day:%B %Y}", today=TODAY).text == day.isoformat()[:7]
