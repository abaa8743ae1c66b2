"""What two dates agree on (evidence, rule 1): the possibilities they share, as one date."""

from __future__ import annotations

from datetime import date

from store.dates.compare import FIRST, LAST, Bounds, Truth, bounds_of
from store.dates.parse import parse_when, whole_unit
from store.dates.value import POINTS, When


def meet(a: When, b: When) -> When | None:
    """The date on which both agree, or ``None`` when they exclude each other.

    Start meets start and end meets end, sets by their members. Where the shared possibilities
    are exactly those of one side, that side is returned as it is; of two with equal bounds the
    one without doubt. A date that says what is *still* so (``a/..``) meets one that only says
    when (a day, month, window): it keeps its open end and takes the narrower start; a stated end
    closes it. Signs of doubt never make two dates exclude each other. Where EDTF cannot write
    the shared possibilities, the tighter side stands. The result does not depend on the order.
    """
    left, right = _possible(a, b), _possible(b, a)
    shared = _shared(left, right)
    if not shared:
        return None
    is_left, is_right = shared == _reduced(left), shared == _reduced(right)
    kept_left, kept_right = _keeps(a, b), _keeps(b, a)
    if is_left and is_right and kept_left and kept_right:
        return min(a, b, key=_preference)
    if is_left and kept_left:
        return a
    if is_right and kept_right:
        return b
    opens = tuple(k for k in ("open-start", "open-end") if k in (a.kind, b.kind))
    text = _written(sorted(shared), opens, _doubt(a, b))
    return min(a, b, key=_slack) if text is None else parse_when(text)


def same(a: When, b: When) -> Truth:
    """Whether both name the same days: ``no`` when they exclude each other, ``yes`` when both
    leave a single certain possibility."""
    if meet(a, b) is None:
        return "no"
    (x, *more), (y, *others) = bounds_of(a), bounds_of(b)
    certain = not (more or others or a.uncertain or b.uncertain)
    return "yes" if certain and x == y and x[0] == x[1] and x[2] == x[3] else "maybe"


def _possible(when: When, other: When) -> tuple[Bounds, ...]:
    """Bounds for meeting ``other``: what is open may still be closed, and a date that only says
    when does not close what is open."""
    if when.kind == "open-end":
        return tuple((x[0], x[1], FIRST, LAST) for x in bounds_of(when))
    if when.kind == "open-start":
        return tuple((FIRST, LAST, x[2], x[3]) for x in bounds_of(when))
    if when.kind in POINTS and other.kind == "open-end":
        return tuple((x[0], x[1], FIRST, LAST) for x in bounds_of(when))
    if when.kind in POINTS and other.kind == "open-start":
        return tuple((FIRST, LAST, x[2], x[3]) for x in bounds_of(when))
    return bounds_of(when)


def _keeps(when: When, other: When) -> bool:
    """Whether ``when`` may stand for both: not where it would lose the other's open side."""
    if other.kind in ("open-end", "open-start"):
        return when.kind == other.kind or when.kind not in POINTS
    return True


def _shared(left: tuple[Bounds, ...], right: tuple[Bounds, ...]) -> frozenset[Bounds]:
    found = []
    for x in left:
        for y in right:
            start, end = max(x[0], y[0]), min(x[3], y[3])
            bounds = (start, min(x[1], y[1], end), max(x[2], y[2]), end)
            if bounds[0] <= bounds[1] and bounds[2] <= bounds[3]:
                found.append(bounds)
    return _reduced(tuple(found))


def _reduced(all_bounds: tuple[Bounds, ...]) -> frozenset[Bounds]:
    """Without what another alternative includes, and with bounds made consistent."""
    tight = {(x[0], min(x[1], x[3]), max(x[2], x[0]), x[3]) for x in all_bounds}
    return frozenset(x for x in tight if not any(x != y and _within(x, y) for y in tight))


def _within(x: Bounds, y: Bounds) -> bool:
    return y[0] <= x[0] and x[1] <= y[1] and y[2] <= x[2] and x[3] <= y[3]


def _preference(when: When) -> tuple[bool, bool, int, str]:
    return (when.uncertain, not when.kind.startswith("open"), len(when.text), when.text)


def _slack(when: When) -> tuple[int, bool, str]:
    slack = sum((x[1] - x[0]) + abs(x[3] - x[2]) for x in bounds_of(when))
    return (slack, when.uncertain, when.text)


def _doubt(a: When, b: When) -> str:
    """The sign of doubt that a date made from both carries."""
    signs = {sign for when in (a, b) for sign in when.text if sign in "?~%"}
    return "" if not signs else signs.pop() if len(signs) == 1 else "%"


def _written(shared: list[Bounds], opens: tuple[str, ...], doubt: str) -> str | None:
    """EDTF for these possibilities, or ``None`` where it has no way to write them."""
    if all(x[0] == x[2] and x[1] == x[3] for x in shared) and not opens:
        return _one_of(shared, doubt)
    if len(shared) > 1:
        return None
    ((first, last, low, high),) = shared
    start = _endpoint(first, last, low if first == low else None, high, doubt)
    end = _endpoint(low, high, first, None, doubt)
    if first == FIRST:
        start = ".." if "open-start" in opens else "" if last in (LAST, high) else None
    if high == LAST:
        end = ".." if "open-end" in opens else "" if low in (FIRST, first) else None
    if start is None or end is None or (start in ("", "..") and end in ("", "..")):
        return None
    return _if_exact(f"{start}/{end}", shared, opens)


def _if_exact(text: str, shared: list[Bounds], opens: tuple[str, ...]) -> str | None:
    """The text, if reading it gives exactly these possibilities."""
    when = parse_when(text)
    other = parse_when("2019/..") if "open-end" in opens else parse_when("../2019")
    got = _possible(when, other) if opens else bounds_of(when)
    return text if _reduced(got) == frozenset(shared) else None


def _one_of(shared: list[Bounds], doubt: str) -> str | None:
    parts = []
    for low, high, _, _ in shared:
        if low == FIRST and high == LAST:
            return None
        first = "" if low == FIRST else f"{date.fromordinal(low)}{doubt}"
        last = "" if high == LAST else f"{date.fromordinal(high)}{doubt}"
        whole = (
            whole_unit(date.fromordinal(low), date.fromordinal(high)) if first and last else None
        )
        parts.append(f"{whole}{doubt}" if whole else f"{first}..{last}")
    return parts[0] if len(parts) == 1 and ".." not in parts[0] else f"[{','.join(parts)}]"


def _endpoint(
    low: int, high: int, cut_low: int | None, cut_high: int | None, doubt: str
) -> str | None:
    """The day, month or year of one end of an interval. Where the other end already cuts it off
    (``2019-11-20/2019-11``), the whole month or year may stand for the rest of it."""
    if low <= FIRST or high >= LAST:
        return None
    if whole := whole_unit(date.fromordinal(low), date.fromordinal(high)):
        return whole + doubt
    first, last = date.fromordinal(low), date.fromordinal(high)
    for text, same_unit in (
        (first.isoformat()[:7], (first.year, first.month) == (last.year, last.month)),
        (first.isoformat()[:4], first.year == last.year),
    ):
        if same_unit and (cut_low == low or cut_high == high):
            return text + doubt
    return None
