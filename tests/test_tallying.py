"""The table of faults: what was tried in parts is one row."""

from __future__ import annotations

from tallying import Tally, summed


def test_parts_of_a_fault_are_one_row() -> None:
    rows = [
        Tally("kills", 20, 19, 1, ""),
        Tally("cards", 30, 30, 0, "wide"),
        Tally("cards", 30, 28, 2, "narrow"),
        Tally("cards", 30, 30, 0, "narrow"),
    ]
    assert summed(rows) == [
        Tally("kills", 20, 19, 1, ""),
        Tally("cards", 90, 88, 2, "wide; narrow"),
    ]
