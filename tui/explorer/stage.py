"""What the explorer's screen is made of and the state it shows: drawing, history, the frame."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from textual.screen import Screen
from textual.timer import Timer

from store.opening import Opened
from tui.explorer import standing
from tui.explorer.aside import Aside
from tui.explorer.asking import Ask
from tui.explorer.bindings import Key
from tui.explorer.filtering import FILTERED
from tui.explorer.frame import ASKING, FINDING, NEEDS, filter_foot, foot, head
from tui.explorer.layout import too_small
from tui.explorer.model import Model
from tui.explorer.panes import Panes
from tui.explorer.reading import passage
from tui.explorer.state import History, State
from tui.explorer.watch import Watch
from tui.kiosk import MOST_MARKED
from tui.present.line import Line, Span, wrap
from tui.widgets.bar import Bar
from tui.widgets.matrix import CELL

MOST_TOLD = 20  # messages that can be read again
QUIET = 3.0  # seconds after the last key until the files are looked at once more


class Stage:
    """Header, panes, prompt and footer of a screen, drawn from one state."""

    def __init__(
        self, opened: Opened, today: date, *, ascii_only: bool, notebook: Path | None = None,
        kiosk: bool = False,
    ) -> None:  # fmt: skip
        self.kiosk, self.today = kiosk, today
        self.model = Model(opened, notebook, MOST_MARKED if kiosk else None)
        self.state = State()
        self.header = Bar(id="header", ascii_only=ascii_only)
        self.panes = Panes(self.model, today, ascii_only=ascii_only)
        self.ask = Ask(today, lambda: self.model.last_day, ascii_only=ascii_only)
        self.footer = Bar(id="footer", ascii_only=ascii_only)
        self.aside = Aside(ascii_only=ascii_only)
        self._history = History()
        self.keys: list[Key] = []  # every command, with the keys that the reader has given it
        self.watch = Watch(opened.path)
        self._said: tuple[str, State] | None = None
        self.told: deque[str] = deque(maxlen=MOST_TOLD)  # what was said, the last one last
        self._look: Timer | None = None  # looks for changed files once no key is pressed
        self.reading: Callable[[], None] | None = None  # gives up what is being read again
        self._reads_long = False

    @property
    def now(self) -> State:
        """The state with the cursors as they stand."""
        return self.panes.capture(self.state)

    def show(
        self, state: State, screen: Screen[None], keys: Sequence[Key], *, again: bool = False,
        cards: bool = True,
    ) -> None:  # fmt: skip
        """Draw a state and give the keys to its pane; ``again`` after another reading."""
        tiny, was = too_small(*screen.app.size), screen.has_class("tiny")
        screen.set_class(tiny, "tiny")
        if was and not tiny and self.asking:  # hidden, it lost the keys
            screen.call_after_refresh(self.resume)
        if tiny:
            self.header.show(NEEDS)
            return
        about = FILTERED.get(state.view)
        if state.focus or about is None or not self.panes.filter.sifts(about):
            self._close_filter(state)
        self.watch.look()
        self.model.marks.look()  # another session may have written meanwhile
        self.model.silent = self._typed_elsewhere
        self.state = self.panes.draw(state, cards=cards, again=again)
        if not self.asking and screen.focused is not self.panes.active:
            screen.set_focus(self.panes.active)
        self.frame(keys)

    def _close_filter(self, state: State) -> None:
        """Where the reader goes on to what it does not narrow; one step of history, as ever."""
        before = self.panes.filter.close()
        if before is not None and before.filters != state.filters:
            self.leave(before)

    def frame(self, keys: Sequence[Key]) -> None:
        """Draw header and footer."""
        cells, listing = self.panes.app.size.width, self.panes.listing
        at = standing.position(self.model, self.state, listing.body, listing.cursor)
        self.header.show(head(self.model, self.state, at, cells, one=self.panes.alone))
        if self._said is not None and self._said[1] == self.state:
            return  # the reader has not moved since
        self._said = None
        if self._reads_long and not self._typed_elsewhere:
            self.tell_reading()
            return
        if self.aside.open and self.aside.why:
            self._tell(self.aside.why, "warn")
            return
        reads, names = passage(self.model, self.state) is not None, self.model.keys
        cell = " ".join(names[id] for id in CELL)
        if self.panes.filter.has_keys and not self.asking:
            self.footer.show(filter_foot(self.panes.filter, names, cells, alone=self.panes.alone))
            return
        self.footer.show(
            foot(
                keys,
                self.state,
                at[1],
                cells,
                asking=self._asks(at[1]),
                reading=reads,
                changed=self.watch.changed,
                into=self.panes.active.link,
                cell=cell,
            )
        )

    def _asks(self, rows: int) -> Sequence[tuple[str, str]]:
        """The keys of what the reader is asked, above a list of so many rows."""
        if self.ask.open and self.ask.within:
            return FINDING
        if self.ask.open and not rows:
            return [key for key in ASKING if key[1] != "list"]
        return ASKING if self.ask.open else self.aside.keys if self.aside.open else ()

    def say(self, text: str, role: str = "warn") -> None:
        """A word to the reader where the footer is; the next key takes it away."""
        self._said = (text, self.now)
        if text and (not self.told or self.told[-1] != text):
            self.told.append(text)
        self._tell(text, role)

    def attend(self) -> None:
        """A key was pressed: what was said before it goes, and files that changed are told, as
        they are once more when no other key follows for a while."""
        if self._look is not None:
            self._look.stop()
        self._look = self.panes.set_timer(QUIET, self.look)
        if self._said is not None:
            self._said = None
            self._frame_anew()
        self.look()

    def look(self) -> None:
        """Tell below where the files of the dossier have changed since."""
        if not self.watch.changed and self.watch.look():
            self._frame_anew()

    def _frame_anew(self) -> None:
        if not too_small(*self.panes.app.size):
            self.frame(self.keys)

    def refuse(self, why: str) -> None:
        """Say below what is typed why it cannot be taken; it stands there until it can."""
        self.aside.why = why
        self.say(why)

    def read_again(self, give_up: Callable[[], None] | None) -> None:
        """The dossier is being read again until ``give_up`` is called; None: no longer."""
        self.reading, self._reads_long = give_up, False

    def tell_reading(self) -> None:
        """Say that the dossier is still being read, and how to give that up, until it is done."""
        self._reads_long = True
        if not self._typed_elsewhere:
            self._tell(f"reading …   {self.model.keys['escape']} keeps what is shown", "muted")

    def give_up(self) -> bool:
        """Give up what is being read again; false where nothing is."""
        if self.reading is None:
            return False
        self.reading()
        self.read_again(None)
        self.say("not read again: what was shown stays")
        return True

    @property
    def _typed_elsewhere(self) -> bool:
        """Whether the keys are for a prompt or the filter, and not the commands."""
        return self.asking or self.panes.filter.has_keys

    def _tell(self, text: str, role: str) -> None:
        """Say it whole, on as many lines above the foot as it takes."""
        width, height = self.panes.app.size
        lines = wrap([Span(text, role)], max(width - 2, 1))[: max(height // 3, 1)]
        self.footer.show(*(Line((Span(" "), *part)) for part in lines))

    @property
    def asking(self) -> bool:
        """Whether the reader is asked something."""
        return self.ask.open or self.aside.open

    def resume(self) -> None:
        """Give the keys back to what the reader is asked."""
        (self.ask if self.ask.open else self.aside).resume()

    def leave(self, state: State) -> None:
        """Remember a state that is left for a new one."""
        self._history.leave(state)

    def recall(self, step: int) -> State | None:
        """The state before the present one in history, or after it."""
        return (self._history.back if step < 0 else self._history.forth)(self.now)
