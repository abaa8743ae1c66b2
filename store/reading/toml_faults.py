"""What is wrong with a file that is no TOML, and what would be right there: where the line does
not show it, its own words are told."""

from __future__ import annotations

import re
from typing import NamedTuple

from store.reading.lines import Lines
from store.reading.toml_hints import HEADER, MOST, RULES

_AT = re.compile(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")
_TWICE = re.compile(r"cannot declare \('([^']+)',?.*\) twice", re.I)
_INLINE_TWICE = re.compile(r"duplicate inline table key '([^']+)'", re.I)
# Possessive: no text, however long and broken, is read twice.
_TEXTS = re.compile(
    r'"""(?:\\.|[^"\\]|"(?!""))*+"{3,5}+|\'\'\'(?:[^\']|\'(?!\'\'))*+\'{3,5}+'
    r'|"""|\'\'\'|"(?:\\.|[^"\\\n])*+"|\'[^\'\n]*+\'|#[^\n]*+|["\'\[\]{}]',
    re.S,
)


class Fault(NamedTuple):
    """Where a file is no TOML (the line, and the id or key, where one is to blame), what is
    wrong, what would be right."""

    line: int
    record: str | None
    field: str | None
    message: str
    hint: str


def fault(text: str, said: str, lines: Lines) -> Fault:
    """The fault of a text of which the reader of TOML ``said`` something."""
    text = text.replace("\r\n", "\n") + "\n"
    found, words = _AT.search(said), _AT.sub("", said).strip()
    at, line, hint = len(text) - 1, text.count("\n"), ""
    if found and found[1]:
        line = int(found[1])
        at = sum(len(one) + 1 for one in text.split("\n", line)[: line - 1]) + int(found[2]) - 1
    if twice := _TWICE.fullmatch(words):
        name = twice[1]
        if name == "passage":
            return Fault(line, None, name, "a table of this name twice", "write [[passage]]")
        return Fault(line, name, None, "duplicate id", _first(lines.records.get(name), line))
    if inner := _INLINE_TWICE.fullmatch(words):
        return Fault(line, None, inner[1], "the same key twice", "a key stands once in a table")
    if "overwrite" in words:
        return _overwritten(text, line, lines)
    if at == len(text) - 1:
        line, hint = _unclosed(text, line)
    words = words[:1].lower() + words[1:]
    for start, plain, rule in RULES:
        if words.startswith(start):
            words, hint = plain or words, hint or rule(text, at)
            break
    return Fault(line, None, None, f"not valid TOML: {words}", hint or _shown(text, line))


def _shown(text: str, line: int) -> str:
    shown = " ".join(text.split("\n", line)[line - 1].split())
    return f"at “{shown[:MOST]}{'…' if len(shown) > MOST else ''}”" if shown else "at its end"


def _first(first: int | None, line: int) -> str:
    also = f"; it stands on line {first} too" if first is not None and first < line else ""
    return f"an id stands once in a dossier{also}"


def _overwritten(text: str, line: int, lines: Lines) -> Fault:
    written, hint = text.split("\n", line)[line - 1].lstrip(), "a key stands once in a record"
    if written.startswith("[[passage]]"):
        return Fault(line, None, "passage", "a table of this name twice", "write [[passage]]")
    again = [one for one in lines.again if one[2] <= line]
    if not again or HEADER.match(written):
        said = f"{hint}; {_shown(text, line)}"
        return Fault(line, None, None, "the same key twice", said)
    table, key, at = again[-1]
    record = table if table and "#" not in table else None
    hint += f"; it stands on line {lines.fields[table, key]} too"
    return Fault(at, record, key, "the same key twice", hint)


def _unclosed(text: str, line: int) -> tuple[int, str]:
    """The line on which begins what is still open at the end, and what is missing."""
    opened: list[tuple[str, int]] = []
    for token in _TEXTS.finditer(text):
        if token[0] in "[{":
            opened.append((token[0], token.start()))
        elif token[0] in "]}":
            del opened[-1:]
        elif token[0] in ('"', "'", '"""', "'''"):
            opened = [(token[0], token.start())]
            break
    if not opened:
        return line, ""
    sign, at = opened[-1]
    line = text.count("\n", 0, at) + 1
    if sign in "[{":
        return line, f"a {']' if sign == '[' else '}'} is missing: what {sign} opens is not closed"
    return line, f"a text that begins here has no {sign} at its end"
