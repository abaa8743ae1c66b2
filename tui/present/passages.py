"""A passage of one source: its words, and what is read from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from store.dossier import Dossier
from store.model.claims import Claim as StoredClaim
from store.model.records import Claim
from tui.present import dates
from tui.present.excerpt import INNER
from tui.present.line import BLANK, Line, Link, Span, wrap
from tui.present.words import STANCE, certainty_words, link_to, named, says_words

Passage = tuple[Claim, ...]  # claims of one source that stand on the same words
WORDED = ("agenda", "reason", "outcome", "said")


def passages_of(dossier: Dossier, source: str) -> list[Passage]:
    """The passages of a source in reading order."""
    return _grouped(dossier, dossier.index.claims_of(source))


def passages_by(dossier: Dossier, voice: str) -> list[Passage]:
    """The passages in which a person or a body speaks, the first said first."""
    found = _grouped(dossier, dossier.index.claims_by(voice))
    return sorted(found, key=lambda passage: _day(passage[0]))


def _day(claim: Claim) -> str:
    when = dates.read(claim.said_on)
    day = when.earliest or when.latest if when else None
    return day.isoformat() if day else "9999"


def _grouped(dossier: Dossier, stored: Iterable[StoredClaim]) -> list[Passage]:
    found: dict[tuple[str, str], list[Claim]] = {}
    for one in stored:
        claim = dossier.claim(one.id)
        if claim is not None:
            found.setdefault((claim.source, claim.quote), []).append(claim)
    return [tuple(claims) for claims in found.values()]


def subject(dossier: Dossier, claim: Claim) -> Span:
    """What a claim is about, as a link."""
    link = link_to(dossier, claim.about)
    return Span(named(dossier, claim.about), "accent" if link else "text", link=link)


def reading(dossier: Dossier, claim: Claim) -> str:
    """What a claim says of its frame."""
    said = says_words(dossier, claim)
    if said == f"the name as {named(dossier, claim.about)}":
        return "the name is written so"
    return said


def voice(claims: Sequence[Claim], *, own: bool = True) -> list[Span]:
    """Who speaks, how, and how surely; of claims that differ, the first."""
    first = claims[0]
    stances = dict.fromkeys(STANCE.get(claim.stance, claim.stance) for claim in claims)
    bad = any(claim.stance in {"denies", "doubts"} for claim in claims)
    spans = [Span(", ".join(stances), "bad" if bad else "muted")]
    sure = certainty_words(first)
    if sure:
        spans.append(Span(f", {sure}", "muted"))
    if first.cites:
        spans.append(Span(f" · {' ← '.join(first.cites)}", "muted"))
    elif own:
        spans.append(Span(" · in its own voice", "muted"))
    return spans


def note(dossier: Dossier, claims: Passage, cells: int) -> list[Line]:
    """What is read from a passage: each frame with what is said of it, then the voice."""
    lines: list[Line] = []
    ids = tuple(claim.id for claim in claims)
    by_voice: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        by_voice.setdefault((claim.stance, claim.certainty, claim.cites), []).append(claim)
    for group in by_voice.values():
        for claim in group:
            about, said = subject(dossier, claim), reading(dossier, claim)
            spans = [replace(about, text=f"{about.text}:"), Span(f" {said}")] if said else [about]
            lines += [Line(part) for part in wrap(spans, cells, hang=2)]
            for field in WORDED:
                value = claim.says.get(field)
                for item in value if isinstance(value, (list, tuple)) else [value] if value else []:
                    worded = [Span(f"{field}: ", "muted"), Span(str(item))]
                    rows = wrap(worded, cells - 2, hang=2)
                    lines += [Line((Span("  "), *row)) for row in rows]
        lines += [Line(part) for part in wrap(voice(group), cells, hang=2)]
        for label, reasons, role in (
            ("our reading: ", [claim.inferred for claim in group], "muted"),
            ("! set aside: ", [claim.disputed for claim in group], "warn"),
        ):
            for why in dict.fromkeys(filter(None, reasons)):
                spans = [Span(label, role), Span(why, "muted")]
                lines += [Line(part) for part in wrap(spans, cells, hang=2)]
    return [replace(line, claims=ids) for line in lines]


def passage_lines(dossier: Dossier, claims: Passage, cells: int) -> list[Line]:
    """The words with what is read from them; enter on the words opens their article."""
    opens = Link("passage", claims[0].id)
    quoted = wrap([Span(claims[0].quote.translate(INNER) + "”", "quote")], cells)
    lines = [Line(quoted[0], lead="“", claim=True, opens=opens)]
    lines += [Line(part, opens=opens) for part in quoted[1:]]
    ids = tuple(claim.id for claim in claims)
    return [*(replace(line, claims=ids) for line in lines), *note(dossier, claims, cells), BLANK]
