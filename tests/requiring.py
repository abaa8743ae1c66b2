"""Programs of the system that some tests need: a skip where they are missing, or a failure.

``make test`` installs nothing of the system's, so a test that needs an OpenSSH server or tmux
skips without it. ``LEGATION_REQUIRE=sshd,tmux`` turns such a skip into a failure: a check that
means to run them cannot pass by not running them. What was skipped is told in one line.
"""

import os
import shutil
from collections import Counter

import pytest

SYSTEM = "/usr/sbin:/usr/local/sbin:/sbin"  # where servers are, also for who is not root


def program(name: str) -> str:
    """The full path of a program of the system; skips the test, or fails it where required."""
    found = shutil.which(name) or shutil.which(name, path=SYSTEM)
    if found is not None:
        return found
    if name in os.environ.get("LEGATION_REQUIRE", "").split(","):
        pytest.fail(f"LEGATION_REQUIRE names {name}, and it is not installed", pytrace=False)
    pytest.skip(f"{name} is not installed")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """All skips in one line, by their reasons."""
    reasons = Counter(_reason(report) for report in terminalreporter.stats.get("skipped", []))
    if reasons:
        told = ", ".join(f"{reason} ({number})" for reason, number in reasons.most_common())
        terminalreporter.line(f"{reasons.total()} skipped: {told}")


def _reason(report: pytest.TestReport) -> str:
    where = report.longrepr
    said = where[2] if isinstance(where, tuple) else str(where)
    return said.removeprefix("Skipped: ")
