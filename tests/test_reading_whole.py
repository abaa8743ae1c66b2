"""What only several records together show to be wrong: a line of check that names them."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import BASE, opened, source, write
from test_evidence import passage

from store import opening
from store.disk import compiled
from store.model.records import Problem
from store.opening import DossierError, checked_draft, open_dossier


def problems(root: Path, **changes: str) -> list[Problem]:
    return checked_draft(write(root, **changes)).problems


def preferring(field: str, value: str) -> str:
    prefer = f'prefer = {{ field = "{field}", value = "{value}", why = "we say so" }}'
    title = 'title = "Talks of the two"'
    return BASE["events.toml"].replace(title, f"{title}\n        {prefer}")


@pytest.mark.parametrize(
    ("field", "value"),
    [("people", "ito-ken"), ("agenda", "tea"), ("said", "no"), ("bodies", "japan"), ("tea", "x")],
)
def test_a_preference_for_what_cannot_be_decided_is_an_error(
    tmp_path: Path, field: str, value: str
) -> None:
    (problem,) = problems(tmp_path, events__toml=preferring(field, value))
    assert (problem.level, problem.record, problem.field) == ("error", "talks", "prefer")
    assert f"“{field}”" in problem.message
    for possible in ("date", "place", "status"):
        assert possible in problem.hint


def test_a_person_has_nothing_to_prefer(tmp_path: Path) -> None:
    prefer = 'prefer = { field = "name", value = "Ken Ito", why = "we say so" }'
    name = 'name = "Ken Ito"'
    people = BASE["people.toml"].replace(name, f"{name}\n        {prefer}")
    (problem,) = problems(tmp_path, people__toml=people)
    assert (problem.level, problem.record, problem.field) == ("error", "ito-ken", "prefer")


@pytest.mark.parametrize("more", ["", 'stance = "denies"'])
def test_a_preference_without_a_claim_is_told_and_ignored(tmp_path: Path, more: str) -> None:
    text = source("wire", "2019-08-20", passage('status = "cancelled"', more=more)) if more else ""
    (problem,) = problems(tmp_path, events__toml=preferring("status", "cancelled"), sources_z=text)
    assert (problem.level, problem.record, problem.field) == ("warning", "talks", "prefer")
    assert "cancelled" in problem.message
    dossier = open_dossier(tmp_path).dossier
    assert dossier.event("talks").status == "scheduled"  # type: ignore[union-attr]


def test_occurred_on_a_day_after_its_source_that_another_source_gives(tmp_path: Path) -> None:
    (problem,) = problems(
        tmp_path,
        sources_s1=source("herald", "2019-08-05", passage('status = "occurred"')),
        sources_s2=source("wire", "2019-08-20", passage('status = "occurred", date="2019-08-09"')),
    )
    assert (problem.level, problem.record, problem.field) == ("error", "talks", "status")
    assert problem.file.endswith("s1.toml")
    for named in ("2019-08-09", "2019-08-05", "s2"):
        assert named in f"{problem.message} {problem.hint}"
    lenient = open_dossier(tmp_path, strict=False).dossier
    assert {c.source for c in lenient.event("talks").claims} == {"first", "s2"}  # type: ignore[union-attr]


def test_occurred_is_sound_where_some_day_fits(tmp_path: Path) -> None:
    assert not problems(
        tmp_path,
        sources_s1=source("herald", "2019-08-05", passage('status = "occurred"')),
        sources_s2=source("wire", "2019-08-20", passage('status = "occurred", date="2019-08-09"')),
        sources_s3=source("daily", "2019-08-20", passage('status = "occurred", date="2019-08-04"')),
    )
    assert not problems(
        tmp_path / "vague",
        sources_s1=source("herald", "2019-08-05", passage('status = "occurred"')),
        sources_s2=source("wire", "2019-08-20", passage('status = "occurred", date="2019-08"')),
    )
    assert not problems(
        tmp_path / "doubtful",
        sources_s1=source("herald", "2019-08-05", passage('status = "occurred"')),
        sources_s2=source("wire", "2019-08-20", passage('status="occurred", date="2019-08-09~"')),
    )


def tenure(says: str) -> str:
    return f'quote = "in office"\nito-minister = {{ {says} }}'


def test_a_tenure_that_ends_before_it_starts_is_an_error(tmp_path: Path) -> None:
    (problem,) = problems(
        tmp_path,
        sources_s1=source("herald", "2019-10-05", tenure('start = "2019-09-10"')),
        sources_s2=source("wire", "2019-10-05", tenure('end = "2019-09-01"')),
    )
    assert (problem.level, problem.record) == ("error", "ito-minister")
    for day in ("2019-09-10", "2019-09-01"):
        assert day in problem.message
    lenient = open_dossier(tmp_path, strict=False).dossier
    assert lenient.tenure("ito-minister") is None
    assert lenient.person("ito-ken") is not None


@pytest.mark.parametrize(
    ("start", "end"),
    [("2019-09-10", "2019-09-10"), ("2019-09-10~", "2019-09-01"), ("2019-09", "2019-09-01")],
)
def test_a_tenure_that_may_end_after_it_starts_is_sound(
    tmp_path: Path, start: str, end: str
) -> None:
    both = source("herald", "2019-10-05", tenure(f'start = "{start}", end = "{end}"'))
    assert not problems(tmp_path, sources_s1=both)
    assert opened(tmp_path, sources_s1=both).tenure("ito-minister") is not None


def test_what_older_rules_found_sound_is_checked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = write(tmp_path / "folder", events__toml=preferring("agenda", "tea"))
    with monkeypatch.context() as older:
        older.setattr(compiled, "RULES", compiled.RULES - 1)
        older.setattr(opening, "check_whole", lambda draft: None)
        open_dossier(root)
    with pytest.raises(DossierError, match="agenda"):
        open_dossier(root)
