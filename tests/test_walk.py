"""Moving in a body: half-page jumps, resting lines, links, hits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.present.door import folded
from tui.present.line import BLANK, Line, Link, Span
from tui.present.listing import Lines
from tui.widgets.walk import Walk

HERE, THERE = Link("person", "a"), Link("person", "b")


def walk(lines: list[Line], page: int = 10) -> Walk:
    made = Walk()
    made.body, made.page = Lines(lines), page
    made.go(0)
    return made


def text(words: str) -> Line:
    return Line((Span(words),))


def test_the_page_jumps_by_half_of_itself_at_its_edge() -> None:
    one = walk([text(str(n)) for n in range(100)])
    for _ in range(8):
        one.step(1)
    assert (one.cursor, one.top) == (8, 0)
    one.step(1)
    assert (one.cursor, one.top) == (9, 4)  # the tenth line says that there is more below


def test_blank_lines_are_stepped_over() -> None:
    one = walk([text("a"), BLANK, BLANK, text("b")])
    one.step(1)
    assert one.cursor == 3
    one.step(1)
    assert one.cursor == 3


def test_going_up_from_the_first_row_shows_the_heading_above() -> None:
    one = walk([BLANK, text("a"), *(text(str(n)) for n in range(30))], page=5)
    one.go(20)
    one.go(0)
    assert (one.cursor, one.top) == (1, 0)


def test_links_are_stepped_through_one_by_one() -> None:
    both = Line((Span("a", link=HERE), Span(" "), Span("b", link=THERE)))
    one = walk([text("x"), both, text("y"), Line((Span("a", link=HERE),))])
    seen = []
    while one.next_link(1):
        seen.append((one.cursor, one.link))
    assert seen == [(1, HERE), (1, THERE), (3, HERE)]
    assert one.next_link(-1)
    assert (one.cursor, one.link) == (1, THERE)


def test_hits_go_round() -> None:
    one = walk([text("Kang"), text("Kono"), text("kang")])
    assert not one.next_hit(1)
    one.needle = folded("KANG")
    one.next_hit(1)
    assert one.cursor == 2
    one.next_hit(1)
    assert one.cursor == 0


def test_the_last_line_says_what_is_below_it() -> None:
    event = Line((Span("a meeting", link=HERE),), event=True)
    quote = Line((Span("words"),), claim=True)
    lines = [text(str(n)) for n in range(8)] + [event, event, quote]
    one = Walk()
    one.body, one.page = Lines(lines, [10]), 6
    assert one.below == "2 more events and 1 claim below"
    one.body = Lines([*lines[:8], quote, *lines[:3]], [8])
    assert one.below == "1 more claim below"
    one.body = Lines(lines[:8])
    assert one.below == "… more below"
    one.top = 2
    assert one.below == ""


def test_paging_skips_no_line_that_a_word_stood_for() -> None:
    one = walk([text(str(n)) for n in range(60)], page=10)
    seen: set[int] = set()
    while one.below:
        seen |= set(range(one.top, one.top + one.page - 1))
        one.by_pages(1)
    seen |= set(range(one.top, one.top + one.page))
    assert seen == set(range(60))


LINES = st.lists(st.sampled_from([BLANK, text("a"), Line((Span("l", link=HERE),))]), max_size=60)
MOVES = st.lists(st.tuples(st.sampled_from(["step", "page", "go", "wheel"]), st.integers(-40, 60)))


@given(LINES, st.integers(1, 12), MOVES)
def test_the_cursor_stays_in_the_body_and_in_sight(
    lines: list[Line], page: int, moves: list[tuple[str, int]]
) -> None:
    one = walk(lines, page)
    for kind, size in moves:
        if kind == "step":
            one.step(1 if size > 0 else -1)
        elif kind == "page":
            one.by_pages(size / 20)
        elif kind == "go":
            one.go(size)
        else:
            one.wheel(size)
        assert 0 <= one.cursor < max(len(lines), 1)
        assert 0 <= one.top <= one.most
        if not any(line.stop for line in lines):
            continue  # nothing to rest on: a message is only looked at
        assert lines[one.cursor].stop
        if kind != "wheel":
            assert one.top <= one.cursor < one.top + page - bool(one.below)
