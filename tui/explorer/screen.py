"""The explorer's screen: what each key does to the state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace
from textual import events, on
from textual.binding import BindingType
from textual.geometry import Size
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from store.opening import Opened
from tui.explorer import standing
from tui.explorer.answers import everybody, typed
from tui.explorer.asking import Ask
from tui.explorer.bindings import Key, names, remapped
from tui.explorer.commands import Table, commands, within
from tui.explorer.desk import Desk
from tui.explorer.following import unlisted
from tui.explorer.narrowing import Narrowing
from tui.explorer.screen_keys import KEYS
from tui.explorer.stage import Stage
from tui.explorer.state import State
from tui.explorer.steps import answered, hit, likeliest, missing, step_group, stepped, tabbed
from tui.keymap import Keymap
from tui.widgets.pane import Pane
from tui.widgets.prompt import Prompt

REST = 0.12  # seconds after the last key before position and detail follow


class Explorer(Screen[None]):
    """List, cards, header, footer. The state is a value; every key makes another one."""

    BINDINGS: ClassVar[list[BindingType]] = KEYS

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.stage = stage
        self.desk = Desk(stage)
        self.narrowing = Narrowing(stage, self.desk)
        self._before = self.stage.state  # what the prompt was opened on
        self._rest: Timer | None = None
        self._drawn: Size | None = None  # how large all was when it was drawn

    def compose(self) -> Iterator[Widget]:
        yield from (self.stage.header, self.narrowing, self.stage.ask, self.stage.footer)

    @property
    def state(self) -> State:
        """Where the reader is."""
        return self.stage.state

    @property
    def settled(self) -> bool:
        """Whether everything follows the keys already."""
        return self._rest is None

    @property
    def keys(self) -> list[Key]:
        """Every command of the explorer, from the records of its bindings."""
        return self.stage.keys

    def remap(self, keymap: Keymap, app: Table) -> None:
        """Name these keys from now on; ``app`` are the bindings of the app."""
        self.stage.keys = remapped(commands(self.BINDINGS, app, self.stage.kiosk), keymap)
        self.stage.model.name_keys(
            names(remapped([*commands(self.BINDINGS, app), *within()], keymap))
        )

    def on_mount(self) -> None:
        self._show(self.state)

    def on_resize(self, event: events.Resize) -> None:
        if self.is_mounted and event.size != self._drawn:
            self._show(self.stage.now)

    def _show(self, state: State, *, cards: bool = True) -> None:
        self._drawn = self.app.size
        self.stage.show(state, self, self.keys, cards=cards)

    def _go(self, state: State) -> None:
        """Show a state that history remembers the present one for."""
        self.stage.leave(self.stage.now)
        self._show(state)

    @on(Pane.Moved)
    def _moved(self) -> None:
        self.stage.state = self.stage.now
        self.stage.panes.mark(self.state)
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST, self._settle)

    @on(Desk.Changed)
    def _settle(self) -> None:
        self._rest = None
        self._show(self.stage.now)

    @on(Narrowing.Shown)
    def _narrowed(self, event: Narrowing.Shown) -> None:
        self._show(event.state)

    @on(Pane.Chosen)
    def _chosen(self, event: Pane.Chosen) -> None:
        if event.link is not None and not self.stage.asking:
            self._go(self.stage.now.opened(event.link))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        pane, panes = event.widget, self.stage.panes
        if not isinstance(pane, Pane) or pane.parent is not panes:
            return
        if self.stage.asking:  # a click moves in the list; what is asked keeps the keys
            self.stage.resume()
        elif pane is not panes.active:
            self._show(panes.entered(pane, self.stage.now))

    def action_inward(self) -> None:
        state = self.stage.now
        if state.focus == 0:
            if state.place.row is not None:
                self._show(replace(state, focus=1))
            return
        link = self.stage.panes.active.link
        if link is not None:
            self._go(state.opened(link))
        else:
            self.stage.say(f"no link on this line: {self.stage.model.keys['tab']} goes to the next")

    def action_outward(self) -> None:
        if self.state.focus:
            self._show(replace(self.stage.now, focus=self.state.focus - 1))

    def action_step(self, step: int) -> None:
        if why := unlisted(self.stage):
            self.stage.say(why)
            return
        before = self.stage.now
        self._show(stepped(self.stage, step))
        if self.stage.now == before:
            self.stage.say("the last one" if step > 0 else "the first one")

    def action_month(self, step: int) -> None:
        step_group(self.stage, step)

    def action_tab(self, step: int) -> None:
        self._show(tabbed(self.stage, step))

    def action_history(self, step: int) -> None:
        state = self.stage.recall(step)
        if state is None:
            self.stage.say("nothing earlier" if step < 0 else "nothing later")
        else:
            self._show(state)

    def action_view(self, view: str) -> None:
        if (view, 0) != (self.state.view, self.state.focus):
            self._go(self.stage.now.showing(view))

    def action_zoom(self) -> None:
        if self.stage.panes.alone and not self.state.zoomed:
            self.stage.say("one pane is on the whole screen already: there is no room for two")
            return
        self._show(replace(self.stage.now, zoomed=not self.state.zoomed))

    def action_leave(self, may_quit: bool) -> None:
        state = self.stage.now
        if self.stage.panes.filter.open:
            self.stage.panes.filter.action_done()
        elif not may_quit and self.stage.give_up():
            return
        elif state.focus:
            self.action_outward()
        elif state.uncovered != state:
            self._go(state.uncovered)
        elif may_quit:
            self.app.exit()

    def action_ask(self, kind: str) -> None:
        if kind == "search" and self.state.focus:
            kind = "find"
        state = self._before = self.stage.now
        listing = self.stage.panes.listing
        near = standing.date_on(listing.body, listing.cursor)
        words = state.place.words if kind == "search" else ""
        self.stage.ask.ask(kind, words, near, self.stage.model.keys["search"])
        self._show(everybody(state) if kind == "go" else state)

    def action_hit(self, step: int) -> None:
        self._show(hit(self.stage, step))

    @on(Ask.Typed)
    def _typed(self, event: Ask.Typed) -> None:
        if event.kind == "find":
            self.stage.panes.active.light(event.text)
            missing(self.stage)
            return
        self._show(likeliest(self.stage, typed(event.kind, event.text, self.state)), cards=False)
        self._moved()

    @on(Ask.Taken)
    def _taken(self, event: Ask.Taken) -> None:
        self.stage.ask.close()
        if event.kind == "find":
            self.stage.panes.active.next_hit(1)
            self._show(self.stage.now)
            missing(self.stage)
            return
        state, why = answered(self.stage, event, self._before)
        if state != self._before:
            self.stage.leave(self._before)
        self._show(state)
        if why:
            self.stage.say(why)

    @on(Ask.Left)
    def _left(self, event: Ask.Left) -> None:
        self.stage.ask.close()
        if event.kind == "find":
            self.stage.panes.active.light("")
        self._show(self._before)

    @on(Ask.Unread)
    def _unread(self, event: Ask.Unread) -> None:
        self.stage.frame(self.keys)
        if event.why:
            self.stage.say(event.why)

    @on(Prompt.Listed)
    def _listed(self, event: Prompt.Listed) -> None:
        panes = self.stage.panes
        (panes.active if self.stage.ask.within else panes.listing).action_move(event.step)

    def take(self, opened: Opened, said: str) -> None:
        """Show another reading of the dossier, in the same place, or the same one with other
        problems; then say this."""
        if opened.dossier is self.stage.model.opened.dossier:
            self.stage.model.opened = opened
            self.stage.frame(self.keys)
        else:
            state = self.stage.now
            self.stage.model.take(opened)
            self.stage.show(state, self, self.keys, again=True)
        self.stage.say(said)
