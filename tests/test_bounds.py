"""What a reader piles up, on purpose or not, stays within bounds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from building import opened, write

from store.disk.compiled import cache_file
from store.dossier import MOST_KNOWN
from store.opening import open_dossier
from tui.explorer.aside import Aside
from tui.explorer.sheet import Sheet
from tui.explorer.state import MOST_CARDS, State
from tui.explorer.typist import MOST, Typist
from tui.present.filter import ANY, Target, Typing
from tui.present.line import Link


def test_cards_opened_one_from_another_are_forgotten_from_the_first() -> None:
    state = State().on_row("row")
    for number in range(MOST_CARDS * 3):
        state = state.opened(Link("event", f"e{number}"))
        state = state.with_cursor(state.focus, number, 0)
    assert len(state.trail) == MOST_CARDS
    assert state.trail[-1].id == f"e{MOST_CARDS * 3 - 1}"
    assert state.focus == len(state.trail) + 1
    assert state.cursor(state.focus) == (MOST_CARDS * 3 - 1, 0)
    assert state.cursor(state.focus - 1) == (MOST_CARDS * 3 - 2, 0)
    assert len(state.lines) == len(state.trail) + 1


def test_few_days_known_by_are_kept(tmp_path: Path) -> None:
    dossier = opened(tmp_path)
    for day in range(1, 29):
        assert dossier.known_by(f"2019-09-{day:02}").known is not None
    assert len(dossier._known) == MOST_KNOWN
    assert dossier.known_by("2019-09-28") is dossier.known_by("2019-09-28")


def test_what_is_typed_has_an_end() -> None:
    typist = Typist(date(2019, 9, 20))
    assert len(typist.with_text(Typing(Target(ANY), ""), "a" * 5000).text) == MOST
    for prompt in (Aside()._prompt, Sheet("t", "s", lambda words, cells: [])._prompt):
        assert prompt.max_length


def test_without_the_cache_a_folder_is_read_and_nothing_is_written(tmp_path: Path) -> None:
    folder = write(tmp_path)
    assert len(open_dossier(folder, cache=False).dossier.order) == 2
    assert not cache_file(folder).exists()
    open_dossier(folder)
    assert cache_file(folder).exists()
    (cache_file(folder)).write_text("{}")
    open_dossier(folder, cache=False)
    assert cache_file(folder).read_text() == "{}"
