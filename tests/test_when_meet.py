"""What two dates agree on: a written table.

Where EDTF cannot write what they share ("from some day of 5–31 August on, still so"), the tighter
of the two stands.
"""

from __future__ import annotations

import pytest

from store.when import before, contains_day, covers, meet, parse_when, same

MEETINGS = """
2019-09~                 2019-09-11               2019-09-11
2019-09-11~              2019-09-11               2019-09-11
2019-09~                 2019-09?                 2019-09?
2019-09~                 2019                     2019-09~
2019-09                  2019-09-11?              2019-09-11?
2019-11-21               2019-11-20/2019-11-22    -
2019-11                  2019-11-20/2019-11-22    2019-11-20/2019-11-22
2019-11                  2019-12                  -
2019-11                  2019-11-20/              2019-11-20/2019-11
[2019-11-14..2019-11-25] 2019-11-20/              [2019-11-14..2019-11-25]
[2019-08-16,2019-08-17]  2019-08-16               2019-08-16
[2019-08-16,2019-08-17]  2019-08-16/2019-08-17    -
[2019-08-16,2019-08-17]  [2019-08-17,2019-08-18]  2019-08-17
[2019-08-16,2019-08-17]  [2019-08-14..2019-08-31] [2019-08-16,2019-08-17]
[2019-08-16,2019-08-17]  2019-08                  [2019-08-16,2019-08-17]
[2019-08,2019-10]        [2019-08-20..2019-10-05] [2019-08-20..2019-08-31,2019-10-01..2019-10-05]
[2019-08-14..2019-08-31] 2019-08-20/2019-08-22    2019-08-20/2019-08-22
[2019-08-14..2019-08-31] [2019-08-01..2019-08-20] [2019-08-14..2019-08-20]
[2019-08-14..2019-08-31] [2019-08-30..2019-09-20] [2019-08-30..2019-08-31]
[..2019-08-29]           2019-08                  [2019-08-01..2019-08-29]
[..2019-08-29]           [2019-08-29..]           2019-08-29
[..2019-08-29]           [2019-08-30..]           -
[2019-09-20..]           [2019-09-01..]           [2019-09-20..]
2019-09~                 [2019-09-20..]           [2019-09-20~..2019-09-30~]
2019-09~                 [2019-09-20?..]          [2019-09-20%..2019-09-30%]
2019-09-18               2019-09-18/..            2019-09-18/..
2019-09-17               2019-09-18/..            -
2019-08                  2019-08-28/..            2019-08-28/..
2019-08-28               2019-08/..               2019-08-28/..
2019-08/..               [2019-08-05..2019-09-10] 2019-08/..
2019-09-18/..            2019-09-18/2019-11-22    2019-09-18/2019-11-22
2019-09-18/..            2019-09-18/              2019-09-18/..
2019-09-18/..            2019-09-17/..            -
2019/..                  2019-09/..               2019-09/..
../2019-09               2019-09-05               ../2019-09-05
/2019-09-19              2019-09-11/              2019-09-11/2019-09-19
/2019-09-10              2019-09-11/              -
../2019-09-19            2019-09-11/..            2019-09-11/2019-09-19
1910/1945                1910-08-29/1945-08-15    1910-08-29/1945-08-15
1910/1945                1910-08/                 1910-08/1945
201X                     2019-1X                  2019-1X
2019-1X                  2019-12                  2019-12
2019-1X                  2019-09                  -
156X-12-25               1565                     1565-12-25
156X-12-25               1565-06-01               -
[2019-11-01..2019-11-30] 2019-11                  2019-11
2019-11-XX               2019-11                  2019-11
"""


@pytest.mark.parametrize(
    ("a", "b", "expected"), [line.split() for line in MEETINGS.strip().splitlines()]
)
def test_what_two_dates_agree_on(a: str, b: str, expected: str) -> None:
    for left, right in ((a, b), (b, a)):
        met = meet(parse_when(left), parse_when(right))
        assert ("-" if met is None else met.text) == expected


def test_comparison_in_three_values() -> None:
    august, early_september = parse_when("2019-08"), parse_when("2019-09~")
    assert before(august, parse_when("2019-09-01")) == "yes"
    assert before(august, early_september) == "maybe"
    assert before(early_september, august) == "no"
    assert before(parse_when("2019-08-01/.."), parse_when("2100")) == "no"
    assert before(parse_when("2019-08-01/"), parse_when("2100")) == "maybe"
    assert same(parse_when("2019-09-11"), parse_when("2019-09-11")) == "yes"
    assert same(parse_when("2019-09"), parse_when("2019-09")) == "maybe"
    assert same(parse_when("2019-09-11"), parse_when("2019-09-12")) == "no"


def test_a_set_has_only_its_days() -> None:
    either = parse_when("[2019-08-16,2019-08-18]")
    days = [parse_when(f"2019-08-{day}").exact for day in (15, 16, 17, 18)]
    assert [contains_day(either, day) for day in days if day] == ["no", "maybe", "no", "maybe"]


def test_a_month_is_covered_by_every_day_of_it() -> None:
    in_office = parse_when("2017-08-03/2019-09-11")
    assert covers(in_office, parse_when("2019-08")) == "yes"
    assert covers(in_office, parse_when("2019-09")) == "maybe"
    assert covers(in_office, parse_when("2019-10")) == "no"
    assert covers(parse_when("2019-09-11/.."), parse_when("2020")) == "yes"
    assert covers(parse_when("2019-09-11/"), parse_when("2020")) == "maybe"
