"""The line that tells of slow reading, in a real pseudo-terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from terminals import ROOT, Terminal

SLOW = """
import sys
from tui.cli.progress import telling
with telling("reading \\x1b[31m" + "a" * 90):
    open(sys.argv[1]).read()
print("done")
"""


def test_slow_reading_is_told_in_one_row_and_wiped(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    made = Terminal(60, 10, ("-c", SLOW, str(pipe)))
    try:
        text = made.wait("legation: reading ")
        assert text.rstrip().count("\n") == 0
        assert b"\x1b[31m" not in made.raw
        pipe.write_text("")
        text = made.wait("done")
        assert "reading" not in text
    finally:
        made.child.close(force=True)


NEVER = """
import sys, time
import tui.cli.reading
tui.cli.reading.open_dossier = lambda *_, **__: time.sleep(60)
from tui.cli.main import main
sys.exit(main())
"""


def test_ctrl_c_stops_reading(tmp_path: Path) -> None:
    """A dossier that takes a minute to come."""
    slow = tmp_path / "slow.json"
    slow.touch()
    made = Terminal(80, 10, ("-c", NEVER, str(slow)))
    try:
        made.wait("legation: reading slow.json; ctrl+c stops it")
        made.send("\x03")
        assert made.gone() == 130
        assert b"Traceback" not in made.raw
    finally:
        made.child.close(force=True)


def test_nothing_is_told_into_a_pipe() -> None:
    slow = SLOW.replace("open(sys.argv[1]).read()", "import time; time.sleep(0.4)")
    ran = subprocess.run(
        [sys.executable, "-c", slow],
        cwd=ROOT, capture_output=True, check=True, timeout=20,
    )  # fmt: skip
    assert ran.stderr == b""
    assert ran.stdout == b"done\n"
