"""Where records and fields stand in a TOML file: tomllib and msgspec tell no line numbers."""

from __future__ import annotations

import re

import msgspec

# Possessive, and a string may lack its end: no line, however long and broken, is read twice.
_HEADER = re.compile(r"^\s*+\[(\[)?\s*+([^\]]++)\]")
_KEY = re.compile(r"""^\s*+("[^"]*+"|'[^']*+'|[A-Za-z0-9_-]++)\s*+(\.[^=]*+)?=""")
_STRING = re.compile(r'"""|\'\'\'|"(?:\\.|[^"\\])*+"?|\'[^\']*+\'?|#.*|[\[\]{}]')


class Lines(msgspec.Struct):
    """``records``: table → line; ``fields``: (table, key) → line. All lines are 1-based. The
    n-th ``[[name]]`` is the table ``name#n`` (from 0); what precedes all tables is ``""``.
    ``again`` are the keys that a table has had already, as (table, key, line)."""

    records: dict[str, int] = msgspec.field(default_factory=dict)
    fields: dict[tuple[str, str], int] = msgspec.field(default_factory=dict)
    again: list[tuple[str, str, int]] = msgspec.field(default_factory=list)

    def of(self, record: str, name: str | None = None) -> int | None:
        """The line of the field, else of the record (of several of its name: the first), else
        None."""
        if name is not None and (record, name) in self.fields:
            return self.fields[record, name]
        return self.records.get(record, self.records.get(f"{record}#0"))


def scan(text: str) -> Lines:
    """Find every table header and key of a TOML text; strings of several lines and nested
    arrays are stepped over. Never raises: a broken file gives what was found."""
    lines = Lines(records={"": 1})
    table, counts = "", {}  # type: tuple[str, dict[str, int]]
    quote: str | None = None
    depth = 0
    for number, line in enumerate(text.split("\n"), 1):  # other line ends are none in TOML
        if quote is None and depth == 0:
            header = _HEADER.match(line)
            if header:
                name = header[2].strip().strip("\"'")
                if header[1]:
                    table = f"{name}#{counts.get(name, 0)}"
                    counts[name] = counts.get(name, 0) + 1
                    lines.records[table] = number
                else:
                    table, _, inner = name.partition(".")
                    lines.records.setdefault(table, number)
                    if inner:
                        lines.fields.setdefault((table, inner), number)
                continue
            key = _KEY.match(line)
            if key:
                name = key[1].strip("\"'")
                if lines.fields.setdefault((table, name), number) != number and not key[2]:
                    lines.again.append((table, name, number))
        quote, depth = _state(line, quote, depth)
    return lines


def _state(line: str, quote: str | None, depth: int) -> tuple[str | None, int]:
    """Whether a string or bracket is still open at the end of the line."""
    at = 0
    while at < len(line):
        if quote is not None:
            end = line.find(quote, at)
            if end < 0:
                return quote, depth
            at, quote = end + 3, None
            continue
        token = _STRING.search(line, at)
        if token is None:
            return None, depth
        at = token.end()
        if token[0] in ('"""', "'''"):
            quote = token[0]
        elif token[0] in ("[", "{"):
            depth += 1
        elif token[0] in ("]", "}"):
            depth = max(0, depth - 1)
    return quote, depth
