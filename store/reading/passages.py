"""The passages of a source file → claims, one for each frame a passage speaks of."""

from __future__ import annotations

from datetime import date
from typing import Any, cast, get_args

import msgspec

from store.model.claims import DATE_FIELDS, RANK, SAYS, Certainty, Claim, Stance, claim_id
from store.model.frames import Source
from store.reading.decode import ID, BadRecord, a, near
from store.reading.draft import Draft
from store.reading.edges import check_edge
from store.reading.meant import DENIED, EXAMPLES, denial, no_quote
from store.reading.quotes import check_quote
from store.when import When, WhenError, parse_when

# fields that may stand on a passage or, where they differ, inside one frame's table
SHARED = ("stance", "certainty", "inferred", "via", "when", "on", "said_on", "part")
PASSAGE = frozenset({"quote", "disputed", *SHARED})


def read_passages(draft: Draft, file: str, source: str, items: list[object]) -> None:
    """Read the passages of one source into ``draft.claims``; bad ones are told and left out."""
    frame = cast(Source, draft.frames["sources"][source])
    for number, item in enumerate(items):
        key = f"passage#{number}"
        if not isinstance(item, dict):
            draft.say(file, source, "passage", "is no table", "write [[passage]]", key=key)
            continue
        try:
            if "quote" not in item:
                raise no_quote(item, {*draft.types, *PASSAGE})
            quote = check_quote(item["quote"])
            base = _shared(item)
            disputed = _text(item, "disputed")
        except BadRecord as bad:
            draft.say(file, source, bad.field, bad.message, bad.hint, key=key)
            for name in item.keys() - PASSAGE:
                draft.doubt(name, item[name])
            continue
        about = [name for name in item if name not in PASSAGE]
        if not about:
            draft.say(
                file, source, None, "this passage is about nothing", "add a frame’s id", key=key
            )
        dated = _dated(item, about, draft)
        for id in about:
            try:
                claim = _claim(draft, frame, quote, base, disputed, id, item[id], dated)
            except BadRecord as bad:
                draft.doubt(id, item[id])
                if id in draft.failed or (draft.broken and id not in draft.types):
                    continue  # its own fault was told, or that of the file it may stand in
                draft.say(file, id, bad.field, bad.message, bad.hint, key=key, inner=id)
                continue
            if claim.id in draft.where:
                draft.say(
                    file, id, None, "the same claim twice", "leave one out", key=key, inner=id
                )
                continue
            draft.where[claim.id] = (file, key)
            draft.claims.append(claim)


def _claim(
    draft: Draft, source: Source, quote: str, base: dict[str, Any], disputed: str | None,
    id: str, value: object, dated: When | None,
) -> Claim:  # fmt: skip
    kind = draft.types.get(id)
    if kind is None:
        names = set(draft.types) | PASSAGE
        hint = f"write it inside the braces of what it is about: event-id = {{ {id} = … }}"
        raise BadRecord(None, "is neither a field of a passage nor a known id",
                        hint if any(id in fields for fields in SAYS.values())
                        else draft.near(id, names))  # fmt: skip
    if kind not in SAYS:
        raise BadRecord(None, f"is {a(kind)}, of which nothing is claimed", near(id, SAYS))
    fields = dict(base)
    if isinstance(value, str):
        said = parse_said_on(fields.get("said_on"), source)
        spoken_of = _day_spoken_of(dated, said)
        says = _bare(kind, value, spoken_of)
        if kind == "tenure" and spoken_of is said:
            fields.pop("when", None)  # the source's words are for the event that is still ahead
    elif isinstance(value, dict):
        fields.update(_shared(value))
        said_of = {k: v for k, v in value.items() if k not in SHARED}
        if not said_of and "stance" in fields:
            raise BadRecord(None, "says nothing", denial(kind, fields["stance"]))
        says = check_said(kind, said_of)
    else:
        raise BadRecord(None, "must be a table or a bare word", f"e.g. {{ {EXAMPLES[kind]} }}")
    said = parse_said_on(fields.pop("said_on", None), source)
    return Claim(
        id=claim_id(id, source.id, quote, says),
        about=id,
        about_type=kind,
        source=source.id,
        quote=quote,
        says=says,
        said_on=said.text,
        order=len(draft.claims),
        disputed=disputed,
        **fields,
    )


def parse_said_on(value: str | None, source: Source) -> When:
    """When it was said: the day given, else the day of publication (EDTF)."""
    return _when("said_on", value if value is not None else source.published)


def _bare(kind: str, word: str, spoken_of: When) -> dict[str, str | list[str]]:
    """A bare word: a status on an event; ``held`` on a tenure, on the day spoken of."""
    if kind == "event":
        return check_said(kind, {"status": word})
    if kind == "tenure" and word == "held":
        return {"held_on": [spoken_of.text]}
    hint = "“held” is the only word for a tenure" if kind == "tenure" else "write a table"
    raise BadRecord(None, f"“{word[:40]}” cannot be said of {a(kind)}", hint)


def _day_spoken_of(dated: When | None, said: When) -> When:
    """The event's day where the passage dates one that is not still ahead, else the day of
    speaking: what is planned attests nobody in a post on a day to come."""
    if dated is None or dated.latest is None or said.latest is None:
        return said
    if dated.kind.endswith("-start"):  # it may have lasted for years
        return said
    return said if dated.latest > said.latest else dated


def _dated(item: dict[str, Any], about: list[str], draft: Draft) -> When | None:
    """The date of the first event that the passage dates."""
    for id in about:
        value = item[id]
        if draft.types.get(id) == "event" and isinstance(value, dict):
            text = value.get("date", value.get("start"))
            if isinstance(text, str):
                try:
                    return parse_when(text)
                except WhenError:
                    return None
    return None


def check_said(kind: str, data: dict[str, object]) -> dict[str, str | list[str]]:
    known = SAYS[kind]
    if not data:
        raise BadRecord(None, "says nothing", f"one of: {' '.join(known)}")
    says: dict[str, str | list[str]] = {}
    for field, value in data.items():
        if field not in known:
            hint = denial(kind) if field in DENIED else near(field, [*known, *SHARED])
            raise BadRecord(field, f"cannot be said of {a(kind)}", hint)
        values = value if isinstance(value, list) else [value]
        if not values or not all(isinstance(v, str) and v.strip() for v in values):
            hint = "or a list of texts" if known[field] else ""
            dated = any(isinstance(v, date) for v in values)
            raise BadRecord(field, "must be a text", "put the date in quotes" if dated else hint)
        if isinstance(value, list) and not known[field]:
            raise BadRecord(field, "holds one value", "write one text; rivals are other claims")
        if field == "status" and value not in RANK:
            hint = denial(kind) if value in DENIED else near(str(value), RANK)
            raise BadRecord(field, f"“{value}” is no status", hint)
        texts = [" ".join(str(v).split()) for v in values]
        if field in DATE_FIELDS:
            whens = [_when(field, text) for text in texts]
            for when in whens:
                check_edge(field, when)
            texts = [when.text for when in whens]
        says[field] = texts if known[field] else texts[0]
    return says


def _when(field: str, text: str) -> When:
    try:
        return parse_when(text)
    except WhenError as error:
        raise BadRecord(field, str(error), "") from None


def _text(item: dict[str, Any], field: str) -> str | None:
    value = item.get(field)
    if value is not None and not (isinstance(value, str) and value.strip()):
        raise BadRecord(field, "must be a text", "a reason in words")
    return value


def _shared(item: dict[str, Any]) -> dict[str, Any]:
    """The shared fields of a passage or of one frame's table, checked."""
    found: dict[str, Any] = {}
    for field in SHARED:
        if field in item:
            found[field] = _CHECKS[field](field, item[field])
    return found


def _word(words: tuple[str, ...]) -> Any:
    def check(field: str, value: object) -> str:
        if value not in words:
            raise BadRecord(field, f"“{value}” is not known", near(str(value), words))
        return str(value)

    return check


def _day(field: str, value: object) -> str:
    if not isinstance(value, str):
        raise BadRecord(field, "must be a text", 'a date as "2019-09-11"')
    return _when(field, value).text


def _reason(field: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadRecord(field, "must be a text", "the reason, in words")
    return value


def _chain(field: str, value: object) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(v, str) and v.strip() for v in items):
        raise BadRecord(field, "must be a list of texts", 'e.g. via = ["chosun-ilbo"]')
    for element in items:
        if " " not in element.strip() and not ID.fullmatch(element.strip()):
            raise BadRecord(field, f"“{element}” is no id", "an unnamed speaker has a space in it")
    return tuple(" ".join(v.split()) for v in items)


def _words(field: str, value: object) -> str | dict[str, str]:
    try:
        return cast("str | dict[str, str]", msgspec.convert(value, str | dict[str, str]))
    except msgspec.ValidationError:
        raise BadRecord(field, "must be a text or field → text", "the source’s own words") from None


_CHECKS = {
    "stance": _word(get_args(Stance)),
    "certainty": _word(get_args(Certainty)),
    "inferred": _reason,
    "via": _chain,
    "when": _words,
    "on": _day,
    "said_on": _day,
    "part": _word(("headline",)),
}
