"""The reader's own marks and notes on rows, cards and in a list of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from store.disk.notebook import Entry
from store.model.names import match
from tui.present.items import ItemBody
from tui.present.keyed import Names, key_line
from tui.present.line import BLANK, Line, Link, Span, cut, fit, width, wrap
from tui.present.signs import BOTH, MARKED, NOTED
from tui.present.words import count

KIND = 9  # cells of the type of a record, in the list of marks
PROSE = 76
# a record that is not shown: a word in the place of its type, and why
GONE = ("gone", "no longer in this dossier")
LATER = ("later", "not known yet on that day")

EntryOf = Callable[[str], Entry | None]


def sign_of(entry: Entry | None) -> str:
    """The one cell that stands for an entry; a blank for none."""
    if entry is None:
        return " "
    if entry.marked:
        return BOTH.sign if entry.note else MARKED.sign
    return NOTED.sign


def with_sign(line: Line, entry: Entry | None) -> Line:
    """The line with the entry's sign to its left, where nothing stands there."""
    sign = sign_of(entry)
    return line if sign == " " or line.lead != " " else replace(line, lead=sign)


def marked_card(lines: Sequence[Line], link: Link, of: EntryOf, cells: int) -> list[Line]:
    """The lines of a card with the signs of its record and of its claims, and with the notes."""
    made = list(lines)
    entry = of(link.id)
    if entry is not None and made:
        # beside the title; where a quotation mark hangs there, beside the line below
        at = next((at for at, line in enumerate(made) if line.lead == " "), 0)
        made[at] = with_sign(made[at], entry)
        # the note stands under the title and its answer, before the first blank line
        end = next((at for at, line in enumerate(made) if line == BLANK), len(made))
        made[end:end] = note_lines(entry, cells)
    return _marked_claims(made, of, cells)


def _marked_claims(lines: Sequence[Line], of: EntryOf, cells: int) -> list[Line]:
    made: list[Line] = []
    for at, line in enumerate(lines):
        entries = [entry for id in line.claims if (entry := of(id)) is not None]
        if entries and line.lead == " " and lines[at - 1].claim:
            line = with_sign(line, entries[0])  # beside whoever says it
        made.append(line)
        last = at + 1 == len(lines) or lines[at + 1].claims != line.claims
        if last and line.claims:
            for entry in entries:
                notes = note_lines(entry, cells)
                made += [replace(note, claims=line.claims) for note in notes]
    return made


def note_lines(entry: Entry, cells: int) -> list[Line]:
    """The words of a note, line by line as they were written."""
    if not entry.note:
        return []
    made: list[Line] = []
    for number, text in enumerate(entry.note.split("\n")):
        label = [Span("your note: ", "muted")] if number == 0 else []
        parts = wrap([*label, Span(text)], min(cells, PROSE), hang=2)
        made += [Line(part) for part in parts]
    made[0] = replace(made[0], lead=NOTED.sign)
    return made


class MarksBody(ItemBody):
    """One line for each entry: its sign, its type, its title, its note.

    ``type_of`` is the type of a record that is shown, empty for one that is not; ``away`` is
    what to say of such a one.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        type_of: Callable[[str], str],
        away: Callable[[str], tuple[str, str]],
        pane: int,
    ) -> None:
        self._entries = tuple(entries)
        self._types, self._away, self._pane = type_of, away, pane
        self._places = {entry.record: at for at, entry in enumerate(self._entries)}

    def __len__(self) -> int:
        return len(self._entries)

    def line(self, index: int) -> Line:
        entry = self._entries[index]
        kind, away = self._types(entry.record), ""
        if not kind:
            kind, away = self._away(entry.record)
        return mark_row(entry, kind, away, self._pane)

    def row_id(self, line: int, nth: int = 0) -> str | None:
        return self._entries[line].record if 0 <= line < len(self) else None

    def place_of(self, id: str) -> tuple[int, int] | None:
        at = self._places.get(id)
        return None if at is None else (at, 0)

    def position(self, line: int) -> tuple[int, int]:
        return (line + 1 if 0 <= line < len(self) else 0), len(self)

    def item_line(self, line: int, step: int) -> int:
        return max(0, min(len(self) - 1, line + step))


def mark_row(entry: Entry, kind: str, away: str, pane: int) -> Line:
    """A row of the list of marks for a pane of that many columns."""
    room = pane - 3 - KIND
    note = " ".join(entry.note.split())
    said = away or note
    titled = fit(entry.title, room)
    if said:
        # a note gets what the title leaves, and at least two fifths
        cells = min(width(entry.title) + 3, max(room * 3 // 5, 12))
        titled = fit(cut(entry.title, cells - 2), cells)
    gone = "muted" if away else "text"
    spans = [Span(" "), Span(fit(kind, KIND), "warn" if away else "muted"), Span(titled, gone)]
    if said:
        spans.append(Span(cut(said, max(room - width(titled), 0)), "warn" if away else "quote"))
    return Line(tuple(spans), lead=sign_of(entry))


def narrowed(entries: Sequence[Entry], words: str) -> tuple[Entry, ...]:
    """The entries whose title or note the words match."""
    if not words.strip():
        return tuple(entries)
    return tuple(entry for entry in entries if match(words, f"{entry.title} {entry.note}"))


def no_marks(words: str, total: int, problem: str, pane: int, keys: Names | None) -> list[Line]:
    """What the list of marks says when it is empty; ``keys`` where they are commands."""
    cells = min(pane - 4, PROSE)
    if problem:
        said, role = f"Your marks cannot be read. {problem}", "warn"
    elif words and total:
        said, role = f"None of your {count(total, 'mark')} matches “{cut(words, 60)}”.", "text"
    else:
        said, role = "Nothing is marked in this dossier yet.", "text"
    lines = [BLANK, *(Line(part, stop=False) for part in wrap([Span(said, role)], cells)), BLANK]
    if keys is None:
        return lines
    if words and not problem:
        clear = f"clear it; {keys['search']} then takes other words"
        return [*lines, key_line(keys["escape"], clear)]
    helpful = {
        "mark": "marks the record in front of you, in any view",
        "note": "writes a note on it",
        "undo": "takes the last of either back",
    }
    return lines if problem else lines + [key_line(keys[id], said) for id, said in helpful.items()]
