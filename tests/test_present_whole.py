"""Names in a card, and in the list of a pair's events, stand whole where there is room for them."""

from __future__ import annotations

import msgspec
import pytest

from store.dossier import Dossier
from store.opening import open_dossier
from store.views.encounters import encounters, pair_id
from tui.present.cards import card
from tui.present.line import Line, Link
from tui.present.matrix import matrix
from tui.present.person import event_rows


@pytest.fixture(scope="module")
def bundled() -> Dossier:
    return open_dossier(None, strict=False).dossier


def linked(lines: tuple[Line, ...], link: Link) -> str:
    """The words of the lines that lead there, one after another."""
    words = [span.text for line in lines for span in line.spans if span.link == link]
    return " ".join(" ".join(words).split())


@pytest.mark.parametrize("cells", [30, 38, 53, 76])
def test_the_events_of_a_card_stand_whole(bundled: Dossier, cells: int) -> None:
    wrapped = 0
    links = [Link("person", one.id) for one in bundled.people()]
    links += [Link("topic", one.id) for one in bundled.topics]
    links += [Link("body", one.id) for one in bundled.bodies]
    links += [Link("event", one.id) for one in bundled.events]
    links += [Link("encounter", pair_id(*one.people)) for one in bundled.encounters]
    for link in links:
        made = card(bundled, link, cells)
        ids = dict.fromkeys(to.id for line in made.lines for to in line.links if to.type == "event")
        for event in map(bundled.event, ids):
            assert event is not None
            said = linked(made.lines, Link("event", event.id))
            assert event.title in said, link
            wrapped += len(event.title) > cells - 22
    assert wrapped or cells == 76  # else nothing was long enough to tell


def test_the_other_sources_of_a_card_stand_whole(bundled: Dossier) -> None:
    for source in bundled.sources:
        made = card(bundled, Link("source", source.id), 40)
        for other in bundled.sources:
            name = bundled.index.source_name(other.id)
            said = linked(made.lines, Link("source", other.id))
            assert other.id == source.id or name in said


def test_a_pair_has_whole_titles_where_they_fit_and_else_as_many_events(bundled: Dossier) -> None:
    every = encounters(bundled)
    pair = max(every.rows(0, len(every)), key=lambda one: len(one.events))
    id = pair_id(*pair.people)
    titles = [event.title for event in map(bundled.event, pair.events) if event is not None]
    assert len(titles) > 3
    for pane in (46, 52, 60):
        tall, low = (
            [body.line(at).plain for at in range(len(body))]
            for body in (matrix(bundled, every, pane, page, id) for page in (60, 24))
        )
        said = " ".join(" ".join(line.split()) for line in tall)
        assert all(word in said for title in titles for word in title.split())
        assert not any("…" in line.split("   ")[-1].rstrip(" •!") for line in tall[16:])
        shown = sum(any(title[:8] in line for title in titles) for line in low)
        more = [line for line in low if "more: enter" in line]
        assert len(more) == (shown < len(titles))
        if more:
            assert f"and {len(titles) - shown} more" in more[0]


@pytest.mark.parametrize(
    ("date", "year", "day"),
    [
        ("2019-09-20", "2019", "Fri 20 Sep"),
        ("2018/..", "2018", "from 2018"),
        ("2019-08/..", "2019", "from Aug"),
        ("2019-08", "2019", "Aug"),
        ("2019", "2019", ""),
        ("[2019-11-01..]", "2019", "1 Nov or later"),
        (None, "", "no date"),
    ],
)
def test_a_year_is_named_once_and_no_word_is_left_alone(
    bundled: Dossier, date: str | None, year: str, day: str
) -> None:
    other = msgspec.structs.replace(bundled.events[0], date="2019-09-20")
    event = msgspec.structs.replace(bundled.events[0], date=date)
    first, second = (line.plain for line in event_rows([other, event], 60))
    assert first.startswith(year.ljust(6) + day.ljust(13) + " ")
    assert first.index("●") == second.index("●") == first.index(event.title) - 2
