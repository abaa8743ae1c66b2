"""Keys that a slow line brings in two pieces."""

from __future__ import annotations

import pytest

from tui.pieces import REACH, Pieces


@pytest.mark.parametrize(
    "key",
    ["\x1b[B", "\x1b[F", "\x1b[6~", "\x1bOQ", "\x1b[1;5A", "\x1b[15;2~", "\x1b[<0;10;5M", "\x1b[Z"],
)
def test_wherever_it_breaks_it_is_whole(key: str) -> None:
    for at in range(1, len(key)):
        pieces = Pieces(lambda: 0.0)
        assert pieces.whole("j" + key[:at]) == "j" + key[:at]
        pieces.give_up()
        assert pieces.whole(key[at:]) == key
        assert pieces.whole(key[at:]) == key[at:]  # once


@pytest.mark.parametrize("typed", ["[", "j", "Q", "[j", "OK", "/abc", "\x1b[B", "BB"])
def test_what_is_typed_after_escape_stays_what_it_is(typed: str) -> None:
    pieces = Pieces(lambda: 0.0)
    pieces.whole("\x1b")
    pieces.give_up()
    assert pieces.whole(typed) == typed


def test_only_what_was_given_up_and_not_long_ago_is_put_before() -> None:
    time = [0.0]
    pieces = Pieces(lambda: time[0])
    pieces.whole("\x1b")
    assert pieces.whole("[B") == "[B"  # the parser still has the first
    pieces.whole("\x1b")
    pieces.give_up()
    time[0] = REACH
    assert pieces.whole("[B") == "[B"
