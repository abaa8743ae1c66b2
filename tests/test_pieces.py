"""Keys that a slow line brings in two pieces."""

from __future__ import annotations

import pytest

from tui.pieces import REACH, Pieces, apart


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
    assert pieces.escaped
    assert pieces.whole("[B") == "\x1b[B"  # the parser is to begin anew
    assert not pieces.escaped
    pieces.whole("\x1b")
    pieces.give_up()
    time[0] = REACH
    assert pieces.whole("[B") == "[B"


@pytest.mark.parametrize(
    ("came", "parts"),
    [
        ("\x1bj", ["", "j"]),
        ("j\x1bQ", ["j", "Q"]),
        ("\x1b\x1b", ["", "\x1b"]),  # the last may be more
        ("\x1b\rx", ["", "\rx"]),
        ("\x1b[B\x1bOQ", ["\x1b[B\x1bOQ"]),
        ("\x1b]11;rgb:0/0/0\x1b\\", ["\x1b]11;rgb:0/0/0\x1b\\"]),
        ("\x1b", ["\x1b"]),
    ],
)
def test_escape_and_a_key_behind_it_are_two_keys(came: str, parts: list[str]) -> None:
    assert apart(came, typing=False) == parts
    assert apart(came, typing=True) == parts


def test_where_words_are_typed_some_keys_have_alt() -> None:
    for came in ("\x1bb", "\x1bf", "\x1bd", "\x1b\x7f"):
        assert apart(came, typing=True) == [came]
        assert apart(came, typing=False) == ["", came[1]]
