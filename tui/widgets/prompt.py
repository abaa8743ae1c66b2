"""The prompt: one line at the foot where the reader types; the list above stays in reach."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from store.model.clean import clean


def one_line(text: str) -> str:
    """Pasted text as it is typed into a line: cleaned, the breaks between its lines spaces."""
    return clean(" ".join(line for line in text.splitlines() if line.strip()))


class Prompt(Input):
    """An input whose up, down and page keys move the list above; escape leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "list(-1)", "list", show=False),
        Binding("down", "list(1)", "list", show=False),
        Binding("pageup", "list(-10)", "list", show=False),
        Binding("pagedown", "list(10)", "list", show=False),
        Binding("escape", "leave", "leave", show=False),
    ]

    class Listed(Message):
        """The list above is to move by this many rows."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    class Left(Message):
        """The reader left without taking anything."""

    def __init__(self, *, id: str, most: int = 0) -> None:
        """``most`` characters can be typed; 0: any number."""
        super().__init__(id=id, compact=True, select_on_focus=False, max_length=most)
        self.cursor_blink = False

    def action_list(self, step: int) -> None:
        self.post_message(self.Listed(step))

    def action_leave(self) -> None:
        self.post_message(self.Left())

    def on_paste(self, event: events.Paste) -> None:
        """Every line of it; an input would take the first alone."""
        event.prevent_default()
        event.stop()
        text = one_line(event.text)
        if self.max_length:
            text = text[: max(self.max_length - len(self.value) + len(self.selected_text), 0)]
        self.replace(text, *self.selection)
