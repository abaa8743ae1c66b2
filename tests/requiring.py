"""Programs of the system that some tests need: a skip where they are missing, or a failure.

``make test`` installs nothing of the system's, so a test that needs an OpenSSH server or tmux
skips without it. ``LEGATION_REQUIRE=sshd,tmux`` turns such a skip into a failure: a check that
means to run them cannot pass by not running them.
"""

import os
import shutil

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
