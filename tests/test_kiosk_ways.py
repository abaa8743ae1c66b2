"""The table of ways out of the kiosk names tests that exist, and every test of a way."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from kiosk import DOSSIER, PYTHON, USER, fragment

TESTS = Path(__file__).parent
FILES = {
    "doors": TESTS / "remote" / "test_kiosk_doors.py",
    "forwards": TESTS / "remote" / "test_kiosk_forwards.py",
    "shell": TESTS / "remote" / "test_kiosk_shell.py",
    "inside": TESTS / "remote" / "test_kiosk_inside.py",
    "floods": TESTS / "remote" / "test_kiosk_floods.py",
    "test_kiosk": TESTS / "test_kiosk.py",
    "test_seal": TESTS / "test_seal.py",
}


def named() -> set[tuple[str, str]]:
    """(File, test) as the table has them."""
    text = (TESTS.parent / "CONTRIBUTING.md").read_text("utf-8")
    section = text.partition("## Ways out of the kiosk that are tried\n")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")][2:]
    assert rows
    found = [re.findall(r"`(\w+): (test_\w+)`", row) for row in rows]
    assert all(found), "a row names no test"
    return {pair for row in found for pair in row}


def written(file: Path) -> set[str]:
    tree = ast.parse(file.read_text("utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    every = [node.name for node in tree.body if isinstance(node, functions)]
    return {name for name in every if name.startswith("test_")}


def test_every_way_in_the_table_has_its_test() -> None:
    for file, test in named():
        assert test in written(FILES[file]), test


def test_every_test_through_sshd_is_in_the_table() -> None:
    told = {test for _, test in named()}
    for file in ("doors", "forwards", "shell", "inside", "floods"):
        assert written(FILES[file]) <= told


def test_the_fragment_has_what_the_tests_put_in_its_place() -> None:
    text = "\n".join(fragment())
    for part in (PYTHON, DOSSIER, f"Match User {USER}", "DisableForwarding yes", "env -i"):
        assert part in text
    before, _, within = text.partition("Match ")
    assert "PermitUserEnvironment" in before
    assert "AcceptEnv NONE" in within  # the shell that starts legation is given nothing either
