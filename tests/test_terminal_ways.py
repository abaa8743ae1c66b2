"""The table of terminals and ends names tests that exist, and every test through a real sshd."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).parent
FILES = {
    "m": TESTS / "remote" / "test_matrix.py",
    "d": TESTS / "remote" / "test_drop.py",
    "e": TESTS / "test_pty_ends.py",
}


def section() -> str:
    text = (TESTS.parent / "CONTRIBUTING.md").read_text("utf-8")
    return text.partition("## Terminals and ends that are tried\n")[2].partition("\n## ")[0]


def written(file: str) -> set[str]:
    return set(re.findall(r"^(?:async )?def (test_\w+)", FILES[file].read_text("utf-8"), re.M))


def test_every_row_names_tests_that_exist() -> None:
    rows = [line for line in section().splitlines() if line.startswith("|")][2:]
    assert rows
    for row in rows:
        named = re.findall(r"`([mde]): (test_\w+)`", row)
        assert named or "tests/torture/" in row, row
        for file, test in named:
            assert test in written(file), test


def test_every_test_through_sshd_is_in_the_table() -> None:
    told = set(re.findall(r"`([mde]): (test_\w+)`", section()))
    for file in ("m", "d"):
        assert {(file, test) for test in written(file)} <= told
