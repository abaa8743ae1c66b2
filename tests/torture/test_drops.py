"""Connections that break: the program is gone within two seconds, and nothing is left behind."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from processes import left
from sshd import Server, serving
from tallying import Tally
from terminals import Terminal

SOON = 2.0  # seconds within which all should be gone: told
AT_LAST = 15.0  # seconds after which what is left is an orphan: a failure
PATIENCE = 60.0  # until forty have started on a slow machine


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving(tmp_path / "sshd") as made:
        yield made


@pytest.mark.timeout(1200)
def test_one_after_another(
    server: Server, times: Callable[[int, int], int], tally: Callable[..., Tally]
) -> None:
    tried, late, orphans = times(3, 60), 0, 0
    for number in range(tried):
        with closing(server.terminal()) as client:
            client.wait("Timeline   1/")
            client.send("j" * (number % 5))
            client.child.kill(signal.SIGKILL)
            late += len(left(server.mark, within=SOON))
            orphans += len(left(server.mark, within=AT_LAST))
    tally("SSH connections dropped, in turn", tried=tried, survived=tried - orphans, lost=orphans,
          note=f"lost: orphans; after 2 s: {late}")  # fmt: skip
    assert orphans == 0


@pytest.mark.timeout(300)
def test_many_at_once(
    server: Server, times: Callable[[int, int], int], tally: Callable[..., Tally]
) -> None:
    tried = times(3, 40)
    clients: list[Terminal] = []
    try:
        clients += (server.terminal() for _ in range(tried))
        last = time.monotonic() + PATIENCE
        while any(b"Timeline" not in client.raw for client in clients):
            assert time.monotonic() < last, "not all have started"
            for client in clients:
                client.raw += client.taken()
        for client in clients:
            client.child.kill(signal.SIGKILL)
        late = len(left(server.mark, within=SOON))
        orphans = len(left(server.mark, within=AT_LAST))
    finally:
        for client in clients:
            client.close()
    tally("SSH connections dropped at once", tried=tried, survived=tried - orphans, lost=orphans,
          note=f"lost: orphans; after 2 s: {late}")  # fmt: skip
    assert orphans == 0
