"""Records as rows of plain cells, and rows as CSV that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from functools import cache

import msgspec

from store.model.records import (
    Claim,
    Conflict,
    Event,
    Participant,
    Record,
    Rival,
    Step,
    Tenure,
    Worded,
)
from tui.out.told import OURS, rivals_told, worded

# what begins a formula in one spreadsheet or another; full-width forms are read as the narrow
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
# where a spreadsheet of another country begins a new cell: at its semicolon, and at a line's end,
# for what stands between commas it sees no quotation marks; tabs never pass the store's door
_INNER = re.compile(r"""([;\r\n][\s"']*)(?=[=+\-@＝＋－＠])""")
BETWEEN = "; "  # between the items of a list


def csv_text(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """RFC 4180 with a heading. A cell that a spreadsheet would reckon with gets an apostrophe
    before it; so does what a spreadsheet that parts cells by semicolons would take for one."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return buffer.getvalue()


def guarded(cell: str) -> str:
    """The cell as text that is never a formula."""
    cell = _INNER.sub(r"\1'", cell)
    # a tab or a line's end is white space too, and guarded
    begins = cell.lstrip() if cell[:1] not in FORMULA else cell
    return "'" + cell if begins.startswith(FORMULA) else cell


@cache
def names_of(kind: type[Record]) -> tuple[str, ...]:
    """The columns of a kind of record: the keys of the JSON contract."""
    return tuple(field.encode_name for field in msgspec.structs.fields(kind))


def row_of(record: Record) -> list[str]:
    """One cell for each column."""
    kind = record.kind if isinstance(record, Event) else ""
    return [cell(getattr(record, field), field, kind) for field in record.__struct_fields__]


def cell(value: object, column: str = "", kind: str = "") -> str:
    """A value as text: lists joined, records by the words that name them and with what warns of
    them, nothing for null. ``kind`` is that of the event whose value it is."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list() | tuple():
            return BETWEEN.join(cell(item, column, kind) for item in value)
        case dict():
            return BETWEEN.join(f"{key}={cell(item)}" for key, item in value.items())
        case Claim() | Tenure():
            return value.id
        case Participant():
            notes = [value.role or value.post_title or "", OURS if value.inferred else ""]
            said = ", ".join(filter(None, notes))
            return f"{value.name} ({said})" if said else value.name
        case Step():
            sure = f", {value.certainty}" if value.certainty != "certain" else ""
            # the event's own day is not that of a voice that only says, or denies, that it took
            # place; of any other step an untold day is the bound that the day of speaking sets
            day = value.on if value.dated or value.status != "occurred" else None
            words = (value.stance, value.status, day, f"by {value.by}{sure}")
            return " ".join(word for word in words if word)
        case Conflict():
            return f"{value.field}: {rivals_told(value, kind)}"
        case Rival():
            return value.value
        case Worded():
            return worded(column, value, BETWEEN.join(value.cites))
        case msgspec.Struct():
            return BETWEEN.join(
                f"{field}={cell(getattr(value, field))}" for field in value.__struct_fields__
            )
        case _:
            return str(value)
