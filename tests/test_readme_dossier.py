"""The small dossier of the README is one; a newcomer's first faults have the hint that helps."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from building import write

from store.opening import DossierError, open_dossier

README = Path(__file__).parents[1] / "README.md"


def test_the_dossier_of_the_readme_can_be_pasted(tmp_path: Path) -> None:
    text = README.read_text("utf-8").partition("A small dossier, whole")[2]
    block = text.partition("```toml\n")[2].partition("```")[0]
    parts = re.split(r"^# (\S+\.toml)\n", block, flags=re.MULTILINE)[1:]
    for name, body in zip(parts[::2], parts[1::2], strict=True):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(body, "utf-8")
    opened = open_dossier(tmp_path)
    assert opened.problems == ()
    (event,) = opened.dossier.events
    assert event.status == "occurred"


@pytest.mark.parametrize(
    ("file", "text", "hint"),
    [
        ("sources_first", 'date = "2019-08-14"\npublished = "2019"', "did you mean published?"),
        ("bodies__toml", '[a]\nname = "A"\nkind = "country"', "international-organisation"),
        (
            "sources_first",
            'published = "2019"\n[[passage]]\nquote = "a"\ntalks = { status = "held" }',
            "did you mean occurred?",
        ),
    ],
)
def test_a_first_fault_has_the_hint_that_helps(
    tmp_path: Path, file: str, text: str, hint: str
) -> None:
    with pytest.raises(DossierError) as told:
        open_dossier(write(tmp_path, **{file: text}))
    assert [problem for problem in told.value.problems if hint in problem.hint], told.value.problems
