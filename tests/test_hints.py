"""What is written otherwise than a dossier wants it: the hint names what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import DAILY, write

from store.model.records import Problem
from store.opening import checked_draft

SOURCE = "sources/first.toml"
TALKS = (
    'talks = { status = "scheduled", date = "[2019-08-16,2019-08-17]", '
    'people = ["ito-ken", "han-min"] }'
)
HELD = 'ito-minister = "held"'
TOPIC = 'topics = ["trade"]'
DENIED = 'write what it denies and the stance: { status = "scheduled", stance = "denies" }'
ENDED = 'write what it denies and the stance: { end = "2019-09-11", stance = "denies" }'
INSIDE = "write it inside the braces of what it is about: event-id = {{ {} = … }}"


def told(root: Path, file: str, old: str, new: str) -> list[Problem]:
    """The problems of the small dossier in which ``new`` stands for ``old`` in a file."""
    path = write(root) / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    return checked_draft(root).problems


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "field", "message", "hint"),
    [
        (SOURCE, "[[passage]]", "[[passages]]", 6, "passages", "no such field", "[[passage]]"),
        (SOURCE, "[[passage]]", "[passages]", 6, "passages", "no such field", "[[passage]]"),
        (SOURCE, "[[passage]]", "[[Passage]]", 6, "Passage", "no such field", "[[passage]]"),
        (SOURCE, "[[passage]]", "[[claim]]", 6, "claim", "no such field", "[[passage]]"),
        (SOURCE, "[[passage]]", "[passage]", 16, "passage", "twice", "write [[passage]]"),
        (SOURCE, "quote =", "quotes =", 7, "quotes", "no field of a", "did you mean quote?"),
        (SOURCE, "quote =", "Quote =", 7, "Quote", "no field of a", "did you mean quote?"),
        (SOURCE, 'quote = "Ken Ito and Han Min-su"', "", 6, "quote", "is missing", "the words"),
        (SOURCE, TALKS, "talks = { denied = true }", 10, "denied", "of an event", DENIED),
        (SOURCE, TALKS, 'talks = { denies = "x" }', 10, "denies", "of an event", DENIED),
        (SOURCE, TALKS, 'talks = "denied"', 10, "status", "“denied” is no status", DENIED),
        (SOURCE, TALKS, 'talks = { stance = "denies" }', 10, None, "says nothing", DENIED),
        (SOURCE, TALKS, 'talks = { where = "guam" }', 10, "where", "an event", "mean place?"),
        (SOURCE, HELD, 'ito-minister = { stance = "denies" }', 11, None, "nothing", ENDED),
        (SOURCE, HELD, 'ito-minister = { began = "2019" }', 11, "began", "a tenure", "mean start?"),
        (SOURCE, HELD, 'ito-minister = { ended = "2019" }', 11, "ended", "a tenure", "mean end?"),
        (SOURCE, HELD, 'ito-minister = { since = "2019" }', 11, "since", "a tenure", "mean start?"),
        (SOURCE, HELD, "ito-minister = true", 11, None, "bare word", 'e.g. { end = "2019-09-11" }'),
        (SOURCE, 'stance = "expects"', 'place = "guam"', 9, "place", "neither a field",
         INSIDE.format("place")),
        (SOURCE, '"2019-08-14"', "2019-08-14", 4, "published", "is a date", "quotation marks"),
        ("events.toml", TOPIC, 'place = "guam"', 5, "place", "no such field",
         "a source tells it: in its [[passage]] write talks = { place = … }"),
        ("events.toml", TOPIC, "denied = true", 5, "denied", "no such field",
         'talks = { status = "scheduled", stance = "denies" }'),
        ("tenures.toml", "[ito-minister]", '[ito-minister]\nstart = "2019"', 3, "start", "no such",
         "a source tells it: in its [[passage]] write ito-minister = { start = … }"),
        ("people.toml", "[ito-ken]", '[ito-ken]\npost = "x"', 3, "post", "no such", "tenures.toml"),
        ("tenures.toml", '"minister-jp"', '"talks"', 4, "post", "“talks” is an event, not a post",
         ""),
    ],
)  # fmt: skip
def test_a_hint_names_what_would_be_right(
    tmp_path: Path, file: str, old: str, new: str, line: int, field: str | None, message: str,
    hint: str,
) -> None:  # fmt: skip
    problem, *others = told(tmp_path, file, old, new)
    named = problem.field if field in (problem.field, None) else problem.record
    assert (problem.line, named) == (line, field), str(problem)
    assert message in problem.message
    assert hint in problem.hint
    assert others == []  # what follows from it is not told again


def test_one_passage_alone_as_a_table(tmp_path: Path) -> None:
    text = DAILY[: DAILY.rindex("[[passage]]")]
    text = text[: text.rindex("[[passage]]")].replace("[[passage]]", "[passage]")
    (problem,) = checked_draft(write(tmp_path, sources_first=text)).problems
    assert (problem.line, problem.field) == (6, "passage")
    assert "write [[passage]]" in problem.hint


def test_what_is_hinted_at_for_a_denial_is_right(tmp_path: Path) -> None:
    passage = 'quote = "no"\ntalks = { status = "scheduled", stance = "denies" }\n'
    passage += 'ito-minister = { end = "2019-09-11", stance = "denies" }'
    problems = told(tmp_path, SOURCE, "[[passage]]", f"[[passage]]\n{passage}\n[[passage]]")
    assert problems == []
