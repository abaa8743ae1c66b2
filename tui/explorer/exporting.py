"""Exporting a list or a record: a format, a path, and never another file unasked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from textual.widget import Widget

from tui.explorer import standing
from tui.explorer.aside import Aside, Choice
from tui.explorer.stage import Stage
from tui.explorer.subject import listing_of, record, scope_of
from tui.out.clipboard import home_short
from tui.out.export import FORMATS, list_export, record_export
from tui.out.saving import SaveError, save, target
from tui.present import citation, dates
from tui.present.chrome import VIEW_NAMES
from tui.present.line import Link, cut
from tui.present.words import count


class Exporting:
    """One flow of questions at the foot. ``owner`` runs the writing beside the keys."""

    def __init__(self, owner: Widget, stage: Stage, aside: Aside) -> None:
        self._owner, self._stage, self._aside = owner, stage, aside

    def export(self, link: Link | None) -> None:
        """Choose a format for the record, or (None) for the list; then type a path."""
        state, model = self._stage.now, self._stage.model
        if link is not None:
            about = citation.title_of(model.dossier(state), link)
        else:
            rows = standing.position(model, state, self._stage.panes.listing.body, 0)[1]
            if not rows:
                self._stage.say(f"the list is empty: there is nothing to export{self._instead()}")
                return
            scope = "".join(f", {words}" for words in scope_of(model, state))
            about = f"{VIEW_NAMES.get(state.view, state.view)}, {count(rows, 'row')}{scope}"
        choices = [
            Choice(form.key, form.name, form.of_record if link else form.of_list, form.ending)
            for form in FORMATS
        ]
        self._aside.choose(f"Export   {about}", choices, partial(self._ask_path, link))

    def _instead(self) -> str:
        """The key that changes that a list is empty."""
        state, keys = self._stage.now, self._stage.model.keys
        if state.view == "marks":
            return f"; {keys['mark']} marks a record"
        if state.on is None and state.known_by is None and state.unfiltered == state:
            return ""
        return f"; {keys['clear']} clears what narrows it"

    def _ask_path(self, link: Link | None, ending: str, typed: str = "") -> None:
        state, model = self._stage.now, self._stage.model
        name = typed or citation.file_name(model.opened.dossier, link, state.view) + ending
        hint = "a file’s name; ~ is your home folder"
        self._aside.type("write to:", name, hint, partial(self._take_path, link, ending))

    def _take_path(self, link: Link | None, ending: str, typed: str, over: bool = False) -> None:
        try:
            path = target(typed)
        except SaveError as error:
            self._again(link, ending, typed, error)
            return
        if path.exists() and not over:
            self._ask_over(link, ending, typed, path)
            return
        state, model = self._stage.now, self._stage.model
        body = self._stage.panes.listing.body
        listing = listing_of(model, state, body, self._stage.today)
        self._stage.say(f"writing {home_short(path)} …")

        def content() -> tuple[str, bytes]:
            dossier = model.dossier(state)
            found = record(dossier, link) if link is not None else None
            if link is not None and found is not None:
                on, today = dates.read(state.on), self._stage.today
                made = record_export(dossier, link, found, ending, on=on, written=today)
                return citation.title_of(dossier, link), made
            listed = listing()
            return count(len(listed.records), "row"), list_export(dossier, listed, ending)

        again = partial(self._again, link, ending, typed)
        work = partial(self._write, content, path, over, again)
        self._owner.run_worker(work, thread=True, group="export")

    def _ask_over(self, link: Link | None, ending: str, typed: str, path: Path) -> None:
        choices = [
            Choice("r", "replace", "write over what is there", "over"),
            Choice("o", "other name", "type another", "other"),
        ]

        def then(value: str) -> None:
            if value == "over":
                self._take_path(link, ending, typed, True)
            else:
                self._ask_path(link, ending, typed)

        self._aside.choose(f"{path.name} is there already", choices, then)

    def _again(self, link: Link | None, ending: str, typed: str, error: SaveError) -> None:
        """Ask once more, with the name as it was typed and why it cannot be."""
        if self._aside.open:
            self._stage.say(str(error))  # the reader is asked something else meanwhile
            return
        self._ask_path(link, ending, typed)
        why = error.what.removeprefix("cannot be written: ")
        self._stage.refuse(f"not written: {why}")

    def _write(
        self, content: Callable[[], tuple[str, bytes]], path: Path, over: bool,
        again: Callable[[SaveError], None],
    ) -> None:  # fmt: skip
        """In a thread: a long list takes a while."""
        what, made = content()
        try:
            save(path, made, over=over)
        except SaveError as error:
            self._owner.app.call_from_thread(again, error)
            return
        said = f"{cut(what, 40)} written to {home_short(path)}"
        self._owner.app.call_from_thread(self._stage.say, said)
