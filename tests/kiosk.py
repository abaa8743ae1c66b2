"""The kiosk as the README tells an administrator to set it up, behind a real sshd."""

from __future__ import annotations

import os
import pwd
import re
import select
import shlex
import socket
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from account import Account, possible
from building import write
from processes import marked
from sshd import Server, serving
from terminals import ROOT, Terminal

from tui.kiosk_app import GREETING

ONE_LINE = "legation: this needs a terminal, and stdin, stdout or stderr is none"
READY = "Timeline   1/2"  # of the small dossier
PYTHON = "/opt/legation/bin/python"  # these stand in the README
DOSSIER = "/srv/dossier"
USER = "visitor"


def fragment() -> list[str]:
    """The lines of sshd_config in the README."""
    section = (ROOT / "README.md").read_text("utf-8").partition("## A public kiosk\n")[2]
    found = re.search(r"```sshd_config\n(.*?)```", section.partition("\n## ")[0], re.DOTALL)
    assert found is not None, "the README has no fragment of sshd_config"
    return found[1].splitlines()


class Kiosk:
    """A server with the README's fragment; ``mark`` is in the path of the dossier it opens."""

    def __init__(self, server: Server, dossier: Path) -> None:
        self.server = server
        self.mark = str(dossier)

    def visit(self, *options: str, **environ: str) -> Terminal:
        """A visitor at the first screen."""
        terminal = self.server.terminal(None, *options, size=(80, 24), **environ)
        terminal.wait(READY)
        terminal.wait(GREETING)
        return terminal

    @property
    def running(self) -> list[int]:
        """The processes of legation, and of whatever it started with the dossier's name."""
        return [one for one in marked(self.mark) if "sshd" not in words(one)[0]]


def without(word: str) -> list[str]:
    """The fragment without its line that begins so."""
    return [line for line in fragment() if not line.strip().startswith(word)]


def words(process: int) -> list[str]:
    """The command line of a process; one empty word where it has ended."""
    with suppress(OSError):
        said = Path(f"/proc/{process}/cmdline").read_bytes()
        return said.decode(errors="replace").rstrip("\0").split("\0")
    return [""]


def grown(process: int, field: str = "VmData") -> int:
    """Bytes that a process has, by a field of its status."""
    status = Path(f"/proc/{process}/status").read_text("ascii")
    said = next(line for line in status.splitlines() if line.startswith(field))
    return int(said.split()[1]) * 1024


def children(process: int) -> list[str]:
    """What a process has started and still runs."""
    found = []
    for task in Path(f"/proc/{process}/task").iterdir():
        found += (task / "children").read_text("ascii").split()
    return found


@contextmanager
def kiosk(
    folder: Path,
    *before: str,
    lines: list[str] | None = None,
    changes: Mapping[str, str] | None = None,
    shell: str = "/bin/sh",
    home: Path = Path("/"),
) -> Iterator[Kiosk]:
    """A kiosk on the small dossier with ``changes``. ``before`` stands before the fragment;
    ``lines`` instead of it. The visitor is an ordinary account with this login shell and
    home where root can make one for the time of a test, else whoever runs the tests."""
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)  # only who may pass the folders above it comes here
    account = Account(USER, folder, shell=shell, home=home) if possible() else None
    dossier = write(folder / "dossier", **(changes or {}))
    text = "\n".join(fragment() if lines is None else lines)
    for written, here in ((PYTHON, sys.executable), (DOSSIER, shlex.quote(str(dossier)))):
        assert lines is not None or written in text
        text = text.replace(written, here)
    if account is None:
        text = re.sub(rf"\b{USER}\b", pwd.getpwuid(os.getuid()).pw_name, text)
    with serving(folder / "sshd", *before, *text.splitlines(), account=account) as server:
        yield Kiosk(server, dossier)


class Target:
    """Somebody who listens on the server’s side, and counts who comes."""

    def __init__(self) -> None:
        self.came = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._socket.getsockname()[1])
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                made, _ = self._socket.accept()
                self.came += 1
                made.sendall(b"inside\n")
                made.close()

    def close(self) -> None:
        # closing alone does not wake who waits in accept
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


def drained(terminal: Terminal, seconds: float) -> None:
    """Read what is drawn and look at none of it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if select.select([terminal.child.child_fd], [], [], 0.1)[0]:
            os.read(terminal.child.child_fd, 65536)


def escaped(terminal: Terminal) -> None:
    """Whatever was asked is left; a key sent too soon after escape would be one with it."""
    for _ in range(3):
        terminal.send("\x1b")
        drained(terminal, 0.4)


def still_there(terminal: Terminal) -> None:
    """The kiosk answers a key."""
    escaped(terminal)
    terminal.send("1?")
    terminal.wait("keys and signs")
    terminal.send("q")
    terminal.wait(READY)


def leaves(terminal: Terminal) -> None:
    """It ends, nobody takes its place, and the terminal is given back."""
    terminal.send("Q")
    assert terminal.gone() == 0
    after = terminal.raw.rpartition(b"\x1b[?1049l")[2]
    assert after.strip(b"\x1b[?0123456789lh;mr<uc\r\n") == b""
