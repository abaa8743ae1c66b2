"""The filter as lines: facets with their values and counts, the period, what else can be asked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from store.views.facets import FacetValue
from tui.present import dates
from tui.present.line import BLANK, Line, Span, between, wrap
from tui.present.listing import Lines
from tui.present.signs import CONFLICT, DENIED, HELD, STATUS, status_sign

WHEN = "when"  # the group of the period, which is no facet of the store
GROUPS = {
    "status": "Status",
    "held": "Held",
    "field": "What is disputed",
    "publisher": "Publisher",
    "language": "Language",
    "who": "Who",
    "kind": "Kind",
    "body": "Body",
    "country": "Country",
    "topic": "Topic",
    "source": "Source",
    "dated": "Its day is",
    WHEN: "When",
    "only": "Only",
}
ANY = "any"  # where a name of whatever group is typed
HINT = "20 sep 2019, 2019-09; or empty"
ENDS = {"from": "earliest", "until": "latest"}  # what no date means
CARET = Span("_", "accent", bold=True)
BOXES = {"in": ("[x]", "accent"), "out": ("[-]", "bad"), "": ("[ ]", "muted")}
ONLY = {
    "conflict": (CONFLICT.sign, CONFLICT.role, "in conflict"),
    "denied": (DENIED.sign, DENIED.role, "denied"),
    "two-origins": ("••", "muted", "two origins or more"),
    "not-held": ("○", "text", "planned, not held as far as told"),
    "denies": (DENIED.sign, DENIED.role, "denies something"),
    "copy": ("", "muted", "a copy of another"),
    "undecided": (CONFLICT.sign, CONFLICT.role, "undecided"),
}
OPPOSITES = {"two-origins": "one origin"}  # the rows without it, which words find too


class Target(msgspec.Struct, frozen=True):
    """What a line stands for: a value of a facet, an end of the period (``from``), or with an
    empty value the line where a name is typed."""

    facet: str
    value: str = ""


class Typing(msgspec.Struct, frozen=True):
    """Where the reader types, what so far, what a date is read as, why it cannot be read."""

    target: Target
    text: str = ""
    reading: str = ""
    why: str = ""


class Group(msgspec.Struct, frozen=True):
    """A facet with the values to show and how many more there are."""

    facet: str
    values: tuple[FacetValue, ...]
    more: int = 0


class FilterBody(Lines):
    """The lines with what each of them stands for."""

    def __init__(
        self, lines: Sequence[Line], targets: Sequence[Target | None], best: Target | None = None
    ) -> None:
        """``best`` is what the words typed mean most likely."""
        super().__init__(lines)
        self._targets, self._best = tuple(targets), best
        self._heads = [
            at
            for at, line in enumerate(lines)
            if not line.stop and line.spans and line.spans[0].bold
        ]

    def heading(self, index: int) -> int | None:
        at = bisect_right(self._heads, index) - 1
        if at < 0 or self._heads[at] == index or not self.line(index).spans:
            return None
        return self._heads[at]

    def target_at(self, index: int) -> Target | None:
        return self._targets[index] if 0 <= index < len(self._targets) else None

    def rest(self, target: Target | None, typing: Typing | None = None) -> int:
        """The line where the cursor belongs that stood on a target: while a name is typed the
        best or first value found, unless it was moved to another; where the target is gone, the
        first line of its facet."""
        anywhere = typing is not None and typing.target.facet == ANY and target in self._targets
        if (
            typing is not None
            and not anywhere
            and (target is None or target.facet != typing.target.facet)
        ):
            target = typing.target
        if typing is not None and typing.target.facet == ANY and not anywhere:
            target = self._best
        if target is None:
            return 0
        if target in self._targets:
            return self._targets.index(target)
        same = (at for at, one in enumerate(self._targets) if one and one.facet == target.facet)
        return next(same, 0)

    def group_line(self, index: int, step: int) -> int:
        """The first line of the next or the previous group."""
        at = bisect_right(self._heads, index) - 1 + step
        return self._heads[max(0, min(at, len(self._heads) - 1))] + 1


def head_lines(kept: int, total: int, cells: int) -> list[Line]:
    """The title with how many events are kept."""
    left, right = [Span("Filter", bold=True)], [Span(f"{kept} of {total}", "muted")]
    return [between(left, right, cells, stop=False)]


def filter_body(
    groups: Sequence[Group],
    period: tuple[str | None, str | None],
    typing: Typing | None,
    cells: int,
    name: str,
) -> FilterBody:
    """Every group, in order; ``period`` are the EDTF texts of its two ends, ``name`` is the key
    with which a name is typed."""
    lines: list[Line] = []
    targets: list[Target | None] = []

    def add(line: Line, target: Target | None = None) -> None:
        lines.append(line)
        targets.append(target)

    if typing is not None and typing.target.facet == ANY:
        add(_typed(typing, any(group.values for group in groups), 0))
    for group in groups:
        if lines:
            add(BLANK)
        add(_heading(group))
        if group.facet == WHEN:
            for end, text in zip(ENDS, period, strict=True):
                target = Target(WHEN, end)
                typed = typing if typing and typing.target == target else None
                add(_end(end, text, typed), target)
                for line in _why(typed, cells):
                    add(line)
            continue
        for value in group.values:
            add(_value(group.facet, value, cells), Target(group.facet, value.value))
        typed = typing if typing and typing.target == Target(group.facet) else None
        if typed is not None:
            add(_typed(typed, bool(group.values), group.more), None)
        elif group.more:
            said = f"{group.more} more: {name} and a name"
            add(Line((Span("      "), Span(said, "muted"))), Target(group.facet))
    return FilterBody(lines, targets, _best(groups, typing) if typing is not None else None)


def _best(groups: Sequence[Group], typing: Typing) -> Target | None:
    """The value that the words name exactly, else the first one found; where several groups have
    a value of its name, the one that most rows have."""
    found = [(group.facet, value) for group in groups for value in group.values]
    words = typing.text.strip().casefold()
    if not words or not found:
        return None
    names = [value.label.casefold() for _, value in found]
    name = words if words in names else names[0]
    same = [pair for pair, named in zip(found, names, strict=True) if named == name]
    facet, value = max(same, key=lambda pair: pair[1].count)
    return Target(facet, value.value)


def _heading(group: Group) -> Line:
    name = GROUPS[group.facet]
    few = {WHEN: "", "only": ", all of"}.get(group.facet, ", any of")
    return Line((Span(name, bold=True), Span(few, "muted")), stop=False)


def _value(facet: str, value: FacetValue, cells: int) -> Line:
    box, role = BOXES[value.state]
    role_of_name = "text" if value.count or value.state else "muted"
    left = [Span("  "), Span(box, role), Span(" ")]
    if facet == "status":
        sign = status_sign(value.value)
        left += [Span(f"{sign.sign} ", sign.role), Span(status_name(value.value), role_of_name)]
    elif facet == "held":
        held = HELD[value.value]
        left += [Span(f"{held.sign} ", held.role), Span(held.word, role_of_name)]
    elif facet == "only":
        sign_text, sign_role, name = ONLY[value.value]
        if value.label == OPPOSITES.get(value.value):
            sign_text, name = "", value.label
        left += [Span(f"{sign_text} ".ljust(3), sign_role), Span(name, role_of_name)]
    else:
        left.append(Span(value.label, role_of_name))
    return between(left, [Span(str(value.count), "muted")], cells)


def status_name(status: str) -> str:
    """A status as a choice: that of gatherings and of what is no gathering together."""
    if status == "occurred":
        return "held or came about"
    return STATUS[status].word if status in STATUS else "no status told"


def _end(end: str, text: str | None, typed: Typing | None) -> Line:
    left = [Span("  "), Span(end.ljust(6), "muted")]
    if typed is not None:
        left += [Span(typed.text), CARET]
        if typed.reading:
            left.append(Span(f"  {typed.reading}", "good"))
        elif not typed.text:
            left.append(Span(f" {HINT}", "muted"))
    elif text:
        left.append(Span(dates.short(text, weekday=False), "accent"))
    else:
        left.append(Span(ENDS[end], "muted"))
    return Line(tuple(left))


def _why(typed: Typing | None, cells: int) -> list[Line]:
    if typed is None or not typed.why:
        return []
    said = wrap([Span(typed.why, "bad")], cells - 4)
    return [Line((Span("    "), *part), stop=False) for part in said]


def _typed(typed: Typing, found: bool, more: int) -> Line:
    lead = "  / " if typed.target.facet == ANY else "      / "
    spans = [Span(lead, "accent"), Span(typed.text), CARET]
    if not found:
        spans.append(Span(f"  {typed.why or 'none of these'}", "warn"))
    elif more:
        spans.append(Span(f"  {more} more", "muted"))
    return Line(tuple(spans), stop=False)
