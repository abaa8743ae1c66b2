"""What a list says that the filter left empty: which conditions, and what each finds alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from tui.present import dates
from tui.present.chips import Condition
from tui.present.keyed import Names, key_line
from tui.present.line import BLANK, Line, Span, wrap
from tui.present.words import count, join


class Found(msgspec.Struct, frozen=True):
    """A condition with how many events it finds alone, and how many all the others find."""

    condition: Condition
    alone: int
    others: int


def nothing(
    found: Sequence[Found],
    total: int,
    pane: int,
    *,
    keys: Names | None,
    thing: str = "event",
    known: str | None = None,
    later: int = 0,
) -> list[Line]:
    """Lines for a list of events, of what events lead to (``encounter``) or of ``thing``, that is
    empty; ``total`` rows, of an encounter events, stand in it without any of the conditions.
    ``later`` is how many rows there would be if everything known today counted. ``keys`` are
    named where they are commands: not while letters are typed."""
    cells = min(pane - 4, 76)
    paired = thing == "encounter"
    subject, thing = f"No {thing}", "event" if paired else thing
    subject += " belongs to an event that" if paired else ""
    if known is not None:
        subject = subject.replace(thing, f"{thing} known by {dates.short(known)}", 1)
    phrases = [one.condition.phrase for one in found]
    both = "is both" if len(phrases) == 2 else "is"
    once = " at once" if len(phrases) > 2 else ""
    lines = [BLANK, *_say(f"{subject} {both} {join(phrases)}{once}.", cells), BLANK]
    if len(found) > 1:
        lines += _say(_alone(found, thing), cells)
        if len(found) > 2 and (said := _without(found)):
            lines += _say(said, cells)
    else:
        lines += _say(f"Without it the list has {many(total, thing)}.", cells)
    if later:
        lines += _say(f"With everything known today the list has {many(later, thing)}.", cells)
    if keys is None:
        return lines
    return [*lines, BLANK, *_clearing(found, total, thing, keys, later)]


def _clearing(
    found: Sequence[Found], total: int, thing: str, keys: Names, later: int
) -> Iterator[Line]:
    """The keys that clear them, each with what else it clears."""
    ids = {one.condition.clear for one in found}
    if "clear-filter" in ids:
        yield key_line(keys["filter"], "change the filter")
    if len(ids) == 1:
        yield key_line(keys[next(iter(ids))], f"clear it and show all {many(total, thing)}")
    else:
        if "escape" in ids:
            yield key_line(keys["escape"], "clear the words")
        if "clear-filter" in ids:
            words = " and the words" if "escape" in ids else ""
            yield key_line(keys["clear-filter"], f"clear the filter{words}")
        if "clear" in ids:
            yield key_line(keys["clear"], "clear all of it, the day too")
    if later:
        yield key_line(keys["known"], "then enter on an empty line: everything known today")


def many(number: int, thing: str) -> str:
    """``2 people``, ``1 source``."""
    return count(number, thing, "people" if thing == "person" else f"{thing}s")


def _alone(found: Sequence[Found], thing: str) -> str:
    """``Called off alone finds 1 event; Russia alone finds 3.``"""
    parts = []
    for at, one in enumerate(found):
        number = many(one.alone, thing) if at == 0 else str(one.alone)
        parts.append(f"{one.condition.chip} alone finds {number if one.alone else 'none'}")
    said = "; ".join(parts)
    return f"{said[:1].upper()}{said[1:]}."


def _without(found: Sequence[Found]) -> str:
    """The condition to give up first: the one whose absence shows most."""
    best = max(found, key=lambda one: one.others)
    if not best.others:
        return ""
    verb = "remains" if best.others == 1 else "remain"
    return f"Leave out “{best.condition.chip.strip('“”')}” and {best.others} {verb}."


def _say(text: str, cells: int) -> list[Line]:
    return [Line(part, stop=False) for part in wrap([Span(text)], cells)]
