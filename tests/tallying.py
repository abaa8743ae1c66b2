"""The fault list: each test counts what it did and what was lost; a table stands at the end.

``make test`` runs a short form of each, ``make torture`` the whole numbers.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

import pytest

FULL = os.environ.get("LEGATION_TORTURE") == "full"


@dataclass(frozen=True, slots=True)
class Tally:
    """One fault: how often it was tried, how often all was well after it, how much was lost."""

    what: str
    tried: int
    survived: int
    lost: int
    note: str


_TALLIES: list[Tally] = []


@pytest.fixture
def times() -> Callable[[int, int], int]:
    """How often to try: the first number within ``make test``, the second in ``make torture``."""
    return lambda short, full: full if FULL else short


@pytest.fixture
def tally() -> Callable[..., Tally]:
    """Puts a row into the table and returns it; asserting on it is the test's own business."""

    def put(what: str, *, tried: int, survived: int, lost: int, note: str = "") -> Tally:
        row = Tally(what, tried, survived, lost, note)
        _TALLIES.append(row)
        return row

    return put


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not _TALLIES:
        return
    width = max(len(row.what) for row in _TALLIES)
    terminalreporter.section("faults" if FULL else "faults, short form (make torture has them all)")
    terminalreporter.line(f"{'what':{width}}  {'tried':>6}  {'survived':>8}  {'lost':>5}")
    for row in _TALLIES:
        counts = f"{row.tried:6}  {row.survived:8}  {row.lost:5}"
        terminalreporter.line(f"{row.what:{width}}  {counts}  {row.note}".rstrip())
