"""Markdown in pieces, each with the sources that carry just it: footnotes stand behind theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from store.dossier import Dossier
from store.model.records import Claim, Conflict
from tui.out import bearing
from tui.out.markdown import Footnotes, md
from tui.out.told import Voice, verdict_told
from tui.present.questions import rival_words
from tui.present.words import count

Piece = tuple[str, tuple[str, ...]]  # Markdown, and the sources that carry it


def noted(pieces: Sequence[Piece], notes: Footnotes) -> str:
    """The pieces one after another. Neighbours that rest on the same sources share their marks,
    behind the last of them."""
    found = []
    for at, (text, sources) in enumerate(pieces):
        after = pieces[at + 1][1] if at + 1 < len(pieces) else ()
        same = set(after) == set(sources)
        found.append(text if same else text + notes.refer(sources))
    return " ".join(found)


def sources_of(*claims: Iterable[Claim]) -> tuple[str, ...]:
    """The sources of these claims, each once."""
    return tuple(dict.fromkeys(claim.source for group in claims for claim in group))


def listed(
    items: Sequence[Piece], last: str = "and", *, before: str = "", end: str = ""
) -> list[Piece]:
    """``before a, b and c`` with ``end`` behind it, a piece for each item."""
    pieces: list[Piece] = []
    for at, (text, sources) in enumerate(items):
        left = len(items) - 1 - at
        head = before if not at else f"{last} " if not left else ""
        pieces.append((f"{head}{text}{end if not left else ',' if left > 1 else ''}", sources))
    return pieces


def parted(told: Iterable[tuple[str, tuple[Claim, ...]]]) -> list[Piece]:
    """Texts with the claims that carry them, a semicolon between two."""
    parts = [(md(text), sources_of(claims)) for text, claims in told]
    return [(f"{text};" if at < len(parts) else text, of) for at, (text, of) in enumerate(parts, 1)]


def voiced_by(voices: Sequence[Voice], *, before: str = "", end: str = "") -> list[Piece]:
    """Whoever speaks, each with the sources that quote just him."""
    items = [(md(name), sources_of(claims)) for name, claims in voices]
    return listed(items, before=before, end=end)


def rivals(dossier: Dossier, conflict: Conflict, kind: str, *, end: str = "") -> list[Piece]:
    """The values in conflict, each with its own sources, and which of them is shown: that is
    told by no source. ``kind`` is that of the event."""
    items: list[Piece] = []
    for one in conflict.values:
        said = f"{rival_words(conflict, one, kind)} ({count(one.origins, 'origin')})"
        items.append((md(said), sources_of(bearing.named(dossier, one.claims))))
    same = len({frozenset(sources) for _, sources in items}) == 1
    verdict = md(verdict_told(conflict, kind)) + end
    return [*listed(items, "or", end=","), (verdict, items[0][1] if same else ())]
