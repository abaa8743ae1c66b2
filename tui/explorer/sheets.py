"""The sheets: help, all commands, the problems of the data."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from store.model.names import match
from store.model.records import Problem
from tui.explorer.bindings import Key, names
from tui.explorer.sheet import Row, Sheet
from tui.explorer.synonyms import SYNONYMS
from tui.present.help import help_lines
from tui.present.line import BLANK, Line, Span, cut, fit, wrap
from tui.present.terms import terms
from tui.present.words import count
from tui.widgets.matrix import CELL

GROUPS = ("Views", "Find", "Move", "Do")


def _found(words: str, *texts: str) -> bool:
    return not words.strip() or words.strip() in texts or match(words, " ".join(texts))


def _none(words: str, cells: int) -> Row:
    said = f"No command matches “{cut(words.strip(), max(cells - 24, 8))}”."
    return Row(Line((Span(said, "muted"),), stop=False))


def help_sheet(keys: Sequence[Key], inside: Sequence[Key], *, ascii_only: bool = False) -> Sheet:
    """Keys by group, the signs, and the keys ``inside`` the filter and a matrix."""

    def rows(words: str, cells: int) -> list[Row]:
        if words.strip():
            found = [
                Row(_command_line(key, cells))
                for key in (*keys, *inside)
                if _found(words, key.full, key.short, *key.keys, SYNONYMS.get(key.id, ""))
            ]
            return found or [_none(words, cells)]
        groups = {group: _paired([key for key in keys if key.group == group]) for group in GROUPS}
        every = names([*keys, *inside])
        sieve = [key for key in inside if key.id not in CELL]
        cell = (" ".join(every[id] for id in CELL), "cell")
        inner = {"In the filter": _paired(sieve), "In a matrix": [cell]}
        shown = help_lines(groups, inner, cells, lambda room: terms(every, room))
        return [Row(line, head=head) for line, head in shown]

    return Sheet("Help", "keys and signs", rows, moves=moves(keys), ascii_only=ascii_only)


# two opposite commands stand on one line of the help
PAIRS: dict[str, tuple[str, ...]] = {
    "down": ("up", "row"),
    "first": ("last", "first, last"),
    "half-down": ("half-up", "half page"),
    "page-down": ("page-up", "page"),
    "next": ("previous", "next item"),
    "next-month": ("previous-month", "month"),
    "tab": ("shift-tab", "card or link"),
    "back": ("forth", "back, forth"),
    "search": ("next-hit", "previous-hit", "search, hits"),
    "filter": ("clear-filter", "clear", "filter, clear"),
    "mark": ("note", "undo", "mark, note, undo"),
    "copy": ("cite", "copy, citation"),
    "export": ("edit", "export, edit"),
    "reload": ("problems", "reload, problems"),
    "suspend": ("redraw", "suspend, redraw"),
    "pager": ("address", "pager, address"),
    "next-group": ("previous-group", "group"),
}
# other names of a key that the help can do without
SPARE = {"↑", "↓", "←", "→", "f1", "home", "end", "pgdn", "pgup"}


def _paired(keys: Sequence[Key]) -> list[tuple[str, str]]:
    by_id = {key.id: key for key in keys}
    seconds = {
        other
        for id in by_id
        if id in PAIRS and set(PAIRS[id][:-1]) <= by_id.keys()
        for other in PAIRS[id][:-1]
    }
    rows: list[tuple[str, str]] = []
    for key in keys:
        if key.id in seconds:
            continue
        if key.id in PAIRS and set(PAIRS[key.id][:-1]) <= by_id.keys():
            *others, word = PAIRS[key.id]
            rows.append((" ".join([key.keys[0], *(by_id[id].keys[0] for id in others)]), word))
        else:
            kept = [name for name in key.keys if name not in SPARE]
            rows.append((" ".join(kept[:2]) or key.keys[0], key.short))
    return rows


def _command_line(key: Key, cells: int) -> Line:
    shown = fit(" ".join(key.keys), 16)
    words = key.full[:1].upper() + key.full[1:]
    return Line((Span(shown, "accent"), Span(cut(words, cells - 16))))


def palette_sheet(keys: Sequence[Key], *, ascii_only: bool = False) -> Sheet:
    """Every command by its words; the value is its action."""

    def rows(words: str, cells: int) -> list[Row]:
        found = [
            Row(_command_line(key, cells), key.action)
            for key in sorted(keys, key=lambda key: key.group == "Move")  # the rest is sought
            if _found(words, key.full, key.short, key.group, *key.keys, SYNONYMS.get(key.id, ""))
        ]
        return found or [_none(words, cells)]

    said = "type a part of one"
    return Sheet("Commands", said, rows, typing=True, moves=moves(keys), ascii_only=ascii_only)


def moves(keys: Sequence[Key]) -> str:
    """The keys of the rows."""
    every = names(keys)
    return f"{every['down']} {every['up']}"


def _near(file: str) -> str:
    """A file's path from the current folder or the user's own, where it lies below them."""
    path = Path(file)
    with suppress(OSError, RuntimeError):
        if path.is_relative_to(Path.cwd()):
            return str(path.relative_to(Path.cwd()))
        if path.is_relative_to(Path.home()):
            return f"~{os.sep}{path.relative_to(Path.home())}"
    return file


def problems_sheet(
    problems: Sequence[Problem],
    keys: Sequence[Key],
    lately: Sequence[str] = (),
    *,
    ascii_only: bool = False,
) -> Sheet:
    """What is wrong with the data, with file and line; then the messages said ``lately``, the
    last one first."""

    def rows(words: str, cells: int) -> list[Row]:
        found: list[Row] = [Row(BLANK)]
        for at, problem in enumerate(problems):
            if not _found(words, problem.message, problem.file, problem.record or ""):
                continue
            role = "bad" if problem.level == "error" else "warn"
            where = _near(problem.file) + (f":{problem.line}" if problem.line else "")
            names = [problem.record, problem.field]
            about = ", ".join(name for name in names if name)
            head = [Span(f"{problem.level}  ", role), Span(where), Span(f"  {about}", "muted")]
            # what chooses it leads to the editor, where there is a file
            chosen = str(at) if Path(problem.file).is_file() else None
            found += [Row(Line(part), chosen) for part in wrap(head, cells, hang=2)]
            said = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
            lines = [Line((Span("  "), *part)) for part in wrap([Span(said)], cells - 2)]
            found += [Row(line, chosen) for line in lines]
            found.append(Row(BLANK))
        if len(found) == 1:
            found.append(Row(Line((Span("The data has no problems.", "good"),))))
            found.append(Row(BLANK))
        recent = [text for text in reversed(lately) if _found(words, text)]
        if recent:
            found.append(Row(Line((Span("Said lately, the last first", bold=True),), stop=False)))
        for text in recent:
            lines = [Line((Span("  "), *part)) for part in wrap([Span(text)], cells - 2, hang=2)]
            found += [Row(line) for line in lines]
        return found

    told = count(len(problems), "problem")
    return Sheet("Problems", told, rows, choose="edit", moves=moves(keys), ascii_only=ascii_only)
