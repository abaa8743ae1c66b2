"""Opening a dossier: a folder or a compiled file, from disk to an immutable value."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

import seeds
from store.disk.cached import read_cached, write_cached
from store.disk.compiled import cache_file, folder_stamp, read_compiled, write_compiled
from store.disk.storage import StorageError
from store.dossier import Dossier
from store.evidence.coherence import check_coherence
from store.model.facts import Facts
from store.model.frames import Frame
from store.model.records import Problem
from store.reading.checks import check_claims, check_whole
from store.reading.compiling import draft_of, to_compiled, trusted_facts
from store.reading.draft import Draft
from store.reading.folder import read_folder
from store.reading.references import check_references
from store.texts.anchors import NO_ANCHORS, Anchored
from store.texts.attached import Lock, TextsError, attach, read_lock

BUNDLED = Path(seeds.__file__).parent / "japan-korea"


class DossierError(Exception):
    """A dossier that cannot be opened; ``problems`` are all the reasons, one line each, among
    them warnings of whole files, which may be why others are at fault."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(str(problems[0]) if problems else "the dossier cannot be opened")
        self.problems = problems


class Opened(msgspec.Struct, frozen=True):
    """A dossier with the problems of its data, and notes to the user about opening it.
    ``unread`` are the files of which nothing could be read, with the line of the fault
    (``people.toml:4``): all that they hold is missing."""

    dossier: Dossier
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    path: Path
    unread: tuple[str, ...] = ()


class _Read(NamedTuple):
    facts: Facts | None
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def open_dossier(
    path: Path | str | None,
    *,
    texts: Path | None = None,
    strict: bool = True,
    cache: bool = True,
) -> Opened:
    """Open a folder, a compiled file, or (None) the bundled dossier.

    Strict: any error raises ``DossierError``. Otherwise bad records are left out and listed;
    what is no dossier at all still raises. ``texts`` is a folder of articles to anchor in.
    Without ``cache`` the compiled form in the user's cache is neither read nor written.
    """
    root = BUNDLED if path is None else Path(path)
    facts, problems, notes, unread = _facts(root, cache)
    errors = tuple(p for p in problems if p.level == "error")
    if facts is None or (strict and errors):
        raise DossierError(tuple(p for p in problems if p.level == "error" or p.of_file))
    anchored, lock_notes = _anchored(root, facts, texts)
    dossier = Dossier(facts, anchored)
    return Opened(dossier, problems, (*notes, *lock_notes), root, unread)


def _facts(root: Path, cached: bool) -> _Read:
    if cached and root.is_dir():
        return _from_folder(root)
    draft = checked_draft(root)
    return _Read(facts_of(draft), tuple(draft.problems), (), tuple(draft.unread))


def _from_folder(root: Path) -> _Read:
    """A folder by way of its compiled form in the cache, where that is still true."""
    try:
        stamp, cache = folder_stamp(root), cache_file(root)
    except (StorageError, OSError, RuntimeError):
        stamp, cache = "", None
    if cache is not None:
        try:
            compiled = read_cached(cache)
            if compiled.stamp == stamp:
                facts, warnings = trusted_facts(compiled)
                return _Read(facts, warnings)
        except (StorageError, OSError, msgspec.ValidationError, KeyError, TypeError, ValueError):
            pass  # it is only a cache: what cannot be read is compiled again
    draft = checked_draft(root)
    read = facts_of(draft)
    notes: tuple[str, ...] = ()
    if read is not None and not draft.errors and cache is not None:
        try:
            write_cached(cache, to_compiled(read, stamp, draft.problems))
        except (StorageError, OSError) as error:
            notes = (f"{error}: the dossier is used from memory",)
    return _Read(read, tuple(draft.problems), notes, tuple(draft.unread))


def checked_draft(root: Path) -> Draft:
    """Everything that can be read of a folder or compiled file, checked; bad records are told
    in ``problems`` and left out."""
    if root.is_dir() or not root.exists():
        draft = read_folder(root)
    elif not root.is_file():  # a pipe or a device would never end
        draft = Draft(root)
        draft.say("", None, None, "is no file", "name a dossier's folder or a compiled file")
        return draft
    elif root.suffix == ".toml":
        draft = Draft(root)
        folder = next((up for up in root.parents[:2] if (up / "dossier.toml").is_file()), None)
        hint = f"name its folder: {folder}" if folder else "name the folder of its dossier.toml"
        draft.say("", None, None, "is one file of a dossier", hint)
        return draft
    else:
        try:
            draft = draft_of(root, read_compiled(root))
        except StorageError as error:
            draft = Draft(root)
            message = str(error).removeprefix(f"{root}: ")
            draft.say("", None, None, message)
            return draft
    check_references(draft)
    check_claims(draft)
    check_coherence(draft)
    check_whole(draft)
    return draft


def facts_of(draft: Draft) -> Facts | None:
    """The sound part of a draft; None where there is no dossier at all."""
    if draft.meta is None:
        return None
    where: dict[str, tuple[str, int]] = {}
    for id, (file, key) in draft.where.items():
        lines = draft.lines.get(file)
        if lines is not None:
            where[id] = (file, lines.of(key) or 1)
    frames: Mapping[str, Mapping[str, Frame]] = draft.frames
    return Facts(meta=draft.meta, claims=tuple(draft.claims), where=where, **frames)  # type: ignore[arg-type]


def _anchored(root: Path, facts: Facts, texts: Path | None) -> tuple[Anchored, tuple[str, ...]]:
    if texts is None:
        return NO_ANCHORS, ()
    notes: tuple[str, ...] = ()
    try:
        lock = read_lock(root) if root.is_dir() else Lock({}, {})
    except TextsError as error:
        lock, notes = Lock({}, {}), (str(error),)
    return attach(facts, texts, lock), notes


def compile_folder(folder: Path, file: Path) -> Facts:
    """Compile a folder to a TinyDB file, whole or not at all. Raises ``DossierError`` where the
    folder has errors and ``StorageError`` where the file cannot be written."""
    draft = checked_draft(folder)
    facts = facts_of(draft)
    if facts is None or draft.errors:
        raise DossierError(tuple(draft.errors))
    write_compiled(file, to_compiled(facts, folder_stamp(folder), draft.problems))
    return facts
