"""The Textual app of the explorer: themes, styles, the way in and every way out."""

# isort: off
from __future__ import annotations

import tui.environment  # first: it settles what Textual reads from the environment
# isort: on

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path, PurePath
from typing import ClassVar

from msgspec.structs import replace
from rich.console import RenderableType
from textual import work
from textual.binding import Binding, BindingType
from textual.filter import LineFilter

from store.model.records import Problem
from store.opening import Opened
from tui.config import Config
from tui.ending import hasten, heed
from tui.explorer.bindings import remapped
from tui.explorer.commands import within
from tui.explorer.groups import DO
from tui.explorer.screen import Explorer
from tui.explorer.sentences import PROBLEMS
from tui.explorer.sheets import help_sheet, palette_sheet, problems_sheet
from tui.explorer.stage import Stage
from tui.explorer.watch import Watch
from tui.frugal.driver import FrugalTerminal
from tui.keying import OneByOne
from tui.keymap import for_textual
from tui.present.dates import use_iso
from tui.present.door import Guard
from tui.present.welcome import welcome
from tui.rereading import reread, settled, with_problems
from tui.terminal import Terminal
from tui.themes import DARK, THEMES, variables, wanted
from tui.widgets.styles import Colourless

NO_SHELL = "no shell waits below legation: there is nothing to suspend it for"
NOT_TYPED = "pasted text is taken only where something is typed"


class ExplorerApp(OneByOne):
    """One screen on one dossier."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["styles/explorer.tcss"]
    ENABLE_COMMAND_PALETTE = False
    TITLE = "legation"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "reload", "reload", id="reload", group=DO, tooltip="Read the dossier again"),
        Binding("E", "problems", "problems", id="problems", group=DO,
                tooltip=PROBLEMS),
        Binding("colon,ctrl+p", "palette", "all commands", id="palette", group=DO),
        Binding("question_mark,f1", "help", "help", id="help", group=DO),
        Binding("Q,ctrl+q", "quit", "quit", id="quit", group=DO, tooltip="Quit at once"),
        Binding("ctrl+z", "suspend_process", "suspend", id="suspend", group=DO),
        Binding("ctrl+l", "redraw", "redraw", id="redraw", group=DO, priority=True,
                tooltip="Draw the whole screen again"),
    ]  # fmt: skip

    def __init__(
        self,
        opened: Opened,
        reopen: Callable[[], Opened],
        *,
        today: date | None = None,
        theme: str | None = None,
        ascii_only: bool = False,
        notebook: Path | None = None,
        configure: Callable[[], Config] = Config,
        greet: bool = False,
        kiosk: bool = False,
    ) -> None:
        """``theme`` outweighs the one of ``configure``, which is asked at each reading;
        ``greet`` tells a new reader the first keys; a ``kiosk`` keeps nothing."""
        super().__init__(driver_class=FrugalTerminal)
        self._reopen = reopen
        self._configure = configure
        self._greet = greet
        self._config = configure()
        self._opened = opened = with_problems(opened, self._config)
        self._today = today or date.today()
        self._guard = Guard()
        self._ascii = ascii_only
        self.failure: BaseException | None = None
        stage = Stage(opened, self._today, ascii_only=ascii_only, notebook=notebook, kiosk=kiosk)
        self._explorer = Explorer(stage)
        for one in THEMES.values():
            self.register_theme(one)
        self._theme_asked = theme
        self._sixteen = False
        self._suit(self._config)
        self._styled = self.get_css_variables()
        self.stylesheet.set_variables(self._styled)

    def suit_colours(self) -> None:
        """Take the theme of sixteen colours where the terminal has no more."""
        self._sixteen = self.console.color_system == "standard"
        self._suit(self._config)

    def _suit(self, config: Config) -> None:
        """Be as the configuration says."""
        self._config = config
        self._explorer.remap(config.keys, self.BINDINGS)
        self.set_keymap(for_textual(config.keys))
        use_iso(config.dates == "iso")
        choice = wanted(
            self._theme_asked or config.theme,
            os.environ.get("COLORFGBG"),
            sixteen=self._sixteen,
            colourless=self.no_color,
        )
        self.theme = THEMES[choice].name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variables(DARK)

    def refresh_css(self, animate: bool = True) -> None:
        """Textual reads every style sheet twice as it starts, for a theme that is there already."""
        variables = self.get_css_variables()
        if variables != self._styled:
            self._styled = variables
            super().refresh_css(animate)

    def get_default_screen(self) -> Explorer:
        return self._explorer

    def get_line_filters(self) -> Sequence[LineFilter]:
        # Textual’s own would make greys of the colours, and a colour of what is dim
        usual = [Colourless()] if self.no_color else super().get_line_filters()
        return [*usual, self._guard]

    def on_mount(self) -> None:
        self.call_after_refresh(self._welcome)
        # a terminal that comes back is empty, and Textual draws only what has changed
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw())
        if isinstance(self._driver, Terminal):  # else whoever runs us handles signals
            heed(lambda code: self.exit(return_code=code), self._driver.give_back)

    def _welcome(self) -> None:
        keys = self._explorer.stage.model.keys
        said = welcome(self._config.problems, self._opened.unread, keys, greet=self._greet)
        if said is not None:
            self._explorer.stage.say(*said)

    def attend(self) -> None:
        if self.screen is self._explorer:
            self._explorer.stage.attend()

    def exit(
        self,
        result: None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """Leave; where the terminal takes no more output, without waiting for it to."""
        if isinstance(self._driver, Terminal):
            hasten(return_code, self._driver.give_back)
        super().exit(result, return_code, message)

    def on_app_focus(self) -> None:
        self._explorer.stage.look()  # the reader comes back, it may be from an editor

    def on_paste(self) -> None:
        """What is pasted is text, never keys; nothing that is typed has taken it."""
        self._explorer.stage.say(NOT_TYPED)

    # -- what the whole app does

    def action_help(self) -> None:
        inside = remapped(within(), self._config.keys)
        self.push_screen(help_sheet(self._explorer.keys, inside, ascii_only=self._ascii))

    def action_problems(self) -> None:
        keys, told = self._explorer.keys, tuple(self._explorer.stage.told)
        sheet = problems_sheet(self._opened.problems, keys, told, ascii_only=self._ascii)
        self.push_screen(sheet, self._mend)

    def _mend(self, chosen: str | None) -> None:
        """Open the editor where the problem is."""
        if chosen is not None:
            problem = self._opened.problems[int(chosen)]
            self._explorer.desk.edit_at(Path(problem.file), problem.line or 1)

    def action_palette(self) -> None:
        self.push_screen(palette_sheet(self._explorer.keys, ascii_only=self._ascii), self._command)

    def action_suspend_process(self) -> None:
        if isinstance(self._driver, Terminal) and not self._driver.to_shell():
            self._explorer.stage.say(NO_SHELL)

    def action_redraw(self) -> None:
        """Send every cell, where something else has drawn on the terminal or bytes were lost."""
        if isinstance(self._driver, FrugalTerminal):
            self._driver.forget()
        self.refresh(layout=True)

    def action_help_quit(self) -> None:
        """What ctrl+c does: say how to leave, instead of a notice that reads markup."""
        keys = self._explorer.stage.model.keys
        self._explorer.stage.say(f"{keys['close']} goes back, {keys['quit']} quits")

    async def _command(self, action: str | None) -> None:
        if action is not None:
            who = {"desk": self._explorer.desk, "narrowing": self._explorer.narrowing,
                   "pane": self._explorer.stage.panes.active}  # fmt: skip
            if not await self.run_action(action, self._explorer, who):
                self._explorer.stage.say("there is nothing to do this with here")

    def action_reload(self) -> None:
        stage = self._explorer.stage
        if stage.reading is None:
            stage.read_again(self._reread().cancel)

    @work
    async def _reread(self) -> None:
        watch = Watch(self._opened.path)
        stage = self._explorer.stage
        found = await reread(stage, lambda: (self._reopen(), self._configure()), self._blame)
        if found is not None:
            self._reloaded(*found, watch)

    def _reloaded(self, opened: Opened, config: Config, watch: Watch) -> None:
        self._suit(config)
        self._explorer.stage.watch = watch
        opened, said = settled(self._opened, opened, self._explorer.stage.model.keys["problems"])
        self._opened = with_problems(opened, config)
        self._explorer.take(self._opened, said)

    def _blame(self, problems: tuple[Problem, ...]) -> None:
        self._opened = replace(self._opened, problems=problems)
        self._explorer.take(self._opened, "")

    def _fatal_error(self) -> None:
        """Leave without the traceback and its local values; ``run_explorer`` tells in a line."""
        self.failure = sys.exc_info()[1]
        self._close_messages_no_wait()


assert tui.environment.OURS
