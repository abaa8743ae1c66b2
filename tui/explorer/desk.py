"""The desk: the panes with what a reader does to the record in them that is no moving.

It owns the keys for marks and notes and for everything that leaves the explorer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from tui.explorer.aside import Aside
from tui.explorer.groups import DO
from tui.explorer.outward import NO_RECORD, Outward
from tui.explorer.stage import Stage
from tui.present.citation import title_of
from tui.present.line import cut

BREAK = " ⏎ "  # a line's end in the prompt, which has one line
NOTE = "your note; leave it empty to take it away"


class Desk(Vertical):
    """The panes above, below them the place where something is asked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "mark", "mark", id="mark", group=DO, tooltip="Mark this record, or unmark it"),
        Binding("M", "note", "note", id="note", group=DO, tooltip="Write a note on this record"),
        Binding("U", "undo", "undo", id="undo", group=DO, tooltip="Take back a mark or a note"),
        Binding("y", "copy", "copy", id="copy", group=DO, tooltip="Copy text, citation, id, words"),
        Binding("Y", "cite", "citation", id="cite", group=DO, tooltip="Copy the citation at once"),
        Binding("x", "export", "export", id="export", group=DO,
                tooltip="Write the list or the record to a file"),
        Binding("v", "page", "pager", id="pager", group=DO,
                tooltip="The list or the record in your pager"),
        Binding("e", "edit", "edit", id="edit", group=DO,
                tooltip="Where this is written, in your editor"),
        Binding("o", "browse", "address", id="address", group=DO,
                tooltip="Open the source’s address"),
    ]  # fmt: skip

    class Changed(Message):
        """What is shown is to be drawn again, and the keys go back to the panes."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(id="desk")
        self._stage = stage
        self._outward = Outward(self, stage, stage.aside)

    def compose(self) -> Iterator[Widget]:
        yield self._stage.panes
        yield self._stage.aside

    @on(Aside.Left)
    def _left(self, event: Aside.Left) -> None:
        event.stop()
        self.post_message(self.Changed())

    # -- marks and notes

    def action_mark(self) -> None:
        target = self._target()
        if target is not None:
            self._told(self._stage.model.marks.toggle(*target))

    def action_note(self) -> None:
        target = self._target()
        if target is None:
            return
        marks = self._stage.model.marks
        marks.look()
        if marks.trouble:
            self._stage.say(marks.trouble)
            return
        entry = marks.of(target[0])
        self._ask_note(*target, entry.note.replace("\n", BREAK) if entry is not None else "")

    def _ask_note(self, id: str, title: str, text: str) -> None:
        marks, stage = self._stage.model.marks, self._stage

        def keep(note: str) -> None:
            said = marks.write(id, title, re.sub(f" ?{BREAK.strip()} ?", "\n", note))
            if marks.kept:
                self._told(said)
            else:  # what was typed is not lost
                self._ask_note(id, title, note)
                stage.refuse(said)

        label = f"note on {cut(title, max(8, min(24, self.app.size.width - 50)))}:"
        stage.aside.type(label, text, NOTE, keep, draft=True)

    def action_undo(self) -> None:
        self._told(self._stage.model.marks.undo())

    def _target(self) -> tuple[str, str] | None:
        """The id and the title of what is to be marked: also a record that is gone, in the list
        of marks."""
        stage = self._stage
        link, state = self._outward.record, stage.now
        if link is not None and link.type != "encounter":
            return link.id, title_of(stage.model.dossier(state), link)
        if link is not None:
            keys = stage.model.keys
            stage.say(f"a pair is no record: {keys['in']} opens its events, which can be marked")
            return None
        kept = stage.model.marks.of(state.place.row or "") if state.view == "marks" else None
        if kept is not None:
            return kept.record, kept.title
        stage.say(NO_RECORD)
        return None

    def _told(self, said: str) -> None:
        self.post_message(self.Changed())
        self._stage.say(said)

    # -- outward

    def action_copy(self) -> None:
        self._outward.copy()

    def action_cite(self) -> None:
        self._outward.cite()

    def action_export(self) -> None:
        self._outward.export()

    def action_page(self) -> None:
        self._outward.page()

    def action_edit(self) -> None:
        self._outward.edit()

    def edit_at(self, file: Path, line: int) -> None:
        """Open a file at a line in the editor; what was changed is read."""
        self._outward.edit_at(file, line)

    def action_browse(self) -> None:
        self._outward.browse()
