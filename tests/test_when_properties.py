"""Comparison and meeting of dates against a brute-force model, and their laws.

The model writes a date out as the set of all pairs (first day, last day) that it may stand for,
on a calendar of ten days in which day 0 stands for the endless past and day 11 for the endless
future. Everything the library says is held against those sets.
"""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from store.when import (
    POINTS,
    Truth,
    When,
    WhenError,
    before,
    contains_day,
    covers,
    meet,
    overlaps,
    parse_when,
    same,
    sort_key,
    touches,
)

PAST, FUTURE = 0, 11
ORIGIN = date(2019, 11, 9)  # day 1 is 10 November
FORMS = [
    *("{a}{q}", "[{a}{q}..{b}]", "[{a},{b}{q}]", "[{a}..{b}{q},{c}]", "[..{b}{q}]", "[{a}{q}..]"),
    *("{a}/{b}{q}", "{a}{q}/..", "{a}{q}/", "../{b}{q}", "/{b}{q}"),
]
Pair = tuple[int, int]


def day(number: int) -> date:
    return ORIGIN + timedelta(days=number)


def number(value: date | None, absent: int) -> int:
    return absent if value is None else (value - ORIGIN).days


@st.composite
def whens(draw: st.DrawFn) -> When:
    a, b = sorted(draw(st.tuples(st.integers(2, 9), st.integers(2, 9))))
    first, last = day(a).isoformat(), day(b).isoformat()
    doubt = draw(st.sampled_from(["", "", "", "~", "?"]))
    form = draw(st.sampled_from(FORMS))
    third = day(draw(st.integers(2, 9))).isoformat()
    return parse_when(form.format(a=first, b=last, c=third, q=doubt))


def possible(when: When) -> set[Pair]:
    """Every (first day, last day) the date may stand for, written out from its kind."""
    spans = [(number(a, PAST), number(b, FUTURE)) for a, b in when.members] or [
        (number(when.earliest, PAST), number(when.latest, FUTURE))
    ]
    low, high = spans[0]
    everything = {(s, e) for s in range(PAST, FUTURE + 1) for e in range(s, FUTURE + 1)}
    if when.kind == "open-end":
        return {(low, FUTURE)}
    if when.kind == "open-start":
        return {(PAST, high)}
    if when.kind == "unknown-end":
        return {(s, e) for s, e in everything if s == low}
    if when.kind == "unknown-start":
        return {(s, e) for s, e in everything if e == high}
    if when.kind == "interval":
        return {(low, high)}
    return {(s, e) for s, e in everything for a, b in spans if a <= s and e <= b}


def truth(answers: list[bool], *sides: When) -> Truth:
    if all(answers):
        return "maybe" if any(side.uncertain for side in sides) else "yes"
    return "maybe" if any(answers) else "no"


@given(whens(), whens())
def test_before_is_what_every_possibility_says(a: When, b: When) -> None:
    answers = [e < s for _, e in possible(a) for s, _ in possible(b)]
    assert before(a, b) == truth(answers, a, b)


@given(whens(), whens())
def test_overlaps_is_what_every_possibility_says(a: When, b: When) -> None:
    answers = [s <= f and t <= e for s, e in possible(a) for t, f in possible(b)]
    assert overlaps(a, b) == truth(answers, a, b)
    assert overlaps(a, b) == overlaps(b, a)


@given(whens(), st.integers(1, 10))
def test_contains_day_is_what_every_possibility_says(a: When, when: int) -> None:
    assert contains_day(a, day(when)) == truth([s <= when <= e for s, e in possible(a)], a)


@given(whens(), st.integers(2, 9), st.integers(0, 5))
def test_covers_asks_for_every_day_of_the_range(a: When, first: int, more: int) -> None:
    last = min(first + more, 9)
    asked = parse_when(f"[{day(first)}..{day(last)}]")
    answers = [s <= first and last <= e for s, e in possible(a)]
    touched = any(s <= last and first <= e for s, e in possible(a))
    expected = truth(answers, a)
    assert covers(a, asked) == ("maybe" if expected == "no" and touched else expected)
    assert touches(a, day(first), day(last)) is touched


@given(whens(), whens())
def test_maybe_never_contradicts_a_certain_answer(a: When, b: When) -> None:
    """What certainly lies before does not overlap, and the other way round."""
    if before(a, b) == "yes":
        assert overlaps(a, b) == "no"
        assert before(b, a) == "no"
    if overlaps(a, b) == "yes":
        assert before(a, b) == before(b, a) == "no"
    if overlaps(a, b) == "no" and not (a.uncertain or b.uncertain) and not (a.members or b.members):
        assert {before(a, b), before(b, a)} == {"yes", "no"}
    certain = parse_when(a.text.replace("~", "").replace("?", ""))
    assert before(a, b) in (before(certain, b), "maybe")
    assert overlaps(a, b) in (overlaps(certain, b), "maybe")


@given(whens(), whens())
def test_meeting_does_not_depend_on_the_order(a: When, b: When) -> None:
    assert meet(a, b) == meet(b, a)


@given(whens())
def test_a_date_meets_itself(a: When) -> None:
    assert meet(a, a) == a


@given(whens(), whens())
def test_dates_meet_exactly_when_they_share_a_possibility(a: When, b: When) -> None:
    assume(not {a.kind, b.kind} & {"open-end", "open-start"})
    shared = possible(a) & possible(b)
    met = meet(a, b)
    assert (met is None) == (not shared)
    if met is not None and met not in (a, b):
        assert possible(met) == shared
    if met is not None and possible(met) != shared:  # EDTF cannot write what they share
        assert met in (a, b)
        assert {a.kind, b.kind} & {"unknown-end", "unknown-start"}


@given(whens(), whens())
def test_doubt_makes_no_conflict_and_certainty_wins(a: When, b: When) -> None:
    plain_a, plain_b = (parse_when(w.text.replace("~", "").replace("?", "")) for w in (a, b))
    met, plain = meet(a, b), meet(plain_a, plain_b)
    assert (met is None) == (plain is None)
    assert meet(a, plain_a) == plain_a
    if met is not None and met.uncertain:
        assert a.uncertain or b.uncertain


@given(
    st.integers(2, 9).map(lambda n: parse_when(f"{day(n)}/..")),
    whens().filter(lambda w: w.kind in POINTS and not w.members),
)
def test_what_is_still_so_stays_so_beside_a_date_of_its_start(a: When, b: When) -> None:
    met = meet(a, b)
    assert (met is not None) == touches(b, a.earliest, a.earliest)
    if met is not None:
        assert (met.kind, met.earliest) == ("open-end", a.earliest)


@given(whens(), whens())
def test_same_is_certain_only_of_one_possibility(a: When, b: When) -> None:
    verdict = same(a, b)
    assert (verdict == "no") == (meet(a, b) is None)
    if verdict == "yes":
        assert possible(a) == possible(b)
        assert len(possible(a)) == 1


@given(whens(), whens())
def test_order_follows_what_certainly_lies_before(a: When, b: When) -> None:
    if before(a, b) == "yes" and a.earliest is not None:
        assert sort_key(a) < sort_key(b) < sort_key(None)


def read(text: str) -> When | WhenError:
    try:
        return parse_when(text)
    except WhenError as error:
        return error


@given(st.text(alphabet="0123456789X-/.[],?~%TY: u", max_size=24) | st.text(max_size=40))
def test_any_text_is_read_or_refused_in_one_printable_sentence(text: str) -> None:
    got = read(text)
    if isinstance(got, WhenError):
        assert str(got).isprintable()
    else:
        assert parse_when(got.text) == got
