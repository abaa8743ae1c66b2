"""The folder of TOML files a dossier is written in → a draft, with every bad record told."""

from __future__ import annotations

import tomllib
from pathlib import Path
from stat import S_ISREG

from store.model.clean import Cleaned, clean_data
from store.model.frames import FRAMES, Frame, Meta
from store.reading.decode import BadRecord, check_id, decode, near
from store.reading.draft import Draft
from store.reading.lines import scan
from store.reading.meant import elsewhere
from store.reading.passages import PASSAGE, read_passages
from store.reading.soundness import check_frame, check_meta
from store.reading.strays import check_strays
from store.reading.toml_faults import fault

FORMAT = 1
MAX_FILE = 64 * 1024 * 1024  # bytes of one TOML file
MEND = "mend it where it is written"


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
    check_strays(draft)
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
        told = path.stat()
        if not S_ISREG(told.st_mode):  # a pipe or a device would never end
            draft.say(file, None, None, "is no file", "a text file is wanted here")
            return None
        if told.st_size > MAX_FILE:
            draft.say(file, None, None, "is larger than 64 MiB", "split it")
            return None
        raw = path.read_bytes()
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        said = f"is not UTF-8 (byte {error.start})"
        draft.say(file, None, None, said, "save it as UTF-8", line=line)
        return None
    except OSError as error:
        draft.say(file, None, None, f"cannot be read: {error.strerror}", "")
        return None
    draft.lines[file] = scan(text)
    dirty: list[Cleaned] = []
    try:
        data = tomllib.loads(text)
    except RecursionError:
        draft.say(file, None, None, "is nested too deeply", "a record holds texts and lists")
        return None
    except ValueError as error:  # also a number of 5,000 digits
        _say_broken(draft, file, text, str(error))
        return None
    cleaned = clean_data(data, dirty)
    for each in dirty:
        _say_cleaned(draft, file, each)
    return cleaned if isinstance(cleaned, dict) else None


def _say_cleaned(draft: Draft, file: str, each: Cleaned) -> None:
    """Tell what was done to a text, at its record and field."""
    path = [str(step) for step in each.path]
    record: str | None = path[0]
    field = path[1] if len(path) > 1 else None
    key, inner = path[0], field
    if file == "dossier.toml":
        record, field, key, inner = None, path[0], "", path[0]
    elif file.startswith("sources/"):
        record, field, key, inner = Path(file).stem, path[0], "", path[0]
        if path[0] == "passage" and len(path) > 2:
            key, field, inner = f"passage#{path[1]}", path[2], path[2]
            if len(path) > 3 and path[2] not in PASSAGE:
                record, field = path[2], path[3]
    draft.say(file, record, field, each.what, MEND, level="warning", key=key, inner=inner)


def _say_broken(draft: Draft, file: str, text: str, message: str) -> None:
    found = fault(text, message, draft.lines[file])
    draft.say(file, found.record, found.field, found.message, found.hint, line=found.line)


def _read_meta(draft: Draft) -> None:
    data = _load(draft, "dossier.toml")
    if data is None:
        draft.lose("dossier.toml")
        return
    try:
        meta = decode(data, Meta)
        check_id(meta.id)
        check_meta(meta, FORMAT)
    except BadRecord as bad:
        draft.say("dossier.toml", None, bad.field, bad.message, bad.hint, key="")
        return
    draft.meta = meta


def _absent(path: Path) -> bool:
    """Whether nothing stands there; what cannot be looked at is told when it is read."""
    try:
        path.lstat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


def _read_table(draft: Draft, table: str, kind: type[Frame]) -> None:
    file = f"{table}.toml"
    if _absent(draft.root / file):
        return
    data = _load(draft, file)
    if data is None:
        draft.lose(file)
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
        hint = elsewhere(table, id, bad.field, kind) or bad.hint
        draft.say(file, id, bad.field, bad.message, hint, key=key)
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
        draft.lose(file)
        draft.broken.add("sources")
        return
    items = data.pop("passage", [])
    unknown = [key for key, value in data.items() if isinstance(value, (dict, list))]
    for key in unknown:
        value = data.pop(key)
        meant = near(key.casefold(), {"passage"}).endswith("?") or _quotes(value)
        hint = "write [[passage]]" if meant else near(key, {"passage"})
        draft.say(file, id, key, "no such field here", hint, key=key)
        if meant:
            draft.broken.add("sources")  # its claims are missing, as below
    if _take(draft, file, "sources", FRAMES["sources"], id, data, key="") is None:
        draft.broken.add("sources")  # its claims are missing, through no fault of the frames
        return
    if not isinstance(items, list):
        draft.say(file, id, "passage", "is no list of tables", "write [[passage]]", key="passage")
        draft.broken.add("sources")
        return
    passages.append((file, id, items))


def _quotes(value: object) -> bool:
    """Whether these are passages, whatever they are called."""
    return isinstance(value, list) and any(isinstance(v, dict) and "quote" in v for v in value)
