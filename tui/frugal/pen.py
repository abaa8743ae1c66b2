"""How the next character will look: the terminal's pen, and the shortest way to another one."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

ATTRIBUTES = (1, 2, 3, 4, 5, 6, 7, 8, 9, 21, 51, 52, 53)  # as the terminal numbers them
OFF = {
    1: 22,
    2: 22,
    3: 23,
    4: 24,
    21: 24,
    5: 25,
    6: 25,
    7: 27,
    8: 28,
    9: 29,
    51: 54,
    52: 54,
    53: 55,
}
ON_BLANKS = frozenset((4, 5, 6, 7, 9, 21, 51, 52, 53))  # those that show where no letter is


class Pen(NamedTuple):
    """Colours as the terminal is told them (empty: its own) and attributes by their numbers."""

    fore: str = ""
    back: str = ""
    attributes: frozenset[int] = frozenset()


PLAIN = Pen()


@lru_cache(4096)
def pen_of(codes: str, before: Pen) -> Pen | None:
    """The pen after these codes (what stands between ``ESC [`` and ``m``); None where one of
    them is not known here."""
    fore, back, attributes = before
    rest = [int(code or 0) for code in codes.split(";")]
    while rest:
        code = rest.pop(0)
        if code == 0:
            fore, back, attributes = PLAIN
        elif code in ATTRIBUTES:
            attributes |= {code}
        elif code in (38, 48):
            size = {5: 2, 2: 4}.get(rest[0]) if rest else None
            if size is None or len(rest) < size:
                return None
            colour = ";".join(map(str, (code, *rest[:size])))
            del rest[:size]
            fore, back = (colour, back) if code == 38 else (fore, colour)
        elif 30 <= code <= 37 or 90 <= code <= 97:
            fore = str(code)
        elif 40 <= code <= 47 or 100 <= code <= 107:
            back = str(code)
        elif code == 39:
            fore = ""
        elif code == 49:
            back = ""
        else:
            return None
    return _same(Pen(fore, back, attributes))


@lru_cache(4096)
def _same(pen: Pen) -> Pen:
    """One object for equal pens, so that rows of them compare quickly."""
    return pen


_same(PLAIN)


@lru_cache(4096)
def on_blanks(pen: Pen) -> Pen:
    """The pen as far as a blank shows it: the ground, most often."""
    if pen.attributes & ON_BLANKS:
        return pen
    return _same(Pen("", pen.back))


@lru_cache(8192)
def change(now: Pen | None, then: Pen) -> str:
    """The shortest sequence that turns one pen into another; ``None`` is a pen not known."""
    if now == then:
        return ""
    afresh = "0"
    for code in (*sorted(then.attributes), then.fore, then.back):
        afresh += f";{code}" if code else ""
    if now is None or then == PLAIN:
        return f"\x1b[{afresh}m" if then != PLAIN or now is None else "\x1b[m"
    off = {OFF[code] for code in now.attributes - then.attributes}
    on = {code for code in then.attributes if code not in now.attributes or OFF[code] in off}
    codes = [*map(str, sorted(off)), *map(str, sorted(on))]
    if now.fore != then.fore:
        codes.append(then.fore or "39")
    if now.back != then.back:
        codes.append(then.back or "49")
    step = ";".join(codes)
    return f"\x1b[{min(step, afresh, key=len)}m"
