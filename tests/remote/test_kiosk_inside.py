"""Ways out of the kiosk for a visitor who is in it, tried through a real server."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from building import BASE, DAILY
from kiosk import READY, Kiosk, children, drained, escaped, kiosk, leaves, still_there
from processes import left

from tui.kiosk import SAID

HOSTILE = "[@click=app.screenshot('owned.svg')]press here[/]"


@pytest.fixture
def traps(tmp_path: Path) -> Path:
    """A folder with programs that tell when they were started."""
    folder = tmp_path / "traps"
    folder.mkdir()
    folder.chmod(0o777)  # the visitor could write here
    for name in ("editor", "pager", "browser", "less", "vi", "sh"):
        (folder / name).write_text(f"#!/bin/sh\necho {name} >> {folder}/sprung\n")
        (folder / name).chmod(0o755)
    (folder / "start.py").write_text(f"open({str(folder / 'sprung')!r}, 'a').write('python')\n")
    (folder / "sitecustomize.py").write_text((folder / "start.py").read_text())
    (folder / "drivers.py").write_text((folder / "start.py").read_text())
    return folder


def tricks(traps: Path) -> dict[str, str]:
    """Variables that a visitor may send to a server that takes them all."""
    here = str(traps)
    return {
        "EDITOR": f"{here}/editor", "VISUAL": f"{here}/editor", "PAGER": f"{here}/pager",
        "BROWSER": f"{here}/browser", "LESS": "+!sh", "LESSOPEN": f"|{here}/less %s",
        "LESSCLOSE": f"{here}/less", "LESSKEY": f"{here}/less", "DISPLAY": ":0",
        "TEXTUAL": "devtools,debug", "TEXTUAL_LOG": f"{here}/log", "TEXTUAL_PRESS": "Q",
        "TEXTUAL_DRIVER": "drivers:Driver", "TEXTUAL_DEBUG": "1", "TEXTUAL_DEVTOOLS_PORT": "1",
        "TEXTUAL_SCREENSHOT": "0", "TEXTUAL_SCREENSHOT_LOCATION": here,
        "TEXTUAL_SCREENSHOT_FILENAME": "shot.svg", "TEXTUAL_ALLOW_SIGNALS": "1",
        "TEXTUAL_DEVTOOLS_HOST": "127.0.0.1", "TEXTUAL_FPS": "1", "TEXTUAL_ANIMATIONS": "full",
        "PYTHONINSPECT": "1", "PYTHONSTARTUP": f"{here}/start.py", "PYTHONPATH": here,
        "PYTHONHOME": here, "PYTHONBREAKPOINT": "drivers.run", "PYTHONWARNINGS": "drivers",
        "PYTHONPYCACHEPREFIX": here, "PYTHONDUMPREFS": "1", "PYTHONDEVMODE": "1",
        "LEGATION_DOSSIER": here, "LEGATION_TEXTS": here, "LEGATION_THEME": "nonsense",
        "LEGATION_CONFIG": f"{here}/config.toml", "LEGATION_NOTEBOOK": f"{here}/notebook.json",
        "XDG_CACHE_HOME": here, "XDG_CONFIG_HOME": here, "XDG_DATA_HOME": here,
        "XDG_STATE_HOME": here, "COLUMNS": "9" * 5000, "LINES": "9" * 5000, "TERMINFO": here,
        "LC_ALL": "../../../nonsense", "LC_CTYPE": "\x1b]2;owned\x07", "LANGUAGE": "x" * 5000,
        "TZ": f"{here}/start.py", "NCURSES_NO_UTF8_ACS": "1", "ESCDELAY": "99999999",
        "SSH_ORIGINAL_COMMAND": "sh", "COLORFGBG": "x" * 5000, "COLORTERM": "x" * 5000,
    }  # fmt: skip


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Kiosk]:
    with kiosk(tmp_path) as made:
        yield made


def test_the_keys_of_other_programs_and_files_say_so(place: Kiosk) -> None:
    terminal = place.visit()
    for key in ("v", "e", "o", "x", "r", "\x1a"):
        terminal.send(key)
        terminal.wait(SAID)
        assert [children(one) for one in place.running] == [[]]
        terminal.send("2")
        terminal.wait("Directory   1/")
        terminal.send("1")
        terminal.wait(READY)
    leaves(terminal)


def test_neither_palette_nor_help_nor_footer_names_them(place: Kiosk) -> None:
    terminal = place.visit()
    seen = terminal.text
    for key, words in (("?", "keys and signs"), (":", "type a part of one")):
        terminal.send(key)
        seen += terminal.wait(words)
        terminal.send("\x1b")
        terminal.wait(READY)
    for word in ("screenshot", "export", "editor", "pager", "suspend", "reload", "theme"):
        terminal.send(":")
        terminal.wait("type a part of one")
        terminal.send(word)
        terminal.wait(f"No command matches “{word}”")
        terminal.send("\x1b")
        terminal.wait(READY)
        assert not re.search(rf"\b{word}\b", seen)
    leaves(terminal)


def test_no_control_key_leads_to_a_shell(place: Kiosk) -> None:
    terminal = place.visit()
    for key in "\x00\x01\x02\x03\x04\x07\x0f\x10\x12\x13\x14\x16\x17\x18\x19\x1a\x1c\x1d\x1e\x1f":
        terminal.send(key)
        drained(terminal, 0.05)
        assert [children(one) for one in place.running] == [[]], repr(key)
    escaped(terminal)
    terminal.send("\recho own''ed\r")
    seen = len(terminal.raw)
    escaped(terminal)
    assert b"owned" not in terminal.raw[seen:]
    still_there(terminal)
    leaves(terminal)


@pytest.mark.parametrize("wait", [0.0, 0.2, 0.4])
def test_keys_pressed_while_it_starts_lead_to_no_shell(place: Kiosk, wait: float) -> None:
    terminal = place.server.terminal(None)
    time.sleep(wait)
    terminal.send("\x03\x1c\x1a")
    terminal.send("echo own''ed\r")
    end = time.monotonic() + 3
    while time.monotonic() < end and terminal.child.isalive() and READY not in terminal.text:
        terminal.read()
    assert [children(one) for one in place.running] in ([[]], [])
    terminal.child.close(force=True)
    assert b"owned" not in terminal.raw
    assert left(place.mark, within=5) == []


def test_markup_in_data_runs_no_action_and_opens_no_address(tmp_path: Path, traps: Path) -> None:
    events = BASE["events.toml"].replace("Curbs on exports", HOSTILE)
    source = DAILY.replace("publisher", 'url = "https://example.org/"\n    publisher', 1)
    people = BASE["people.toml"].replace("Ken Ito", f"Ken Ito {HOSTILE}")
    changes = {"events__toml": events, "people__toml": people, "sources_first": source}
    with kiosk(tmp_path, "AcceptEnv *", changes=changes) as place:
        terminal = place.visit(**tricks(traps))
        for row in range(1, 25):  # every cell of the left half, as a mouse clicks it
            terminal.send("".join(f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m"
                                  for column in range(1, 60, 6)))  # fmt: skip
            drained(terminal, 0.1)
        escaped(terminal)
        terminal.send("o")
        terminal.wait(SAID)
        assert [children(one) for one in place.running] == [[]]
        leaves(terminal)
    assert not (traps / "sprung").exists()
    assert not list(tmp_path.rglob("*.svg"))


def test_what_a_visitor_sends_in_the_environment_steers_nothing(
    tmp_path: Path, traps: Path
) -> None:
    before = sorted(traps.iterdir())
    with kiosk(tmp_path, "AcceptEnv *") as place:
        names = tricks(traps)
        terminal = place.visit("-o", f"SendEnv={' '.join(names)}", **names)
        environ = Path(f"/proc/{place.running[0]}/environ").read_bytes().split(b"\0")
        assert {one.partition(b"=")[0] for one in environ if one} == {b"TERM", b"LANG", b"SSH_TTY"}
        for key in ("v", "e", "o", "x"):
            terminal.send(key)
            terminal.wait(SAID)
        terminal.send("m")
        terminal.wait("until you leave")
        terminal.send("y")
        terminal.wait("sent to the clipboard")
        terminal.send("t")
        terminal.wait("text copied")
        assert "copy.txt" not in terminal.text
        leaves(terminal)
    assert sorted(traps.iterdir()) == before


def test_without_the_readmes_care_the_program_still_takes_care(tmp_path: Path, traps: Path) -> None:
    """The same where the administrator left out ``env -i`` and ``-I``: but for what Python
    itself imports at the start, nothing is obeyed, and no shell of Python’s own is opened."""
    before = sorted(traps.iterdir())
    names = tricks(traps)
    for name in ("PYTHONHOME", "PYTHONPATH", "PYTHONWARNINGS", "PYTHONPYCACHEPREFIX"):
        del names[name]
    plain = ["Match User visitor", "    ForceCommand exec /opt/legation/bin/python -m tui --kiosk "
             "/srv/dossier"]  # fmt: skip
    with kiosk(tmp_path, "AcceptEnv *", lines=plain) as place:
        terminal = place.visit("-o", f"SendEnv={' '.join(names)}", **names)
        for key in ("v", "e", "o", "x"):
            terminal.send(key)
            terminal.wait(SAID)
        terminal.send("m")
        terminal.wait("until you leave")
        terminal.send("Q")
        assert terminal.gone() == 0
        assert b">>>" not in terminal.raw
    assert sorted(traps.iterdir()) == before


def test_marks_are_forgotten(place: Kiosk) -> None:
    terminal = place.visit()
    terminal.send("m")
    terminal.wait("marked until you leave: Curbs on exports")
    terminal.send("6")
    terminal.wait("Marks   1/1")
    leaves(terminal)
    again = place.visit()
    again.send("6")
    again.wait("Nothing is marked in this dossier yet")
    leaves(again)
