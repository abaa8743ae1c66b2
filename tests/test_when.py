"""EDTF: the published specification's own examples, what is refused by name, and an oracle.

The table follows the examples of the Extended Date/Time Format specification (Library of
Congress, 4 February 2019; ISO 8601-2), level by level. Bounds were written by hand.
"""

from __future__ import annotations

from datetime import date, datetime

import pytest
from edtf import parse_edtf

from store.when import When, WhenError, from_day, parse_when, sort_key

# text, kind, earliest start, latest start, earliest end, latest end ("-" for a side without one)
TABLE = """
1985-04-12              day            1985-04-12 1985-04-12 1985-04-12 1985-04-12
1985-04                 month          1985-04-01 1985-04-30 1985-04-01 1985-04-30
1985                    year           1985-01-01 1985-12-31 1985-01-01 1985-12-31
2004-02                 month          2004-02-01 2004-02-29 2004-02-01 2004-02-29
1900-02                 month          1900-02-01 1900-02-28 1900-02-01 1900-02-28
0001                    year           0001-01-01 0001-12-31 0001-01-01 0001-12-31
9999-12-31              day            9999-12-31 9999-12-31 9999-12-31 9999-12-31
1964/2008               interval       1964-01-01 1964-12-31 2008-01-01 2008-12-31
2004-06/2006-08         interval       2004-06-01 2004-06-30 2006-08-01 2006-08-31
2004-02-01/2005-02-08   interval       2004-02-01 2004-02-01 2005-02-08 2005-02-08
2004-02-01/2005-02      interval       2004-02-01 2004-02-01 2005-02-01 2005-02-28
2004-02-01/2005         interval       2004-02-01 2004-02-01 2005-01-01 2005-12-31
2005/2006-02            interval       2005-01-01 2005-12-31 2006-02-01 2006-02-28
2019-11-20/2019-11      interval       2019-11-20 2019-11-20 2019-11-20 2019-11-30
2019-11/2019-11-20      interval       2019-11-01 2019-11-20 2019-11-20 2019-11-20
1984?                   year           1984-01-01 1984-12-31 1984-01-01 1984-12-31
2004-06~                month          2004-06-01 2004-06-30 2004-06-01 2004-06-30
2004-06-11%             day            2004-06-11 2004-06-11 2004-06-11 2004-06-11
201X                    span           2010-01-01 2019-12-31 2010-01-01 2019-12-31
20XX                    span           2000-01-01 2099-12-31 2000-01-01 2099-12-31
2004-XX                 year           2004-01-01 2004-12-31 2004-01-01 2004-12-31
1985-04-XX              month          1985-04-01 1985-04-30 1985-04-01 1985-04-30
1985-XX-XX              year           1985-01-01 1985-12-31 1985-01-01 1985-12-31
1985-04-12/..           open-end       1985-04-12 1985-04-12 -          -
1985-04/..              open-end       1985-04-01 1985-04-30 -          -
1985/..                 open-end       1985-01-01 1985-12-31 -          -
../1985-04-12           open-start     -          -          1985-04-12 1985-04-12
../1985-04              open-start     -          -          1985-04-01 1985-04-30
../1985                 open-start     -          -          1985-01-01 1985-12-31
1985-04-12/             unknown-end    1985-04-12 1985-04-12 1985-04-12 -
1985-04/                unknown-end    1985-04-01 1985-04-30 1985-04-01 -
1985/                   unknown-end    1985-01-01 1985-12-31 1985-01-01 -
/1985-04-12             unknown-start  -          1985-04-12 1985-04-12 1985-04-12
/1985-04                unknown-start  -          1985-04-30 1985-04-01 1985-04-30
/1985                   unknown-start  -          1985-12-31 1985-01-01 1985-12-31
[1667,1668,1670..1672]  set            1667-01-01 1672-12-31 1667-01-01 1672-12-31
[..1760-12-03]          by             -          1760-12-03 -          1760-12-03
[1760-12..]             after          1760-12-01 -          1760-12-01 -
[1760-01,1760-02,1760-12..] set        1760-01-01 -          1760-01-01 -
[1667,1760-12]          set            1667-01-01 1760-12-31 1667-01-01 1760-12-31
[..1984]                by             -          1984-12-31 -          1984-12-31
[2019-11-20..2019-11-22] window        2019-11-20 2019-11-22 2019-11-20 2019-11-22
[2019-08-16,2019-08-17] set            2019-08-16 2019-08-17 2019-08-16 2019-08-17
2004-06~-11             day            2004-06-11 2004-06-11 2004-06-11 2004-06-11
2004?-06-11             day            2004-06-11 2004-06-11 2004-06-11 2004-06-11
?2004-06-~11            day            2004-06-11 2004-06-11 2004-06-11 2004-06-11
2004-%06-11             day            2004-06-11 2004-06-11 2004-06-11 2004-06-11
156X-12-25              span           1560-12-25 1569-12-25 1560-12-25 1569-12-25
15XX-12-25              span           1500-12-25 1599-12-25 1500-12-25 1599-12-25
XXXX-12-XX              span           0001-12-01 9999-12-31 0001-12-01 9999-12-31
1XXX-XX                 span           1000-01-01 1999-12-31 1000-01-01 1999-12-31
1XXX-12                 span           1000-12-01 1999-12-31 1000-12-01 1999-12-31
1984-1X                 span           1984-10-01 1984-12-31 1984-10-01 1984-12-31
2019-12-2X              span           2019-12-20 2019-12-29 2019-12-20 2019-12-29
2019-12-3X              span           2019-12-30 2019-12-31 2019-12-30 2019-12-31
200X-02-29              span           2000-02-29 2008-02-29 2000-02-29 2008-02-29
2004-06-~01/2004-06-~20 interval       2004-06-01 2004-06-01 2004-06-20 2004-06-20
2004-06-XX/2004-07-03   interval       2004-06-01 2004-06-30 2004-07-03 2004-07-03
"""
ROWS = [line.split() for line in TABLE.strip().splitlines()]


def bounds(when: When) -> list[str]:
    found = (when.earliest_start, when.latest_start, when.earliest_end, when.latest_end)
    return ["-" if day is None else day.isoformat() for day in found]


@pytest.mark.parametrize(("text", "kind", "expected"), [(r[0], r[1], r[2:]) for r in ROWS])
def test_the_examples_of_the_specification(text: str, kind: str, expected: list[str]) -> None:
    when = parse_when(text)
    assert bounds(when) == expected
    assert (when.kind, when.text, str(when)) == (kind, text, text)
    assert when.uncertain is any(sign in text for sign in "?~%")


# The edtf package has a float for an open side, ten years for an unknown one, the year 0 for
# XXXX, reads 200X-02-29 as ending in 2009 and fails on 1984-1X and 2019-12-2X.
EDTF_IS_WRONG = {"XXXX-12-XX", "1984-1X", "2019-12-2X", "2019-12-3X", "200X-02-29"}


@pytest.mark.parametrize(
    "text", [r[0] for r in ROWS if r[0] not in EDTF_IS_WRONG and "-" not in r[2:]]
)
def test_the_edtf_package_agrees_where_it_is_right(text: str) -> None:
    when, oracle = parse_when(text), parse_edtf(text)
    assert when.earliest is not None
    assert when.latest is not None
    assert tuple(oracle.lower_strict()[:3]) == when.earliest.timetuple()[:3]
    assert tuple(oracle.upper_strict()[:3]) == when.latest.timetuple()[:3]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1985-04-12T23:20:30", "time of day"),
        ("1985-04-12T23:20:30Z", "time of day"),
        ("1985-04-12T23:20:30-04", "time of day"),
        ("1985-04-12T23:20:30+04:30", "time of day"),
        ("1985-04-12 10:00", "time of day"),
        ("Y170000002", "years 0001 to 9999"),
        ("Y-170000002", "years 0001 to 9999"),
        ("Y-17E7", "years 0001 to 9999"),
        ("Y171010000S3", "years 0001 to 9999"),
        ("-1985", "years 0001 to 9999"),
        ("-0044-03-15", "years 0001 to 9999"),
        ("12019", "years 0001 to 9999"),
        ("0000", "years 0001 to 9999"),
        ("0000-01-01", "years 0001 to 9999"),
        ("1950S2", "significant digits"),
        ("2001-21", "season"),
        ("2001-24~", "season"),
        ("2001-34", "season"),
        ("2019-09/2001-21", "season"),
        ("{1667,1668,1670..1672}", "all of several"),
        ("{..1984}", "all of several"),
        ("2019-02-30", "2019-02 has the days 01 to 28"),
        ("2020-02-30", "2020-02 has the days 01 to 29"),
        ("2019-11-00", "no day of the calendar"),
        ("2019-13", "no such month"),
        ("2019-21-01", "no such month"),
        ("2019-00-10", "no such month"),
        ("2019-02-3X", "no day of the calendar"),
        ("XXXX-02-30", "no day of the calendar"),
        ("2019-2X", "no day of the calendar"),
        ("XXXX", "says nothing"),
        ("XXXX-XX-XX", "says nothing"),
        ("2019-1x", "write 2019-1X"),
        ("201u", "write 201X"),
        ("20191120", "write 2019-11-20"),
        ("2019-9-1", "write 2019-09-01"),
        ("2019/11/20", "write 2019-11-20"),
        ("2019.11", "write 2019-11"),
        ("2019-11?~", "% for both"),
        ("[2019-11-22..2019-11-20]", "ends before it begins"),
        ("2019-11-22/2019-11-20", "ends before it begins"),
        ("[2019..,2020]", "open side in its middle"),
        ("[2019,..2020]", "open side in its middle"),
        ("[..]", "names no day"),
        ("[]", "names no day"),
        ("[2019,]", "a day is missing"),
        ("[2019-08-16", "bracket without its pair"),
        ("[2019]/2020", "bracket"),
        ("../..", "neither a start nor an end"),
        ("/", "neither a start nor an end"),
        ("/..", "neither a start nor an end"),
        ("2019/2020/2021", "not an EDTF date"),
        (" 2019", "white space"),
        ("2019\n", "white space"),
        ("", "empty"),
        ("   ", "a day is missing"),
        ("Nov 2019", "not an EDTF date: write 2019-11-20, 2019-11 or 2019"),
        ("unknown", "not an EDTF date"),
        ("２０１９", "plain digits"),
        ("٢٠١٩-١١", "plain digits"),
        ("2019−11", "plain digits"),
        ("2019-11-20" * 1000, "longer than 400 characters"),
        ("[" + ",".join(["2019"] * 5000) + "]", "longer than 400 characters"),
    ],
)
def test_what_is_refused_is_refused_by_name(text: str, words: str) -> None:
    with pytest.raises(WhenError) as caught:
        parse_when(text)
    message = str(caught.value)
    assert words in message
    assert len(message) < 200
    assert "\n" not in message


def test_a_refusal_shows_no_control_codes() -> None:
    with pytest.raises(WhenError) as caught:
        parse_when("2019\x1b]52;c;x\x07\u202e")
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("[2019-08-16]", "2019-08-16"),
        ("[2019-08-16..2019-08-16]", "2019-08-16"),
        ("2019-08-16/2019-08-16", "2019-08-16"),
        ("[2019-08]", "2019-08"),
    ],
)
def test_what_says_one_day_prints_as_one_day(text: str, canonical: str) -> None:
    assert parse_when(text) == parse_when(canonical)


def test_members_are_the_alternatives() -> None:
    assert parse_when("[2019-08-16,2019-08]").members == (
        (date(2019, 8, 16), date(2019, 8, 16)),
        (date(2019, 8, 1), date(2019, 8, 31)),
    )
    assert parse_when("[..2018,2019-08-16..]").members == (
        (date.min, date(2018, 12, 31)),
        (date(2019, 8, 16), date.max),
    )
    assert parse_when("2019-08").members == ()
    assert [first.year for first, _ in parse_when("200X-02-29").members] == [2000, 2004, 2008]
    assert parse_when("2019-1X").members == ()


def test_exact_is_one_certain_day() -> None:
    assert parse_when("2019-09-11").exact == date(2019, 9, 11)
    for text in ("2019-09-11?", "2019-09", "[2019-09-11,2019-09-12]", "2019-09-11/.."):
        assert parse_when(text).exact is None


def test_a_day_becomes_its_value() -> None:
    assert from_day(date(33, 4, 3)) == parse_when("0033-04-03")
    assert from_day(datetime(2019, 11, 20, 10, 30)) == parse_when("2019-11-20")


def test_order_is_earliest_then_latest_then_undated() -> None:
    # without an earliest day a date stands where its latest does
    ordered = ["1956", "[..2019-08-29]", "2019-09-01/..", "2019-09-11", "2019-09-11/2019-09-12"]
    ordered += ["2019-09-11/", "/2019-09-19"]
    whens: list[When | None] = [parse_when(text) for text in ordered]
    assert sorted([None, *reversed(whens)], key=sort_key) == [*whens, None]
