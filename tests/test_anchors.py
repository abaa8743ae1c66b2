"""Anchors: where quotes stand in the attached texts, and what happens when a text changes."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from building import write
from hypothesis import given
from hypothesis import strategies as st

from store.checking import check_dossier, write_anchors
from store.opening import BUNDLED, DossierError, open_dossier
from store.texts.anchors import locate, measure, normalise, places
from store.texts.approximate import near, nearest
from store.texts.attached import LOCK, TextsError

TEXT = (
    "A line.\n\nSources say Ken Ito  and\tHan Min-su would meet.\n"
    "Later Yui Sato took over on Sept. 11, with curbs since July in force.\n"
    "Nothing that follows is quoted, so that the words shown stay few: it only fills the page.\n"
)
ARTICLES = Path(__file__).parents[2] / "shared" / "articles"


def texts(root: Path, text: str = TEXT) -> Path:
    folder = root / "texts"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "some.txt").write_text(text, encoding="utf-8")
    return folder


def test_white_space_is_one_space_and_lines_are_kept() -> None:
    text, breaks = normalise(" a \t b\r\n\r\n  c\u00a0d e\u0301 ")
    assert text == "a b c d é"
    assert [text[at:] for at in breaks] == ["a b c d é", "c d é"]


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Ken Ito and Han Min-su", 1),
        ("Ken Ito … would meet", 1),
        ("would meet … Ken Ito", 0),  # not in order
        ("en Ito", 0),  # no word begins in the middle
        ("Sept. 11", 1),
        ("line. … July", 1),
    ],
)
def test_places(quote: str, found: int) -> None:
    assert len(places(quote, normalise(TEXT)[0])) == found


def test_segments_lie_within_sixty_words() -> None:
    near = "start " + "word " * 58 + "end"
    assert len(places("start … end", near)) == 1
    assert places("start … end", "start " + "word " * 59 + "end") == []


@pytest.mark.parametrize(
    ("quote", "kept", "state"),
    [
        ("Ken Ito and Han", None, "exact"),
        ("Ken Ito and Han", ((20, 35),), "exact"),
        ("Ken Ito and Han", ((3, 18),), "moved"),
        ("Ken Itoh and Han Min-su would meet", None, "fuzzy"),
        ("Ken Itoh and Hon Min-so will meat", None, "orphan"),
        ("something else altogether", None, "orphan"),
    ],
)
def test_states(quote: str, kept: tuple[tuple[int, int], ...] | None, state: str) -> None:
    assert locate(quote, normalise(TEXT)[0], kept)[0] == state


def test_words_shown_twice_count_once() -> None:
    text = "one two three four five six seven eight nine ten"
    shares = measure(text, [((0, 7),), ((4, 13),), ((14, 18), (24, 27))])
    assert (shares.shown, shares.anchored, shares.words) == (0.5, 0.6, 10)


@given(st.text("ab ", max_size=12), st.text("ab ", max_size=40))
def test_nearest_is_at_least_as_near_as_every_part(pattern: str, text: str) -> None:
    start, end, distance = nearest(pattern, text)
    assert 0 <= start <= end <= len(text)
    assert distance <= len(pattern)
    if pattern and pattern in text:
        assert (distance, text[start:end]) == (0, pattern)


def test_check_anchors_every_claim(tmp_path: Path) -> None:
    checked = check_dossier(write(tmp_path / "d"), texts(tmp_path))
    assert checked.problems == ()
    (first,) = checked.sources
    assert first.anchors.exact == checked.claims == 7
    assert first.shown is not None
    assert first.anchored is not None
    assert 0.3 < first.shown <= first.anchored < 0.4


def test_a_changed_text_moves_anchors_and_nothing_is_silent(tmp_path: Path) -> None:
    root, folder = write(tmp_path / "d"), texts(tmp_path)
    assert write_anchors(root, folder) == 7
    assert check_dossier(root, folder).problems == ()
    texts(tmp_path, "Something new. " + TEXT)
    moved = check_dossier(root, folder).problems
    assert {(p.level, p.record) for p in moved} >= {("warning", "talks"), ("warning", "curbs")}
    assert all("elsewhere" in p.message for p in moved)
    write_anchors(root, folder)
    assert check_dossier(root, folder).problems == ()


def test_a_quote_that_stands_twice_elsewhere_is_no_move() -> None:
    text = "one alpha beta two alpha beta three"
    (first, second) = places("alpha beta", text)
    assert locate("alpha beta", text, second) == ("exact", second)
    assert locate("alpha beta", text, None) == ("exact", first)
    assert locate("alpha beta", text, ((0, 10),)) == ("orphan", ())
    assert locate("beta three", text, ((0, 10),))[0] == "moved"


def test_words_that_stand_twice_elsewhere_are_an_error_that_says_so(tmp_path: Path) -> None:
    root, folder = write(tmp_path / "d"), texts(tmp_path)
    write_anchors(root, folder)
    texts(tmp_path, "Something new. " + TEXT + " " + TEXT)
    found = [p for p in check_dossier(root, folder).problems if "at 2 other places" in p.message]
    assert {(p.level, p.hint) for p in found} == {
        ("error", "quote more words, so that it stands once")
    }


def test_a_quote_that_is_not_in_its_source_is_an_error_with_its_line(tmp_path: Path) -> None:
    root, folder = write(tmp_path / "d"), texts(tmp_path, TEXT.replace("curbs since July", "-"))
    (problem,) = check_dossier(root, folder).problems
    assert (problem.level, problem.line, problem.record) == ("error", 22, "curbs")
    assert "curbs since July" in problem.message
    before = sorted(path.name for path in root.iterdir())
    with pytest.raises(DossierError, match="nothing was written"):
        write_anchors(root, folder)
    assert sorted(path.name for path in root.iterdir()) == before


def test_a_source_without_its_text_is_unchecked(tmp_path: Path) -> None:
    root, folder = write(tmp_path / "d"), texts(tmp_path, "nothing of it")
    checked = check_dossier(root, folder)
    assert [p.level for p in checked.problems] == ["warning"]
    assert checked.sources[0].anchors.unchecked == 7
    assert checked.sources[0].shown is None


def test_texts_that_cannot_be_read(tmp_path: Path) -> None:
    root = write(tmp_path / "d")
    with pytest.raises(TextsError, match="no such folder"):
        check_dossier(root, tmp_path / "none")
    folder = texts(tmp_path)
    (folder / "bad.txt").write_bytes(b"\xff")
    with pytest.raises(TextsError, match="UTF-8"):
        check_dossier(root, folder)


def test_a_damaged_lock_is_told(tmp_path: Path) -> None:
    root, folder = write(tmp_path / "d"), texts(tmp_path)
    (root / LOCK).write_text("spans = 3\n")
    (problem,) = check_dossier(root, folder).problems
    assert LOCK in problem.file
    assert "no anchor lock" in problem.message


def test_the_words_shown_are_limited(tmp_path: Path) -> None:
    short = "Ken Ito and Han Min-su. Yui Sato took over on Sept. 11. curbs since July"
    (problem,) = check_dossier(write(tmp_path / "d"), texts(tmp_path, short)).problems
    assert (problem.level, problem.record) == ("warning", "first")
    assert "two fifths" in problem.hint


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the five articles are not beside the checkout")
def test_every_claim_of_the_bundled_dossier_is_exact() -> None:
    checked = check_dossier(None, ARTICLES)
    assert checked.problems == ()
    assert sum(s.anchors.exact for s in checked.sources) == checked.claims
    opened = open_dossier(BUNDLED, texts=ARTICLES)
    assert {c.anchor for e in opened.dossier.events for c in e.claims} == {"exact"}


@given(st.text("abc ", min_size=1, max_size=14), st.text("abc ", max_size=60), st.integers(0, 3))
def test_near_is_nearest_where_that_is_near_enough(pattern: str, text: str, most: int) -> None:
    least = nearest(pattern, text)[2]
    found = near(pattern, text, most)
    if least > most or most >= len(pattern):
        assert found is None or found[2] <= most
    else:
        assert found is not None
        assert found[2] == least
        assert nearest(pattern, text[found[0] : found[1]])[2] == least


def test_a_quote_that_is_nowhere_is_found_missing_without_long_work() -> None:
    words = "".join(Random(7).choices("abcdefghijklmnopqrstuvwxy ", k=400_000))
    assert near("zebra " * 20, words, 12) is None
    assert near(words[1000:1100] + "?", words, 10) == (1000, 1100, 1)


def test_the_words_of_a_claim_are_its_passage_and_the_quote_stays(tmp_path: Path) -> None:
    root, folder = write(tmp_path / "d"), texts(tmp_path)
    without = open_dossier(root).dossier
    attached = open_dossier(root, texts=folder).dossier
    for event in without.events:
        again = attached.event(event.id)
        assert again is not None
        for before, now in zip(event.claims, again.claims, strict=True):
            assert (now.id, now.quote, before.words) == (before.id, before.quote, None)
            assert now.words is not None
            assert now.words.startswith(now.quote.split(" … ")[0])
            assert now.words.endswith(now.quote.split(" … ")[-1])
