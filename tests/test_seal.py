"""A sealed process, tried from within."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from cli_run import ROOT, digest

SEALED = """
import os, resource, shutil, socket, subprocess, sys, tempfile
from tui.seal import seal
seal()
def tried(name, act):
    try:
        act()
    except PermissionError:
        print(name, "refused")
    else:
        print(name, "done")
place = sys.argv[1]
tried("open", lambda: open(f"{place}/made", "w"))
tried("append", lambda: open(f"{place}/there", "a"))
tried("os.open", lambda: os.open(f"{place}/made", os.O_CREAT | os.O_WRONLY))
tried("mkdir", lambda: os.mkdir(f"{place}/made"))
tried("remove", lambda: os.remove(f"{place}/there"))
tried("rename", lambda: os.rename(f"{place}/there", f"{place}/made"))
tried("symlink", lambda: os.symlink("/", f"{place}/made"))
tried("temporary", lambda: tempfile.mkstemp(dir=place))
tried("system", lambda: os.system(f"touch {place}/made"))
tried("popen", lambda: subprocess.Popen(["touch", f"{place}/made"]))
tried("fork", os.fork)
tried("spawn", lambda: os.posix_spawn("/bin/true", ["true"], {}))
tried("exec", lambda: os.execv("/bin/true", ["true"]))
tried("connect", lambda: socket.create_connection(("127.0.0.1", 9)))
open(f"{place}/there").close()
print(resource.getrlimit(resource.RLIMIT_FSIZE), resource.getrlimit(resource.RLIMIT_CORE))
try:
    held = bytearray(1 << 30)
except MemoryError:
    print("memory refused")
"""


def test_a_sealed_process_changes_and_starts_nothing(tmp_path: Path) -> None:
    (tmp_path / "there").write_text("as it was")
    before = digest(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", SEALED, str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, timeout=40, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    *lines, limits, memory = done.stdout.splitlines()
    assert len(lines) == 14
    assert [line for line in lines if not line.endswith(" refused")] == []
    assert limits == "(0, 0) (0, 0)"
    assert memory == "memory refused"
    assert digest(tmp_path) == before
