"""A person's post beside the name, with its body and with what the words matched."""

from __future__ import annotations

from store.views.directory import DirectoryRow
from tui.present.line import cut, width

LEAST = 8  # cells of a body's name that are worth showing
MATCHED = {
    "spelling": "spelt {}",
    "title": "titled {}",
    "post": "also {}",
    "former": "formerly {}",
    "later": "later {}",
    "body": "{}",
}


def with_body(title: str, body: str, cells: int) -> str:
    """A title with the name of its body, cut where that has some room in so many cells."""
    whole = f"{title}, {body}" if body else title
    if width(whole) <= cells:
        return whole
    if cells - width(title) - 2 < LEAST:
        return title
    short = cut(whole, cells)
    if whole[len(short) - 1 :][:1].isspace():
        return short
    return short.rpartition(" ")[0].rstrip(",") + "…"  # no part of a word


def found_by(row: DirectoryRow) -> str:
    """What of a row the words matched, where it is not shown anyway; else empty."""
    return MATCHED[row.matched[0]].format(row.matched[1]) if row.matched is not None else ""


def person_said(row: DirectoryRow, cells: int, *, alone: bool) -> str:
    """What stands beside a name in so many cells; ``alone``: with the country. What the words
    matched comes before the name of the body."""
    title = f"{row.country_name}, {row.summary}" if alone and row.summary else row.summary
    title = title or (row.country_name if alone else "")
    ended = ", formerly" if row.former else ""
    if row.matched is None:
        return with_body(title, row.body, cells - width(ended)) + ended
    found = found_by(row)
    matched = f" · {found}"
    if width(title + ended + matched) > cells:
        return found  # why the row is here at all
    body = row.body if row.matched[0] != "body" else ""
    return with_body(title, body, cells - width(ended + matched)) + ended + matched
