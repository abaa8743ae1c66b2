"""The exact words of a claim: all of them, where the text of its article is attached.

A dossier quotes the shortest words that carry a fact. Who has the article and takes a quote
elsewhere is given every word between the first and the last.
"""

from __future__ import annotations

from typing import TypeVar, cast

import msgspec

from store.dossier import Dossier
from store.model.clean import clean
from store.model.records import Claim

AnyRecord = TypeVar("AnyRecord", bound=msgspec.Struct)
INNER = str.maketrans("“”", "‘’")  # a quotation within a quotation


def one_line(text: str) -> str:
    """The text cleaned, on one line."""
    return " ".join(clean(text).split())


def in_full(dossier: Dossier, claim: Claim) -> str | None:
    """The words from the quote's first to its last as they stand in the article; None where its
    text is not attached or does not have them."""
    article = dossier.anchored.articles.get(claim.source)
    spans = dossier.anchored.spans.get(claim.id)
    return article.text[spans[0][0] : spans[-1][1]] if article is not None and spans else None


def exact(dossier: Dossier, claim: Claim) -> str:
    """The words in quotation marks: all of them where the text is attached."""
    words = in_full(dossier, claim) or claim.quote
    return f"“{one_line(words).translate(INNER)}”"


def with_exact(dossier: Dossier, record: AnyRecord) -> AnyRecord:
    """The record with all the words of its claims where the texts are attached; without them the
    record itself."""
    return cast(AnyRecord, _full(dossier, record)) if dossier.anchored.articles else record


def _full(dossier: Dossier, value: object) -> object:
    match value:
        case Claim():
            words = in_full(dossier, value)
            return msgspec.structs.replace(value, quote=one_line(words)) if words else value
        case tuple():
            return tuple(_full(dossier, item) for item in value)
        case list():
            return [_full(dossier, item) for item in value]
        case msgspec.Struct():
            fields = {field: getattr(value, field) for field in value.__struct_fields__}
            new = {field: _full(dossier, inner) for field, inner in fields.items()}
            return msgspec.structs.replace(value, **new) if new != fields else value
        case _:
            return value
