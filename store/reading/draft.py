"""A dossier while it is being read: what was understood so far, and every problem with its line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from store.model.claims import Claim
from store.model.clean import clean
from store.model.frames import FRAMES, Frame, Meta
from store.model.records import Problem
from store.reading.decode import near
from store.reading.lines import Lines

SINGULAR = {
    "sources": "source",
    "bodies": "body",
    "people": "person",
    "posts": "post",
    "places": "place",
    "tenures": "tenure",
    "events": "event",
    "topics": "topic",
}

MOST_NAME = 140  # characters of a record's or field's name in a problem
MOST_GUESSED = 100  # names for which the nearest known one is looked up: each takes long
MOST_SAID = 400  # characters of its message, and of its hint


class Draft(msgspec.Struct):
    """``where``: id of a frame or claim → (file, key of the record in that file). ``broken``
    names the tables that could not be read, so that nothing is said of what they would hold;
    ``failed`` are the frames that were told and left out, ``doubted`` those about which a claim
    was: what follows from a fault is not told again. ``unread`` are the files of which nothing
    could be read, each with the line of the fault (``people.toml:4``)."""

    root: Path
    meta: Meta | None = None
    frames: dict[str, dict[str, Frame]] = msgspec.field(
        default_factory=lambda: {table: {} for table in FRAMES}
    )
    claims: list[Claim] = msgspec.field(default_factory=list)
    where: dict[str, tuple[str, str]] = msgspec.field(default_factory=dict)
    lines: dict[str, Lines] = msgspec.field(default_factory=dict)
    types: dict[str, str] = msgspec.field(default_factory=dict)
    broken: set[str] = msgspec.field(default_factory=set)
    failed: set[str] = msgspec.field(default_factory=set)
    doubted: set[str] = msgspec.field(default_factory=set)
    problems: list[Problem] = msgspec.field(default_factory=list)
    unread: list[str] = msgspec.field(default_factory=list)
    _told: set[Problem] = msgspec.field(default_factory=set)
    _guessed: int = 0

    def add(self, table: str, frame: Frame) -> None:
        """Take in a frame whose id is new."""
        self.frames[table][frame.id] = frame
        self.types[frame.id] = SINGULAR[table]

    def say(
        self,
        file: str,
        record: str | None,
        field: str | None,
        message: str,
        hint: str = "",
        *,
        level: str = "error",
        key: str | None = None,
        inner: str | None = None,
        line: int | None = None,
    ) -> None:
        """Note a problem. ``key`` is the record's key in the file (default: the record's id),
        ``inner`` the key whose line is meant where it differs from ``field``; ``line`` is given
        where no record is at fault."""
        lines = self.lines.get(file)
        if lines is not None and line is None:
            place = key if key is not None else (record or "")
            line = lines.of(place, inner if inner is not None else field)
        problem = Problem(
            level=level,
            file=self.shown(file),
            line=line,
            record=None if record is None else shortened(record, MOST_NAME),
            field=None if field is None else shortened(field, MOST_NAME),
            message=shortened(message, MOST_SAID),
            hint=shortened(hint, MOST_SAID),
        )
        # a field that a passage shares among its frames is at fault once
        if any(_same_fault(problem, other) for other in self.problems[-8:]):
            return
        if problem not in self._told:  # in a compiled file no line tells two records apart
            self._told.add(problem)
            self.problems.append(problem)

    def lose(self, file: str) -> None:
        """Note that nothing could be read of a file, as the last problem told."""
        line = self.problems[-1].line if self.problems else None
        self.unread.append(clean(file) if line is None else f"{clean(file)}:{line}")

    def say_of(
        self, id: str, field: str | None, message: str, hint: str = "", *, level: str = "error"
    ) -> None:
        """Note a problem of a frame or claim that was taken in."""
        file, key = self.where.get(id, ("", id))
        about = id.rpartition(".")[0] if "." in id else None
        lines = self.lines.get(file)
        # a claim's field stands under its own key, or in the inline table of the frame it is about
        inner = field
        if about and lines and (key, field or "") not in lines.fields:
            inner = about
        self.say(file, about or id, field, message, hint, level=level, key=key, inner=inner)

    def near(self, word: str, known: Iterable[str]) -> str:
        """A hint at the known word that may be meant, as ``decode.near`` gives it; empty after
        ``MOST_GUESSED``, for a file of thousands of unknown names has another fault."""
        self._guessed += 1
        return near(word, known) if self._guessed <= MOST_GUESSED else ""

    def doubt(self, id: str, says: object) -> None:
        """Note that a claim about ``id`` was told: it and the people it names may lack another."""
        self.doubted.add(id)
        people = says.get("people") if isinstance(says, dict) else None
        for one in people if isinstance(people, (list, tuple)) else (people,):
            if isinstance(one, str):
                self.doubted.add(one.partition(":")[0].strip())

    def shown(self, file: str) -> str:
        """A file's path as the user would write it."""
        return str(self.root / file) if file else str(self.root)

    @property
    def errors(self) -> list[Problem]:
        """The problems that keep a dossier from being opened by a command."""
        return [problem for problem in self.problems if problem.level == "error"]


def shortened(text: str, most: int) -> str:
    """``text``, cleaned, on one line and in at most ``most`` characters: its beginning and its
    end, which says what is wrong with the value in between."""
    text = clean(text).replace("\n", " ")
    return text if len(text) <= most else f"{text[: most - 101]}…{text[-100:]}"


def _same_fault(one: Problem, other: Problem) -> bool:
    return one.line is not None and (one.file, one.line, one.field, one.message) == (
        other.file,
        other.line,
        other.field,
        other.message,
    )
