"""Lines of the screen's own presenters as rich text, and the chain of a claim."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from store.model.records import Claim
from tui.cli.setting import text
from tui.present.line import Line


def set_lines(lines: Iterable[Line]) -> Text:
    """Lines that are laid out already, with the one cell to their left."""
    made = Text(overflow="fold")
    for at, line in enumerate(lines):
        if at:
            made.append("\n")
        made.append_text(text(line.lead))
        for span in line.spans:
            made.append_text(text((span.text, "bold" if span.bold else span.role)))
    return made


def chain(claim: Claim) -> str:
    """Who says it, the source first: ``Korea Herald ← Chosun Ilbo ← diplomatic sources``."""
    return " ← ".join((claim.shown_source, *claim.cites))
