"""``legation``: finds the command, loads its one module, and turns every end into an exit code.

Exit codes: 0 at least one row; 1 nothing matched, or ``check`` with errors; 2 usage, or a dossier
that cannot be read; 130 interrupted. A broken pipe is 0: the reader had enough.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from tui import __version__
from tui.cli.failure import INTERRUPTED, USAGE, Failure, say
from tui.cli.table import COMMANDS, EXPLORER, Call, call
from tui.environment import keep_out

KIOSK = "--kiosk"


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``legation`` with ``argv`` (default: the process's) and return its exit code."""
    args = list(sys.argv[1:] if argv is None else argv)
    code = _ended(args)
    if KIOSK in args and sys.flags.inspect:
        os._exit(code)  # PYTHONINSPECT: the interpreter would open a shell of its own
    return code


def _ended(args: list[str]) -> int:
    """The exit code, however the command ends."""
    try:
        code = _run(args)
        _flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _close_stdout()
        return 0
    except Failure as failure:
        for line in failure.lines:
            say(line if failure.bare else f"legation: {line}")
        return failure.code
    except OSError as error:
        _close_stdout()
        named = "" if error.filename is None else f"{error.filename}: "
        say(f"legation: {named}{error.strerror or error}")
        return USAGE
    except Exception as error:  # noqa: BLE001  the last resort: a reader never sees a traceback
        _close_stdout()
        said = "" if KIOSK in args else f": {error}"
        name = type(error).__name__
        say(f"legation: a fault in legation itself: {name}{said} {_place(error)}")
        return USAGE
    return code


def _run(args: list[str]) -> int:
    asked = call(args)
    if "--version" in asked.flags:
        if sys.stdout is not None:
            sys.stdout.write(f"legation {__version__}\n")
        return 0
    if "--help" in asked.flags or "-h" in asked.flags:
        asked = Call("help", (), () if asked.name is None else (asked.name,))
    if KIOSK in asked.flags:
        keep_out(os.environ)  # before anything else is imported that might look
        if asked.name not in {None, "help"}:
            raise Failure(f"{KIOSK} opens the explorer and goes with no command ({asked.name})")
    command = EXPLORER if asked.name is None else COMMANDS[asked.name]
    code: int = _loaded(command.module).run(asked)
    return code


def _loaded(name: str) -> ModuleType:
    """The module of a command. What importing makes stays until the end, so that looking for
    garbage among it, now or later, is in vain."""
    if name in sys.modules:
        return sys.modules[name]
    gc.disable()
    try:
        return import_module(name)
    finally:
        gc.freeze()
        gc.enable()


def _place(error: Exception) -> str:
    """Where it happened, for whoever reports it: ``(views.py:12)``."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    return f"({os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno})"


def _flush() -> None:
    # Here, not when the interpreter ends: a reader who has left must not become a complaint.
    if sys.stdout is not None:
        sys.stdout.flush()


def _close_stdout() -> None:
    """Send what is still buffered nowhere, so that the interpreter's last flush cannot fail."""
    try:
        stdout = sys.stdout.fileno()
    except (AttributeError, OSError, ValueError):  # closed, or none at all
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stdout)
    os.close(nowhere)
