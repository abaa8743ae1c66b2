"""Every command of the explorer, from the records that bind its keys: the one list that footer,
help, palette, ``legation keys`` and the configuration read."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import BindingType

from tui.explorer.bindings import Key, records
from tui.explorer.desk import Desk
from tui.explorer.filter_pane import FilterPane
from tui.explorer.narrowing import Narrowing
from tui.kiosk import ABSENT
from tui.widgets.matrix import Matrix
from tui.widgets.pane import Pane

Table = Iterable[BindingType]


def commands(screen: Table, app: Table, kiosk: bool = False) -> list[Key]:
    """The commands of the panes, the desk, the ``screen`` and the ``app``. Their actions name
    who does them: ``pane.``, ``narrowing.``, ``desk.``, ``app.``, or nobody: the screen. A
    ``kiosk`` has fewer."""
    found = [*records(screen), *records(Narrowing.BINDINGS, "narrowing.")]
    others = [*records(Desk.BINDINGS, "desk."), *records(app, "app.")]
    every = [*records(Pane.BINDINGS, "pane."), *found, *others]
    return [key for key in every if not (kiosk and key.id in ABSENT)]


def within() -> list[Key]:
    """What can be done only while the filter, or a matrix, has the keys; nobody else knows these
    commands."""
    return [*records(FilterPane.BINDINGS), *records(Matrix.BINDINGS)]
