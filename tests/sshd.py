"""A real OpenSSH server on the loopback, with keys, user and configuration of its own.

It serves whoever runs the tests, root or not, or an ``Account`` that only it knows, and touches
nothing of the system's: it listens on 127.0.0.1 at a free port, knows one key, and ends by its own
process id. A client is ``ssh`` on a pseudo-terminal (``terminal``) or without one (``run``).
"""

from __future__ import annotations

import os
import pwd
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from account import Account
from cli_run import Done
from processes import end
from requiring import program
from terminals import ROOT, Terminal

LEGATION = f"cd {shlex.quote(str(ROOT))} && exec {shlex.quote(sys.executable)} -m tui"
STARTED = 10.0  # seconds within which the server must answer
SECONDS = 40  # a command without a terminal takes no longer

CONFIG = """
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/user.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin yes
PrintMotd no
PrintLastLog no
MaxStartups 100
MaxSessions 100
"""


class Server:
    """One running server; ``mark`` is in the environment of every process of its sessions."""

    def __init__(
        self,
        folder: Path,
        lines: tuple[str, ...],
        environ: dict[str, str],
        account: Account | None = None,
    ) -> None:
        self._sshd, self._ssh = program("sshd"), program("ssh")
        self.user = account.name if account else pwd.getpwuid(os.getuid()).pw_name
        self._before = account.before() if account else []
        self.folder = folder
        self.mark = f"legation-{uuid4().hex}"
        for name in ("host", "user"):
            key = ["-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
            subprocess.run([program("ssh-keygen"), *key], check=True, timeout=SECONDS)
        sets = {"LEGATION_TEST_MARK": self.mark, **xdg(), **environ}
        pairs = " ".join(f'"{name}={value}"' for name, value in sets.items())
        # sshd takes the first SetEnv only, and everything after a Match belongs to it
        text = [CONFIG.format(folder=folder), f"SetEnv {pairs}", *lines]
        (folder / "config").write_text("\n".join(text) + "\n", encoding="utf-8")
        if os.getuid() == 0:
            Path("/run/sshd").mkdir(mode=0o755, parents=True, exist_ok=True)  # it insists
        if not any(self._starts() for _ in range(3)):  # its port may have been taken meanwhile
            raise AssertionError(f"sshd does not answer:\n{self.log}")
        host = (folder / "host.pub").read_text("utf-8")
        (folder / "known").write_text(f"[127.0.0.1]:{self.port} {host}", "utf-8")

    def _starts(self) -> bool:
        self.port = free_port()
        options = ["-f", str(self.folder / "config"), "-p", str(self.port)]
        with (self.folder / "log").open("wb") as log:
            self._process = subprocess.Popen(
                [*self._before, self._sshd, "-D", "-e", *options],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        last = time.monotonic() + STARTED
        while time.monotonic() < last and self._process.poll() is None:
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1) as made:
                    if made.recv(4) == b"SSH-":
                        return True
            except OSError:
                time.sleep(0.05)
        self.close()
        return False

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text("utf-8", errors="replace")

    def arguments(self, *options: str) -> tuple[str, ...]:
        """Arguments of ``ssh`` up to the command: nobody's own configuration, key or agent."""
        chosen = (
            "BatchMode=yes", "IdentitiesOnly=yes", "IdentityAgent=none", "LogLevel=ERROR",
            f"UserKnownHostsFile={self.folder}/known", "ConnectTimeout=10",
        )  # fmt: skip
        said = [word for one in chosen for word in ("-o", one)]
        where = ("-p", str(self.port), "-i", str(self.folder / "user"), "-l", self.user)
        return ("-F", "none", *said, *where, *options, "127.0.0.1")

    def terminal(
        self,
        command: str | None = LEGATION,
        *options: str,
        size: tuple[int, int] = (80, 24),
        **environ: str,
    ) -> Terminal:
        """``ssh -tt`` on a pseudo-terminal of ``size`` (columns, rows); ``environ`` is the
        client's: the server takes TERM and what ``AcceptEnv`` names. None: the login shell, or
        what ``ForceCommand`` says."""
        words = self.arguments("-tt", *options) + (() if command is None else (command,))
        columns, rows = size
        return Terminal(columns, rows, words, command=self._ssh, **environ)

    def run(self, command: str | None, *options: str, **environ: str) -> Done:
        """``ssh -T``: the command without a terminal, its input at an end."""
        words = self.arguments("-T", *options) + (() if command is None else (command,))
        done = subprocess.run(
            [self._ssh, *words], env={**os.environ, **environ}, stdin=subprocess.DEVNULL,
            capture_output=True, timeout=SECONDS, check=False,
        )  # fmt: skip
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def close(self) -> None:
        """End the server by its own process id, then what its sessions left behind."""
        self._process.terminate()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(timeout=5)
        end(self.mark)


@contextmanager
def serving(
    folder: Path, *lines: str, account: Account | None = None, **environ: str
) -> Iterator[Server]:
    """A server for the time of a block: ``lines`` are added to its sshd_config (a ``Match``
    block last), ``environ`` to what it sets in every session; ``account`` logs in instead of who
    runs the tests. Skips the test without sshd."""
    folder.mkdir(parents=True, exist_ok=True)
    server = Server(folder, lines, environ, account)
    try:
        yield server
    finally:
        server.close()


def xdg() -> dict[str, str]:
    """The folders that keep a test away from the user's own."""
    return {name: value for name, value in os.environ.items() if name.startswith("XDG_")}


def free_port() -> int:
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        port = made.getsockname()[1]
    assert isinstance(port, int)
    return port
