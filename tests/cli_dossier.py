"""A small sound dossier in a folder, for tests that break it."""

from __future__ import annotations

from pathlib import Path

TEXT = """Ministers meet in Seoul

SEOUL -- Foreign Minister Hong Gil-dong met his counterpart Yamada Taro in Seoul on Thursday,
the ministry said. The two may meet again in Tokyo next month, a diplomat said on condition of
anonymity. Nothing has been decided yet about a visit by the president, whose spokesman would
not comment on reports that appeared in several newspapers earlier in the week.
"""

FILES = {
    "dossier.toml": """format = 1
id = "small"
title = "A small dossier"
""",
    "bodies.toml": """[south-korea]
name = "Korea"
kind = "state"
country = "KR"

[mofa-kr]
name = "Foreign Ministry"
kind = "ministry"
in = "south-korea"
country = "KR"

[gazette]
name = "The Gazette"
kind = "newspaper"
""",
    "people.toml": """[hong-gil-dong]
name = "Hong Gil-dong"
country = "KR"
""",
    "posts.toml": """[foreign-minister-kr]
title = "Foreign Minister"
body = "mofa-kr"
""",
    "places.toml": """[seoul]
name = "Seoul"
""",
    "tenures.toml": """[hong-minister]
person = "hong-gil-dong"
post = "foreign-minister-kr"
""",
    "topics.toml": """[talks]
name = "Talks"
summary = "Ministers talk."
""",
    "events.toml": """[ministers-2020-01]
kind = "meeting"
title = "Meeting of the ministers"
topics = ["talks"]
""",
    "sources/gazette-2020-01-03.toml": """title = "Ministers meet in Seoul"
publisher = "gazette"
published = "2020-01-03"

[[passage]]
quote = "Foreign Minister Hong Gil-dong met … in Seoul on Thursday"
via = ["mofa-kr"]
when = "on Thursday"
ministers-2020-01 = { status = "occurred", date = "2020-01-02", place = "seoul", \
people = ["hong-gil-dong"] }

[[passage]]
quote = "Foreign Minister Hong Gil-dong"
hong-minister = "held"
hong-gil-dong = { name = "Hong Gil-dong" }
""",
}


def write_dossier(folder: Path) -> Path:
    """Write the dossier into ``folder/dossier`` and its text into ``folder/texts``."""
    root = folder / "dossier"
    for name, content in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    (folder / "texts").mkdir(exist_ok=True)
    (folder / "texts" / "gazette.txt").write_text(TEXT, "utf-8")
    return root


def change(root: Path, file: str, old: str, new: str) -> None:
    """Replace ``old``, which must stand in the file, by ``new``."""
    path = root / file
    content = path.read_text("utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), "utf-8")
