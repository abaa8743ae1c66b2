"""Mutated dossiers: each opens with its problems listed or is refused with one clear line each."""

from __future__ import annotations

import json
import os
import random
import re
import resource
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

import pytest
from building import write
from cli_run import Done, legation
from mutating_files import mutate_compiled, mutate_folder
from test_app import running

from store.opening import BUNDLED, DossierError, compile_folder, open_dossier

pytestmark = pytest.mark.timeout(3600, method="thread")  # SIGALRM is ours

SECONDS = 20.0  # of the processor; a command on a mutated dossier that takes longer hangs
PATIENCE = 150.0  # of the clock, however busy the machine is
MEMORY = 3 << 30  # bytes of address space; a dossier here is far below 1 MB
LONGEST = 1500  # characters of a line on stderr or a problem
FAULT = re.compile(
    r"Traceback|a fault in legation|NoneType|object has no|unhashable|not subscriptable"
    r"|KeyError|maximum recursion|codec can|list index"
)
AT = re.compile(r"(?P<file>.+?):(?P<line>\d+): ")


class Hanging(BaseException):
    """A command that does not come to an end."""


@contextmanager
def bounded(seconds: float = SECONDS) -> Iterator[None]:
    """Ends what takes longer, or more memory than any dossier here needs."""

    def ring(_number: int, _frame: object) -> NoReturn:
        raise Hanging(f"still at it after {seconds:g} s of work or {PATIENCE:g} s of waiting")

    before = [(number, signal.signal(number, ring)) for number in (signal.SIGALRM, signal.SIGPROF)]
    limits = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, limits[1]))
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.setitimer(signal.ITIMER_PROF, 0)
        resource.setrlimit(resource.RLIMIT_AS, limits)
        for number, handler in before:
            signal.signal(number, handler)


def no_constant(text: str) -> NoReturn:
    raise AssertionError(f"{text} is no JSON")


def seen(place: Path) -> list[tuple[str, int, int]]:
    """What stands in a folder, as far as anybody could have changed it."""
    files = sorted(place.rglob("*")) if place.is_dir() else [place]
    return [
        (os.fsdecode(file), told.st_size, told.st_mtime_ns)
        for file in files
        for told in [file.lstat()]
    ]


def check_place(file: str, line: int | None) -> None:
    """A named file exists and has the line; a name with bytes that are no text, or that would
    steer a terminal, can only be told changed."""
    if {"\ufffd", "\u241b"} & set(file) or "\\udc" in file:
        return
    assert os.path.lexists(file), f"no such file: {file}"
    if line is not None:
        content = Path(file).read_bytes()
        assert 1 <= line <= content.count(b"\n") + 1, f"no line {line} in {file}"


def check_end(done: Done, *, as_json: bool, placed: bool = True) -> None:
    """The contract of every command; ``placed``: what looks like file and line is one."""
    assert done.code in {0, 1, 2}, done.code
    assert not FAULT.search(done.err), done.err[:800]
    for line in done.err.splitlines():
        assert len(line) <= LONGEST, f"{len(line)} characters: {line[:300]}"
        assert line.isprintable(), line[:300]
    if done.code == 2:
        assert not done.out, done.out[:300]
        lines = done.err.splitlines()
        assert lines, "nothing said"
        assert len(lines) == len(set(lines)), "the same line twice"
        for line in lines:
            if placed and (found := AT.match(line)):
                check_place(found["file"], int(found["line"]))
    elif as_json:
        json.loads(done.out, parse_constant=no_constant)


def try_commands(patch: pytest.MonkeyPatch, place: Path, rng: random.Random) -> None:
    """Every command that reads, on one dossier."""
    before = seen(place)

    def ask(*args: str) -> Done:
        with bounded():
            done = legation(patch, *args)
        check_end(done, as_json="--json" in args)
        return done

    checked = ask("check", str(place), "--json")
    if checked.code != 2:
        for problem in checked.json:
            assert problem["level"] in {"error", "warning"}, problem
            assert problem["message"].strip(), problem
            assert len(str(problem)) < 2 * LONGEST, str(problem)[:400]
            check_place(problem["file"], problem["line"])
        assert (checked.code == 1) == any(one["level"] == "error" for one in checked.json)
    where = ("--dossier", str(place))
    events = ask("events", "--json", *where)
    assert (events.code == 2) == (checked.code != 0), (checked.code, events.code, checked.err)
    more = [("people", "--json"), ("conflicts", "--json"), ("posts", "--on", "2019-09-01"),
            ("encounters",), ("sources", "--json"), ("search", "ministry", "--json"), ("check",),
            ("events", "--known-by", "2019-09"), ("people",), ("conflicts",)]  # fmt: skip
    if events.code == 2:
        ask(*rng.choice(more), *where)
    else:
        for args in more:
            ask(*args, *where)
        rows = events.json
        for row in rng.sample(rows, min(2, len(rows))):
            for id in (row["id"], *row["sources"][:1], *(one["id"] for one in row["people"][:1])):
                assert ask("show", id, "--json", *where).code == 0
    assert seen(place) == before, "something was written"


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The dossiers that are mutated: the bundled and a small one, as folders and compiled."""
    root = tmp_path_factory.mktemp("originals")
    shutil.copytree(BUNDLED, root / "bundled", ignore=shutil.ignore_patterns("__pycache__"))
    write(root / "small")
    for name in ("bundled", "small"):
        compile_folder(root / name, root / f"{name}.json")
    return {name: root / name for name in ("bundled", "small", "bundled.json", "small.json")}


def cases(
    originals: dict[str, Path], place: Path, what: str, number: int
) -> Iterator[tuple[str, Path, random.Random]]:
    """Mutated copies one after another, each with its words and the dice for what follows."""
    for seed in range(number):
        rng = random.Random(f"{what}-{seed}")
        name = ("bundled" if rng.random() < 0.3 else "small") + what
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        copy = place / "d" / originals[name].name
        copy.parent.mkdir()
        if what:
            shutil.copy(originals[name], copy)
            said = mutate_compiled(rng, copy)
        else:
            shutil.copytree(originals[name], copy)
            said = mutate_folder(rng, copy)
        yield f"{what or 'folder'} {seed} ({name}): {said[:300]}", copy, rng


@pytest.mark.parametrize("what", ["", ".json"], ids=["folder", "compiled"])
def test_a_mutated_dossier_opens_or_is_refused(
    what: str,
    originals: dict[str, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    times: Callable[[int, int], int],
    tally: Callable[..., object],
) -> None:
    number = times(10, 700) if what else times(16, 1300)
    bad: list[str] = []
    for said, place, rng in cases(originals, tmp_path / "case", what, number):
        try:
            try_commands(monkeypatch, place, rng)
        except (AssertionError, Hanging, MemoryError, ValueError, RecursionError) as error:
            bad.append(f"{said}\n    {type(error).__name__}: {str(error)[:400]}")
    kind = "compiled file" if what else "folder"
    tally(f"mutated dossier, {kind}", tried=number, survived=number - len(bad), lost=len(bad))
    assert not bad, f"{len(bad)} of {number}\n" + "\n".join(bad)


@pytest.mark.parametrize("what", ["", ".json"], ids=["folder", "compiled"])
async def test_the_explorer_opens_a_mutated_dossier_or_refuses_it(
    what: str,
    originals: dict[str, Path],
    tmp_path: Path,
    times: Callable[[int, int], int],
    tally: Callable[..., object],
) -> None:
    number, refused = times(1, 50), 0
    bad: list[str] = []
    for said, place, rng in cases(originals, tmp_path / "case", what, number):
        try:
            refused += not await opened_by_pilot(place, rng)
        except (Exception, Hanging) as error:  # noqa: BLE001 - told below
            bad.append(f"{said}\n    {type(error).__name__}: {str(error)[:400]}")
    tally(f"explorer on a mutated {'file' if what else 'folder'}", tried=number,
          survived=number - len(bad), lost=len(bad), note=f"{refused} refused")  # fmt: skip
    assert not bad, f"{len(bad)} of {number}\n" + "\n".join(bad)


async def opened_by_pilot(place: Path, rng: random.Random) -> bool:
    """Visit everything; whether it could be opened at all."""
    try:
        with bounded():
            opened = open_dossier(place, strict=False)
    except DossierError as error:
        problems = error.problems
    else:
        problems = ()
    if problems:
        assert all(str(problem).isprintable() for problem in problems)
        return False
    with bounded(120):
        async with running(opened, size=(80, 24)) as app:
            if opened.problems:
                shown = await app.press("E")
                assert opened.problems[0].level in shown, shown
                await app.press("escape")
            for view in "123456":
                text = await app.press(view)
                assert len(text.splitlines()) == 24
                for _ in range(3):
                    await app.press(*rng.choices(("j", "G", "k", "}", "space"), k=2), "enter")
                    await app.press("tab", "enter", "end")
                    await app.press("escape", "escape", "escape")
            with suppress(AttributeError):
                assert app.app.failure is None
            await app.pilot.press("Q")
    return True
