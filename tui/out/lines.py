"""The lines of a card as Markdown: a file says of a record what its card says."""

from __future__ import annotations

import re
from collections.abc import Collection

from store.dossier import Dossier
from store.model.records import Event
from tui.out.bearing import named
from tui.out.evidence import quotes
from tui.out.markdown import Footnotes, code, md
from tui.out.sentence import sentence
from tui.present.card import LABEL
from tui.present.cards import card
from tui.present.chart import chart
from tui.present.cited import address
from tui.present.line import BLANK, Line, Link, width
from tui.present.signs import NO_STATUS, STATUS, Sign
from tui.present.tenure import RANGE
from tui.present.words import count

WIDE = 400  # cells of a card on which nothing but prose is broken over lines
PROSE = 76  # cells at which prose is

_SIGNS: dict[str, Sign] = {sign.sign: sign for sign in reversed(STATUS.values())}
_SIGN = re.compile(rf"(?:^|(?<= ))[{''.join(_SIGNS)}¬] ")
_COUNTED = re.compile(rf"([{''.join(_SIGNS)}])(\d+)")
_MARKS = re.compile(r"(¬)?(!)? ?(?:(•{1,3})|(\d+)•)?")


class CardLines:
    """Writes the card of a record that is no event, without its title: a section for each of its
    own, an item for each row. An event is told as in a list of events, a passage as a quotation.
    """

    def __init__(self, dossier: Dossier, link: Link, notes: Footnotes) -> None:
        self._dossier, self._link, self._notes = dossier, link, notes
        self._made: list[str] = []
        self._heading = ""
        self._before = BLANK
        source = dossier.source(link.id) if link.type == "source" else None
        self._address = address(source) if source is not None else ""

    def lines(self) -> list[str]:
        """The lines, read once."""
        drawn = _drawn(self._dossier, self._link)
        first, *others = card(self._dossier, self._link, WIDE).lines
        self._items(_cells(first)[1:])  # beside the title: a country, what it is
        for line in others:
            if line != BLANK and line not in drawn and not self._of_address(line):
                self._add(line)
            self._before = line
        return self._made

    def _add(self, line: Line) -> None:
        plain = line.plain
        if line.claims:
            if line.claims != self._before.claims:
                claims = named(self._dossier, line.claims)
                about = self._link.type == "source" or any(
                    claim.about_type == "event" for claim in claims
                )
                self._made += quotes(self._dossier, claims, self._notes, about=about)
        elif self._before.claims:
            return  # whoever carries the passage: told with it
        elif not line.stop and line.spans and line.spans[0].bold:
            self._section(line)
        elif self._heading == "Events" and (event := self._event(line)) is not None:
            self._made.append(f"- {sentence(self._dossier, event, self._notes)}")
        elif self._goes_on(plain):
            self._made[-1] += f" {md(plain.strip())}"
        else:
            self._items([", ".join(_cells(line))], deep=plain.startswith("  "))

    def _of_address(self, line: Line) -> bool:
        """Whether the line is of a source's address: told whole as code, though a card breaks it.
        It is the first row that begins with it, or goes on with what is left of it."""
        said = line.plain.strip().removeprefix("Address").lstrip()
        if not said or not self._address.startswith(said):
            return False
        if said != line.plain.strip():
            self._made.append(f"- Address: {code(self._address)}")
        elif not self._made or not self._made[-1].startswith("- Address: "):
            return False
        self._address = self._address[len(said) :].lstrip()
        return True

    def _section(self, line: Line) -> None:
        self._heading, *right = _cells(line)
        self._made += ["", f"## {md(self._heading)}", ""]
        for said in right:
            if not said.isdigit():  # how many items there are, one can see
                self._made += [f"{md(said)}.", ""]

    def _items(self, texts: list[str], *, deep: bool = False) -> None:
        self._made += [f"{'  ' * deep}- {md(text)}" for text in texts if text]

    def _event(self, line: Line) -> Event | None:
        ids = [link.id for link in line.links if link.type == "event"]
        return self._dossier.event(ids[0]) if ids else None

    def _goes_on(self, plain: str) -> bool:
        """Whether prose was broken before this line: its first word had no room above."""
        before, words = self._before.plain.rstrip(), plain.split()
        hangs = plain.startswith("  ") or not self._heading
        if not (self._made and before and words and hangs) or words[0] == "!":
            return False
        return width(before) <= PROSE < width(before) + 1 + width(words[0])


def _drawn(dossier: Dossier, link: Link) -> Collection[Line]:
    """The lines of a card that are a picture of what it says elsewhere."""
    tenure = dossier.tenure(link.id) if link.type == "tenure" else None
    post = dossier.post(tenure.post if tenure else link.id)
    return chart(post.holders, WIDE, None) if post is not None else ()


def _cells(line: Line) -> list[str]:
    """The columns of a row as words; a label stands before a colon."""
    spans = list(line.spans)
    label, column = "", []
    if len(spans) > 1 and spans[0].role == "muted" and spans[0].text.strip():
        if len(spans[0].text) == LABEL:
            label = spans.pop(0).text.strip()
        elif len(spans[0].text) == RANGE:
            column = [spans.pop(0).text.strip()]
    plain = "".join(span.text for span in spans).strip()
    found = [cell for cell in map(_words, [*column, *re.split(r" {2,}", plain)]) if cell]
    return [f"{label}: {found[0]}", *found[1:]] if label and found else found


def _words(cell: str) -> str:
    """A cell without signs: dots are origins, a number behind a sign counts what it stands for."""
    marks = _MARKS.fullmatch(cell)
    if marks:
        _, conflict, dots, number = marks.groups()
        origins = len(dots) if dots else int(number or 0)
        said = ["sources disagree"] if conflict else []
        return ", ".join([*said, *([count(origins, "origin")] if origins else [])])
    counted = _COUNTED.sub(lambda m: f"{m[2]} {_SIGNS.get(m[1], NO_STATUS).word} ", cell)
    return _SIGN.sub("", re.sub(r"^! ", "disagrees: ", counted)).strip()
