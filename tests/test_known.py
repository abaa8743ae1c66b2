"""What was known by a day: nothing of a later source leaks (derived rule 6)."""

from __future__ import annotations

from pathlib import Path

import msgspec
from building import opened, source

from store.opening import open_dossier

LATER = source(
    "herald",
    "2019-09-20~",
    'quote = "Ken ITO"\nito-ken = { name = "Ken ITO" }',
    'quote = "met in Guam"\nwhen = "last month"\n'
    'talks = { status = "occurred", date = "2019-08", place = "guam", people = ["sato-yui"] }',
    'quote = "Yui Sato"\nsato-minister = "held"\nsato-yui = { name = "Yui Sato" }',
)
EVENTS = """
    [talks]
    kind = "talks"
    title = "Talks of the two"
    follows = "curbs"
    prefer = { field = "status", value = "occurred", why = "later" }
    [curbs]
    kind = "measure"
    title = "Curbs on exports"
    in_response_to = "filing"
    [filing]
    kind = "filing"
    title = "A filing"
    """
FILED = source("wire", "2019-10-01", 'quote = "filed"\nfiling = "occurred"')


def test_nothing_of_a_later_source_leaks(tmp_path: Path) -> None:
    dossier = opened(tmp_path, sources_b=LATER, sources_c=FILED, events__toml=EVENTS)
    early = dossier.known_by("2019-08-20")
    assert [s.id for s in early.sources] == ["first"]
    assert {c.source for e in early.events for c in e.claims} == {"first"}
    assert early.event("filing") is None
    curbs, talks = early.event("curbs"), early.event("talks")
    assert curbs is not None
    assert talks is not None
    assert curbs.in_response_to is None
    assert (talks.status, talks.date, talks.place) == (
        "scheduled",
        "[2019-08-16,2019-08-17]",
        (),
    )
    assert [p.names for p in early.people("ito")] == [("Ken Ito",)]
    assert early.place("guam") is None
    assert "herald" not in {body.id for body in early.bodies}
    text = msgspec.json.encode(
        [early.events, early.people(), early.posts(), early.bodies, early.encounters]
    ).decode()
    for later in ("herald", "filing", "ITO", "guam"):
        assert later not in text


def test_a_source_counts_on_the_last_day_on_which_it_may_have_come_out(tmp_path: Path) -> None:
    window = LATER.replace('"2019-09-20~"', '"[2019-09-18..2019-09-20]"')
    dossier = opened(tmp_path, sources_b=window)
    assert len(dossier.known_by("2019-09-19").sources) == 1
    assert len(dossier.known_by("2019-09-20").sources) == 2
    assert len(dossier.known_by("2019-09").sources) == 2


def test_before_the_first_source_nothing_is_known(tmp_path: Path) -> None:
    early = opened(tmp_path).known_by("2019-08-13")
    assert (early.events, early.people(), early.sources, early.conflicts) == ((), (), (), ())


def test_the_bundled_dossier_on_20_august_rests_on_one_article() -> None:
    early = open_dossier(None).dossier.known_by("2019-08-20")
    assert {c.source for e in early.events for c in e.claims} == {"herald-2019-08-14"}
    autumn = [e.id for e in early.events if (e.earliest or "") >= "2019-09-01"]
    assert autumn == ["whitelist-japan"]
    assert "Kim In-chul" not in [n for p in early.people() for n in p.names]


POSTS = """
    [minister-jp]
    title = "Foreign Minister"
    body = "mofa-jp"
    [envoy-jp]
    title = "Special Envoy"
    body = "japan"
    [spokesman-kr]
    title = "Spokesman"
    body = "mofa-kr"
    """


def test_a_post_that_only_later_sources_name_is_not_known(tmp_path: Path) -> None:
    envoy = source(
        "daily",
        "2019-08-14",
        'quote = "the envoy"\nito-minister = { post = "envoy-jp" }\nhan-spokesman = "held"\n'
        'han-min = { name = "Han Min-su" }\nito-ken = { name = "Ken Ito" }',
        'quote = "curbs"\ncurbs = "in-force"\n'
        'talks = { status = "scheduled", people = ["ito-ken"] }',
    )
    minister = source(
        "herald",
        "2019-09-20",
        'quote = "the minister"\nito-minister = { post = "minister-jp" }',
        'quote = "another"\nsato-minister = "held"\nsato-yui = { name = "Yui Sato" }',
    )
    dossier = opened(tmp_path, posts__toml=POSTS, sources_first=envoy, sources_b=minister)
    early = dossier.known_by("2019-09-01")
    assert [post.id for post in early.posts()] == ["envoy-jp", "spokesman-kr"]
    assert early.record("minister-jp") is None
    assert early.name_of("ito-minister") == "Ken Ito, Special Envoy"
    assert not [hit for hit in early.search("minister") if hit.type in ("tenure", "post")]
    assert [t.post for t in early.person("ito-ken").tenures] == ["envoy-jp"]  # type: ignore[union-attr]
    # and with no claim of a post, the frame's stands
    assert dossier.known_by("2019-09-20").name_of("sato-minister") == "Yui Sato, Foreign Minister"


def test_a_tenure_is_named_by_the_post_that_is_claimed(tmp_path: Path) -> None:
    envoy = source("herald", "2019-09-20", 'quote="as envoy"\nito-minister={post="envoy-jp"}')
    dossier = opened(tmp_path, posts__toml=POSTS, sources_b=envoy)
    assert dossier.name_of("ito-minister") == "Ken Ito, Special Envoy"
    (hit,) = [hit for hit in dossier.search("ito envoy") if hit.type == "tenure"]
    assert hit.title == "Ken Ito, Special Envoy"
    # before that source only the frame told the post
    assert dossier.known_by("2019-09-01").name_of("ito-minister") == "Ken Ito, Foreign Minister"
