"""The only door from data to the screen.

Styled lines become strips of cells. Text is never read as markup, and nothing that could steer a
terminal passes: control characters become visible pictures, what turns the reading direction
becomes U+FFFD. The app's line filter (``Guard``) does the same once more for whatever else draws,
and drops hyperlinks: none is ours.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip

from store.model.clean import few_marks, harmless
from store.model.harmful import MAX_MARKS
from tui.present.line import Line, Link, Span, crop, spans_width, width
from tui.present.signs import MARKED, NOTED, to_ascii

_SAFE = re.compile("[ -~]*")
_BREAKS = {0x09: "\u2409", 0x0A: "\u240a"}
_LEADS = {sign.sign: sign.role for sign in (MARKED, NOTED)}  # beside a line; else it is a quote

StyleOf = Callable[[Span, bool], Style]


def safe(text: str) -> str:
    """The text with nothing in it that a terminal could obey; always on one line."""
    if _SAFE.fullmatch(text):
        return text
    return few_marks(harmless(text).translate(_BREAKS))


def folded(text: str) -> str:
    """For finding words in a text: without case and marks, letter for letter."""
    out = []
    for char in text:
        base = unicodedata.normalize("NFKD", char)[:1].casefold()
        out.append(base if len(base) == 1 else char)
    return "".join(out)


def strip(
    line: Line,
    cells: int,
    style_of: StyleOf,
    *,
    mark: Span | None = None,
    current: Link | None = None,
    needle: str = "",
    ascii_only: bool = False,
    edge: bool = True,
) -> Strip:
    """A line as cells: the cursor's cell, the lead, the spans cropped to what is left.

    Without ``edge`` the spans alone. ``current`` is the link under the cursor; ``needle``
    (folded) is shown in reverse wherever it stands.
    """
    body = list(crop(line.spans, max(cells - 2, 0) if edge else cells))
    if needle:
        body = _lit(body, needle)
    lead = Span(line.lead, _LEADS.get(line.lead, "quote"))
    pieces = [mark or Span(" "), lead, *body] if edge else body
    segments = []
    for span in pieces:
        text = safe(span.text)
        if ascii_only:
            text = span.ascii or to_ascii(text)
        lit = current is not None and span.link == current
        segments.append(Segment(text, style_of(span, lit)))
    pad = cells - spans_width(pieces)
    if ascii_only:
        pad = cells - sum(width(segment.text) for segment in segments)
    blank = style_of(Span(""), False)
    if pad > 0:
        segments.append(Segment(" " * pad, blank))
    return Strip(segments).adjust_cell_length(cells, blank).simplify()


def _lit(spans: Iterable[Span], needle: str) -> list[Span]:
    found: list[Span] = []
    for span in spans:
        text, low, at = span.text, folded(span.text), 0
        while (hit := low.find(needle, at)) >= 0:
            end = hit + len(needle)
            found.append(Span(text[at:hit], span.role, span.bold, span.link))
            found.append(Span(text[hit:end], "text", span.bold, span.link, reverse=True))
            at = end
        found.append(Span(text[at:], span.role, span.bold, span.link, span.reverse))
    return [span for span in found if span.text]


class Guard(LineFilter):
    """Keeps forbidden characters out of every line that the app draws."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        out = []
        before = ""  # the end of the line so far: marks at the start of a segment join it
        for segment in segments:
            text, style, control = segment
            if style is not None and style.link:
                segment = Segment(text, style := style.update_link(None), control)
            if control is None and not _SAFE.fullmatch(text):
                kept = safe(before + text)[len(before) :]
                if kept != text:
                    segment = Segment(kept, style)
            if control is None:
                before = (before + segment.text)[-MAX_MARKS - 1 :]
            out.append(segment)
        return out
