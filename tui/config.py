"""The configuration: one TOML file of the user's own. Whatever is wrong in it is told with its
line, and the rest counts."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import msgspec

from store.model.clean import clean
from store.model.records import Problem
from store.reading.lines import Lines, scan
from tui.keymap import Keymap, check_keys

LARGEST = 1024 * 1024  # bytes of the file
THEMES = ("auto", "light", "dark", "terminal")
# dates by an example of each: the words of a newspaper, or ISO 8601
DATES = {"20 Sep 2019": "words", "2019-09-20": "iso"}
OPTIONS = ("theme", "dates", "ascii", "keys")
_AT = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


class Config(msgspec.Struct, frozen=True):
    """``theme`` is ``auto light dark terminal``, ``dates`` ``words`` or ``iso``; ``ascii`` None
    asks the terminal; ``keys`` are the commands with other keys than they are born with."""

    theme: str = "auto"
    dates: str = "words"
    ascii: bool | None = None
    keys: Keymap = msgspec.field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_config(file: Path, commands: Keymap, *, named: bool = False) -> Config:
    """Read the file; ``commands`` are the ids with their keys. Never raises: what cannot be read
    is in ``problems``. No file is no problem, unless the user ``named`` it."""
    reader = _Reader(file)
    try:
        if not named and not file.exists():
            return Config()
        with file.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except OSError as error:
        reader.say(None, f"cannot be read: {error.strerror or error}", "", at=None)
        return Config(problems=tuple(reader.problems))
    return reader.read(raw, commands)


class _Reader:
    """One reading of one file."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.lines = Lines()
        self.problems: list[Problem] = []

    def say(self, name: str | None, wrong: str, right: str, *, at: int | None) -> None:
        self.problems.append(
            Problem(
                level="error",
                file=str(self.file),
                line=at,
                record=None,
                field=clean(name) if name else None,
                message=clean(wrong),
                hint=clean(right),
            )
        )

    def option(self, name: str, wrong: str, right: str) -> None:
        self.say(name, wrong, right, at=self.lines.of("", name))

    def key(self, id: str, wrong: str, right: str) -> None:
        at = self.lines.of("keys", id) or self.lines.of("", "keys")
        self.say(f"keys.{id}", wrong, right, at=at)

    def read(self, raw: bytes, commands: Keymap) -> Config:
        if len(raw) > LARGEST:
            self.say(None, "is larger than 1 MiB", "this is no configuration", at=None)
            return Config(problems=tuple(self.problems))
        try:
            text = raw.decode("utf-8-sig")
            self.lines = scan(text)
            data = tomllib.loads(text)
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            self.say(None, "is not UTF-8", "save it as UTF-8", at=line)
            return Config(problems=tuple(self.problems))
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            found = _AT.search(str(error))
            line = int(found[1]) if found and found[1] else text.count("\n") + 1
            words = _AT.sub("", str(error)) or "is nested too deeply"
            self.say(None, words[0].lower() + words[1:], "this is not valid TOML", at=line)
            return Config(problems=tuple(self.problems))
        for name in data:
            if name not in OPTIONS:
                near = difflib.get_close_matches(name, OPTIONS, n=1, cutoff=0.5)
                meant = f"did you mean {near[0]}? " if near else ""
                at = self.lines.of("", name) or self.lines.of(name)
                self.say(
                    name, "there is no such option", f"{meant}known: {', '.join(OPTIONS)}", at=at
                )
        return Config(
            theme=self._one_of(data, "theme", THEMES) or "auto",
            dates=DATES.get(self._one_of(data, "dates", tuple(DATES)) or "", "words"),
            ascii=self._ascii(data.get("ascii", "auto")),
            keys=self._keys(data.get("keys", {}), commands),
            problems=tuple(sorted(self.problems, key=lambda problem: problem.line or 0)),
        )

    def _one_of(self, data: Mapping[str, object], name: str, known: Sequence[str]) -> str | None:
        value = data.get(name)
        if isinstance(value, date):  # the example without its quotes
            value = value.isoformat()
        if value is None or (isinstance(value, str) and value in known):
            return value
        said = f"“{value}” is none" if isinstance(value, str) else "is no text"
        self.option(name, said, "one of " + ", ".join(f'"{one}"' for one in known))
        return None

    def _ascii(self, value: object) -> bool | None:
        if isinstance(value, bool):
            return value
        if value != "auto":
            self.option("ascii", "is neither yes nor no", 'true, false or "auto"')
        return None

    def _keys(self, value: object, commands: Keymap) -> Keymap:
        if isinstance(value, dict):
            return check_keys(value, commands, self.key)
        self.option("keys", "is no table", 'write [keys] and below it lines like down = "x"')
        return {}
