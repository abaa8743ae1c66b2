"""What leaves the explorer: copies, exports, the pager, the editor, the browser."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path

from textual.app import SuspendNotSupported
from textual.widget import Widget

from store.opening import BUNDLED
from tui.explorer.aside import Aside, Choice
from tui.explorer.exporting import Exporting
from tui.explorer.stage import Stage
from tui.explorer.subject import list_text, record_of, scope_of
from tui.out import address, clipboard, programs
from tui.out.pages import page_text
from tui.present import citation
from tui.present.chrome import VIEW_NAMES
from tui.present.line import Link, width

NO_RECORD = "no record stands here: choose one in a list first"
# what text, citation and words of a claim and of any other record are
OF_CLAIM = ("the quote, who says it, what it says, its source", "its source", "the quote alone")
OF_OTHERS = (
    "what its card says",
    "quotes with numbered sources",
    "quotes with the voices behind them",
)
MOST_LINES = 20_000  # of a list, for the pager


class Outward:
    """The flows behind the keys. ``owner`` is the widget that has the keys; each flow ends with
    one line at the foot that says what was done, or why it was not."""

    def __init__(self, owner: Widget, stage: Stage, aside: Aside) -> None:
        self._owner, self._stage, self._aside = owner, stage, aside
        self._exporting = Exporting(owner, stage, aside)

    @property
    def record(self) -> Link | None:
        """The record in front of the reader."""
        stage = self._stage
        state, pane = stage.now, stage.panes.active
        links = stage.model.links(state)
        return record_of(stage.model.dossier(state), links, state, pane.body, pane.cursor)

    def _recorded(self) -> Link | None:
        link = self.record
        if link is None:
            self._stage.say(NO_RECORD)
        return link

    # -- copying

    def copy(self) -> None:
        """Choose what of the record to copy."""
        link = self._recorded()
        if link is None:
            return
        dossier = self._stage.model.dossier(self._stage.now)
        quotation = citation.quotation(dossier, link)
        urls = citation.addresses(dossier, link)
        text = citation.text(dossier, link)
        cited = citation.citation(dossier, link)
        about_url = urls[0] if urls else "none of its sources has one"
        of_text, of_citation, of_words = OF_CLAIM if link.type == "claim" else OF_OTHERS
        no_quote = "no claim speaks of it alone"
        choices = [
            Choice("t", "text", f"{citation.size(text)}: {of_text}", text),
            Choice("c", "citation", f"{citation.size(cited)}: {of_citation}", cited),
            Choice("i", "id", link.id, link.id),
            Choice(
                "w", "words",
                f"{citation.size(quotation)}: {of_words}" if quotation else no_quote,
                quotation or None,
            ),
            Choice("a", "address", about_url, "\n".join(urls) or None),
        ]  # fmt: skip
        words = {choice.value: choice.word for choice in choices}
        self._aside.choose(
            f"Copy   {citation.title_of(dossier, link)}",
            choices,
            lambda value: self._copy(value, words[value], link),
            f"sent to the clipboard ({clipboard.hint(os.environ)})"
            + ("" if self._stage.kiosk else ", and kept in a file"),
        )

    def cite(self) -> None:
        """Copy the citation of the record at once."""
        link = self._recorded()
        if link is not None:
            dossier = self._stage.model.dossier(self._stage.now)
            self._copy(citation.citation(dossier, link), "citation", link)

    def _copy(self, text: str, what: str, link: Link) -> None:
        claim = link.type == "claim"
        quotes = what == "words" or (what == "citation" and link.type != "source" and not claim)
        quotes = quotes or (what == "text" and claim)
        dossier = self._stage.model.dossier(self._stage.now)
        kiosk, send = self._stage.kiosk, self._owner.app.copy_to_clipboard
        note = citation.length_note(dossier, link, kiosk=kiosk) if quotes else ""
        self._stage.say(clipboard.copy(text, what, send, note=note, keep=not kiosk))

    def export(self) -> None:
        """Write the list or, in a card, the record to a file."""
        self._exporting.export(self.record if self._stage.now.focus else None)

    # -- other programs

    def page(self) -> None:
        """Show the list or, in a card, the record in the pager."""
        state, model = self._stage.now, self._stage.model
        link = self.record if state.focus else None
        if link is not None:
            text = citation.text(model.dossier(state), link)
            text = page_text(text, self._owner.app.size.width)
        else:
            head = [model.dossier(state).title, VIEW_NAMES.get(state.view, state.view)]
            head += scope_of(model, state)
            body = self._stage.panes.listing.body
            text = f" {' · '.join(head)}\n\n{list_text(body, MOST_LINES)}"
        self._away(lambda: programs.show(programs.pager(os.environ), text, os.environ))

    def edit(self) -> None:
        """Open the file of the record at its line in the editor; what was changed is read."""
        link = self._recorded()
        if link is None:
            return
        model = self._stage.model
        if not model.opened.path.exists():
            self._gone(model.opened.path)
            return
        if not model.opened.path.is_dir():
            said = "this dossier is one compiled file: edit the folder it was compiled from"
            self._stage.say(said)
            return
        place = model.opened.dossier.location(link.id)
        if place is None:
            self._stage.say(f"no file tells where {link.id} is written")
            return
        self.edit_at(model.opened.path / place[0], place[1])

    def edit_at(self, file: Path, line: int) -> None:
        """Open a file of the dossier at a line in the editor; what was changed is read. The
        bundled dossier, unless it was named, is not the reader's to change."""
        if self._stage.model.opened.path == BUNDLED and file.is_relative_to(BUNDLED):
            self._stage.say(bundled_said(self._owner.app.size.width - 1))
            return
        if not file.exists():
            self._gone(file)
            return
        before = _stamp(file)
        self._away(
            lambda: programs.run(programs.editor(os.environ, file, line), os.environ),
        )
        if _stamp(file) != before:
            self._owner.call_later(self._owner.run_action, "app.reload")

    def _gone(self, path: Path) -> None:
        self._stage.say(f"{clipboard.home_short(path)} is gone: nothing is left to edit")

    def _away(self, run: Callable[[], None]) -> None:
        """Give the terminal to another program, and take it back whatever happens."""
        problem = ""
        try:
            with self._owner.app.suspend():
                try:
                    run()
                except programs.ProgramError as error:
                    problem = str(error)
        except SuspendNotSupported:
            problem = "this terminal cannot be given to another program"
        if problem:
            self._stage.say(problem)

    # -- addresses

    def browse(self) -> None:
        """Open the address of the record's source in a browser, or copy it where none is."""
        link = self._recorded()
        if link is None:
            return
        dossier = self._stage.model.dossier(self._stage.now)
        urls = citation.addresses(dossier, link)
        if not urls:
            self._stage.say("none of its sources has an address")
        elif len(urls) == 1:
            self._open(urls[0])
        else:
            keys = "123456789abcdef"
            choices = [
                Choice(key, f"source {key}", url, url) for key, url in zip(keys, urls, strict=False)
            ]
            self._aside.choose("Open the address of", choices, self._open)

    def _open(self, url: str) -> None:
        if not address.is_web(url):
            self._stage.say(f"only http and https are opened, and this is {url}")
            return
        found = address.browser() if address.has_browser(os.environ) else None
        if found is None:
            clipboard.copy(url, "address", self._owner.app.copy_to_clipboard)
            self._stage.say(f"{url}   no browser here, so it was copied")
        elif address.in_terminal(found):
            self._away(lambda: _shown_in(found, url))
        else:
            # a process of its own: what the browser prints must not reach the screen
            command = [sys.executable, "-m", "webbrowser", url]
            subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            self._stage.say(f"{url}   handed to the browser")


def bundled_said(cells: int) -> str:
    """What to do to edit the bundled dossier; in few words where more have no room."""
    path = clipboard.home_short(BUNDLED)
    path = path if shlex.quote(path.lstrip("~")) == path.lstrip("~") else shlex.quote(str(BUNDLED))
    said = f"this is the bundled dossier: copy it first to edit (cp -r {path} .)"
    return said if width(said) <= cells else f"copy the bundled dossier to edit: cp -r {path} ."


def _shown_in(browser: webbrowser.BaseBrowser, url: str) -> None:
    if not browser.open(url):
        raise programs.ProgramError("the browser could not be started or failed")


def _stamp(file: Path) -> tuple[int, int]:
    try:
        found = file.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)
