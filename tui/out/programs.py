"""The reader's own pager and editor: which command, and running it in the terminal."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from store.model.clean import clean

PAGERS = ("less", "more")
EDITORS = ("vi", "nano", "emacs")
# editors that take the line in another way than +LINE before the file
AT_LINE = {
    "hx": ("{file}:{line}",),
    "helix": ("{file}:{line}",),
    "subl": ("--wait", "{file}:{line}"),
    "zed": ("--wait", "{file}:{line}"),
    "code": ("--wait", "--goto", "{file}:{line}"),
    "codium": ("--wait", "--goto", "{file}:{line}"),
}


class ProgramError(Exception):
    """No such program, or it failed; ``str()`` is one line."""

    def __init__(self, what: str) -> None:
        super().__init__(clean(" ".join(what.split())))


def pager(environ: Mapping[str, str]) -> list[str]:
    """The command of ``PAGER``, else of a pager that is there."""
    return _command(environ, ("PAGER",), PAGERS)


def editor(environ: Mapping[str, str], file: Path, line: int) -> list[str]:
    """The command of ``VISUAL`` or ``EDITOR`` on a file at a line (from 1)."""
    command = _command(environ, ("VISUAL", "EDITOR"), EDITORS)
    form = AT_LINE.get(os.path.basename(command[0]), ("+{line}", "{file}"))
    # an absolute path, so that no file is taken for an option
    return command + [part.format(file=file.absolute(), line=line) for part in form]


def _command(environ: Mapping[str, str], names: Sequence[str], known: Sequence[str]) -> list[str]:
    for name in names:
        told = environ.get(name, "").strip()
        if not told:
            continue
        try:
            command = shlex.split(told)
        except ValueError as error:
            raise ProgramError(f"{name}={told} cannot be read: {error}") from error
        if shutil.which(os.path.expanduser(command[0]), path=environ.get("PATH")) is None:
            raise ProgramError(f"{name}={told}: no such program")
        return [os.path.expanduser(command[0]), *command[1:]]
    found = next((one for one in known if shutil.which(one, path=environ.get("PATH"))), None)
    if found is None:
        raise ProgramError(f"none of {', '.join(known)} is there: set {names[0]}")
    return [found]


def show(command: Sequence[str], text: str, environ: Mapping[str, str]) -> None:
    """Run a pager on the text, by way of its standard input."""
    # the text is other people's: less is not to run commands or write files on its behalf,
    # unless the reader has said otherwise
    run(command, {"LESSSECURE": "1", **environ}, text.encode())


def run(command: Sequence[str], environ: Mapping[str, str], given: bytes | None = None) -> None:
    """Run a program in the terminal and wait for it. Raises ``ProgramError`` where it cannot be
    started or ends with an error."""
    with _interrupts_are_its_own():
        try:
            ended = subprocess.run(command, env=dict(environ), input=given, check=False)
        except OSError as error:
            raise ProgramError(f"{command[0]}: {error.strerror}") from error
    if ended.returncode > 0:
        raise ProgramError(f"{command[0]} ended with code {ended.returncode}")
    if ended.returncode < 0:
        raise ProgramError(f"{command[0]} was ended by signal {-ended.returncode}")


@contextmanager
def _interrupts_are_its_own() -> Iterator[None]:
    """Ctrl-C goes to the program alone. A handler, not ``SIG_IGN``: the program would inherit
    that."""
    before = signal.getsignal(signal.SIGINT)
    signal.signal(signal.SIGINT, lambda number, frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
