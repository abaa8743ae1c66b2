"""Fuzzed command lines: an answer, or one line that says what is wrong."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from building import write
from cli_run import Done, legation
from mutating import DAYS, NASTY, STATUSES, WORDS
from test_dossiers import Hanging, bounded, check_end

from store.opening import BUNDLED, compile_folder
from tui.cli.table import COMMANDS, OPTIONS

pytestmark = pytest.mark.timeout(3600, method="thread")  # SIGALRM is ours

TYPED = (
    "today", "yesterday", "last friday", "next week", "Nov 2019", "10/11/2019", "5 sep", "1e9",
    "September 31, 2019", "the 5th", "12", "99999999999999999999", "0001-01-01", "2019-W05", "now",
    "last year", "next month", "noon", "2019-09-11T25:99", "-1 day", "12am", "Mon", "a.d. 5", "١٢",
)  # fmt: skip
BYTES = ("\udcff", "a\udc80b", "\udced\udca0\udc80", "\ud800", "é\udce9")  # no UTF-8 in arguments
ODD = ("", "-", "--", "---", "-x", "--j", "--json=1", "--on=", "--no-such", "=", "-h", "--", "@x")
IDS = (
    "talks",
    "curbs",
    "ito-ken",
    "ito-minister",
    "trade",
    "first",
    "guam",
    "japan",
    "talk",
    "ITO",
)


def pieces(place: Path) -> tuple[tuple[str, ...], ...]:
    """Pools of words; what is written goes below the place."""
    files = ("dossier", "dossier.json", "none", ".", "/", "dossier/events.toml", "texts",
             "out.json", "/proc/none/x", "a" * 300,
             "b/" * 3000, "/dev/null", "/dev/zero", "pipe")  # fmt: skip
    paths = tuple(str(place / file) if not file.startswith(("/", ".")) else file for file in files)
    options = tuple(name for name in OPTIONS if name != "--theme")
    data = (TYPED, DAYS, WORDS, STATUSES, IDS, paths, NASTY, BYTES, ODD)
    return (options, options, tuple(COMMANDS), *data)


def line(rng: random.Random, pools: tuple[tuple[str, ...], ...]) -> list[str]:
    """A command line: most begin as one that could be right."""
    args: list[str] = []
    if rng.random() < 0.85:
        args.append(rng.choice(list(COMMANDS)))
    for _ in range(rng.choice((0, 1, 2, 2, 3, 4, 8))):
        if args and args[0] in COMMANDS and rng.random() < 0.6 and COMMANDS[args[0]].options:
            flag = rng.choice(COMMANDS[args[0]].options)
            args.append(flag)
            if OPTIONS[flag].value:
                args.append(rng.choice(rng.choice(pools[3:])))
        else:
            args.append(rng.choice(rng.choice(pools)))
    if rng.random() < 0.2:
        rng.shuffle(args)
    return [arg.replace("\0", "0") for arg in args]  # the system passes no NUL


def check(done: Done, args: list[str]) -> None:
    check_end(done, as_json=False, placed=False)
    if done.code == 2:
        # a dossier that is wrong may be told in many lines, each with its file
        assert len(done.err.splitlines()) == 1, done.err[:500]
    words = args[: args.index("--")] if "--" in args else args
    if done.code != 2 and words[:1] != ["help"] and words[-1:] == ["--json"]:
        known = words[0] in COMMANDS and "--json" in COMMANDS[words[0]].options
        if known and not {"--help", "-h", "--version"} & set(words):
            assert done.out or done.code == 1, args
            if done.out:
                json.loads(done.out)


def test_any_command_line_is_answered_or_refused_in_a_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    times: Callable[[int, int], int],
    tally: Callable[..., object],
) -> None:
    place = tmp_path / "here"
    write(place / "dossier")
    (place / "texts").mkdir()
    compile_folder(place / "dossier", place / "dossier.json")
    # what is written to the bundled dossier, is written to a copy
    shutil.copytree(BUNDLED, tmp_path / "bundled")
    for module in ("store.opening", "store.checking", "tui.cli.check"):
        monkeypatch.setattr(f"{module}.BUNDLED", tmp_path / "bundled")
    monkeypatch.chdir(place)
    pools = pieces(place)
    number = times(50, 6000)
    bad: list[str] = []
    for seed in range(number):
        rng = random.Random(f"arguments-{seed}")
        args = line(rng, pools)
        if rng.random() < 0.7:
            monkeypatch.setenv(
                "LEGATION_DOSSIER", str(place / rng.choice(("dossier", "dossier.json")))
            )
        else:
            monkeypatch.delenv("LEGATION_DOSSIER", raising=False)
        monkeypatch.setenv("COLUMNS", rng.choice(("80", "0", "-3", "9" * 30, "x", "1", "")))
        try:
            with bounded():
                done = legation(monkeypatch, *args)
            check(done, args)
        except (AssertionError, Hanging, ValueError, RecursionError, SystemExit) as error:
            shown = [arg if len(arg) < 80 else f"{arg[:30]}…{len(arg)}" for arg in args]
            bad.append(f"{seed}: {shown!r}\n    {type(error).__name__}: {str(error)[:300]!r}")
    tally("command line", tried=number, survived=number - len(bad), lost=len(bad))
    assert not bad, f"{len(bad)} of {number}\n" + "\n".join(bad[:20])
