"""The compiled dossier: one TinyDB JSON file that opens quickly.

A table for each kind of frame, one for claims, and one, ``dossier``, with a single document: the
format of this file, the stamp of the folder that it was compiled from, and the dossier's meta.
``TinyDB(path).table("events").all()`` reads it; this module reads it in one go instead, because
TinyDB parses the whole file for every question.
"""

from __future__ import annotations

import gc
import hashlib
import os
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import platformdirs

from store.disk.storage import AtomicStorage, StorageError
from store.disk.whole import WAIT, write_whole
from store.model.frames import FRAMES

# Raise it whenever older files would be read wrongly: a cache is then compiled again, and a file
# that somebody compiled is refused with a hint.
FORMAT = 1
RULES = 4  # one more whenever a check finds what it did not find before

_HEAD = "dossier"
_TABLES = (*FRAMES, "claims")
_HINT = "`legation compile FOLDER FILE` makes one that this legation reads"
_SHAPE = re.compile(r"Expected `(\w+)`, got `(\w+)`(?: - at `\$(?:\.(\w+))?.*`)?$")
_KINDS = {
    "object": "a table",
    "array": "a list",
    "str": "a text",
    "int": "a number",
    "float": "a number",
    "bool": "true or false",
    "null": "nothing",
}


class Compiled(msgspec.Struct, frozen=True, eq=False):
    """A dossier as plain values.

    ``meta`` is what ``dossier.toml`` says; ``stamp`` the ``folder_stamp`` at the time of
    compiling; ``tables`` has every kind of frame and ``claims``, the records in file order.
    """

    meta: dict[str, Any]
    stamp: str
    tables: dict[str, list[dict[str, Any]]]


class _Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    stamp: str
    meta: dict[str, Any]


class _FormatOnly(msgspec.Struct, frozen=True):
    format: int


class _HeadOnly(msgspec.Struct, frozen=True):
    dossier: dict[str, _FormatOnly]


_decoder = msgspec.json.Decoder(dict[str, dict[str, dict[str, Any]]])
_head_decoder = msgspec.json.Decoder(_HeadOnly)


def write_compiled(path: Path, compiled: Compiled) -> None:
    """Write the file whole or not at all; a missing folder is made.

    A table that ``compiled`` lacks is written empty. KeyError for a table that is none of ours;
    StorageError where the file cannot be written, which then is as it was.
    """
    if unknown := compiled.tables.keys() - set(_TABLES):
        raise KeyError(f"no such table in a dossier: {', '.join(sorted(unknown))}")
    head = _Head(format=FORMAT, stamp=compiled.stamp, meta=compiled.meta)
    tables = {_HEAD: _numbered([msgspec.to_builtins(head)])}
    for name in _TABLES:
        tables[name] = _numbered(compiled.tables.get(name, []))
    try:
        content = msgspec.json.encode(tables)
    except (TypeError, ValueError, RecursionError) as error:
        raise StorageError(f"this cannot be stored: {error}", path) from error
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # a compiled dossier can be compiled again: no backup, and no secret either
        write_whole(path, content)
    except TimeoutError as error:
        said = f"another session has been writing for {WAIT:g} seconds; try again"
        raise StorageError(said, path) from error
    except OSError as error:
        said = f"cannot be written, and is as it was: {error.strerror}"
        raise StorageError(said, path) from error


def read_compiled(path: Path, *, seal: int | None = None) -> Compiled:
    """Read a compiled dossier; the file itself is never touched.

    StorageError, naming the file and what would be right, for a file that is missing,
    unreadable, damaged, of another format or no legation dossier at all; with ``seal``, its
    CRC-32 when it was written, also for one that was changed since.
    """
    content = AtomicStorage(path, "r", backup=False).read_bytes()
    if seal is not None and zlib.crc32(content) != seal:
        raise StorageError("is not as it was written", path)
    if not content:
        raise StorageError(f"is empty, and no dossier; {_HINT}", path)
    try:
        with _collector_paused():
            found = _decoder.decode(content)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        _check_format(path, content)
        said = _why(error)
        raise StorageError(f"is damaged or no legation dossier: {said}; {_HINT}", path) from error
    _check_format(path, content)
    for name in (_HEAD, *_TABLES):
        if name not in found:
            raise StorageError(f"has no table `{name}`; {_HINT}", path)
    head = _read_head(path, found.pop(_HEAD))
    if unknown := sorted(found.keys() - set(_TABLES)):
        raise StorageError(
            f"has a table `{unknown[0]}`, which no dossier has; the tables are "
            f"{_HEAD}, {', '.join(_TABLES)}",
            path,
        )
    return Compiled(
        meta=head.meta,
        stamp=head.stamp,
        tables={name: list(found[name].values()) for name in _TABLES},
    )


def folder_stamp(folder: Path) -> str:
    """What the compiled file depends on: its format, the rules by which it was found sound, and
    the names and contents of the TOML files of a dossier folder. StorageError where one of them
    cannot be read."""
    digest = hashlib.sha256()
    try:
        for file in sorted(_toml_files(folder)):
            content = file.read_bytes()
            name = os.fsencode(file.relative_to(folder))
            digest.update(b"%d %d " % (len(name), len(content)) + name + content)
    except OSError as error:
        at = Path(error.filename) if isinstance(error.filename, str) else folder
        raise StorageError(f"cannot be read: {error.strerror}", at) from error
    return f"{FORMAT}-{RULES}-{digest.hexdigest()}"


def cache_file(folder: Path) -> Path:
    """Where the compiled form of a folder is kept: in the user's cache, one file for each real
    path. Nothing is made."""
    real = os.path.realpath(folder)
    key = hashlib.sha256(os.fsencode(real)).hexdigest()[:16]
    return platformdirs.user_cache_path("legation") / f"{key}.json"


def _numbered(records: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {str(number): record for number, record in enumerate(records, start=1)}


def _why(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"it is not UTF-8 (byte {error.start} of a text)"
    return "it is nested too deeply" if isinstance(error, RecursionError) else _in_words(error)


def _in_words(error: Exception) -> str:
    """What a decoder says, without its names for the kinds of JSON."""
    found = _SHAPE.match(str(error))
    if found is None:
        return str(error)
    wanted, got = (_KINDS.get(word, word) for word in found.group(1, 2))
    where = f"in `{found[3]}` " if found[3] else ""
    return f"{where}{got} stands where {wanted} should"


def _check_format(path: Path, content: bytes) -> None:
    """Tell a file of another format by that, whatever its records look like."""
    try:
        formats = {head.format for head in _head_decoder.decode(content).dossier.values()}
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return
    if formats - {FORMAT}:
        raise StorageError(
            f"is of format {max(formats)}, and this legation reads format {FORMAT}; {_HINT}", path
        )


def _read_head(path: Path, documents: dict[str, dict[str, Any]]) -> _Head:
    if len(documents) != 1:
        raise StorageError(
            f"has {len(documents)} documents in table `{_HEAD}` instead of one; {_HINT}", path
        )
    try:
        return msgspec.convert(next(iter(documents.values())), _Head)
    except msgspec.ValidationError as error:
        raise StorageError(
            f"has a bad table `{_HEAD}`: {_in_words(error)}; {_HINT}", path
        ) from error


def _toml_files(folder: Path) -> Iterator[Path]:
    for place in (folder, folder / "sources"):
        if place == folder or place.is_dir():
            yield from (
                file for file in place.iterdir() if file.suffix == ".toml" and file.is_file()
            )


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Many small objects, none of them garbage: looking for some takes longer than reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
