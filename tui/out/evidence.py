"""A passage in Markdown: its words, whoever says them, on which day, and what is read from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from store.dossier import Dossier
from store.model.records import Claim
from tui.out.markdown import Footnotes, md
from tui.present.citation import chain, passages, reading, reasons, said_on
from tui.present.exact import exact
from tui.present.words import join


def quotes(
    dossier: Dossier, claims: Iterable[Claim], notes: Footnotes, *, about: bool = False
) -> list[str]:
    """The passages of these claims as quotations; ``about``: with what each is about."""
    lines: list[str] = []
    for group in passages(claims):
        first = group[0]
        lines += [f"> {md(exact(first))}{notes.refer([first.source])}", ">"]
        days = join(dict.fromkeys(said_on(dossier, claim) for claim in group))
        lines.append(f"> {md(f'{chain(first)}, {days}: {_read(dossier, group, about=about)}')}")
        lines += [f">\n> {md(why)}" for why in reasons(group)]
        lines.append("")
    return lines


def _read(dossier: Dossier, group: Sequence[Claim], *, about: bool) -> str:
    """What is read from the words, frame by frame."""
    frames: dict[str, list[str]] = {}
    for claim in group:
        frames.setdefault(claim.about if about else "", []).append(reading(dossier, claim))
    return "; ".join(
        "; ".join(dict.fromkeys(said)) + (f" ({dossier.name_of(frame)})" if frame else "")
        for frame, said in frames.items()
    )
