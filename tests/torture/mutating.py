"""Seeded mutations of plain data and bytes: what a careless hand, a bad disk or a bad will does."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import Any

Data = Any  # plain data as TOML and JSON have it


NASTY = (
    "", " ", "\t\n", "a" * 100_000, "é" * 30_000, "word " * 5_000, "\x00", "\x1b]52;c;eA==\x07",
    "\u202etxet", "\u2028", "\x85", "e" + "\u0301" * 2_000, "\U000e0041", "\ufeff", "[b]", "[/]",
    "[@click=app.quit]x[/]", "../../etc/passwd", "%s{0}", "…", " … ", "a … b", "…b", "a: b: c",
    ":", "a:", ": a", "-", "--json", "ﷺ" * 50, "日本" * 40, "🏳️‍🌈", "null", "'", '"', "\\",
)  # fmt: skip
DAYS = (
    "0001-01-01", "9999-12-31", "0001", "9999", "0000", "10000-01-01", "9999-12", "0001-01",
    "9999-12-31/..", "../0001-01-01", "[..0001-01-01]", "[9999-12-31..]", "/0001-01-01",
    "0001-01-01/9999-12-31", "9999-12-31/0001-01-01", "[0001-01-01,9999-12-31]", "[..]", "/", "..",
    "../..", "0001-01-1X", "9999-1X", "9999-12-3X", "2019-02-29", "2019-13", "2019-1X-XX", "XXXX",
    "[]", "[,]", "2019-09~", "9999-12-31?", "0001%", "2019-09-11T10:00", "2019-21", "Y20190", "-1",
    "[2019-08-16,,2019-08-17]", "[2019-11-20..2019-11-22..2019-11-25]", "2019-11-20/", "//", "?",
    "[" + ",".join(f"2019-08-{day:02}" for day in range(1, 29)) + "]",
    "[2019" + ",2019" * 3_000 + "]",
)  # fmt: skip
WORDS = (
    "next week", "last week", "yesterday", "tomorrow", "next month", "last year", "Friday",
    "Friday or Saturday", "early September", "the day after tomorrow", "Feb. 30", "next Friday",
    "this year", "Sept. 11 " * 500, "the end of last month", "Thursday last week",
)  # fmt: skip
SPANS = ("P1Y", "P0D", "P9999Y", "P99999999999D", "P-1Y", "P", "P1.5Y", "PT1H", "P2W", "P120000M")
PLAIN: tuple[Data, ...] = (
    0, 1, -1, 2**63, -(2**63), 2**64, 10**30, 1.5, -0.0, 1e308, True, False, [], {}, [[]], [{}],
    [0], [""], ["a", 1], {"": ""}, {"a": {"b": {"c": 1}}}, [[["a"]]], ["a"] * 2_000,
)  # fmt: skip
FIELDS = (
    "id", "in", "part_of", "follows", "beside", "in_response_to", "copy_of", "succeeds", "people",
    "place", "status", "date", "start", "end", "held_on", "via", "when", "said_on", "on", "stance",
    "certainty", "quote", "disputed", "prefer", "topics", "post", "person", "body", "name", "title",
    "passage", "format", "horizon", "published", "names", "seats", "about", "says", "order", "part",
)  # fmt: skip
STATUSES = ("occurred", "in-force", "cancelled", "ruled-out", "lifted", "mooted", "held")


def chosen(rng: random.Random, pool: tuple[Any, ...]) -> Data:
    """One of a pool, which nobody else changes."""
    value = rng.choice(pool)
    return json.loads(json.dumps(value)) if isinstance(value, (list, dict)) else value


def value(rng: random.Random, ids: list[str]) -> Data:
    """Some value, right or wrong in its place."""
    pool = rng.choice((NASTY, DAYS, DAYS, WORDS, SPANS, PLAIN, STATUSES, tuple(ids) or ("x",)))
    return chosen(rng, pool)


def holders(data: Data) -> Iterator[tuple[Any, Any]]:
    """Every place in the data as (what holds it, key or index), without recursion."""
    todo = [data]
    while todo:
        holder = todo.pop()
        items = holder.items() if isinstance(holder, dict) else enumerate(holder)
        for key, inner in items:
            yield holder, key
            if isinstance(inner, (dict, list)):
                todo.append(inner)


def _names(data: Data) -> list[str]:
    return sorted({key for _, key in holders(data) if isinstance(key, str) and "-" in key})


def change(rng: random.Random, data: Data) -> str:
    """Change one thing in the data; what was done, in a word."""
    places = list(holders(data))
    if not places:
        return "nothing to change"
    holder, key = rng.choice(places)
    ids = _names(data)
    act = rng.choice(_ACTS)
    act(rng, holder, key, ids)
    return f"{act.__name__.strip('_')} {str(key)[:40]!r}"


def _delete(rng: random.Random, holder: Any, key: Any, ids: list[str]) -> None:
    del holder[key]


def _retype(rng: random.Random, holder: Any, key: Any, ids: list[str]) -> None:
    holder[key] = chosen(rng, PLAIN)


def _replace(rng: random.Random, holder: Any, key: Any, ids: list[str]) -> None:
    holder[key] = value(rng, ids)


def _redate(rng: random.Random, holder: Any, key: Any, ids: list[str]) -> None:
    holder[key] = rng.choice((*DAYS, date(1, 1, 1), datetime(9999, 12, 31, 23), time(1, 2)))


def _rename(rng: random.Random, holder: Any, key: Any, ids: list[str]) -> None:
    if isinstance(holder, dict):
        name = rng.choice((*FIELDS, *NASTY[:12], *(ids[:40] or ["x"])))
        holder[name] = holder.pop(key)


def _add(rng: random.Random, holder: Any, key: Any, ids: list[str]) -> None:
    if isinstance(holder, dict):
        holder[rng.choice((*FIELDS, *(ids[:40] or ["x"])))] = value(rng, ids)
    else:
        holder.append(value(rng, ids))


def _refer(rng: random.Random, holder: Any, key: Any, ids: list[str]) -> None:
    """A record that names another of any kind, or itself."""
    inner = holder[key]
    if isinstance(inner, dict):
        to = rng.choice([key, *ids])
        inner[rng.choice(FIELDS[1:9])] = rng.choice((to, [to], f"{to}: host"))


def _many(rng: random.Random, holder: Any, key: Any, ids: list[str]) -> None:
    """The same again, many times."""
    copies = rng.choice((2, 30, 1_500))
    if len(repr(holder[key])) > 2_000:
        copies = min(copies, 30)  # what counts is how many, not how many megabytes
    if isinstance(holder, list):
        holder.extend([holder[key]] * copies)
    elif isinstance(holder[key], (dict, str)):
        holder.update({f"{key}-{number}": holder[key] for number in range(copies)})


def _wrap(rng: random.Random, holder: Any, key: Any, ids: list[str]) -> None:
    depth = rng.choice((1, 3, 60, 200))
    for _ in range(depth):
        holder[key] = {"a": holder[key]} if rng.random() < 0.5 else [holder[key]]


def _swap(rng: random.Random, holder: Any, key: Any, ids: list[str]) -> None:
    other = rng.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
    holder[key], holder[other] = holder[other], holder[key]


Act = Callable[[random.Random, Any, Any, list[str]], None]
_ACTS: tuple[Act, ...] = (
    _delete, _delete, _retype, _replace, _replace, _redate, _rename, _add, _refer, _refer, _many,
    _wrap, _swap,
)  # fmt: skip


def spoilt(rng: random.Random, content: bytes) -> tuple[bytes, str]:
    """Bytes as a bad disk or a bad tool leaves them, and what was done."""
    at = rng.randrange(len(content) + 1)
    piece = rng.choice((b"\x00", b"\xff", b"\xed\xa0\x80", b"[", b"{", b'"', b"'''", b"\n", b"=",
                        b"\xe2\x80\xa8", b"\x0c", b"9" * 5_000, b"[" * 50_000,
                        b"[ " + b" " * 20_000,
                        b"a." * 3_000 + b"a = 1\n", b'"\\"' * 5_000, b"x" * 300_000))  # fmt: skip
    match rng.randrange(8):
        case 0:
            return content[:at], "truncated"
        case 1:
            return b"\xef\xbb\xbf" + content, "byte order mark"
        case 2:
            return content.replace(b"\n", rng.choice((b"\r\n", b"\r"))), "other line ends"
        case 3:
            return content + content, "twice"
        case 4:
            return rng.choice((b"", b"\n", b"\x00" * 100, b"{}", b"[]", b"null")), "emptied"
        case 5:
            return content[:at] + content[at + rng.randrange(1, 200) :], "a gap"
        case _:
            return content[:at] + piece + content[at:], f"{piece[:12]!r} put in"
