"""The only door from data to the screen.

Styled lines become strips of cells. Text is never read as markup, and nothing that could steer a
terminal passes: control characters become visible pictures, what turns the reading direction
becomes U+FFFD. The app's line filter (``Guard``) does the same once more for whatever else draws.
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

from tui.present.line import Line, Link, Span, crop, spans_width, width
from tui.present.signs import MARKED, NOTED, to_ascii

_CONTROL = re.compile("[\x00-\x1f\x7f]")
_HARMFUL = re.compile(
    "[\x80-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff]"
)
_SAFE = re.compile("[ -~]*")
_LEADS = {sign.sign: sign.role for sign in (MARKED, NOTED)}  # beside a line; else it is a quote

StyleOf = Callable[[Span, bool], Style]


def _picture(found: re.Match[str]) -> str:
    return "\u2421" if found[0] == "\x7f" else chr(0x2400 + ord(found[0]))


def safe(text: str) -> str:
    """The text with nothing in it that a terminal could obey; always on one line."""
    if _SAFE.fullmatch(text):
        return text
    text = _CONTROL.sub(_picture, text)
    return _HARMFUL.sub("\ufffd", text)


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
        for segment in segments:
            if segment.control is None and not _SAFE.fullmatch(segment.text):
                text = safe(segment.text)
                if text != segment.text:
                    segment = Segment(text, segment.style)
            out.append(segment)
        return out
