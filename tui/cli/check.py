"""``legation check``: every problem of a dossier, with file, line and what would be right."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import ConsoleRenderable

from store.checking import Checked, check_dossier, write_anchors
from store.model.records import Problem
from store.opening import BUNDLED
from store.texts.attached import LOCK, TextsError
from tui.cli.columns import Columns
from tui.cli.failure import NOTHING, Failure, say
from tui.cli.options import parse
from tui.cli.output import Output
from tui.cli.reading import named_dossier, named_texts, near
from tui.cli.setting import BLANK, counted, text, unbroken
from tui.cli.table import Call

ROLES = {"error": "bad", "warning": "warn"}


def run(call: Call) -> int:
    """Print the problems and a summary; 1 with an error among them, else 0."""
    given = parse(call)
    path = named_dossier(given.dossier, *given.words) or BUNDLED
    texts = named_texts(given.texts)
    if given.write and texts is None:
        raise Failure("--write needs --texts DIR: positions are found in the texts")
    checked = _checked(path, texts)
    if not checked.sources and not (path / "dossier.toml").is_file():
        raise Failure(*map(near, checked.problems), bare=True)  # no dossier at all
    if given.write and _errors(checked.problems):
        say(f"legation: nothing was written to {LOCK}: mend the errors first")
    elif given.write and texts is not None:
        written = write_anchors(path, texts)
        say(f"legation: {counted(written, 'position')} written to {path / LOCK}")
        checked = _checked(path, texts)
    out = Output(given.color)
    if given.json:
        out.rows(checked.problems)
        say(f"legation: {_summary(checked)}")
    else:
        out.text(*_report(checked))
    return NOTHING if _errors(checked.problems) else 0


def _checked(path: Path, texts: Path | None) -> Checked:
    try:
        return check_dossier(path, texts)
    except TextsError as error:
        raise Failure(str(error), bare=True) from error


def _errors(problems: Sequence[Problem]) -> int:
    return sum(problem.level == "error" for problem in problems)


def _report(checked: Checked) -> list[ConsoleRenderable]:
    parts: list[ConsoleRenderable] = []
    for problem in checked.problems:
        parts.append(
            unbroken((problem.level, ROLES.get(problem.level, "text")), f"  {near(problem)}")
        )
    if parts:
        parts.append(BLANK)
    shown = [source for source in checked.sources if source.shown is not None]
    if shown:
        rows = [
            [
                text(source.id),
                text(counted(source.claims, "claim")),
                text(f"{source.shown or 0:.0%} shown"),
                text(f"{source.anchored or 0:.0%} anchored"),
            ]
            for source in shown
        ]
        parts += [Columns(rows, fill=0), BLANK]
    parts.append(unbroken(_summary(checked)))
    return parts


def _summary(checked: Checked) -> str:
    errors = _errors(checked.problems)
    warnings = len(checked.problems) - errors
    counts = {
        word: sum(getattr(source.anchors, word) for source in checked.sources)
        for word in ("exact", "moved", "fuzzy", "orphan", "unchecked")
    }
    found = ", ".join(f"{number} {word}" for word, number in counts.items() if number)
    said = (
        f"{counted(errors, 'error')}, {counted(warnings, 'warning')}; "
        f"{counted(len(checked.sources), 'source')}, {counted(checked.claims, 'claim')}"
        + (" without an error" if errors else "")
    )
    return f"{said}: {found}" if found else said
