"""Typing in a pane: what a key makes of the text, and what a typed date is read as."""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec.structs import replace
from textual import events

from store.dates.typed import parse_typed
from store.when import WhenError
from tui.present import dates
from tui.present.filter import WHEN, Typing

MOST = 200  # characters that can be typed


class Typist(msgspec.Struct, frozen=True):
    """Reads dates as of ``today``; one that lacks its year is meant near ``near``."""

    today: date
    near: date | None = None

    def after(self, typing: Typing, event: events.Key) -> Typing | None:
        """What is typed after a key; None where the key edits nothing."""
        if event.is_printable and event.character:
            return self.with_text(typing, (typing.text + event.character).lstrip())
        if event.key in {"backspace", "ctrl+h"}:
            return self.with_text(typing, typing.text[:-1])
        return self.with_text(typing, "") if event.key == "ctrl+u" else None

    def with_text(self, typing: Typing, text: str) -> Typing:
        """With another text, and what a date in it is read as so far."""
        text = text[:MOST]
        if typing.target.facet != WHEN or not text.strip():
            return Typing(typing.target, text)
        try:
            return Typing(typing.target, text, dates.short(self._read(text)))
        except WhenError:  # most words are unreadable until they are whole
            return Typing(typing.target, text, "…")

    def date(self, typing: Typing) -> str | Typing | None:
        """The date typed as EDTF, None where none is; where it cannot be read, what is typed
        with the reason."""
        if not typing.text.strip():
            return None
        try:
            return self._read(typing.text)
        except WhenError as error:
            return replace(typing, reading="", why=str(error))

    def _read(self, text: str) -> str:
        return parse_typed(text, today=self.today, near=self.near).text
