"""Rows of the timeline and the directory, by the width classes of the style guide."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from store.model.claims import PLANS
from store.views.directory import DirectoryRow
from store.views.timeline import EventRow
from tui.present import dates
from tui.present.labels import LONE, day_label, label_cells, lone_label
from tui.present.line import Line, Span, between, cut, fit, spans_width, width
from tui.present.on_day import MAYBE, maybe_notes
from tui.present.signs import HELD, origins, row_word, status_sign
from tui.present.titles import found_by, person_said, with_body

SIGN, WORD, MARKS = 2, 11, 7
NO_WORD, NO_WEEKDAY, NO_SUPPORT = 58, 44, 40  # panes narrower than this drop it
ATTESTED, SHORTER = "{which} attested {day}", "{which} {day}"
TENURE_TAIL = 9  # cells of the conflict sign, of yes or maybe
NOTE = 60  # panes this wide say why a tenure is only maybe


def date_cells() -> int:
    """Cells of the column of dates, as they are written now."""
    return label_cells() + 1


def event_row(row: EventRow, pane: int, *, alone: bool = False) -> Line:
    """A row of the timeline for a pane of that many columns (two of them are the cursor's);
    ``alone``: under no heading that tells its month."""
    sign = status_sign(row.status)
    word = _word(row) if pane >= NO_WORD else None
    label = day_label(row.date, row.date_words, weekday=pane >= NO_WEEKDAY)
    column = date_cells()
    if alone:
        column = max(column, LONE + 1) if pane >= NO_WORD else column
        label = lone_label(row.date, column - 1)
    spans = [
        Span(fit(label, column), "muted"),
        Span(sign.sign + " ", sign.role),
    ]
    used = column + SIGN
    if word is not None:
        cells = max(WORD, width(word) + 1)
        spans.append(Span(fit(word, cells), sign.role))
        used += cells
    marks = _marks(row, pane)
    while (
        width(row.title) > pane - 2 - used - spans_width(marks)
        and len(marks) > 1
        and not marks[0].text.strip()
        and marks[1].text.startswith(" ")
    ):
        marks = marks[1:]  # the title takes what no mark needs, but for the space before one
    room = pane - 2 - used - spans_width(marks)
    note = _note(row, room, short=word is None)
    room -= width(note)
    title_role = "muted" if sign.role == "muted" else "text"
    spans.append(Span(fit(row.title, room), title_role))
    return Line((*spans, *([Span(note, MAYBE.role)] if note else []), *marks))


def _word(row: EventRow) -> str:
    """The word of a row's status; of one that came after the days of its date ``then lifted``."""
    word = row_word(row.status, row.kind)
    return word if row.date is None or row.date_status == row.status else f"then {word}"


def _note(row: EventRow, room: int, *, short: bool) -> str:
    """That a row is only maybe of the day asked about: the most that its title leaves room for;
    at least the sign, which no title takes."""
    notes = [f" {note}" for note in maybe_notes(row)]
    if not notes:
        return ""
    fitting = (note for note in notes if width(row.title) + width(note) <= room)
    return next(fitting, notes[-1] if short else notes[-2])


def _marks(row: EventRow, pane: int) -> list[Span]:
    """Denial, conflict and support; what is not there is blank, in the role of what follows."""
    denied = Span("¬", "bad") if row.denied else Span(" ", "muted")
    conflict = Span("!", "warn") if row.conflict else Span(" ", "muted")
    if pane < NO_WEEKDAY:
        spans = [Span(" ", "muted"), conflict if row.conflict else denied]
    else:
        spans = [Span(" ", "muted"), denied, conflict]
    if pane >= NO_SUPPORT:
        spans.append(Span(" " + origins(row.origins).ljust(3), "muted"))
    return spans


def undated(statuses: Collection[str | None]) -> str:
    """What is said, in a list that a rule divides, over events of no known date: what came about
    is past, only what was planned may be still ahead."""
    ahead = sum(status is None or status in PLANS for status in statuses)
    if not ahead:
        return "No date known: none of it still ahead"
    if ahead == len(statuses):
        return "No date known: past or still ahead"
    return "No date known: past, or if only planned perhaps still ahead"


def month_heading(month: str | None, count: int, pane: int, said: str = "") -> Line:
    """The heading of a month with the number of its events; ``said`` in place of its name."""
    return between(
        [Span(said or dates.month_heading(month), bold=True)],
        [Span(str(count), "muted")],
        pane - 2,
        stop=False,
    )


def origins_heading(number: str | None, count: int, pane: int) -> Line:
    """The heading of the events whose status has so many origins."""
    few = (
        "No origin",
        "One origin",
        "Two origins",
        "Three origins",
        "Four origins",
        "Five origins",
    )
    at = int(number or 0)
    name = few[at] if at < len(few) else f"{at} origins"
    return between([Span(name, bold=True)], [Span(str(count), "muted")], pane - 2, stop=False)


def later_rule(day: str, pane: int, *, turned: bool = False) -> Line:
    """The rule between what a reader of that day knew to be past and what was still ahead;
    ``turned``: what was ahead stands above it."""
    said = dates.short(day, year=False, weekday=False)
    text = f"── {said} and before " if turned else f"── later than {said}: still ahead "
    return Line((Span(text + "─" * max(pane - 2 - width(text), 0), "muted"),), stop=False)


def directory_row(
    row: DirectoryRow,
    pane: int,
    name_cells: int,
    *,
    alone: bool = False,
    form: str = "",
    posts: int = 0,
) -> Line:
    """A row of the directory: a person, a post with its holder, or a country's heading;
    ``alone``: under no heading that tells its country; ``form``: how the list says why a tenure
    is only maybe; ``posts``: the cells of its posts, where they need more than their share."""
    room = pane - 2
    if row.kind == "heading":
        return Line((Span(cut(row.country_name or row.name, room), bold=True),), stop=False)
    mark = Span("!" if row.conflict else " ", "warn")
    if row.kind == "post":
        left = [Span(fit(row.name, max(posts, name_cells))), Span("  "), Span(row.summary, "muted")]
        return between(left, [Span(" "), mark], room)
    if row.kind == "person":
        name = min(name_cells, max(room - 4, 8))
        said = person_said(row, room - name - 5, alone=alone)
        left = [Span(fit(row.name, name)), Span("  "), Span(said, "muted")]
        return between(left, [Span(" "), mark], room)
    held = HELD.get(row.held or "", HELD["no"])
    tail = [mark, Span(f" {held.sign} ", held.role), Span(fit(held.word, 5), held.role)]
    share, rest = _tenure_cells(pane)
    post = posts or share
    rest -= post - share
    said = _said(row, post - 1, alone=alone)
    note = f"{_attested(row, form)} ".lstrip()
    if row.matched is not None:
        note = f"· {found_by(row)} "
        if width(note) > rest - width(row.name) - 1:
            said = cut(found_by(row), post - 1)  # why the row is here at all
    if width(note) > rest - width(row.name) - 1:
        note = ""
    left = [Span(fit(said, post - 1), "muted"), Span(" ")]
    who = row.name + " " if note and row.matched else fit(row.name, rest - width(note))
    left += [Span(who), Span(fit(note, rest - width(who)), "muted")]
    return Line((*left, *tail))


def _tenure_cells(pane: int) -> tuple[int, int]:
    """The cells of a post, and those of its holder with the reason why he may be."""
    rest = pane - 2 - TENURE_TAIL
    post = min(max(rest * 55 // 100, 12), 34)
    return post, rest - post


def _said(row: DirectoryRow, cells: int, *, alone: bool) -> str:
    said = f"{row.country_name}, {row.summary}" if alone else row.summary
    return with_body(said, row.body, cells)


def post_column(rows: Sequence[DirectoryRow], pane: int, form: str, *, alone: bool) -> int:
    """Cells for the posts of a list: what the longest needs, as far as the holders leave it;
    fewer than their share where what the words matched needs room behind the holders."""
    if titles := [width(row.name) for row in rows if row.kind == "post"]:
        return min(max(titles), pane * 3 // 5)
    share, rest = _tenure_cells(pane)
    held = [row for row in rows if row.kind == "tenure"]
    need = max((width(_said(row, pane, alone=alone)) + 1 for row in held), default=0)
    notes = [(width(row.name), width(f"{_attested(row, form)} ".lstrip())) for row in held]
    taken = max((name + 1 + note * (name + 1 + note <= rest) for name, note in notes), default=0)
    found = [row for row in held if row.matched is not None]
    behind = max((width(f"{row.name} · {found_by(row)}") + 1 for row in found), default=0)
    if rest < behind <= share + rest - need:
        return share + rest - behind
    if behind > rest:  # then it stands in the place of the post
        need = max(need, *(width(found_by(row)) + 1 for row in found))
    return max(share, min(need, share + rest - taken))


def attested_form(rows: Sequence[DirectoryRow], pane: int) -> str:
    """How all the rows of a list say why a tenure is only maybe: ``last attested 19 Sep 2019``,
    or in fewer words where one of them has less room; empty where most have no room at all."""
    if pane < NOTE:
        return ""
    _, room = _tenure_cells(pane)
    maybe = [row for row in rows if row.attested is not None]

    def fitting(form: str) -> int:
        return sum(width(row.name) + 1 + width(_attested(row, form)) <= room for row in maybe)

    if fitting(ATTESTED) == len(maybe):
        return ATTESTED
    return SHORTER if fitting(SHORTER) > len(maybe) // 2 else ""


def _attested(row: DirectoryRow, form: str) -> str:
    if row.attested is None:
        return ""
    which, day = row.attested
    return form.format(which=which, day=dates.short(day, weekday=False))


def name_column(rows: Sequence[DirectoryRow], pane: int) -> int:
    """Cells for the names of these rows: as many as the longest needs, within reason."""
    longest = max((width(row.name) for row in rows if row.kind == "person"), default=12)
    return min(max(longest + 2, 14), max(pane * 45 // 100, 12))
