"""The fault list: each test counts what it did and what was lost; a table stands at the end.

``make test`` runs a short form of each, ``make torture`` the whole numbers.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pytest

FULL = os.environ.get("LEGATION_TORTURE") == "full"
PARTS = 4 if FULL else 1
# what takes long is as many tests, so that no core waits for another; one row in the table
in_parts = pytest.mark.parametrize("part", range(PARTS))


@dataclass(frozen=True, slots=True)
class Tally:
    """One fault: how often it was tried, how often all was well after it, how much was lost."""

    what: str
    tried: int
    survived: int
    lost: int
    note: str


@pytest.fixture
def times() -> Callable[[int, int], int]:
    """How often to try: the first number within ``make test``, the second in ``make torture``."""
    return lambda short, full: full if FULL else short


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Callable[..., Tally]:
    """Puts a row into the table and returns it; asserting on it is the test's own business."""

    def put(what: str, *, tried: int, survived: int, lost: int, note: str = "") -> Tally:
        # with the test's report it comes back from a worker process as well
        record_property("tally", [what, tried, survived, lost, note])
        return Tally(what, tried, survived, lost, note)

    return put


def summed(rows: Iterable[Tally]) -> list[Tally]:
    """The rows of a fault that was tried in parts as one, with each note once."""
    parts: dict[str, list[Tally]] = {}
    for row in rows:
        parts.setdefault(row.what, []).append(row)
    return [
        Tally(
            what,
            sum(row.tried for row in of),
            sum(row.survived for row in of),
            sum(row.lost for row in of),
            "; ".join(dict.fromkeys(row.note for row in of if row.note)),
        )
        for what, of in parts.items()
    ]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    ended = ("passed", "failed")
    reports = [report for how in ended for report in terminalreporter.getreports(how)]
    noted = [pair for report in reports for pair in report.user_properties]
    told = [value for name, value in noted if name == "tally"]
    rows = sorted(summed([Tally(*value) for value in told]), key=lambda row: row.what)
    if not rows:
        return
    width = max(len(row.what) for row in rows)
    terminalreporter.section("faults" if FULL else "faults, short form (make torture has them all)")
    terminalreporter.line(f"{'what':{width}}  {'tried':>6}  {'survived':>8}  {'lost':>5}")
    for row in rows:
        counts = f"{row.tried:6}  {row.survived:8}  {row.lost:5}"
        terminalreporter.line(f"{row.what:{width}}  {counts}  {row.note}".rstrip())
