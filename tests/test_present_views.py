"""Encounters, conflicts, sources and articles as lines, without a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import BASE, opened, source, write
from hypothesis import given, settings
from hypothesis import strategies as st

from store.dossier import Dossier
from store.model.records import Encounter
from store.opening import open_dossier
from store.texts.anchors import Article, normalise
from store.views.conflicts import conflicts
from store.views.encounters import encounters, pair_id
from store.views.source_compare import compare
from store.views.sources import sources
from store.views.timeline import EventFilter
from store.when import parse_when
from tui.present.article import row_at, rows_of, text_line
from tui.present.conflicts import ConflictsBody
from tui.present.items import ItemBody
from tui.present.line import Link, spans_width
from tui.present.matrix import MatrixBody, matrix
from tui.present.pairs import cell_spans, encounter_card, pair_words
from tui.present.reader import beside, order, reader_card
from tui.present.short_names import short_names
from tui.present.source_rows import SourcesBody
from tui.present.sources import source_card

GUAM = """
    quote = "would meet in Guam"
    stance = "expects"
    via = ["officials of one side"]
    talks = { place = "guam", people = ["ito-ken", "han-min"], status = "scheduled" }
    """
MANILA = """
    quote = "They are to meet in Manila"
    stance = "expects"
    talks = { place = "manila", status = "scheduled" }
    """
DENIED = """
    quote = "No such talks are planned"
    stance = "denies"
    via = ["mofa-kr"]
    talks = { status = "scheduled" }
    """


@pytest.fixture
def rivals(tmp_path: Path) -> Dossier:
    return opened(
        tmp_path,
        sources_second=source("herald", "2019-08-15", GUAM),
        sources_third=source("wire", "2019-08-18", MANILA, DENIED),
    )


def crowd(tmp_path: Path, number: int) -> Dossier:
    """A dossier in which everybody met the person before."""
    people = "".join(
        f'[person-{at:03}]\nname = "Person Number{at:03}"\ncountry = "JP"\n' for at in range(number)
    )
    events = "".join(
        f'[meet-{at:03}]\nkind = "meeting"\ntitle = "Meeting {at}"\ntopics = ["trade"]\n'
        for at in range(1, number)
    )
    passages = [
        f"""
        quote = "meeting {at}"
        meet-{at:03} = {{ status = "occurred", date = "2019-08-01", \
people = ["person-{at - 1:03}", "person-{at:03}"] }}
        """
        for at in range(1, number)
    ]
    return opened(
        tmp_path,
        people__toml=BASE["people.toml"] + people,
        events__toml=BASE["events.toml"] + events,
        sources_many=source("wire", "2019-08-18", *passages),
    )


# -- encounters


def pair(folder: Path, *events: tuple[str, str]) -> tuple[Dossier, Encounter]:
    """Two people with an event of each kind and status (``call occurred``), day after day."""
    frames, said = BASE["events.toml"], []
    for at, (kind, status) in enumerate(events):
        frames += f'[e{at}]\nkind = "{kind}"\ntitle = "E{at}"\ntopics = ["trade"]\n'
        frame = f'status = "{status}", date = "2019-08-{at + 12}"'
        said.append(f'quote = "e{at}"\ne{at} = {{ {frame}, people = ["sato-yui", "han-min"] }}')
    made = opened(folder, events__toml=frames, sources_two=source("wire", "2019-08-18", *said))
    return made, next(one for one in made.encounters if one.people == ("han-min", "sato-yui"))


MEETING, CALL, PLANNED = ("talks", "occurred"), ("call", "occurred"), ("talks", "scheduled")
HELD = "no source says it was held"


@pytest.mark.parametrize(
    ("events", "cell", "said"),
    [
        ([MEETING], "●1", ["● met once, Mon 12 Aug 2019"]),
        ([CALL], "●1", ["● spoke once by telephone, Mon 12 Aug 2019"]),
        ([CALL, MEETING, CALL], "●3",
         ["● met once, spoke twice by telephone, last Wed 14 Aug 2019"]),
        ([("visit", "occurred"), ("ceremony", "occurred"), MEETING], "●3",
         ["● met 3 times, last Wed 14 Aug 2019"]),
        ([PLANNED], "○1", [f"○ 1 scheduled, {HELD}"]),
        ([("talks", "mooted")] * 2, "◌2", ["◌ 2 mooted, no source says they were held"]),
        ([("talks", "mooted"), PLANNED], "○2",
         ["○ 1 scheduled, ◌ 1 mooted, no source says they were held"]),
        ([("talks", "arranging")], "◌1", [f"◌ 1 being arranged, {HELD}"]),
        ([("talks", "postponed")], "»1", [f"» 1 postponed, {HELD}"]),
        ([("talks", "cancelled")] * 2, "×2", ["× called off twice"]),
        ([CALL, PLANNED, ("talks", "ruled-out")], "●1○1≠1",
         ["● spoke once by telephone, Mon 12 Aug 2019", f"○ 1 scheduled, {HELD}",
          "≠ ruled out once"]),
    ],
)  # fmt: skip
def test_a_pair_in_a_cell_and_in_words(
    tmp_path: Path, events: list[tuple[str, str]], cell: str, said: list[str]
) -> None:
    dossier, one = pair(tmp_path, *events)
    assert "".join(span.text for span in cell_spans(dossier, one)) == cell
    assert [span.text for span in pair_words(dossier, one)] == said


def test_a_gathering_with_a_call_for_its_part_is_a_meeting(tmp_path: Path) -> None:
    frames = f"""
        {BASE["events.toml"]}
        [summit]
        kind = "meeting"
        title = "Summit"
        topics = ["trade"]
        [call]
        kind = "call"
        title = "Call"
        topics = ["trade"]
        part_of = "summit"
        """
    held = '{ status = "occurred", date = "2019-08-12", people = ["sato-yui", "han-min"] }'
    said = f'quote = "so"\nsummit = {held}\ncall = {held}'
    dossier = opened(tmp_path, events__toml=frames, sources_two=source("wire", "2019-08-18", said))
    (one,) = (one for one in dossier.encounters if "sato-yui" in one.people)
    assert [span.text for span in pair_words(dossier, one)] == ["● met once, Mon 12 Aug 2019"]


def test_short_names_are_told_apart() -> None:
    people = [
        ("kim-jung-han", "Kim Jung-han"), ("kim-in-chul", "Kim In-chul"),
        ("abe-shinzo", "Shinzo Abe"), ("naruhito", "Naruhito"), ("x1", "Jean Dupont"),
    ]  # fmt: skip
    assert short_names(people) == ["Kim J.", "Kim I.", "Abe", "Naruhito", "Dupont"]


def test_people_stand_by_the_number_of_their_encounters(tmp_path: Path) -> None:
    view = encounters(crowd(tmp_path, 5))
    met = {id: sum(id in one.people for one in view.rows(0, 99)) for id, _ in view.people}
    assert list(met.values()) == sorted(met.values(), reverse=True)


def marks_of(body: MatrixBody) -> list[tuple[int, int]]:
    lines = [body.line(at).plain for at in range(len(body))]
    return [(at, line.index("▌")) for at, line in enumerate(lines) if "▌" in line]


@pytest.mark.parametrize(("pane", "page"), [(40, 7), (80, 21), (120, 33), (132, 47)])
def test_the_chosen_cell_is_always_in_sight(tmp_path: Path, pane: int, page: int) -> None:
    dossier = crowd(tmp_path, 24)
    body = matrix(dossier, encounters(dossier), pane, page)
    steps = [(1, 0)] * 30 + [(0, 1)] * 30 + [(-5, 0)] * 4 + [(0, -3)] * 9 + [(40, 0), (0, 40)]
    for down, right in steps:
        body = body.moved(down, right)
        assert body.column < body.row < len(body.view.people)
        assert len(body) <= page
        assert len(marks := marks_of(body)) == 1
        assert body.cell_at(*marks[0]) == (body.row, body.column)
        widths = [spans_width(body.line(at).spans) for at in range(len(body))]
        assert max(widths) <= pane - 2
        names = dict(body.view.people)
        below = "\n".join(body.line(at).plain for at in range(len(body)))
        assert all(names[id] in below for id in body.pair)


def test_next_pair_goes_through_all_that_met(tmp_path: Path) -> None:
    dossier = crowd(tmp_path, 6)
    view = encounters(dossier)
    body = matrix(dossier, view, 80, 21)
    seen = [body.row_id(0)]
    for _ in range(len(view) - 1):
        body = body.next_pair(1)
        seen.append(body.row_id(0))
    assert seen == [pair_id(*one.people) for one in view.rows(0, 99)]
    assert body.next_pair(1).pair == body.pair


def test_a_cell_is_found_again_by_its_pair(tmp_path: Path) -> None:
    dossier = crowd(tmp_path, 6)
    body = matrix(dossier, encounters(dossier), 80, 21, "person-003+person-004")
    assert set(body.pair) == {"person-003", "person-004"}
    other = body.chosen("nobody+person-001")  # a pair that is not here: the first one
    assert other.row_id(0) == pair_id(*other.view.rows(0, 1)[0].people)


def test_encounters_follow_a_filter(tmp_path: Path) -> None:
    dossier = crowd(tmp_path, 4)
    assert len(encounters(dossier)) == 4  # with the talks of the two of the small dossier
    assert len(encounters(dossier, EventFilter(statuses=("occurred",)))) == 3
    assert len(encounters(dossier, EventFilter(on=parse_when("2019-08-02")))) == 0


# -- conflicts


def plain(body: ItemBody) -> str:
    return "\n".join(body.line(at).plain.rstrip() for at in range(len(body)))


def test_rivals_stand_side_by_side_or_below_each_other(rivals: Dossier) -> None:
    view = conflicts(rivals)
    wide, narrow = (plain(ConflictsBody(rivals, view, pane)) for pane in (100, 40))
    both = next(line for line in wide.splitlines() if line.startswith("Manila"))
    assert "Guam" in both
    assert "preferred" not in both  # as many voices on each side
    assert "set aside" not in both
    assert not any("Guam" in line and "Manila" in line for line in narrow.splitlines())
    for text in (wide, narrow):
        assert "Talks of the two: where was it to be?" in text.replace("\n", " ")
        assert "Talks of the two: was it scheduled?" in text.replace("\n", " ")
        assert "¬ not scheduled" in text


def test_columns_are_of_equal_width(rivals: Dossier) -> None:
    body = ConflictsBody(rivals, conflicts(rivals), 100)
    lines = [body.line(at) for at in range(len(body))]
    starts = {line.plain.index("“", 20) for line in lines if line.plain.count("“") == 2}
    assert starts == {(96 - 4) // 2 + 4 + 1}


@pytest.mark.parametrize("pane", [38, 40, 60, 75, 80, 100, 120, 200])
def test_no_conflict_is_wider_than_its_pane(rivals: Dossier, pane: int) -> None:
    body = ConflictsBody(rivals, conflicts(rivals), pane)
    assert max(spans_width(body.line(at).spans) for at in range(len(body))) <= pane - 2


def test_every_line_with_a_passage_has_its_id_and_is_found_again(rivals: Dossier) -> None:
    body = ConflictsBody(rivals, conflicts(rivals), 100)
    ids = set()
    for line in range(len(body)):
        for nth in range(max(len(body.line(line).links), 1)):
            id = body.row_id(line, nth)
            assert id is not None
            if "|" in id and rivals.type_of(id.partition("|")[2]) == "claim":
                ids.add(id)
                assert body.place_of(id) == (line, nth)
    assert len(ids) >= 4
    assert body.place_of("nothing/place") is None


def test_items_step_from_question_to_question(rivals: Dossier) -> None:
    body = ConflictsBody(rivals, conflicts(rivals), 100)
    second = body.item_line(0, 1)
    assert body.position(second) == (2, 2)
    assert body.line(second).plain.startswith("Talks of the two: ")
    assert body.item_line(second + 3, -1) == second
    assert body.item_line(second, -1) == 0
    assert body.item_line(second, 1) == second


def test_very_many_conflicts_stand_as_question_and_verdict(
    rivals: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.present.conflicts.WHOLE", 1)
    body = ConflictsBody(rivals, conflicts(rivals), 100)
    assert len(body) == 5  # two lines each, a blank one between
    assert plain(body).count("?") == 2


def test_a_day_keeps_the_conflicts_of_that_day(rivals: Dossier) -> None:
    assert len(conflicts(rivals, parse_when("2019-08-16"))) == 2
    assert len(conflicts(rivals, parse_when("2019-09-16"))) == 0


# -- sources


def test_what_a_source_alone_says(rivals: Dossier) -> None:
    second = next(id for id in rivals.facts.sources if id == "second")
    found = compare(rivals, second)
    assert [(one.about, one.values) for one in found.alone] == [
        ("talks", (("place", ("guam",)),))
    ]  # the day, the people and the plan are told by others, too
    beside_it = {one.source: one for one in found.beside}
    assert beside_it["first"].agrees == 3
    assert beside_it["first"].conflicts == ()
    assert {c.field for c in beside_it["third"].conflicts} == {"place", "status"}


def test_a_wider_place_and_a_meeting_date_agree(tmp_path: Path) -> None:
    dossier = opened(
        tmp_path,
        sources_second=source(
            "herald", "2019-08-15", 'quote = "in Guam"\ntalks = { place = "guam" }'
        ),
        sources_third=source(
            "wire", "2019-08-15",
            'quote = "in the Pacific, on Friday"\nwhen = "Friday"\n'
            'talks = { place = "pacific", date = "2019-08-16" }',
        ),
    )  # fmt: skip
    assert compare(dossier, "second").lone == 0
    assert compare(dossier, "third").lone == 0


@pytest.mark.parametrize("pane", [40, 61, 120])
def test_sources_stand_under_their_months(rivals: Dossier, pane: int) -> None:
    view = sources(rivals)
    body = SourcesBody(view, pane, airy=True)
    assert body.line(0).plain.startswith("August 2019")
    places = [body.place_of(row.id) for row in view.rows(0, 9)]
    assert all(place is not None for place in places)
    for number, (place, row) in enumerate(zip(places, view.rows(0, 9), strict=True), start=1):
        assert place is not None
        assert body.row_id(place[0]) == row.id
        assert body.position(place[0]) == (number, 3)
        assert row.name in body.line(place[0]).plain
        assert body.heading(place[0]) == 0
    assert all(spans_width(body.line(at).spans) <= pane - 2 for at in range(len(body)))


def test_the_card_of_a_source_lists_its_passages(rivals: Dossier) -> None:
    record = rivals.source("third")
    assert record is not None
    made = source_card(rivals, record, 76)
    opens = [line.opens for line in made.lines if line.claim]
    assert len(opens) == 2
    assert all(link is not None and link.type == "passage" for link in opens)
    assert "“They are to meet in Manila”" in made.plain
    assert "denies · Foreign Ministry of Korea" in made.plain


# -- the article

WORDS = st.lists(st.text("ab “”é한", min_size=1, max_size=14), min_size=1, max_size=30)


@settings(max_examples=60, deadline=None)
@given(WORDS, st.integers(8, 60), st.data())
def test_rows_hold_the_whole_text_and_never_move(
    words: list[str], cells: int, data: st.DataObject
) -> None:
    text, breaks = normalise("\n".join(words))
    if not text:
        return
    article = Article("s", "s.txt", text, breaks)
    rows = rows_of(article, cells)
    assert "".join(text[row.start : row.end] for row in rows).replace(" ", "") == text.replace(
        " ", ""
    )
    assert [row.number for row in rows if row.number] == list(range(1, len(breaks) + 1))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    for row in rows:
        dark, lit = (text_line(article, row, (), spans) for spans in ((), ((start, end),)))
        shown = "".join(span.text for span in lit.spans if span.reverse)
        assert shown == text[max(start, row.start) : max(min(end, row.end), row.start)]
        bare = lit.plain.replace("▐", "").replace("▌", "")
        assert bare.replace(" ", "") == dark.plain.replace(" ", "")
        ends = lit.plain.count("▐") + lit.plain.count("▌")
        assert ends == (row.start <= start < row.end) + (row.start < end <= row.end)
        assert row.start <= row.end
    assert rows[row_at(rows, start)].start <= start


TEXT = """A headline

Before it, Ken Ito and Han Min-su were named.
Yui Sato took over on Sept. 11, and there were curbs since July and later.
"""


@pytest.fixture
def with_text(tmp_path: Path) -> Dossier:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "daily.txt").write_text(TEXT, encoding="utf-8")
    return open_dossier(write(tmp_path / "dossier"), texts=texts).dossier


@pytest.mark.parametrize(("cells", "wide"), [(117, True), (77, False), (37, False)])
def test_the_passage_is_lit_and_told(with_text: Dossier, cells: int, wide: bool) -> None:
    claims = order(with_text, "first")[-1]
    made = reader_card(with_text, claims[0], cells)
    lit = "".join(span.text for line in made.lines for span in line.spans if span.reverse)
    assert lit.replace(" ", "") == "curbssinceJuly"
    at = made.start
    assert any(span.reverse for span in made.lines[at].spans)
    assert ("Curbs on exports:" in made.lines[at].plain) is wide
    assert "Curbs on exports:" in made.plain
    assert made.lines[at].opens == Link("event", "curbs")
    assert all(spans_width(line.spans) <= cells for line in made.lines)


def test_quotations_follow_the_text(with_text: Dossier) -> None:
    found = order(with_text, "first")
    first, last = found[0][0], found[-1][0]
    assert [claims[0].quote for claims in found] == [
        "Ken Ito and Han Min-su", "Yui Sato took over on Sept. 11", "curbs since July",
    ]  # fmt: skip
    assert beside(with_text, first, 1) == found[1][0].id
    assert beside(with_text, first, -1) is None
    assert beside(with_text, last, 1) is None


def test_words_that_stand_nowhere_are_told(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "daily.txt").write_text(TEXT.replace("curbs since July", ""), encoding="utf-8")
    dossier = open_dossier(write(tmp_path / "dossier"), texts=texts, strict=False).dossier
    claim = next(c for c in dossier.facts.claims if c.about == "curbs")
    record = dossier.claim(claim.id)
    assert record is not None
    made = reader_card(dossier, record, 117)
    assert "these words stand nowhere in the" in made.plain
    assert not any(span.reverse for line in made.lines for span in line.spans)


def test_the_posts_of_the_two_stand_under_each_other(tmp_path: Path) -> None:
    dossier, one = pair(tmp_path, MEETING)
    lines = [
        "".join(span.text for span in line.spans) for line in encounter_card(dossier, one, 70).lines
    ]
    at = next(n for n, line in enumerate(lines) if line.startswith("The two"))
    rows = lines[at + 1 : at + 3]
    assert [rows[0].index("Spokesman"), rows[1].index("Foreign Minister")] == [13, 13]
