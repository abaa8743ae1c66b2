"""A source's own words against the typed date: the wordings of the five articles, and others."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.dates.wording import check_wording
from store.when import from_day, parse_when

# words | typed date | day on which they were said
VERIFIED = """
Friday or Saturday          | [2019-08-16,2019-08-17]  | 2019-08-14
on Wednesday                | 2019-08-14               | 2019-08-14
Monday                      | 2019-08-12               | 2019-08-14
this week                   | [2019-08-12..2019-08-18] | 2019-08-14
in July                     | 2019-07                  | 2019-08-14
in July                     | 2019-07/..               | 2019-08-14
in October                  | 2018-10                  | 2019-08-14
in September                | 2019-09                  | 2019-08-14
later this month            | [2019-08-14..2019-08-31] | 2019-08-14
later this month            | 2019-08                  | 2019-08-14
Friday                      | 2019-09-20               | 2019-09-19
earlier this month          | 2019-09                  | 2019-09-19
earlier this month          | [2019-09-01..2019-09-18] | 2019-09-19
tomorrow morning            | 2019-09-20               | 2019-09-19
Thursday                    | 2019-09-19               | 2019-09-19
last month on Aug. 29       | 2019-08-29               | 2019-09-19
last month                  | 2019-08                  | 2019-09-19
on Sept. 9                  | 2019-09-09               | 2019-09-19
on Sept. 11                 | 2019-09-11               | 2019-09-19
next week                   | [2019-09-23..2019-09-29] | 2019-09-19
in September last year      | 2018-09                  | 2019-09-19
in early September          | 2019-09~                 | 2019-09-19
in early September          | [2019-09-01..2019-09-10] | 2019-09-19
late next month             | 2019-10~                 | 2019-09-19
late next month             | [2019-10-21..2019-10-31] | 2019-09-19
since late last year        | 2018~/..                 | 2019-09-19
since late last year        | 2018-1X~/..              | 2019-09-19
1910 to 1945                | 1910/1945                | 2019-09-19
from 1910-45                | 1910/1945                | 2019-09-19
1910-45                     | 1910                     | 2019-09-19
1910–45                     | 1945                     | 2019-09-19
in 1965                     | 1965                     | 2019-09-19
1956                        | 1956                     | 2019-09-19
effective Wednesday         | 2019-09-18/..            | 2019-09-19
effective Wednesday         | 2019-09-18               | 2019-09-19
In August                   | 2019-08                  | 2019-09-19
July                        | 2019-07                  | 2019-09-19
in October                  | 2019-10                  | 2019-09-19
in November                 | 2019-11                  | 2019-09-19
Tuesday (U.S. time)         | 2020-01-14               | 2020-01-15
Tuesday's                   | 2020-01-14               | 2020-01-15
Jan. 14, 2020 (U.S. time)   | 2020-01-14               | 2020-01-15
in November                 | 2019-11                  | 2020-01-15
last month's                | 2019-12                  | 2020-01-15
today                       | 2019-09-19               | 2019-09-19
last night                  | 2019-09-18               | 2019-09-19
yesterday                   | 2019-09-30               | 2019-10-01
last year                   | 2019                     | 2020-01-15
next year                   | 2020                     | 2019-12-31
last Friday                 | 2019-09-13               | 2019-09-19
last Friday                 | 2019-09-06               | 2019-09-19
Friday last week            | 2019-09-13               | 2019-09-19
next Friday                 | 2019-09-27               | 2019-09-19
last July                   | 2019-07                  | 2019-09-19
last July                   | 2018-07                  | 2019-09-19
this weekend                | [2019-09-21,2019-09-22]  | 2019-09-19
Monday, Sept. 16            | 2019-09-16               | 2019-09-19
September 16, at 10:53      | 2019-09-16               | 2019-09-19
the 20th                    | 2019-09-20               | 2019-09-19
Aug. 16 or 17               | [2019-08-16,2019-08-17]  | 2019-09-19
July or August 2019         | [2019-07,2019-08]        | 2021
Sept. 20-22                 | 2019-09-20/2019-09-22    | 2019-09-19
from Friday to Sunday       | 2019-09-20/2019-09-22    | 2019-09-19
between 20 and 22 September | [2019-09-20..2019-09-22] | 2019-09-19
by Friday                   | [..2019-09-20]           | 2019-09-19
before Sept. 9              | [..2019-09-08]           | 2019-09-19
until Friday                | /2019-09-20              | 2019-09-19
after Friday                | [2019-09-21..]           | 2019-09-19
in the 1960s                | 196X                     | 2019-09-19
mid-September               | 2019-09~                 | 2019-09-19
2019-09-11/..               | 2019-09-11/..            | 2019-09-19
Thursday                    | 2019-09-19               | [2019-09-19..2019-09-20]
"""

UNKNOWN = """
Nearly a year               | 2018-09                  | 2019-09-19
a recent                    | 2019-09                  | 2019-09-19
earlier the same month      | 2019-08                  | 2019-09-19
the following day           | 2019-09-20               | 2019-09-19
in the spring               | 2019                     | 2019-09-19
Friday or Saturday          | 2019-08-16               | 2019-08-14
Friday or Saturday          | [2019-08-16,2019-08-18]  | 2019-08-14
Friday or Saturday          | [2019-08-09,2019-08-17]  | 2019-08-14
in July                     | 2019-07-04               | 2019-08-14
later this month            | 2019-08-20               | 2019-08-14
next week                   | 2019-09-26               | 2019-09-19
this week                   | 2019-08-12/2019-08-18    | 2019-08-14
in early September          | 2019-09-11               | 2019-09-19
from Friday                 | 2019-09-20/2019-09-22    | 2019-09-19
1910 to 1945                | 1920                     | 2019-09-19
Friday                      | 2019-09-20               | 2019
Friday                      | 2019-09-20               | [..2019-09-20]
yesterday                   | 2019-09-17               | 2019-09-19~
last                        | 2018                     | 2019-09-19
of the                      | 2018                     | 2019-09-19
                            | 2018                     | 2019-09-19
"""

CONTRADICTED = """
Friday or Saturday          | 2019-08-20               | 2019-08-14
Friday or Saturday          | [2019-08-18,2019-08-19]  | 2019-08-14
Wednesday                   | 2019-08-15               | 2019-08-14
Wednesday                   | 2019-07-31               | 2019-08-14
Thursday                    | 2019-08-22               | 2019-08-14
Tuesday                     | 2019-08-06               | 2019-08-14
in July                     | 2019-06                  | 2019-08-14
in July                     | 2018-07                  | 2019-08-14
later this month            | [2019-08-01..2019-08-10] | 2019-08-14
yesterday                   | 2019-09-17               | 2019-09-19
tomorrow                    | 2019-09-19               | 2019-09-19
Monday, Sept. 11            | 2019-09-11               | 2019-09-19
in 1956                     | 1957                     | 2019-09-19
1910 to 1945                | 1946                     | 2019-09-19
1910 to 1945                | 1911/1945                | 2019-09-19
in early September          | [2019-09-20..2019-09-30] | 2019-09-19
in September last year      | 2019-09                  | 2019-09-19
effective Wednesday         | 2019-09-17/..            | 2019-09-19
Jan. 14, 2020               | 2020-01-15               | 2020-01-15
Feb. 30                     | 2019-02                  | 2019-09-19
Thursday                    | 2019-09-18               | [2019-09-19..2019-09-20]
in 1956                     | 1957                     | 2019-09-19~
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.splitlines() if line]


@pytest.mark.parametrize(("words", "typed", "said"), rows(VERIFIED))
def test_words_that_carry_the_date(words: str, typed: str, said: str) -> None:
    assert check_wording(words, parse_when(typed), parse_when(said)) == ("verified", "")


@pytest.mark.parametrize(("words", "typed", "said"), rows(UNKNOWN))
def test_words_that_need_our_reading(words: str, typed: str, said: str) -> None:
    verdict, message = check_wording(words, parse_when(typed), parse_when(said))
    assert verdict == "unknown"
    assert f"“{words}”" in message
    assert "`inferred`" in message


@pytest.mark.parametrize(("words", "typed", "said"), rows(CONTRADICTED))
def test_words_that_say_another_day(words: str, typed: str, said: str) -> None:
    verdict, message = check_wording(words, parse_when(typed), parse_when(said))
    assert verdict == "contradicted"
    assert f"“{words}”" in message
    assert message.endswith(f"not {typed}")


def test_the_message_says_what_the_words_mean() -> None:
    checked = check_wording("Friday", parse_when("2019-08-17"), parse_when("2019-08-14"))
    assert checked.message == (
        "the words “Friday”, said on 2019-08-14, mean 2019-08-09 or 2019-08-16, not 2019-08-17"
    )


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)), st.integers(-7, 7))
def test_the_weekday_of_a_near_day_is_verified(said: date, off: int) -> None:
    meant = said + timedelta(days=off)
    words = f"on {meant:%A}"
    assert check_wording(words, from_day(meant), from_day(said)).verdict == "verified"
    other = meant + timedelta(days=1)
    assert check_wording(words, from_day(other), from_day(said)).verdict == "contradicted"


@given(st.dates(), st.dates())
def test_a_full_date_is_only_that_day(meant: date, other: date) -> None:
    words = f"{meant:%B} {meant.day}, {meant.year:04}"
    expected = "verified" if meant == other else "contradicted"
    assert check_wording(words, from_day(other), parse_when("2019")).verdict == expected


WORDS = [
    *("early", "late", "mid", "last", "next", "this", "week", "month", "year", "weekend"),
    *("Friday", "Monday", "July", "Sept", "11", "20th", "2019", "1960s", "0000", "31", "٣"),
    *("or", "to", "-", "from", "between", "and", "since", "by", "before", "after", "of", "the"),
    *("today", "tomorrow", "(", ")", "'", ".", ","),
]


@given(
    st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join) | st.text(max_size=250),
    st.sampled_from(["2019-09-20", "2019", "2018/..", "/2019-09", "2019/2020", "[..2019]"]),
    st.dates().map(from_day) | st.sampled_from(["2019", "[..2019]", "2019-09~"]).map(parse_when),
)
def test_any_words_get_a_verdict(words: str, typed: str, said: object) -> None:
    verdict, message = check_wording(words, parse_when(typed), parse_when(str(said)))
    assert (verdict == "verified") == (message == "")
