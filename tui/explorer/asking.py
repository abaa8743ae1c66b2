"""Asking the reader for words or a day, on the line at the foot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import msgspec
from textual import on
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget

from store.dates.typed import parse_typed
from store.when import When, WhenError
from tui.present import dates
from tui.present.line import Line, Span, width
from tui.widgets.bar import Bar
from tui.widgets.prompt import Prompt

READING = 36  # cells in which a typed date is read back
MOST = 200  # characters that can be typed
TYPED = 14  # cells that a date needs while it is typed


class Question(msgspec.Struct, frozen=True):
    """``kind`` is ``search find go on known date``; ``dated`` those that read a day. Without a
    ``label`` the key stands there with which it is asked."""

    kind: str
    label: str
    hint: str

    @property
    def dated(self) -> bool:
        return self.kind in {"on", "known", "date"}


QUESTIONS = {
    question.kind: question
    for question in (
        Question("search", "", "a title, name, place, status; or words quoted"),
        Question("find", "", "words in this text"),
        Question("go", "person or post:", "any part of a name"),
        Question("on", "on a day:", "15 sep 2019, 2019-09, last friday; empty: no day"),
        Question("known", "known by:", "20 sep 2019; empty: everything known today"),
        Question("date", "go to:", "20 sep 2019, 2019-09, sep"),
    )
}


class Ask(Horizontal):
    """The prompt with its label before and its reading of a date behind."""

    class Typed(Message):
        """The words typed so far."""

        def __init__(self, kind: str, text: str) -> None:
            super().__init__()
            self.kind, self.text = kind, text

    class Taken(Message):
        """Enter; for a date with what it was read as (``None``: empty)."""

        def __init__(self, kind: str, text: str, when: When | None) -> None:
            super().__init__()
            self.kind, self.text, self.when = kind, text, when

    class Unread(Message):
        """The date cannot be read, for this reason; empty: now it can."""

        def __init__(self, why: str) -> None:
            super().__init__()
            self.why = why

    class Left(Message):
        """Escape."""

        def __init__(self, kind: str) -> None:
            super().__init__()
            self.kind = kind

    def __init__(
        self, today: date, last: Callable[[], date | None], *, ascii_only: bool = False
    ) -> None:
        """``last`` tells the last day that the sources know."""
        super().__init__(id="ask")
        self._today = today
        self._near: date | None = None
        self._last = last
        self._question = QUESTIONS["search"]
        self._label = Bar(id="label", ascii_only=ascii_only)
        self._prompt = Prompt(id="prompt", most=MOST)
        self._reading = Bar(id="reading", ascii_only=ascii_only)

    def compose(self) -> Iterator[Widget]:
        yield self._label
        yield self._prompt
        yield self._reading

    @property
    def open(self) -> bool:
        return self.display

    @property
    def within(self) -> bool:
        """Whether words of the text with the keys are asked for, not rows of a list."""
        return self._question.kind == "find"

    def ask(self, kind: str, text: str, near: date | None, key: str) -> None:
        """Open the prompt for this question, asked by this key, with a text to begin with: it
        is selected, so that what is typed next replaces it."""
        self._question, self._near = QUESTIONS[kind], near
        label = self._question.label or key
        self._label.styles.width = width(label) + 2
        self._label.show(Line((Span(f" {label} ", "accent"),)))
        room = self.app.size.width - width(label) - 2 - TYPED
        self._reading.styles.width = max(min(READING, room), 1) if self._question.dated else 1
        self._reading.show(Line())
        with self.prevent(Prompt.Changed):
            self._prompt.value = text
        self._prompt.placeholder = self._question.hint
        self._prompt.select_all()
        self.display = True
        self.resume()

    def resume(self) -> None:
        """Have the keys, also after a click elsewhere."""
        self.screen.set_focus(self._prompt)

    def close(self) -> None:
        self.display = False

    def _read(self, text: str) -> When | None:
        """The day typed; what lacks its year is meant near the row, or where that has no day, is
        the latest such day that the sources know."""
        if not text.strip():
            return None
        last = self._last()
        when = parse_typed(text, today=self._today, near=self._near or last)
        if self._near is None and last and when.earliest and when.earliest > last:
            before = date(max(last.year - 1, 1), last.month, 1)
            return parse_typed(text, today=self._today, near=before)
        return when

    @on(Prompt.Changed)
    def _changed(self, event: Prompt.Changed) -> None:
        event.stop()
        if not self.display:
            return
        text = event.value
        if not self._question.dated:
            self.post_message(self.Typed(self._question.kind, text))
            return
        try:
            when = self._read(text)
        except WhenError:  # most words are unreadable until they are whole
            self._reading.show(Line((Span("…", "muted"),)))
            return
        self._reading.show(Line((Span(dates.short(when.text), "good"),) if when else ()))
        self.post_message(self.Unread(""))

    @on(Prompt.Submitted)
    def _submitted(self, event: Prompt.Submitted) -> None:
        event.stop()
        if not self.display:
            return
        when: When | None = None
        if self._question.dated:
            try:
                when = self._read(event.value)
            except WhenError as error:
                said = str(error)
                if width(said) + 1 > self.app.size.width:  # the words stand above it anyway
                    said = said.replace(repr(event.value.strip()), "it", 1)
                self.post_message(self.Unread(said))
                return
        self.post_message(self.Taken(self._question.kind, event.value, when))

    @on(Prompt.Left)
    def _left(self, event: Prompt.Left) -> None:
        event.stop()
        self.post_message(self.Left(self._question.kind))
