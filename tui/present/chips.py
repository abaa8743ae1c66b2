"""The filter in words: as chips of the header, and as conditions of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from store.views.facets import Choice
from store.views.sorting import LATEST, NAME, ORIGINS
from tui.present import dates
from tui.present.filter import GROUPS
from tui.present.signs import status_word
from tui.present.words import count, join

MOST = 3  # values that a chip names
MANY = {
    "status": "statuses",
    "who": "people",
    "kind": "kinds",
    "body": "bodies",
    "country": "countries",
    "topic": "topics",
    "source": "sources",
    "publisher": "publishers",
    "language": "languages",
    "field": "fields",
    "held": "answers",
    "dated": "kinds of day",
}
ONLY = {  # facet "only": (kept, left out)
    "conflict": ("in conflict", "not in conflict"),
    "denied": ("denied", "not denied"),
    "two-origins": ("two origins or more", "one origin"),
    "not-held": ("planned, not held as far as told", "not only planned"),
    "denies": ("denying something", "denying nothing"),
    "copy": ("a copy", "no copy"),
    "undecided": ("undecided", "decided"),
}
# what a sentence "No event is …" says of the values kept; where it is about something else,
# what it says otherwise
PHRASES = {
    "who": "with {}",
    "kind": "a {}",
    "body": "with {}",
    "country": "about {}",
    "topic": "about {}",
    "source": "told by {}",
    "publisher": "by {}",
    "language": "in {}",
    "field": "over the {}",
    "held": "in a post with the answer {}",
    "dated": "of a day that is {}",
}
OTHERWISE = {
    ("people", "country"): "from {}",
    ("people", "body"): "at {}",
    ("conflicts", "who"): "about {}",
    ("conflicts", "kind"): "about a {}",
}

ORDERS = {  # an order that is not the first of its view
    LATEST: "latest first",
    ORIGINS: "by number of origins",
    NAME: "by family name",
}

Label = Callable[[Choice], str]


class Condition(msgspec.Struct, frozen=True):
    """One chip: its words, a shorter form, what a sentence says, the choices it stands for
    (none: the period), the command that clears it."""

    chip: str
    short: str
    phrase: str
    choices: tuple[Choice, ...] = ()
    clear: str = "clear-filter"


def conditions(
    choices: Iterable[Choice],
    period: tuple[str | None, str | None],
    label: Label,
    about: str = "events",
    chip: Label | None = None,
) -> list[Condition]:
    """What a filter asks for, in the order of its groups; of ``only`` each on its own.
    ``label`` names a choice, ``chip`` one that stands alone, where no sentence tells its group;
    ``about`` tells what is filtered."""
    every, chip = tuple(choices), chip or label
    found: list[Condition] = []
    for facet in GROUPS:
        if facet == "when":
            found += _period(*period, "published" if about == "sources" else "dated")
            continue
        kept = tuple(c for c in every if c.facet == facet and not c.exclude)
        out = tuple(c for c in every if c.facet == facet and c.exclude)
        if facet == "only":
            found += [_only(choice) for choice in (*kept, *out)]
            continue
        if kept:
            names = [_name(choice, chip) for choice in kept]
            told = [_name(choice, label) for choice in kept]
            said = OTHERWISE.get((about, facet)) or PHRASES.get(facet, "{}")
            phrase = said.format(join(told, "or"))
            short = names[0] if len(kept) == 1 else f"{len(kept)} {MANY[facet]}"
            found.append(Condition(_listed(names), short, phrase, kept))
        if out:
            names = [_name(choice, chip) for choice in out]
            told = [_name(choice, label) for choice in out]
            word = "no" if facet == "kind" else "without"
            said = {"kind": "not a", "status": "other than"}.get(facet, word)
            short = names[0] if len(out) == 1 else f"{len(out)} {MANY[facet]}"
            found.append(
                Condition(
                    f"{word} {_listed(names)}",
                    f"{word} {short}",
                    f"{said} {join(told, 'or')}",
                    out,
                )
            )
    return found


def _name(choice: Choice, label: Label) -> str:
    if choice.facet == "status":
        return status_word(choice.value) or "no status told"
    return label(choice)


def _listed(names: Sequence[str]) -> str:
    if len(names) <= MOST:
        return join(names, "or")
    return f"{', '.join(names[: MOST - 1])} or {len(names) - MOST + 1} more"


def _only(choice: Choice) -> Condition:
    words = ONLY[choice.value][choice.exclude]
    phrase = "told by " + words if choice.value == "two-origins" else words
    return Condition(words, words, phrase, (choice,))


def _period(from_: str | None, until: str | None, verb: str) -> list[Condition]:
    first = dates.short(from_, weekday=False) if from_ else ""
    last = dates.short(until, weekday=False) if until else ""
    words = " ".join(
        part for part in (f"from {first}" if first else "", f"until {last}" if last else "") if part
    )
    return [Condition(words, words, f"{verb} {words}")] if words else []


def filter_chips(found: Sequence[Condition]) -> tuple[list[str], list[str], list[str]]:
    """The chips whole, shortened, and only how many there are."""
    number = [count(len(found), "filter")] if found else []
    return [one.chip for one in found], [one.short for one in found], number
