"""Facts to and from the compiled file, whose every record is checked like a written one."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, cast

import msgspec

from store.disk.compiled import Compiled
from store.model.claims import Claim, claim_id
from store.model.clean import Cleaned, clean, clean_data
from store.model.facts import Facts
from store.model.frames import FRAMES, Meta
from store.model.records import Problem
from store.reading.decode import BadRecord, check_id, decode
from store.reading.draft import Draft
from store.reading.folder import FORMAT, MEND
from store.reading.passages import check_said, parse_said_on
from store.reading.quotes import check_quote
from store.reading.soundness import check_frame, check_meta
from store.when import WhenError, parse_when


def to_compiled(facts: Facts, stamp: str, warnings: list[Problem]) -> Compiled:
    """Facts as plain values, with the file and line of each record and the warnings of its
    check beside the meta."""
    tables: dict[str, list[dict[str, Any]]] = {
        name: [_plain(frame) for frame in frames.values()]
        for name, frames in facts.tables().items()
    }
    tables["claims"] = [_plain(claim) for claim in facts.claims]
    meta = {
        "dossier": msgspec.to_builtins(facts.meta),
        "where": {id: list(place) for id, place in facts.where.items()},
        "warnings": [{**msgspec.to_builtins(one), "file": clean(one.file)} for one in warnings],
    }
    return Compiled(meta=meta, stamp=stamp, tables=tables)


def _plain(record: msgspec.Struct) -> dict[str, Any]:
    """A record without the fields that have their default: half the file."""
    values: dict[str, Any] = msgspec.to_builtins(record)
    for name, usual in _usual(type(record)):
        if values[name] == usual:
            del values[name]
    return values


@cache
def _usual(kind: type[msgspec.Struct]) -> tuple[tuple[str, object], ...]:
    """Each field that may be left out, with its default; asked once, for msgspec reads the
    annotations anew each time."""
    fields = msgspec.structs.fields(kind)
    return tuple((f.encode_name, msgspec.to_builtins(f.default)) for f in fields if not f.required)


def trusted_facts(compiled: Compiled) -> tuple[Facts, tuple[Problem, ...]]:
    """Facts from a file that this program compiled from a sound folder, and its warnings.
    Raises ``msgspec.ValidationError`` or ``KeyError`` where it is not what was written."""
    frames = {
        name: {(frame := msgspec.convert(row, kind)).id: frame for row in compiled.tables[name]}
        for name, kind in FRAMES.items()
    }
    where = {id: (file, line) for id, (file, line) in compiled.meta["where"].items()}
    facts = Facts(
        meta=msgspec.convert(compiled.meta["dossier"], Meta),
        claims=tuple(msgspec.convert(compiled.tables["claims"], list[Claim])),
        where=where,
        **frames,  # type: ignore[arg-type]
    )
    return facts, tuple(msgspec.convert(compiled.meta.get("warnings", []), list[Problem]))


def draft_of(path: Path, compiled: Compiled) -> Draft:
    """A compiled file that somebody brought, as a draft: one record at a time, bad ones told."""
    draft = Draft(path)
    try:
        meta = compiled.meta.get("dossier", compiled.meta)
        if not isinstance(meta, dict):
            raise BadRecord(None, "is no record")
        draft.meta = decode(_cleaned(draft, meta, "dossier"), Meta)
        check_id(draft.meta.id)
        check_meta(draft.meta, FORMAT)
    except (BadRecord, TypeError, ValueError) as bad:
        draft.meta = None
        field = bad.field if isinstance(bad, BadRecord) else None
        draft.say("", "dossier", field, str(bad), getattr(bad, "hint", ""))
    for table, kind in FRAMES.items():
        for row in compiled.tables[table]:
            id = _named(row, "id", table)
            try:
                data = _cleaned(draft, row, id)
                check_id(id)
                if id in draft.types:
                    raise BadRecord(None, "duplicate id", "an id stands once in a dossier")
                frame = decode(data, kind)
                check_frame(frame)
                draft.add(table, frame)
                draft.where[id] = ("", id)
            except BadRecord as bad:
                draft.failed.add(id)
                draft.say("", id, bad.field, bad.message, bad.hint)
    for row in compiled.tables["claims"]:
        name = _named(row, "id", "claims")
        try:
            claim = _claim(draft, _cleaned(draft, row, name))
        except BadRecord as bad:
            draft.doubted.add(name.rpartition(".")[0])
            if _named(row, "about", "") not in draft.failed:
                draft.say("", name, bad.field, bad.message, bad.hint)
            continue
        draft.where[claim.id] = ("", claim.about)
        draft.claims.append(claim)
    return draft


def _named(row: dict[str, Any], field: str, otherwise: str) -> str:
    """An id that a record gives, however wrong the record is."""
    found = row.get(field)
    return clean(found) if isinstance(found, str) else otherwise


def _cleaned(draft: Draft, row: dict[str, Any], name: str) -> dict[str, object]:
    """A record, cleaned; what was done to it is told under its name."""
    dirty: list[Cleaned] = []
    data = clean_data(row, dirty)
    for each in dirty:
        draft.say("", name, str(each.path[0]), each.what, MEND, level="warning")
    return cast("dict[str, object]", data)


def _claim(draft: Draft, data: dict[str, object]) -> Claim:
    claim = decode(data, Claim)
    kind = draft.types.get(claim.about)
    if kind is None:
        raise BadRecord("about", f"“{claim.about}” is not known")
    source = draft.frames["sources"].get(claim.source)
    if source is None:
        raise BadRecord("source", f"“{claim.source}” is not known")
    says = check_said(kind, dict(claim.says))
    quote = check_quote(claim.quote)
    parse_said_on(claim.said_on, source)  # type: ignore[arg-type]
    if claim.on is not None:
        try:
            parse_when(claim.on)
        except WhenError as error:
            raise BadRecord("on", str(error)) from None
    if claim.id in draft.where:
        raise BadRecord("id", "duplicate id", "an id stands once in a dossier")
    if claim.id != claim_id(claim.about, claim.source, quote, says):
        raise BadRecord("id", "does not belong to this claim", "compile the folder again")
    return msgspec.structs.replace(
        claim, says=says, quote=quote, about_type=kind, order=len(draft.claims)
    )
