"""A tenure in words: since when, until when, and what is not known of it."""

from __future__ import annotations

from store.dossier import Dossier
from store.model.records import Tenure
from tui.present import dates
from tui.present.line import Line, Link, Span, width, wrap
from tui.present.signs import HELD, origins

RANGE = 20  # cells of the column with the days


def range_words(tenure: Tenure) -> str:
    """``from 11 Sep 2019``, ``until 9 Sep 2019``, ``from … to …``, or when it is attested."""
    start, end = tenure.start, tenure.end
    if start and end:
        return f"{_bare(start)} – {_bare(end)}"
    if start:
        return _edge("from", start)
    if end:
        return _edge("until", end)
    if tenure.first_attested and tenure.first_attested == tenure.last_attested:
        return f"on {_bare(tenure.first_attested)}"
    if tenure.first_attested:
        return f"by {_bare(tenure.first_attested)}"
    # a month or year: no source names a day of it
    return f"attested {_bare(tenure.attested[0])}" if tenure.attested else "no date"


def long_range(tenure: Tenure) -> str:
    """The range where there is room to say what rests on attestation only."""
    first, last = tenure.first_attested, tenure.last_attested
    if tenure.start or tenure.end or not first or not last:
        return range_words(tenure)
    if first == last:
        return f"attested {_bare(first)}"
    return f"attested from {_bare(first)} to {_bare(last)}"


def _bare(text: str) -> str:
    return dates.short(text, weekday=False)


def _edge(word: str, text: str) -> str:
    said = _bare(text)
    if said.split(" ")[0] in {"by", "after"}:  # only one side of the day is known
        return f"{'begun' if word == 'from' else 'ended'} {said}"
    return f"{word} {said}"


def notes(dossier: Dossier, tenure: Tenure, *, succession: bool = True) -> list[list[Span]]:
    """What else is known of it, a list of spans for each line."""
    rows: list[list[Span]] = []
    for id, word in ((tenure.succeeds, "follows "), (tenure.succeeded_by, "followed by ")):
        other = dossier.tenure(id) if id and succession else None
        if other is not None:
            link = Link("person", other.person)
            rows.append([Span(word, "muted"), Span(other.person_name, "accent", link=link)])
    first, last = tenure.first_attested, tenure.last_attested
    if not tenure.start and tenure.end:
        known = f"; first attested {dates.short(first)}" if first else ""
        rows.append([Span(f"start not known{known}", "muted")])
    if last and not tenure.end and (tenure.start or last != first):
        rows.append([Span(f"last attested {dates.short(last)}", "muted")])
    if not tenure.end and tenure.succeeded_by:
        rows.append([Span("end not known", "muted")])
    for word, why in (("start", tenure.start_inferred), ("end", tenure.end_inferred)):
        if why:
            rows.append([Span(f"{word} is our reading: {why}", "muted")])
    return rows


def tenure_lines(
    dossier: Dossier,
    tenure: Tenure,
    cells: int,
    *,
    name: bool,
    day: str | None = None,
) -> list[Line]:
    """A tenure as a row with its notes below; ``name`` names the person, else the post."""
    if name:
        head = [Span(tenure.person_name, "accent", link=Link("person", tenure.person))]
    else:
        head = [Span(tenure.title, "accent", link=Link("post", tenure.post))]
        if tenure.body_name:
            head += [
                Span(", "),
                Span(tenure.body_name, "muted", link=Link("body", tenure.body)),
            ]
    if tenure.capacity != "substantive":
        head.append(Span(f", {tenure.capacity}", "muted"))
    marks = [
        Span("  ! " if tenure.conflicts else "    ", "warn"),
        Span(origins(tenure.origins).ljust(3), "muted"),
    ]
    column = RANGE if cells >= 48 else 2
    room = cells - column - 7
    lines: list[Line] = []
    words = range_words(tenure)
    if column < RANGE or width(words) >= column:
        lines.append(Line((Span(words, "muted"),)))
    for index, part in enumerate(wrap(head, room)):
        left = words if not lines and index == 0 else ""
        spans = [Span(left.ljust(column), "muted"), *part]
        if index == 0:
            gap = cells - 7 - column - sum(width(span.text) for span in part)
            spans += [Span(" " * gap), *marks]
        lines.append(Line(tuple(spans)))
    rows = notes(dossier, tenure)
    if day and tenure.held:
        sign = HELD.get(tenure.held, HELD["no"])
        text = {"yes": "held", "maybe": "maybe held", "unattested": "not attested"}
        word = text.get(tenure.held, "not held")
        rows.insert(
            0, [Span(f"{(sign.sign + chr(32)).lstrip()}{word} on {dates.short(day)}", sign.role)]
        )
    for row in rows:
        for part in wrap(row, cells - column, hang=2):
            lines.append(Line((Span(" " * column), *part)))
    return lines
