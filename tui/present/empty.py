"""What an empty list says: why it is empty, and the key that helps."""

from __future__ import annotations

from store.dossier import Dossier
from store.model.frames import is_ours
from tui.present import dates
from tui.present.keyed import Names, key_line
from tui.present.line import BLANK, Line, Span, cut, wrap
from tui.present.on_day import on_or_in
from tui.present.words import count

WORDS = 60  # cells of the words that nothing matches


def empty(
    dossier: Dossier,
    whole: Dossier,
    *,
    thing: str,
    words: str,
    on: str | None,
    without: tuple[int, int],
    pane: int,
    keys: Names | None,
) -> list[Line]:
    """Lines for an empty list of ``thing`` (``event``, ``person``).

    ``whole`` is the dossier without known-by; ``without`` how many rows there would be without
    the words and without the day. ``keys`` are named where they are commands: not while letters
    are typed.
    """
    cells = pane - 4
    lines: list[Line] = [BLANK]
    known = dossier.known
    if known is not None and not dossier.sources:
        at = on_or_in(known.text)
        at = f"by the end of {at[3:]}" if at.startswith("in ") else at
        lines += _say(f"Nothing was known yet {at}.", cells)
        first = whole.sources[0] if whole.sources else None
        if first is not None:
            name = first.publisher_name or first.title or first.id
            inferred = is_ours(first.published_basis)
            day = dates.short(first.published) + (" (inferred)" if inferred else "")
            lines.append(BLANK)
            lines += _say(
                f"The first source in this dossier came out on {day}: {name}, "
                f"{count(first.claims, 'claim')}.{_with_it(whole, first.published)}",
                cells,
            )
            day = f"; the next with news is {dates.short(first.published, weekday=False)}"
        if keys is None:
            return lines
        return [
            *lines,
            BLANK,
            key_line(keys["known"], f"choose another day{day if first is not None else ''}"),
            key_line(keys["known"], "then enter on an empty line: everything known today"),
        ]
    if words:
        lines += _say(f"No {thing} matches “{cut(words, WORDS)}”.", cells)
        if without[0]:
            many = "people" if thing == "person" else f"{thing}s"
            lines += _say(f"Without it the list has {count(without[0], thing, many)}.", cells)
        if keys is not None:
            clear = f"clear it; {keys['search']} then takes other words"
            lines += [BLANK, key_line(keys["escape"], clear)]
        return lines
    if on is not None:
        said = {
            "event": "No event is known to have taken place or been in force",
            "encounter": "No meeting of two people is known",
            "conflict": "The sources contradict each other about nothing",
        }
        start = said.get(thing, "No source says who held a post")
        lines += _say(f"{start} {on_or_in(on)}.", cells)
        if keys is not None:
            lines += [BLANK, key_line(keys["on"], "choose another day")]
            lines.append(key_line(keys["clear"], "clear it"))
        return lines
    nothing = {
        "encounter": "No source tells of two people together.",
        "conflict": "No source contradicts another.",
    }
    lines += _say(nothing.get(thing, f"This dossier has no {thing}."), cells)
    return lines


def _with_it(whole: Dossier, published: str) -> str:
    """How many events the first source makes known."""
    number = len(whole.known_by(published).order)
    if not number:
        return ""
    said = "event becomes" if number == 1 else f"{number} events become"
    return f" With it the first {said} known."


def _say(text: str, cells: int) -> list[Line]:
    return [Line(part, stop=False) for part in wrap([Span(text)], min(cells, 76))]
