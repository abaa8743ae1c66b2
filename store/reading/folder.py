"""The folder of TOML files a dossier is written in → a draft, with every bad record told."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import msgspec

from store.model.clean import clean_data
from store.model.frames import FRAMES, Frame, Meta
from store.reading.decode import BadRecord, check_id, decode, near
from store.reading.draft import Draft
from store.reading.lines import scan
from store.reading.passages import read_passages
from store.reading.soundness import check_frame, check_meta

FORMAT = 1
MAX_FILE = 64 * 1024 * 1024  # bytes of one TOML file
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")


def read_folder(root: Path) -> Draft:
    """Read every file of the folder. Never raises for bad content: what cannot be read is in
    ``draft.problems`` and left out. A folder without ``dossier.toml`` gives that one problem."""
    draft = Draft(root)
    if not root.is_dir():
        draft.say("", None, None, "no such folder", "name a dossier's folder or a compiled file")
        return draft
    if not (root / "dossier.toml").is_file():
        draft.say("", None, None, "no dossier.toml here", "a dossier's folder holds dossier.toml")
        return draft
    _read_meta(draft)
    for table, kind in FRAMES.items():
        if table != "sources":
            _read_table(draft, table, kind)
    passages: list[tuple[str, str, list[object]]] = []
    folder = root / "sources"
    for path in sorted(folder.glob("*.toml")) if folder.is_dir() else []:
        _read_source(draft, f"sources/{path.name}", path.stem, passages)
    if not draft.frames["sources"] and not draft.errors:
        draft.say("", None, None, "no sources/*.toml here", "one file a source, with its passages")
    for file, source, items in passages:
        read_passages(draft, file, source, items)
    return draft


def _load(draft: Draft, file: str) -> dict[str, object] | None:
    """Parse one file, cleaned; None and a problem when it is no TOML."""
    path = draft.root / file
    try:
        if path.stat().st_size > MAX_FILE:
            draft.say(file, None, None, "is larger than 64 MiB", "split it")
            return None
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        draft.say(file, None, None, f"is not UTF-8 (byte {error.start})", "save it as UTF-8")
        return None
    except OSError as error:
        draft.say(file, None, None, f"cannot be read: {error.strerror}", "")
        return None
    draft.lines[file] = scan(text)
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        _say_broken(draft, file, text, str(error))
        return None
    dirty: list[str] = []
    cleaned = clean_data(data, dirty)
    for key in dict.fromkeys(dirty):
        draft.say(
            file, key, None, "control characters were replaced", "remove them", level="warning"
        )
    return cleaned if isinstance(cleaned, dict) else None


def _say_broken(draft: Draft, file: str, text: str, message: str) -> None:
    at = _AT_LINE.search(message)
    words = _AT_LINE.sub("", message).strip()
    line = int(at[1]) if at and at[1] else text.count("\n") + 1
    twice = re.search(r"Cannot declare \('([^']+)',?.*\) twice", words)
    record, hint = None, "this file is not valid TOML"
    if twice:
        record, words, hint = twice[1], "duplicate id", "an id stands once in a dossier"
    elif "overwrite" in words:
        words, hint = "the same key twice", "a key stands once in a record"
    draft.say(file, record, None, words[0].lower() + words[1:], hint)
    draft.problems[-1] = msgspec.structs.replace(draft.problems[-1], line=line)


def _read_meta(draft: Draft) -> None:
    data = _load(draft, "dossier.toml")
    if data is None:
        return
    try:
        meta = decode(data, Meta)
        check_id(meta.id)
        check_meta(meta, FORMAT)
    except BadRecord as bad:
        draft.say("dossier.toml", None, bad.field, bad.message, bad.hint, key="")
        return
    draft.meta = meta


def _read_table(draft: Draft, table: str, kind: type[Frame]) -> None:
    file = f"{table}.toml"
    if not (draft.root / file).is_file():
        return
    data = _load(draft, file)
    if data is None:
        draft.broken.add(table)
        return
    for id, record in data.items():
        if not isinstance(record, dict):
            draft.say(file, id, None, "is no table", f"write [{id}] and its fields below it")
            continue
        _take(draft, file, table, kind, id, record, key=id)


def _take(
    draft: Draft, file: str, table: str, kind: type[Frame], id: str,
    record: dict[str, object], key: str,
) -> Frame | None:  # fmt: skip
    try:
        check_id(id)
        if "id" in record and record["id"] != id:
            raise BadRecord("id", f"differs from its key {id}", "leave it out")
        frame = decode({**record, "id": id}, kind)
        check_frame(frame)
    except BadRecord as bad:
        draft.failed.add(id)
        draft.say(file, id, bad.field, bad.message, bad.hint, key=key)
        return None
    if id in draft.types:
        other = draft.shown(draft.where[id][0])
        draft.say(
            file, id, None, "duplicate id", f"it stands in {other} too; an id stands once", key=key
        )
        return None
    draft.add(table, frame)
    draft.where[id] = (file, key)
    return frame


def _read_source(
    draft: Draft, file: str, id: str, passages: list[tuple[str, str, list[object]]]
) -> None:
    data = _load(draft, file)
    if data is None:
        draft.broken.add("sources")
        return
    items = data.pop("passage", [])
    unknown = [key for key, value in data.items() if isinstance(value, (dict, list))]
    for key in unknown:
        del data[key]
        draft.say(file, id, key, "no such field here", near(key, {"passage"}), key=key)
    if _take(draft, file, "sources", FRAMES["sources"], id, data, key="") is None:
        draft.broken.add("sources")  # its claims are missing, through no fault of the frames
        return
    if not isinstance(items, list):
        draft.say(file, id, "passage", "is no list of tables", "write [[passage]]", key="")
        return
    passages.append((file, id, items))
