"""The sheets: help, all commands, the problems of the data."""

from __future__ import annotations

from collections.abc import Sequence

from store.names import match
from store.records import Problem
from tui.explorer.bindings import Key
from tui.explorer.sheet import Row, Sheet
from tui.present.help import Block, help_lines
from tui.present.line import BLANK, Line, Span, fit, wrap
from tui.present.words import count

GROUPS = ("Views", "Find", "Move", "Do")


def _found(words: str, *texts: str) -> bool:
    return not words.strip() or words.strip() in texts or match(words, " ".join(texts))


def help_sheet(keys: Sequence[Key]) -> Sheet:
    """Keys by group, then the signs."""

    def rows(words: str, cells: int) -> list[Row]:
        if words.strip():
            return [
                Row(_command_line(key))
                for key in keys
                if _found(words, key.full, key.short, *key.keys)
            ]
        groups: list[Block] = []
        for group in GROUPS:
            mine = [key for key in keys if key.group == group]
            groups.append((group, _paired(mine)))
        return [Row(line) for line in help_lines(groups, cells)]

    return Sheet("Help", "keys and signs", rows)


def _paired(keys: Sequence[Key]) -> list[tuple[str, str]]:
    """Two opposite commands on one line: ``j k  row down, up``."""
    rows: list[tuple[str, str]] = []
    skip = False
    for key, after in zip(keys, [*keys[1:], None], strict=True):
        if skip:
            skip = False
            continue
        first = key.keys[0]
        if after is not None and key.full and _twins(key, after):
            rows.append((f"{first} {after.keys[0]}", key.short))
            skip = True
        else:
            rows.append((first if len(first) > 2 else " ".join(_two(key.keys)), key.short))
    return rows


def _two(keys: Sequence[str]) -> list[str]:
    kept = [key for key in keys if key not in {"↑", "↓", "←", "→", "f1", "home", "end"}]
    return kept[:2]


def _twins(one: Key, other: Key) -> bool:
    name = one.action.partition("(")[0]
    return "(" in one.action and name == other.action.partition("(")[0] and name in {
        "move", "step", "group", "history", "hit", "page", "tab",
    }  # fmt: skip


def _command_line(key: Key) -> Line:
    shown = fit(" ".join(key.keys), 18)
    return Line((Span(shown, "accent"), Span(fit(key.full, 44)), Span(key.group, "muted")))


def palette_sheet(keys: Sequence[Key]) -> Sheet:
    """Every command by its words; the value is its action."""

    def rows(words: str, cells: int) -> list[Row]:
        return [
            Row(_command_line(key), key.action)
            for key in keys
            if key.group != "Move" and _found(words, key.full, key.short, key.group, *key.keys)
        ]

    return Sheet("Commands", "type a part of one", rows, typing=True)


def problems_sheet(problems: Sequence[Problem]) -> Sheet:
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

    return Sheet("Problems", count(len(problems), "problem"), rows)
