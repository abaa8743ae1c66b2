"""The exact words of a claim: all of them, where the text of its article is attached.

A dossier quotes the shortest words that carry a fact. Who has the article and takes a quote
elsewhere is given every word between the first and the last.
"""

from __future__ import annotations

from store.model.clean import clean
from store.model.records import Claim

INNER = str.maketrans("“”", "‘’")  # a quotation within a quotation


def one_line(text: str) -> str:
    """The text cleaned, on one line."""
    return " ".join(clean(text).split())


def exact(claim: Claim) -> str:
    """The words in quotation marks: all of them where the text is attached."""
    words = claim.words or claim.quote
    return f"“{one_line(words).translate(INNER)}”"
