"""The filter as lines, as chips and as the sentences of an empty list."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.views.facets import Choice, FacetValue
from tui.present import chrome
from tui.present.chips import Condition, conditions, filter_chips
from tui.present.filter import WHEN, Group, Target, Typing, filter_body
from tui.present.line import Line, width
from tui.present.nothing import Found, nothing
from tui.present.signs import to_ascii

KEYS = {"filter": "f", "clear-filter": "F"}
GROUPS = (
    Group(
        "status",
        (
            FacetValue("occurred", "occurred", 19, ""),
            FacetValue("scheduled", "scheduled", 10, "in"),
            FacetValue("cancelled", "cancelled", 1, "out"),
            FacetValue("", "no status", 2, ""),
        ),
    ),
    Group("who", (FacetValue("kang", "Kang Kyung-wha", 3, ""),), more=8),
    Group(WHEN, ()),
    Group("only", (FacetValue("conflict", "", 0, ""), FacetValue("two-origins", "", 2, ""))),
)


def said(lines: list[Line] | tuple[Line, ...]) -> str:
    return "\n".join(line.plain.rstrip() for line in lines) + "\n"


def drawn(typing: Typing | None = None, groups: tuple[Group, ...] = GROUPS) -> str:
    body = filter_body(groups, ("2019-08", None), typing, 41, "/")
    return said([body.line(at) for at in range(len(body))])


def test_groups_with_boxes_signs_and_counts() -> None:
    assert drawn() == dedent(
        """\
        Status, any of
          [ ] ● held or came about             19
          [x] ○ scheduled                      10
          [-] × called off                      1
          [ ]   no status told                  2

        Who, any of
          [ ] Kang Kyung-wha                    3
              8 more: / and a name

        When
          from  Aug 2019
          until latest

        Only, all of
          [ ] !  in conflict                    0
          [ ] •• two origins or more            2
        """
    )


def test_a_name_is_typed_under_what_it_finds() -> None:
    typing = Typing(Target("who"), "ka")
    assert "  [ ] Kang Kyung-wha                    3\n      / ka_  8 more\n" in drawn(typing)
    none = (Group("who", ()),)
    assert "/ kx_  none of these" in drawn(Typing(Target("who"), "kx"), none)


def test_a_date_is_read_back_and_a_reason_stands_below_it() -> None:
    until = Target(WHEN, "until")
    assert "  until sep 2019_  Sep 2019\n" in drawn(Typing(until, "sep 2019", "Sep 2019"))
    why = "'sepp' is not a date that can be read: write 2019-11-20"
    text = drawn(Typing(until, "sepp", why=why))
    told = "    'sepp' is not a date that can be\n    read: write 2019-11-20\n"
    assert f"  until sepp_\n{told}" in text


def test_the_cursor_finds_its_place_again() -> None:
    body = filter_body(GROUPS, (None, None), None, 41, "/")
    kang = Target("who", "kang")
    line = body.rest(kang)
    assert body.target_at(line) == kang
    assert body.target_at(body.rest(Target("who", "gone"))) == kang
    assert body.target_at(body.group_line(line, 1)) == Target(WHEN, "from")
    assert body.target_at(body.group_line(line, -1)) == Target("status", "occurred")
    assert body.rest(None) == 0
    assert body.heading(line) == line - 1
    typing = Typing(Target("who"), "k")
    typed = filter_body(GROUPS, (None, None), typing, 41, "/")
    assert typed.target_at(typed.rest(Target("who"), typing)) == kang
    for at in range(len(body)):
        assert body.line(at).stop == (body.target_at(at) is not None)


def test_signs_have_their_ascii() -> None:
    text = to_ascii(drawn())
    assert text.isascii()
    assert "[x] o scheduled" in text
    assert [len(line) for line in text.splitlines()] == [len(x) for x in drawn().splitlines()]


NAMES = {"RU": "Russia", "kang": "Kang Kyung-wha", "meeting": "meeting", "herald": "Korea Herald"}


def asked(*choices: Choice, period: tuple[str | None, str | None] = (None, None)) -> list[str]:
    return [c.chip for c in conditions(choices, period, lambda c: NAMES.get(c.value, c.value))]


@pytest.mark.parametrize(
    ("choices", "chips"),
    [
        ((Choice("status", "scheduled"), Choice("status", "mooted")), ["scheduled or mooted"]),
        ((Choice("country", "RU", True),), ["without Russia"]),
        ((Choice("status", "cancelled", True),), ["without called off"]),
        ((Choice("kind", "meeting", True), Choice("who", "kang")),
         ["Kang Kyung-wha", "no meeting"]),
        ((Choice("only", "denied"), Choice("only", "conflict", True)),
         ["denied", "not in conflict"]),
        ((Choice("status", "occurred", True),), ["without held"]),
        ((Choice("status", "did-not-occur"),), ["did not occur"]),
        (tuple(Choice("topic", t) for t in "abcde"), ["a, b or 3 more"]),
    ],
)  # fmt: skip
def test_chips(choices: tuple[Choice, ...], chips: list[str]) -> None:
    assert asked(*choices) == chips


def test_the_period_is_one_chip() -> None:
    assert asked(period=("2019-08", None)) == ["from Aug 2019"]
    assert asked(period=("2019-08", "2019-09-20")) == ["from Aug 2019 until 20 Sep 2019"]


def test_chips_shorten_before_the_days_do() -> None:
    choices = (Choice("status", "scheduled"), Choice("status", "mooted"), Choice("who", "kang"))
    found = conditions(choices, ("2019-08", None), lambda c: NAMES.get(c.value, c.value))
    long, short, number = filter_chips(found)
    assert long == ["scheduled or mooted", "Kang Kyung-wha", "from Aug 2019"]
    assert short == ["2 statuses", "Kang Kyung-wha", "from Aug 2019"]
    assert number == ["3 filters"]
    for cells, chips in ((120, long), (70, short), (40, number)):
        line = chrome.header("A dossier", "timeline", (3, 40), [], "", cells, filters=found)
        assert "   ".join(chips) in line.plain
    days = chrome.chips("", "2019-09-15", "2019-09-19")
    line = chrome.header("Japan and Korea", "timeline", (3, 40), days, "", 80, filters=found)
    assert "3 filters   on 15 Sep 2019   known by 19 Sep 2019" in line.plain
    assert width(line.plain) == 79


@given(st.integers(40, 200), st.integers(0, 6))
def test_a_header_is_never_wider_than_the_screen(cells: int, many: int) -> None:
    found = [Condition(f"condition {n}", f"c {n}", "") for n in range(many)]
    days = chrome.chips("words", "2019-09-15", "2019-09-19")
    line = chrome.header(
        "A dossier", "timeline", (3, 40), days, "3 conflicts", cells, filters=found
    )
    assert width(line.plain) == cells - 1
    assert "known by 19 Sep 2019" in line.plain


CALLED_OFF = Found(Condition("called off", "called off", "called off"), 1, 3)
RUSSIA = Found(Condition("Russia", "Russia", "about Russia"), 3, 1)
PERIOD = Found(Condition("from 2020", "from 2020", "dated from 2020"), 0, 0)


def test_two_conditions() -> None:
    assert said(nothing([CALLED_OFF, RUSSIA], 40, 80, keys=KEYS)) == dedent(
        """\

        No event is both called off and about Russia.

        Called off alone finds 1 event; Russia alone finds 3.

        f  change the filter
        F  clear it and show all 40 events
        """
    )


def test_more_conditions_say_which_to_give_up() -> None:
    text = said(nothing([CALLED_OFF, RUSSIA, PERIOD], 40, 80, keys=KEYS))
    assert "No event is called off, about Russia and dated from 2020 at once." in text
    assert "from 2020 alone finds none." in text.replace("\n", " ")
    assert "Leave out “called off” and 3 remain." in text


def test_one_condition_and_what_was_known() -> None:
    text = said(nothing([CALLED_OFF], 28, 80, keys=KEYS, known="2019-09-19"))
    assert "No event known by Thu 19 Sep 2019 is called off." in text
    assert "Without it the list has 28 events." in text
    text = said(nothing([CALLED_OFF, RUSSIA], 28, 50, keys=KEYS, thing="encounter"))
    assert "No encounter belongs to an event that is both" in text
    assert all(len(line) <= 50 for line in text.splitlines())
