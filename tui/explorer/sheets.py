"""The sheets: help, all commands, the problems of the data."""

from __future__ import annotations

from collections.abc import Sequence

from store.names import match
from store.records import Problem
from tui.explorer.bindings import Key
from tui.explorer.sheet import Row, Sheet
from tui.present.help import help_lines
from tui.present.line import BLANK, Line, Span, cut, fit, wrap
from tui.present.words import count

GROUPS = ("Views", "Find", "Move", "Do")


def _found(words: str, *texts: str) -> bool:
    return not words.strip() or words.strip() in texts or match(words, " ".join(texts))


def help_sheet(keys: Sequence[Key], *, ascii_only: bool = False) -> Sheet:
    """Keys by group, then the signs."""

    def rows(words: str, cells: int) -> list[Row]:
        if words.strip():
            return [
                Row(_command_line(key, cells))
                for key in keys
                if _found(words, key.full, key.short, *key.keys)
            ]
        groups = {group: _paired([key for key in keys if key.group == group]) for group in GROUPS}
        return [Row(line) for line in help_lines(groups, cells)]

    return Sheet("Help", "keys and signs", rows, ascii_only=ascii_only)


# two opposite commands stand on one line of the help
PAIRS: dict[str, tuple[str, str]] = {
    "down": ("up", "row"),
    "first": ("last", "first, last"),
    "half-down": ("half-up", "half page"),
    "page-down": ("page-up", "page"),
    "next": ("previous", "next item"),
    "next-month": ("previous-month", "month"),
    "back": ("forth", "back, forth"),
    "next-hit": ("previous-hit", "hits"),
    "close": ("escape", "back, or quit"),
}
ARROWS = {"↑", "↓", "←", "→", "f1", "home", "end", "pgdn", "pgup", "enter", "⇧tab"}


def _paired(keys: Sequence[Key]) -> list[tuple[str, str]]:
    by_id = {key.id: key for key in keys}
    seconds = {PAIRS[id][0] for id in by_id if id in PAIRS} | {"shift-tab"}
    rows: list[tuple[str, str]] = []
    for key in keys:
        if key.id in seconds:
            continue
        if key.id in PAIRS and PAIRS[key.id][0] in by_id:
            other, word = PAIRS[key.id]
            rows.append((f"{key.keys[0]} {by_id[other].keys[0]}", word))
        else:
            kept = [name for name in key.keys if name not in ARROWS]
            rows.append((" ".join(kept[:2]) or key.keys[0], key.short))
    return rows


def _command_line(key: Key, cells: int) -> Line:
    shown = fit(" ".join(key.keys), 16)
    words = key.full[:1].upper() + key.full[1:]
    return Line((Span(shown, "accent"), Span(cut(words, cells - 16))))


def palette_sheet(keys: Sequence[Key], *, ascii_only: bool = False) -> Sheet:
    """Every command by its words; the value is its action."""

    def rows(words: str, cells: int) -> list[Row]:
        return [
            Row(_command_line(key, cells), key.action)
            for key in keys
            if key.group != "Move" and _found(words, key.full, key.short, key.group, *key.keys)
        ]

    return Sheet("Commands", "type a part of one", rows, typing=True, ascii_only=ascii_only)


def problems_sheet(problems: Sequence[Problem], *, ascii_only: bool = False) -> Sheet:
    """What is wrong with the data, with file and line."""

    def rows(words: str, cells: int) -> list[Row]:
        found: list[Row] = [Row(BLANK)]
        for problem in problems:
            if not _found(words, problem.message, problem.file, problem.record or ""):
                continue
            role = "bad" if problem.level == "error" else "warn"
            where = problem.file + (f":{problem.line}" if problem.line else "")
            names = [problem.record, problem.field]
            about = ", ".join(name for name in names if name)
            head = [Span(f"{problem.level}  ", role), Span(where), Span(f"  {about}", "muted")]
            found += [Row(Line(part)) for part in wrap(head, cells, hang=2)]
            said = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
            found += [Row(Line((Span("  "), *part))) for part in wrap([Span(said)], cells - 2)]
            found.append(Row(BLANK))
        if len(found) == 1:
            found.append(Row(Line((Span("The data has no problems.", "good"),))))
        return found

    return Sheet("Problems", count(len(problems), "problem"), rows, ascii_only=ascii_only)
