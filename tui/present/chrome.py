"""The header and the footer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.present import dates
from tui.present.chips import Condition, filter_chips
from tui.present.line import Line, Span, crop, cut, fit, spans_width, width

VIEW_NAMES = {
    "timeline": "Timeline",
    "directory": "Directory",
    "encounters": "Encounters",
    "sources": "Sources",
    "conflicts": "Conflicts",
    "marks": "Marks",
}
POSITION = 9  # cells of the position
WORDS = 24  # cells of the words searched for
TITLE = 8  # cells of the title below which the word on the right gives way to it


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
    idle: str = "",
) -> Line:
    """Dossier, view, position; chips and a word on the right. What does not fit gives way in
    this order: the title, the word, the chips of the filter, the words, the view, the days, of
    which known-by stands longest; after the word, an ``idle`` chip, which changes nothing here."""
    view_name = VIEW_NAMES.get(view, view) + (" ›" if inside else "")
    place = f"{position[0]}/{position[1]}"
    taken = min(POSITION, 2 * len(str(position[1])) + 1)  # as many wherever the cursor is
    for name, tail in _variants(view_name, filters, chips, right, quiet, idle):
        size = sum(width(span.text) for span in tail) + 3 * len(tail)
        room = cells - size - width(name) - taken - 8
        if room >= (TITLE if right and tail and tail[-1].text == right else -3):
            break
    title = cut(title, room) if room > 0 else ""
    left = [Span(" "), Span(title, bold=True), Span("   " if title else "")]
    left += [Span(name), Span("   " if name and not inside else " " if name else "")]
    left.append(Span(fit(place, taken), "muted"))
    used = spans_width(left)
    spread: list[Span] = []
    for span in tail:
        spread += [Span("   "), span] if spread else [span]
    spread = list(crop(spread, max(cells - used - 1, 0)))
    gap = cells - used - spans_width(spread) - 1
    return Line((*left, Span(" " * max(gap, 0)), *spread))


def _variants(
    name: str,
    filters: Sequence[Condition],
    chips: Sequence[str],
    right: str,
    quiet: bool,
    idle: str,
) -> Iterator[tuple[str, list[Span]]]:
    """What a header can hold beside the title and the position, the fullest first."""
    long, short, number = filter_chips(filters)
    word = [Span(right, "muted" if quiet else "warn")] if right else []
    tails = [[*long, *chips]]
    if idle:
        muted = Span(idle, "muted")
        yield name, [muted, *_chips(tails[0]), *word]
        yield name, [muted, *_chips(tails[0])]
    yield name, [*_chips(tails[0]), *word]
    tails += [[*short, *chips], [*number, *chips]]
    tails += [[*number, *chips[at:]] for at in range(1, len(chips))]
    for tail in tails[:4]:
        yield name, _chips(tail)
    for tail in tails[3:] or tails[-1:]:
        yield "", _chips(tail)
    yield "", _chips(chips[-1:] or number)


def _chips(chips: Sequence[str]) -> list[Span]:
    return [Span(chip, "accent") for chip in chips]


def chips(words: str, on: str | None, known_by: str | None) -> list[str]:
    found = [f"“{cut(words, WORDS)}”"] if words else []
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
