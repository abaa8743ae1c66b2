"""An ordinary account that a server of the tests knows, and the system never does.

Root may give a server a view of the files of its own, in which ``passwd`` has one more line and
what the account must read is within its reach. Nothing of the system's changes, and the view ends
with the server. Who is not root logs in as himself: he has no privilege to lose.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import pytest
from terminals import ROOT

NUMBER = 61297  # of the user and his group; nobody's
SECONDS = 20
ASIDE = Path("/mnt")  # where things wait while a tmpfs comes over their place


class Account:
    """A user with a login shell, no password and no group of anybody’s."""

    def __init__(
        self, name: str, folder: Path, *, shell: str = "/bin/sh", home: Path = Path("/")
    ) -> None:
        """``folder`` is what it can read besides this checkout and its Python."""
        self.name = name
        self.folder = folder
        self.shell = shell
        self.home = home

    def before(self) -> list[str]:
        """Words to put before a command of root’s: it runs where the account exists."""
        known = Path("/etc/passwd").read_text("utf-8", errors="replace").splitlines()
        others = [line for line in known if not line.startswith(f"{self.name}:")]
        line = f"{self.name}:*:{NUMBER}:{NUMBER}::{self.home}:{self.shell}"
        (self.folder / "passwd").write_text("\n".join([*others, line, ""]), "utf-8")
        (self.folder / "shadow").write_text(f"{self.name}:*:::::::\n", "ascii")
        return ["unshare", "--mount", "--propagation", "private", "sh", "-c",
                f"set -e; umask 022\n{_view(self.folder)}\nexec \"$@\"", "sh"]  # fmt: skip


def _view(folder: Path) -> str:
    """The mounts, as lines of a shell: each path that a stranger cannot reach is taken aside, the
    topmost folder that is closed to him covered, and the path put back below it."""
    needed = {Path(one).resolve() for one in (sys.base_prefix, sys.prefix, ROOT, folder)}
    closed = {path: found for path in sorted(needed) if (found := _closed(path)) is not None}
    lines = [_mount("--bind", folder / name, f"/etc/{name}") for name in ("passwd", "shadow")]
    if closed:
        lines.append(_mount("-t", "tmpfs", "none", ASIDE))
    for number, path in enumerate(closed):
        lines += [f"mkdir {ASIDE}/{number}", _mount("--bind", path, ASIDE / str(number))]
    lines += [_mount("-t", "tmpfs", "-o", "mode=755", "none", one) for one in set(closed.values())]
    for number, path in enumerate(closed):
        lines += [f"mkdir -p {shlex.quote(str(path))}",
                  _mount("--bind", ASIDE / str(number), path)]  # fmt: skip
    return "\n".join(lines)


def _mount(*words: str | Path) -> str:
    return shlex.join(["mount", *map(str, words)])


def _closed(path: Path) -> Path | None:
    """The topmost folder above a path that only its owner may pass."""
    for above in reversed(path.parents):
        if not above.stat().st_mode & 0o001:
            return above
    return None


@cache
def possible() -> bool:
    """Whether root can give a server such a view here: tried, with the program started in it."""
    if os.getuid() != 0 or not all(map(shutil.which, ("unshare", "setpriv", "mount"))):
        return False
    who = ["setpriv", f"--reuid={NUMBER}", f"--regid={NUMBER}", "--clear-groups", "--no-new-privs"]
    words = [*who, sys.executable, "-I", "-c", "import tui.environment"]
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [*Account("nobodys", Path(folder)).before(), *words], cwd="/",
            stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False,
        )  # fmt: skip
    return done.returncode == 0


def needed() -> None:
    """Skips a test that is about an ordinary account where none can be made."""
    if not possible():
        pytest.skip("no account can be made here for a test: that takes root and unshare")
