"""What a date's text names, the signs of doubt on it, and the heading that it stands under."""

from __future__ import annotations

import pytest

from store.dates.written import choices, doubt, ends, heading
from store.when import parse_when, sort_key
from tui.present.strip import strip

HEADINGS = [
    ("2019-09-20", "2019-09"),
    ("2019-09?", "2019-09"),
    ("2019", "2019"),
    ("2018-1X", "2018"),
    ("2018-1X/..", "2018"),
    ("2019-11-2X", "2019-11"),
    ("201X/..", "2010s"),
    ("201X", "2010s"),
    ("201X-05", "2010s"),
    ("../201X", "2010s"),
    ("19XX", "1900…1999"),
    ("/2019-09-19", "2019-09"),
    ("[2022-04,2022-05]", "2022-04"),
    ("[2019,2020]", "2019"),
    ("[2018..2020]", "2018"),
    ("[..2019]", "2019"),
    ("[..2019-08]", "2019-08"),
    ("[2019..]", "2019"),
    ("[..2019-08-01,2019-08-05]", "2019-08"),
    ("[2019-08-05,2019-07]", "2019-07"),
]


@pytest.mark.parametrize(("edtf", "said"), HEADINGS)
def test_the_heading_is_never_narrower_than_its_date(edtf: str, said: str) -> None:
    """``201X/..`` stood under January 2010, ``[2019,2020]`` under January 2019."""
    assert heading(parse_when(edtf)) == said


def test_headings_as_texts_are_in_the_order_of_time() -> None:
    dated = ["19XX", "195X", "1956", "1956-02", "201X", "2011", "2019-12"]
    found = [
        heading(parse_when(text)) for text in sorted(dated, key=lambda d: sort_key(parse_when(d)))
    ]
    assert sorted(found, key=str) == [
        "1900…1999",
        "1950s",
        "1956",
        "1956-02",
        "2010s",
        "2011",
        "2019-12",
    ]


def test_points_and_doubt() -> None:
    (first, second) = choices(parse_when("[2022-05,2022-04-01..2022-04-03]"))
    assert [str(point) for point in (*first, *second)] == [
        "2022-04-01", "2022-04-03", "2022-05", "2022-05",
    ]  # fmt: skip
    assert choices(parse_when("[..2019-08]"))[0].first is None
    assert ends(parse_when("201X/.."))[1] is None
    assert [doubt(text) for text in ("2019~", "2019?", "2019%", "2019")] == [
        (True, False), (False, True), (True, True), (False, False),
    ]  # fmt: skip


def test_a_decade_is_a_mark_of_its_own_in_the_strip() -> None:
    months = [("1900…1999", 0, 1), ("2010s", 1, 2), ("2019", 3, 1), ("2019-12", 4, 1)]
    _, labels = strip(months, 60, ("2010s", "2010s"))
    assert labels.plain.split() == ["1900…1999[2010s]2019", "D"]
    years = strip([*months, *((f"20{y}-01", 0, 1) for y in range(20, 30))], 76)[1]
    assert years.plain.split()[:3] == ["1900…1999", "2010s", "2019"]
    decades = strip([*months, *((f"{y}-01", 0, 1) for y in range(1950, 2010))], 60)[1].plain.split()
    assert decades[0] == "1900…1999"
    assert decades[-1] == "2010s"
