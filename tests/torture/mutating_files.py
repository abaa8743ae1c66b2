"""Mutated dossiers on disk: a folder of TOML files, or the TinyDB file compiled from one."""

from __future__ import annotations

import json
import os
import random
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path

from mutating import Data, change, spoilt

BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")


def mutate_folder(rng: random.Random, root: Path) -> str:
    """Change one to three things in a folder; what was done, in words."""
    said = []
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        files = sorted(path for path in root.rglob("*.toml") if path.is_file())
        if not files:
            break
        file = rng.choice(files)
        name = file.relative_to(root).as_posix()
        how = rng.random()
        if how < 0.70:
            said.append(f"{name}: {_change_toml(rng, file)}")
        elif how < 0.88:
            content, what = spoilt(rng, file.read_bytes())
            file.write_bytes(content)
            said.append(f"{name}: {what}")
        else:
            said.append(f"{name}: {_replace(rng, file)}")
    return "; ".join(said)


def _change_toml(rng: random.Random, file: Path) -> str:
    try:
        data = tomllib.loads(file.read_text("utf-8"))
    except (ValueError, RecursionError):
        return "left as it was"
    what = ", ".join(change(rng, data) for _ in range(rng.choice((1, 1, 2, 4))))
    try:
        text = "".join(_toml(data))
    except RecursionError:
        return "left as it was: nested too deeply to be written"
    file.write_text(text, "utf-8", newline="")
    return what


def _replace(rng: random.Random, file: Path) -> str:
    """Something else in the place of a file."""
    what = rng.choice(("gone", "folder", "link to itself", "link to nothing", "fifo", "endless",
                       "other name", "not utf-8 name", "copy"))  # fmt: skip
    content = file.read_bytes()
    if what == "copy":
        (file.parent / "people.toml").write_bytes(content)
        return "a copy as people.toml"
    file.unlink()
    match what:
        case "folder":
            file.mkdir()
        case "link to itself":
            file.symlink_to(file.name)
        case "link to nothing":
            file.symlink_to("nothing")
        case "fifo":
            os.mkfifo(file)
        case "endless":
            file.symlink_to("/dev/zero")
        case "other name":
            odd = rng.choice(
                ("Ünï cödé.toml", ".toml", "a\x1b[31mb.toml", "A.toml", "x" * 200 + ".toml")
            )
            (file.parent / odd).write_bytes(content)
        case "not utf-8 name":
            Path(os.fsdecode(os.fsencode(file.parent) + b"/\xff\xfe.toml")).write_bytes(content)
    return what


def mutate_compiled(rng: random.Random, file: Path) -> str:
    """Change one to three things in a compiled file; what was done, in words."""
    content = file.read_bytes()
    if rng.random() < 0.25:
        content, what = spoilt(rng, content)
        file.write_bytes(content)
        return what
    data = json.loads(content)
    said = []
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        # most of it is claims: every table has its turn
        table = rng.choice(sorted(data)) if data and rng.random() < 0.8 else None
        inner = data if table is None or not isinstance(data[table], dict) else data[table]
        said.append(f"{table}: {change(rng, inner)}")
    with suppress(RecursionError):  # nested too deeply to be written
        file.write_text(_json(rng, data), "utf-8")
    return "; ".join(said)


def _json(rng: random.Random, data: Data) -> str:
    text = json.dumps(data, ensure_ascii=rng.random() < 0.5, default=str)
    match rng.randrange(12):
        case 0:
            return text.replace(
                ": 1", f": {rng.choice(('NaN', 'Infinity', '1e999', '9' * 5000))}", 1
            )
        case 1:  # a key twice
            at = text.find('"id": ')
            return text if at < 0 else f'{text[:at]}"id": "again", {text[at:]}'
        case 2:
            return text.replace('"1": ', "1: ", 1)
        case 3:
            return text.replace('"title": "', '"title": "\\ud800', 1)
        case 4:
            deep = rng.choice((300, 700, 100_000))
            return text.replace('"id": ', f'"deep": {"[" * deep}{"]" * deep}, "id": ', 1)
        case 5:
            deep = rng.choice((300, 700))
            nested = '{"a":' * deep + "1" + "}" * deep
            return text.replace('"title": ', f'"title": {nested}, "x": ', 1)
        case _:
            return text


# -- a small TOML writer: tomllib only reads


def _toml(data: dict[str, Data]) -> Iterator[str]:
    tables = []
    for key, inner in data.items():
        whole = isinstance(inner, list) and inner and all(isinstance(one, dict) for one in inner)
        if whole or isinstance(inner, dict):
            tables.append((key, inner, whole))
        else:
            yield f"{_key(key)} = {_inline(inner)}\n"
    for key, inner, whole in tables:
        for table in inner if whole else [inner]:
            yield f"\n[[{_key(key)}]]\n" if whole else f"\n[{_key(key)}]\n"
            for name, one in table.items():
                yield f"{_key(name)} = {_inline(one)}\n"


def _key(key: str) -> str:
    return key if key and set(key) <= BARE else _inline(key)


def _inline(value: Data) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    if isinstance(value, dict):
        pairs = (f"{_key(key)} = {_inline(inner)}" for key, inner in value.items())
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, list):
        return f"[{', '.join(_inline(inner) for inner in value)}]"
    return repr(value)
