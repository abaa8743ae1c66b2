"""The header and the footer."""

from __future__ import annotations

from collections.abc import Sequence

from tui.present import dates
from tui.present.chips import Condition, filter_chips
from tui.present.line import Line, Span, cut, fit, spans_width, width

VIEW_NAMES = {"timeline": "Timeline", "directory": "Directory", "encounters": "Encounters",
              "sources": "Sources", "conflicts": "Conflicts", "marks": "Marks"}
POSITION = 9  # cells of the position


def header(
    title: str,
    view: str,
    position: tuple[int, int],
    chips: Sequence[str],
    right: str,
    cells: int,
    *,
    inside: bool = False,
    quiet: bool = False,
    filters: Sequence[Condition] = (),
) -> Line:
    """Dossier, view, position; chips and a word on the right. The title shortens first, then
    the chips of the filter; those of the two days go last."""
    name = VIEW_NAMES.get(view, view) + (" ›" if inside else "")
    place = f"{position[0]}/{position[1]}"
    taken = sum(width(chip) + 3 for chip in chips) + width(name) + POSITION + 8
    chips = [*filter_chips(filters, cells - taken), *chips] if filters else chips
    tail = [Span(chip, "accent") for chip in chips]
    if right:
        tail.append(Span(right, "muted" if quiet else "warn"))
    while True:
        size = sum(width(span.text) for span in tail) + 3 * len(tail)
        room = cells - size - width(name) - POSITION - 8
        if room >= 8 or not right or not tail or tail[-1].text != right:
            break
        tail.pop()
    title = cut(title, max(room, 0))
    left = [Span(" "), Span(title, bold=True), Span("   " if title else "")]
    left += [Span(name), Span("   " if not inside else " "), Span(fit(place, POSITION), "muted")]
    used = spans_width(left)
    tail = [Span(cut(span.text, max(cells - used - 2, 1)), span.role) for span in tail]
    spread: list[Span] = []
    for span in tail:
        spread += [Span("   "), span] if spread else [span]
    gap = cells - used - spans_width(spread) - 1
    return Line((*left, Span(" " * max(gap, 0)), *spread))


def chips(words: str, on: str | None, known_by: str | None) -> list[str]:
    found = [f"“{words}”"] if words else []
    if on:
        found.append(f"on {dates.short(on, weekday=False)}")
    if known_by:
        found.append(f"known by {dates.short(known_by, weekday=False)}")
    return found


def footer(
    keys: Sequence[tuple[str, str]], last: tuple[str, str], cells: int, hint: str = ""
) -> Line:
    """Keys with their words; they drop from the right, the hint and the last one stay."""
    end = [Span(last[0], bold=True), Span(f" {last[1]} ", "muted")]
    if hint and width(hint) + 3 + spans_width(end) < cells:
        end = [Span(f"{hint}   ", "accent"), *end]
    room = cells - spans_width(end)
    spans: list[Span] = [Span(" ")]
    used = 1
    for key, word in keys:
        size = width(key) + width(word) + 4
        if used + size > room:
            break
        spans += [Span(key, bold=True), Span(f" {word}   ", "muted")]
        used += size
    gap = cells - spans_width(spans) - spans_width(end)
    return Line((*spans, Span(" " * max(gap, 0)), *end))
