"""Only what differs is sent: and the terminal shows the same as if everything had been."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.frugal.pen import PLAIN, Pen, change, pen_of
from tui.frugal.screen import BEGIN, END, FrugalScreen

WIDE, HIGH, EDGE = 20, 8, 5  # EDGE: where a line may be drawn from, besides its beginning
# what a cell may hold, accents and wide ones too, and what terminals disagree about
CELLS = ("a", "b", "Z", " ", " ", " ", "é", "ç", "●", "━", "━", "…", "e\u0301", "한", "日", "本")
STYLES = ("", "1", "2;31", "38;2;1;2;3;48;2;9;9;9", "1;38;2;1;2;3;48;2;9;9;9", "48;2;9;9;9", "7",
          "4;38;5;7", "38;5;7;48;5;8", "44")  # fmt: skip

Attributes = tuple[object, ...]


def size_of(cell: str) -> int:
    return 2 if cell >= "\u1100" and cell not in "●━…" else 1


def drawn(cells: Sequence[tuple[str, str]], wide: int) -> str:
    """The cells (text, style) that fit into so many columns, as Textual draws them."""
    out, room = "", wide
    for text, style in cells:
        if size_of(text) > room:
            break
        room -= size_of(text)
        out += f"\x1b[{style}m{text}\x1b[0m" if style else text
    return out + " " * room


def look(screen: pyte.Screen) -> list[Attributes]:
    """Every cell as it is seen: of a blank only its ground."""
    seen: list[Attributes] = []
    for y in range(screen.lines):
        for x in range(screen.columns):
            cell = screen.buffer[y][x]
            if cell.data == " " and not (cell.underscore or cell.reverse or cell.strikethrough):
                seen.append((" ", cell.bg))
            else:
                seen.append(tuple(cell))
    return seen


class Pair:
    """Two terminals: one is sent everything, the other what is not known to be there."""

    def __init__(self, *, grounds: bool = True) -> None:
        self.shape = (WIDE, HIGH)
        self.frugal = FrugalScreen(lambda: self.shape, grounds=grounds)
        self.screens = (pyte.Screen(WIDE, HIGH), pyte.Screen(WIDE, HIGH))
        self.streams = [pyte.Stream(screen) for screen in self.screens]
        self.write("\x1b[?7l")

    def write(self, data: str) -> str:
        self.streams[0].feed(data)
        sent = self.frugal.through(data)
        self.streams[1].feed(sent)
        return sent

    def same(self) -> bool:
        return look(self.screens[0]) == look(self.screens[1])


styled = st.tuples(st.sampled_from(CELLS), st.sampled_from(STYLES))
cells = st.lists(styled, max_size=WIDE)
lines = st.tuples(st.lists(styled, max_size=EDGE), cells)
whole = st.lists(lines, min_size=HIGH, max_size=HIGH).map(lambda rows: ("whole", rows))
steps = st.one_of(
    whole,
    st.tuples(st.just("part"), st.tuples(st.integers(0, HIGH - 1), cells)),
    st.tuples(st.just("mark"), st.tuples(st.integers(0, HIGH - 1), st.sampled_from(("▌", " ")))),
    st.tuples(st.just("scroll"), st.integers(-HIGH + 1, HIGH - 1)),
    st.tuples(st.just("raw"), st.sampled_from(
        ("\x1b[2J", "\x1b[?1049h", "\x1b]52;c;YQ==\x07", "\x1b[3;3Htext\x1b[K", "\x1b[31mred\x1b[m",
         "\x1b[1;1Ha\u200db\x1b[1;1H", "\x1b[4;1Hbeyond" + "x" * WIDE, BEGIN, END))),
    st.tuples(st.just("size"), st.sampled_from(((WIDE, HIGH), (WIDE + 4, HIGH + 2)))),
)  # fmt: skip


def frame(rows: Sequence[tuple[int, int, str]]) -> str:
    """Pieces of lines (row, column, text) as Textual sends them."""
    pieces = [f"\x1b[{y + 1};{x + 1}H{text}" for y, x, text in rows]
    ends = ["\n" if y != rows[-1][0] else "" for y, _, _ in rows]
    return "".join(piece + end for piece, end in zip(pieces, ends, strict=True)) + "\x1b[1;1H"


@settings(deadline=None, max_examples=200)
@given(st.lists(steps, max_size=12), st.booleans())
def test_the_terminal_shows_the_same(script: list[tuple[str, object]], grounds: bool) -> None:
    pair = Pair(grounds=grounds)
    page: list[str] = [" " * WIDE] * HIGH
    for kind, what in script:
        if kind == "whole":
            assert isinstance(what, list)
            page = [drawn(left, EDGE) + drawn(right, WIDE - EDGE) for left, right in what]
            pair.write(frame([(y, 0, text) for y, text in enumerate(page)]))
        elif kind == "scroll":
            assert isinstance(what, int)
            page = page[what:] + page[:what]
            pair.write(frame([(y, 0, text) for y, text in enumerate(page)]))
        elif kind == "part":
            assert isinstance(what, tuple)
            right = drawn(what[1], WIDE - EDGE)
            pair.write(frame([(what[0], 0, drawn((), EDGE)), (what[0], EDGE, right)]))
        elif kind == "mark":
            assert isinstance(what, tuple)
            mark = f"\x1b[36m{what[1]}\x1b[0m"
            pair.write(frame([(what[0], 0, drawn((), EDGE)), (what[0], 0, mark)]))
        elif kind == "size":
            assert isinstance(what, tuple)
            pair.shape = what
            for screen in pair.screens:
                screen.resize(what[1], what[0])
            pair.write(frame([(y, 0, text) for y, text in enumerate(page)]))
        else:
            assert isinstance(what, str)
            pair.write(what)
        assert pair.same(), (kind, what)


def test_what_is_there_is_not_sent_again() -> None:
    pair = Pair()
    page = frame([(y, 0, f"line {y}".ljust(WIDE)) for y in range(HIGH)])
    assert len(pair.write(page)) > 40
    assert pair.write(page) == ""
    assert len(pair.write(frame([(3, 0, "line X".ljust(WIDE))]))) <= len("\x1b[4;6HX")
    assert pair.same()


def test_lines_that_move_are_moved_by_the_terminal() -> None:
    pair = Pair()
    texts = [f"{y} " + "abcdefgh"[y] * (WIDE - 2) for y in range(HIGH)]
    pair.write(frame([(y, 0, text) for y, text in enumerate(texts)]))
    sent = pair.write(frame([(y, 0, text) for y, text in enumerate([*texts[1:], "new".ljust(20)])]))
    assert pair.same()
    assert len(sent) < 2 * WIDE


def test_what_is_forgotten_is_sent_whole() -> None:
    pair = Pair()
    page = frame([(y, 0, f"line {y}".ljust(WIDE, ".")) for y in range(HIGH)])
    first = pair.write(page)
    pair.frugal.forget()
    again = pair.write(page)
    assert again.count("line") == first.count("line") == HIGH


@pytest.mark.parametrize(
    "raw", ["\x1b[?1049h", "\x1b[2J", "\x1b[?7h", "\x1bc", "text", "\x1b[H\x00"]
)
def test_what_is_not_known_passes_and_is_forgotten_after(raw: str) -> None:
    pair = Pair()
    page = frame([(0, 0, "\x1b[31mline\x1b[0m".ljust(WIDE))])
    pair.write(page)
    assert pair.write(raw).endswith(raw)
    assert "line" in pair.write(page)


def test_questions_and_the_clipboard_change_nothing() -> None:
    pair = Pair()
    page = frame([(0, 0, "line".ljust(WIDE))])
    pair.write(page)
    for apart in ("\x1b[?1000h", "\x1b[?2026$p", "\x1b]52;c;YQ==\x07", "\x07", "\x1b[>25u"):
        assert pair.write(apart) == apart
    assert pair.write(page) == ""


def test_cells_after_a_doubtful_one_are_addressed() -> None:
    """Where a terminal draws ● two cells wide, what follows stands where it belongs."""
    sent = Pair().write(frame([(0, 0, "a●b━━━c".ljust(WIDE))]))
    assert re.search(r"●\x1b\[3Gb━━━\x1b\[7Gc", sent)


def test_small_frames_are_sent_without_the_frame_of_a_large_one() -> None:
    pair = Pair()
    page = [(y, 0, "x" * WIDE) for y in range(HIGH)]
    assert pair.frugal.through(BEGIN) == ""
    assert BEGIN not in pair.write(frame(page))
    assert pair.frugal.through(END) == ""
    pair.shape = (200, 50)
    pair.frugal.through(BEGIN)
    assert pair.frugal.through(frame([(y, 0, "x" * 200) for y in range(50)])).startswith(BEGIN)
    assert pair.frugal.through(END) == END


def shown(codes: str, before: Pen) -> Pen:
    """The pen as a terminal has it, told in full or in part."""
    fore, back, attributes = before
    found = re.findall(r"[34]8;2;\d+;\d+;\d+|[34]8;5;\d+|\d*", codes)
    for code in filter(None, found) if codes else ["0"]:
        kind = int(code.partition(";")[0])
        if kind == 0:
            fore, back, attributes = PLAIN
        elif kind in (38, *range(30, 38), *range(90, 98)):
            fore = code
        elif kind in (48, *range(40, 48), *range(100, 108)):
            back = code
        elif kind == 39:
            fore = ""
        elif kind == 49:
            back = ""
        elif kind in (22, 23, 24, 25, 27, 28, 29, 54, 55):
            off = {22: {1, 2}, 24: {4, 21}, 25: {5, 6}, 54: {51, 52}}.get(kind, {kind - 20})
            attributes -= off if kind != 55 else {53}
        else:
            attributes |= {kind}
    return Pen(fore, back, attributes)


pens = st.builds(
    Pen,
    st.sampled_from(("", "31", "97", "38;5;7", "38;2;1;2;3")),
    st.sampled_from(("", "41", "48;5;7", "48;2;1;2;3")),
    st.frozensets(st.sampled_from((1, 2, 3, 4, 7, 9, 21, 53))),
)


@given(pens, pens)
def test_a_pen_becomes_another_one(now: Pen, then: Pen) -> None:
    for before in (now, None):
        sent = change(before, then)
        assert not sent or sent.startswith("\x1b[")
        assert shown(sent[2:-1], now) == then if sent else now == then


@given(pens)
def test_a_pen_is_read_as_it_is_written(pen: Pen) -> None:
    assert pen_of(change(None, pen)[2:-1], Pen("31", "41", frozenset((1,)))) == pen
