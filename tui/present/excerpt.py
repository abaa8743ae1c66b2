"""An excerpt: the quoted words, who carries them, and what they are taken to say."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from store.dossier import Dossier
from store.model.frames import is_ours
from store.model.records import Claim
from tui.present import dates
from tui.present.line import BLANK, Line, Link, Span, wrap
from tui.present.words import STANCE, certainty_words, says_words

PROSE = 76  # cells of the longest line of prose
INNER = str.maketrans("“”", "‘’")  # a quotation within a quotation


def excerpts(
    dossier: Dossier, claims: Sequence[Claim], cells: int, year: str = "", *, says: bool = True
) -> list[Line]:
    """The excerpts of these claims, a blank line between them; days of ``year`` go without it.

    Claims that stand on the same words (about two frames) share one excerpt. Without ``says``
    the stance stands alone: what is said stands above already.
    """
    groups: dict[tuple[str, str, tuple[str, ...]], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.source, claim.quote, claim.cites), []).append(claim)
    lines: list[Line] = []
    for group in groups.values():
        if lines:
            lines.append(BLANK)
        lines += excerpt(dossier, group, cells, year, says=says)
    return lines


def excerpt(
    dossier: Dossier, claims: Sequence[Claim], cells: int, year: str = "", *, says: bool = True
) -> list[Line]:
    """One passage with everything these claims read from it; enter on its words opens it in
    its article."""
    room = min(cells, PROSE)
    first = claims[0]
    link, opens = Link("source", first.source), Link("passage", first.id)
    words = first.quote.translate(INNER)
    quoted = wrap([Span(words + "”", "quote")], room)
    lines = [Line(quoted[0], lead="“", claim=True, opens=opens)]
    lines += [Line(spans, opens=opens) for spans in quoted[1:]]
    chain = [Span(first.shown_source, "accent", link=link)]
    for cite in first.cites:
        chain.append(Span(f" ← {cite}", "muted"))
    lines += [Line(spans) for spans in wrap(chain, room, hang=2)]
    readings: dict[tuple[str, str, str, str], list[Claim]] = {}
    for claim in claims:
        key = (claim.stance, claim.certainty, claim.said_on, claim.anchor)
        readings.setdefault(key, []).append(claim)
    for group in readings.values():
        reading = _reading(dossier, group, year, says=says)
        lines += [Line(spans, opens=opens) for spans in wrap(reading, room, hang=2)]
    for claim in claims if says else ():
        lines += _worded(claim, room)
    for field, sign in (("inferred", "our reading: "), ("disputed", "! set aside: ")):
        for reason in dict.fromkeys(getattr(claim, field) for claim in claims):
            if reason:
                role = "warn" if field == "disputed" else "muted"
                spans = [Span(sign, role), Span(reason, "muted")]
                lines += [Line(part) for part in wrap(spans, room, hang=2)]
    ids = tuple(claim.id for claim in claims)
    return [replace(line, claims=ids) for line in lines]


def _reading(dossier: Dossier, claims: Sequence[Claim], year: str, *, says: bool) -> list[Span]:
    """Stance and says of claims that share them, when it was said, where it was found."""
    claim = claims[0]
    stance = STANCE.get(claim.stance, claim.stance)
    bad = claim.stance in {"denies", "doubts"}
    said = "; ".join(dict.fromkeys(filter(None, (says_words(dossier, one) for one in claims))))
    spans = [Span(stance, "bad" if bad else "muted")]
    if said and says:
        spans.append(Span(f" {said}", "muted"))
    sure = certainty_words(claim)
    if sure:
        spans.append(Span(f", {sure}", "muted"))
    spans.append(Span(f" · {said_day(dossier, claim, year)}", "muted"))
    if claim.anchor != "unchecked":
        role = "muted" if claim.anchor == "exact" else "warn"
        spans.append(Span(f" · {claim.anchor}", role))
    return spans


def day_is_ours(dossier: Dossier, claim: Claim) -> bool:
    """Whether the day of the source in which it was said is our reading."""
    source = dossier.source(claim.source)
    return source is not None and is_ours(source.published_basis)


def said_day(dossier: Dossier, claim: Claim, year: str = "") -> str:
    """When it was said, without a year that is ``year``; whether that day is our reading."""
    day = dates.short(claim.said_on, year=not dates.of_year(claim.said_on, year))
    return f"{day}, inferred" if day_is_ours(dossier, claim) else day


def _worded(claim: Claim, room: int) -> list[Line]:
    """What the claim says in our words."""
    lines: list[Line] = []
    for field in ("agenda", "reason", "outcome", "said"):
        value = claim.says.get(field)
        if value is None:
            continue
        items = value if isinstance(value, (list, tuple)) else [value]
        for item in items:
            spans = [Span(f"{field}: ", "muted"), Span(str(item))]
            lines += [Line(part) for part in wrap(spans, room, hang=2)]
    return lines
