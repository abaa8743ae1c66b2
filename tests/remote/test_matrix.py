"""Every kind of terminal that a session may come from: usable, or one line that says what to do.

The ids are the rows of the table in CONTRIBUTING.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from contextlib import closing

import pytest
from processes import left
from sshd import LEGATION, Server, serving
from terminals import Terminal

SIGNS = "━"  # the rule below the header
PLAIN = {"LANG": "C", "LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
MODERN = (b"\x1b[>", b"$p")  # what an old console would print
TERMS = {
    # TERM: (what its lines are drawn with, its colours, sequences that it must not get)
    "xterm-256color": (SIGNS, 256, ()),
    "screen-256color": (SIGNS, 256, ()),
    "tmux-256color": (SIGNS, 256, ()),
    "screen": (SIGNS, 16, ()),
    "linux": ("====", 16, MODERN),
    "vt100": ("====", 0, MODERN),
    "vt220": ("====", 0, MODERN),
    "no-such-terminal": (SIGNS, 16, ()),
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("matrix"), "AcceptEnv LANG LC_* NO_COLOR") as made:
        yield made


def colours(raw: bytes) -> int:
    """How many colours the program takes the terminal to have."""
    numbers = {
        number for sent in re.findall(rb"\x1b\[([\d;]*)m", raw) for number in sent.split(b";")
    }
    if {b"38", b"48"} & numbers:
        return 2**24 if b"8;2;" in raw else 256
    return 16 if any(len(number) > 1 for number in numbers) else 0  # 1 to 9 are bold and such


def used(terminal: Terminal, drawn: str = SIGNS) -> None:
    """Move, search, open, go back, quit; then all is as before."""
    terminal.wait(drawn)
    terminal.wait("Timeline   1/")
    terminal.send("j")
    terminal.wait("Timeline   2/")
    terminal.send("/takizaki talks\r")
    terminal.wait("takizaki talks")
    terminal.send("\r")
    terminal.wait("Timeline ›" if drawn == SIGNS else "Timeline >")
    terminal.send("q")
    terminal.wait("Timeline   ")
    terminal.send("Q")
    assert terminal.gone() == 0
    assert terminal.changed() == []
    assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize("term", TERMS)
def test_term(server: Server, term: str) -> None:
    drawn, coloured, not_sent = TERMS[term]
    with closing(server.terminal(TERM=term)) as terminal:
        used(terminal, drawn)
        assert colours(terminal.raw) == coloured
        for sequence in not_sent:
            assert sequence not in terminal.raw, sequence


@pytest.mark.parametrize(
    ("term", "said"),
    [("TERM=dumb", "TERM is dumb"), ("-u TERM", "TERM is not set"), ("TERM=unknown", "is unknown")],
    ids=["dumb", "unset", "unknown"],
)
def test_no_screen(server: Server, term: str, said: str) -> None:
    with closing(server.terminal(LEGATION.replace("exec", f"exec env {term}"))) as terminal:
        assert terminal.gone() == 2
        (line,) = terminal.raw.decode().splitlines()
        assert said in line
        assert "TERM=xterm-256color" in line
        assert "legation events prints text" in line
    assert left(server.mark, within=2) == []


@pytest.mark.parametrize("where", ["no-utf8", "no-color", "no-color-no-utf8", "utf8"])
def test_locale(server: Server, where: str) -> None:
    set_here = PLAIN if "no-utf8" in where else {"LANG": "C.UTF-8"}
    environ = " ".join(shlex.quote(f"{name}={value}") for name, value in set_here.items())
    sent = "1" if "no-color" in where else ""
    command = LEGATION.replace("exec", f"exec env {environ}")
    with closing(server.terminal(command, "-o", "SendEnv=NO_COLOR", NO_COLOR=sent)) as terminal:
        used(terminal, "====" if "no-utf8" in where else SIGNS)
        if "no-utf8" in where:
            assert terminal.raw.isascii()
            assert b"\\u" not in terminal.raw
        assert colours(terminal.raw) == (0 if sent else 256)


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (100, 30), (200, 50)],
                         ids=lambda size: "×".join(map(str, size)))  # fmt: skip
def test_size(server: Server, size: tuple[int, int]) -> None:
    with closing(server.terminal(size=size)) as terminal:
        terminal.wait("Timeline")
        terminal.send("/takizaki talks\r")
        terminal.wait("“takizaki talks”")
        terminal.send("\r")
        terminal.wait("scheduled; no")
        terminal.send("Q")
        assert terminal.gone() == 0
        assert terminal.changed() == []


@pytest.mark.parametrize("size", [(39, 9), (1, 1)], ids=lambda size: "×".join(map(str, size)))
def test_too_small(server: Server, size: tuple[int, int]) -> None:
    """It stays, says so where there is room, and is whole again in a larger window."""
    with closing(server.terminal(size=size)) as terminal:
        if size[0] > 1:
            terminal.wait("40")
        else:
            terminal.told(b"\x1b[?1049h", 0)
        terminal.resize(80, 24)
        used(terminal)


WAYS = {
    "ssh -T": (LEGATION, "-T"),
    "pipe out": (f"{LEGATION} | cat", "-tt"),
    "pipe in": (LEGATION.replace("cd", "echo | { cd") + "; }", "-tt"),
    "stdin from /dev/null": (f"{LEGATION} < /dev/null", "-tt"),
    "stdin closed": (f"{LEGATION} <&-", "-tt"),
    "stdout closed": (f"{LEGATION} >&-", "-tt"),
}


@pytest.mark.parametrize("way", WAYS)
def test_no_terminal(server: Server, way: str) -> None:
    command, option = WAYS[way]
    done = server.run(f"{command}; echo code $?" if "|" not in command else command, option)
    said = [line for line in (done.out + done.err).splitlines() if "code" not in line]
    assert len(said) == 1, said
    assert "stdin, stdout or stderr is none; connect with ssh -t" in said[0]
    assert "legation events prints text" in said[0]
    assert left(server.mark, within=2) == []
