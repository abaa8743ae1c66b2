"""A small dossier written to a folder, for tests that change one thing in it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from store.dossier import Dossier
from store.opening import open_dossier

BASE = {
    "dossier.toml": """
        format = 1
        id = "small"
        title = "A small dossier"
        """,
    "bodies.toml": """
        [japan]
        name = "Japan"
        kind = "state"
        country = "JP"
        [korea]
        name = "Korea"
        kind = "state"
        country = "KR"
        [mofa-jp]
        name = "Foreign Ministry of Japan"
        kind = "ministry"
        country = "JP"
        in = "japan"
        [asia-bureau]
        name = "Asia Bureau"
        kind = "bureau"
        in = "mofa-jp"
        [mofa-kr]
        name = "Foreign Ministry of Korea"
        kind = "ministry"
        country = "KR"
        [daily]
        name = "The Daily"
        kind = "newspaper"
        [herald]
        name = "The Herald"
        kind = "newspaper"
        [wire]
        name = "The Wire"
        kind = "news-agency"
        """,
    "people.toml": """
        [ito-ken]
        name = "Ken Ito"
        country = "JP"
        [sato-yui]
        name = "Yui Sato"
        country = "JP"
        [han-min]
        name = "Han Min-su"
        country = "KR"
        """,
    "posts.toml": """
        [minister-jp]
        title = "Foreign Minister"
        body = "mofa-jp"
        [director-jp]
        title = "Director-General"
        body = "asia-bureau"
        [spokesman-kr]
        title = "Spokesman"
        body = "mofa-kr"
        """,
    "places.toml": """
        [pacific]
        name = "Pacific"
        [guam]
        name = "Guam"
        in = "pacific"
        [manila]
        name = "Manila"
        """,
    "tenures.toml": """
        [ito-minister]
        person = "ito-ken"
        post = "minister-jp"
        [sato-minister]
        person = "sato-yui"
        post = "minister-jp"
        [han-spokesman]
        person = "han-min"
        post = "spokesman-kr"
        """,
    "events.toml": """
        [talks]
        kind = "talks"
        title = "Talks of the two"
        topics = ["trade"]
        [curbs]
        kind = "measure"
        title = "Curbs on exports"
        topics = ["trade"]
        """,
    "topics.toml": """
        [trade]
        name = "Trade"
        """,
}

DAILY = """
    title = "The first"
    publisher = "daily"
    published = "2019-08-14"

    [[passage]]
    quote = "Ken Ito and Han Min-su"
    when = "Friday or Saturday"
    stance = "expects"
    talks = { status = "scheduled", date = "[2019-08-16,2019-08-17]", \
people = ["ito-ken", "han-min"] }
    ito-minister = "held"
    han-spokesman = "held"
    ito-ken = { name = "Ken Ito" }
    han-min = { name = "Han Min-su" }

    [[passage]]
    quote = "Yui Sato took over on Sept. 11"
    said_on = "2019-08-14"
    sato-minister = { start = "2019-09-11", when = "Sept. 11", inferred = "a test" }

    [[passage]]
    quote = "curbs since July"
    curbs = { status = "in-force", date = "2019-07/..", when = "since July" }
    """


def write(root: Path, **changes: str) -> Path:
    """Write the small dossier with one source, ``first``; ``changes`` are keyed by file name
    with ``__`` for the dot and ``sources_NAME`` for a source's file. Empty text leaves a file
    out."""
    files = {**BASE, "sources/first.toml": DAILY}
    for name, text in changes.items():
        if name.startswith("sources_"):
            files[f"sources/{name.removeprefix('sources_')}.toml"] = text
        else:
            files[name.replace("__", ".")] = text
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text.strip():
            path.write_text(dedent(text), encoding="utf-8")
        else:
            path.unlink(missing_ok=True)
    return root


def opened(root: Path, **changes: str) -> Dossier:
    """The small dossier, changed, opened; any error in it raises."""
    return open_dossier(write(root, **changes)).dossier


def source(publisher: str, published: str, *passages: str, header: str = "") -> str:
    """The text of a source file: its header, then ``[[passage]]`` before each passage."""
    head = f'publisher = "{publisher}"\npublished = "{published}"\n{header}\n'
    return head + "".join(f"\n[[passage]]\n{dedent(passage)}\n" for passage in passages)
