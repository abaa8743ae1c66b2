"""What a visitor sends steers neither the login shell, which runs before the kiosk, nor the
interpreter: through a real server that takes every variable from anybody else."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
import time
from pathlib import Path

import pytest
from account import NUMBER, needed
from kiosk import ONE_LINE, PYTHON, READY, Kiosk, fragment, kiosk, leaves, without, words
from processes import left
from requiring import program
from sshd import SECONDS
from terminals import ROOT

EVERYTHING = "AcceptEnv *"
DASH, BASH = "/bin/sh", "/bin/bash"

ASKED = "user=visitor,host=,addr="  # stands in the README too

# what is sent, and a shell that obeys it; HERE is a folder where everybody may write
OBEYED = [
    (BASH, {"BASH_ENV": "$(id>HERE/made)", "SHLVL": "5"}),
    (BASH, {"BASH_ENV": "/dev/stdin", "SHLVL": "5"}),
    (BASH, {"SHELLOPTS": "xtrace", "PS4": "$(id>HERE/made)"}),
    (BASH, {"BASH_FUNC_exec%%": "() { id>HERE/made; }"}),
    (BASH, {"LC_ALL": "../../nonsense"}),
    (DASH, {"LD_PRELOAD": "HERE/library"}),
    (DASH, {"LD_AUDIT": "HERE/library"}),
    (DASH, {"LD_DEBUG": "files", "LD_DEBUG_OUTPUT": "HERE/made"}),
    (DASH, {"LD_PROFILE": "libc.so.6", "LD_PROFILE_OUTPUT": "HERE"}),
    (DASH, {"LD_SHOW_AUXV": "1"}),
]
# what neither of the two obeys
DEAD = {
    "ENV": "$(id>HERE/made)", "PROMPT_COMMAND": "id>HERE/made", "PS1": "$(id>HERE/made)",
    "PATH": "HERE", "HOME": "HERE", "SHELL": "HERE/env", "IFS": "/ =-", "CDPATH": "HERE",
    "PYTHONPATH": "HERE", "PYTHONHOME": "HERE", "PYTHONSTARTUP": "HERE/sitecustomize.py",
    "PYTHONUSERBASE": "HERE", "PYTHONINSPECT": "1", "PYTHONPLATLIBDIR": "HERE",
    "TERMINFO": "HERE", "TERMINFO_DIRS": "HERE", "TERMCAP": "HERE/env", "TZ": "HERE/env",
    "MALLOC_TRACE": "HERE/made", "GCONV_PATH": "HERE", "LOCPATH": "HERE", "LANG": "x" * 900,
    "GLIBC_TUNABLES": "glibc.malloc.check=3", "COLUMNS": "9" * 900, "LC_ODD": "\x1b]2;a\x07",
    "SSH_ORIGINAL_COMMAND": "sh", "SSH_TTY": "/dev/null", "LEGATION_DOSSIER": "/etc",
}  # fmt: skip
TYPES = ["../../x", "$(id>HERE/made)`id>HERE/made`", '" sh -c "id>HERE/made', "-S id",
         "xterm\nid>HERE/made", "\x1b]2;owned\x07", "\udcff\udcfe", "x" * 20000]  # fmt: skip


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The folder: with a program and a module that tell when they are run."""
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "env").write_text(f"#!/bin/sh\nid > {folder}/made\n")
    (folder / "env").chmod(0o755)
    (folder / "sitecustomize.py").write_text(f"open({str(folder / 'made')!r}, 'w')\n")
    folder.chmod(0o777)
    return folder


def told(folder: Path, sent: dict[str, str]) -> str:
    """The client's option that sends these variables, whatever they would do to the client."""
    pairs = []
    for name, value in sent.items():
        said = f"{name}={value.replace('HERE', str(folder))}"
        pairs.append('"' + said.replace("\\", "\\\\").replace('"', '\\"') + '"')
    return f"SetEnv={' '.join(pairs)}"


def tried(place: Kiosk, folder: Path, sent: dict[str, str]) -> tuple[bool, set[str]]:
    """Whether a visitor without a terminal gets the one line and nothing else; what was made."""
    before = {one.name for one in folder.iterdir()}
    client = [program("ssh"), *place.server.arguments("-T", "-o", told(folder, sent))]
    done = subprocess.run(
        client, input=f"id>{folder}/made\n".encode(), capture_output=True, timeout=SECONDS,
        check=False,
    )  # fmt: skip
    said = done.stderr.decode(errors="replace")
    alone = said.startswith(ONE_LINE) and said.count("\n") == 1
    quiet = (done.returncode, done.stdout, alone) == (2, b"", True)
    return quiet, {one.name for one in folder.iterdir()} - before


@pytest.mark.parametrize(("shell", "sent"), [*OBEYED, (DASH, DEAD), (BASH, DEAD)])
def test_no_variable_steers_the_login_shell(
    tmp_path: Path, here: Path, shell: str, sent: dict[str, str]
) -> None:
    with kiosk(tmp_path, EVERYTHING, shell=shell) as place:
        assert tried(place, here, sent) == (True, set())
        assert left(place.mark, within=5) == []


@pytest.mark.parametrize(("shell", "sent"), OBEYED)
def test_variables_would_steer_the_login_shell_without_the_line(
    tmp_path: Path, here: Path, shell: str, sent: dict[str, str]
) -> None:
    """That the test above can fail."""
    needed()
    with kiosk(tmp_path, EVERYTHING, lines=without("AcceptEnv"), shell=shell) as place:
        assert tried(place, here, sent) != (True, set())


def test_no_variable_but_the_terminals_type_comes_to_the_shell(tmp_path: Path, here: Path) -> None:
    names = {name for _, some in OBEYED for name in some} | set(DEAD)
    for closed in (True, False):
        lines = fragment() if closed else without("AcceptEnv")
        shows = ["    ForceCommand env" if "ForceCommand" in line else line for line in lines]
        lone = {name: "sent" for name in names if not name.startswith("LD_")}
        with kiosk(tmp_path / str(closed), EVERYTHING, lines=shows) as place:
            got = place.server.run(None, "-o", told(here, lone)).out
        came = {line.removesuffix("=sent") for line in got.splitlines() if line.endswith("=sent")}
        assert came == set() if closed else came > {"BASH_ENV", "ENV", "PYTHONPATH"}


@pytest.mark.parametrize("kind", TYPES)
def test_a_terminals_type_is_no_way_in(tmp_path: Path, here: Path, kind: str) -> None:
    with kiosk(tmp_path, EVERYTHING) as place:
        terminal = place.server.terminal(None, TERM=kind.replace("HERE", str(here)))
        end = time.monotonic() + SECONDS
        while time.monotonic() < end and terminal.child.isalive() and READY not in terminal.text:
            terminal.read()
        if READY in terminal.text:
            terminal.send("Q")
            assert terminal.gone() == 0
        else:
            assert terminal.gone() == 2
            assert b"legation: this needs a terminal, and TERM " in terminal.raw
        assert b"owned" not in terminal.raw
    assert not (here / "made").exists()


LOADED = """
import json, os, sys
import tui.cli.main, tui.cli.explorer, tui.kiosk_app
files = [getattr(one, "__file__", None) for one in list(sys.modules.values())]
print(json.dumps({
    "isolated": sys.flags.isolated, "site": sys.flags.no_user_site, "path": sys.path,
    "files": [one for one in files if one], "names": sorted(os.environ), "uid": os.getuid(),
    "open": [one for one in {*sys.path, *map(os.path.dirname, filter(None, files))}
             if os.access(one, os.W_OK)],
}))
"""


def test_the_interpreter_imports_nothing_of_the_visitors(tmp_path: Path, here: Path) -> None:
    """Everything that it loads lies where it and the program are installed."""
    script = tmp_path / "loaded.py"
    script.write_text(LOADED)
    shows = [re.sub(r"-m tui .*", shlex.quote(str(script)), line) for line in fragment()]
    shows = [line.replace(PYTHON, sys.executable) for line in shows]
    with kiosk(tmp_path, EVERYTHING, lines=shows, home=here) as place:
        done = place.server.run(None, "-o", told(here, DEAD))
    got = json.loads(done.out)
    assert (got["isolated"], got["site"]) == (1, 1)
    homes = tuple(str(one) for one in (sys.base_prefix, sys.prefix, ROOT))
    strange = [one for one in [*got["path"], *got["files"]] if not one.startswith(homes)]
    assert [one for one in strange if one != str(script)] == []
    assert {"LANG", "SSH_TTY", "TERM"} <= set(got["names"])
    assert not any(name in got["names"] for name in DEAD.keys() - {"LANG", "SSH_TTY"})
    if got["uid"] == NUMBER:
        assert got["open"] == []


def test_an_ordinary_account_opens_it_and_is_held_to_its_limits(tmp_path: Path) -> None:
    """A home of its own, which the README does not give it, stays empty too."""
    needed()
    home = tmp_path / "home"
    home.mkdir()
    home.chmod(0o777)
    with kiosk(tmp_path, EVERYTHING, home=home) as place:
        terminal = place.visit()
        (process,) = place.running
        assert words(process)[1:4] == ["-I", "-m", "tui"]
        status = Path(f"/proc/{process}/status").read_text("ascii")
        assert re.search(rf"^Uid:\s+{NUMBER}\s+{NUMBER}\s+{NUMBER}\s", status, re.MULTILINE)
        assert re.search(rf"^Groups:\s+({NUMBER})?\s*$", status, re.MULTILINE)
        limits = Path(f"/proc/{process}/limits").read_text("ascii")
        for name in ("file size", "core file size", "processes"):
            assert re.search(rf"^Max {name}\s+0\s+0\s", limits, re.MULTILINE), name
        assert not re.search(r"^Max data size\s+\w+\s+unlimited", limits, re.MULTILINE)
        for key, answer in (("m", "until you leave"), ("Y", "copied"), ("x", "not in a kiosk")):
            terminal.send(key)
            terminal.wait(answer)
        leaves(terminal)
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    ("line", "told_of"),
    [("", set()), (EVERYTHING, set()), (f"Match all\n    {EVERYTHING}\nMatch all", {"acceptenv *"}),
     ("PermitUserEnvironment yes", {"permituserenvironment yes"})],
)  # fmt: skip
def test_the_servers_own_answer_shows_what_the_fragment_cannot_close(
    tmp_path: Path, line: str, told_of: set[str]
) -> None:
    """The README has the administrator ask: other blocks for the same user add to this one."""
    lines = [one for one in fragment() if not (line.startswith("Match") and "UserEnv" in one)]
    config = tmp_path / "config"
    config.write_text("\n".join([line, *lines, ""]))
    key = tmp_path / "key"
    subprocess.run(
        [program("ssh-keygen"), "-q", "-N", "", "-f", str(key)], check=True, timeout=SECONDS
    )
    asked = [program("sshd"), "-T", "-f", str(config), "-h", str(key), "-C", ASKED]
    done = subprocess.run(asked, capture_output=True, text=True, timeout=SECONDS, check=False)
    said = [
        one for one in done.stdout.splitlines() if one.startswith(("acceptenv", "permituserenv"))
    ]
    assert set(said) - {"acceptenv NONE", "permituserenvironment no"} == told_of, done.stderr
    assert "acceptenv NONE" in said
