"""Files of a folder that look like a dossier's and are none, so that nobody waits for what they
say: a name misspelt is no error, but everything that stands there is missing."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path

from store.model.frames import FRAMES
from store.reading.draft import SINGULAR, Draft

TABLES = tuple(f"{table}.toml" for table in FRAMES if table != "sources")
KNOWN = frozenset({"dossier.toml", "anchors.lock.toml", *TABLES})
ALIKE = 0.75  # of a name, so much at least, that it is taken for a misspelling
IN_SOURCES = "one file a source, in the folder sources"
_WRITTEN = {f"{one}.toml": f"{many}.toml" for many, one in SINGULAR.items()}


def check_strays(draft: Draft) -> None:
    """Warn of each TOML file that is not read, and of a folder that may be meant for sources."""
    for path in _entries(draft.root):
        if path.name.casefold().endswith(".toml"):
            if path.name not in KNOWN:
                draft.say(path.name, None, None, *_no_file(draft.root, path.name), level="warning")
        elif path.name != "sources" and not (draft.root / "sources").is_dir() and _sources(path):
            said = "is no folder of a dossier, and not read"
            draft.say(path.name, None, None, said, "did you mean sources?", level="warning")
    for path in _entries(draft.root / "sources"):
        file = f"sources/{path.name}"
        if path.suffix != ".toml" and path.suffix.casefold() == ".toml":
            said, hint = "is not read", f"did you mean {path.stem}.toml?"
            draft.say(file, None, None, said, hint, level="warning")
        elif path.suffix != ".toml" and any(_named(path, ".toml")):
            said, hint = "is not read", "sources stand in the folder itself, in none below it"
            draft.say(file, None, None, said, hint, level="warning")


def _no_file(root: Path, name: str) -> tuple[str, str]:
    """What is said of a file that is none of a dossier, and what may be meant."""
    said, wanted = "is no file of a dossier, and not read", name.casefold()
    if wanted in ("source.toml", "sources.toml"):
        return said, IN_SOURCES
    absent = sorted(one for one in KNOWN if not (root / one).exists())
    # without the ending, which all of them share
    stems = {one.removesuffix(".toml"): one for one in absent}
    close = difflib.get_close_matches(wanted.removesuffix(".toml"), stems, n=1, cutoff=ALIKE)
    meant = _WRITTEN.get(wanted, wanted)
    found = meant if meant in absent else stems[close[0]] if close else None
    tables = " ".join(one.removesuffix(".toml") for one in TABLES)
    return said, f"did you mean {found}?" if found else f"one of: {tables}, each .toml"


def _sources(path: Path) -> bool:
    """Whether a folder may be meant to be that of the sources."""
    alike = difflib.SequenceMatcher(None, path.name.casefold(), "sources").ratio() >= ALIKE
    return alike and any(_named(path, ".toml"))


def _entries(folder: Path) -> Iterable[Path]:
    """What stands in a folder, in order, but for hidden files; nothing where it cannot be read."""
    return sorted(path for path in _named(folder, "") if not path.name.startswith("."))


def _named(folder: Path, ending: str) -> Iterator[Path]:
    try:
        if folder.is_dir():
            yield from (one for one in folder.iterdir() if one.suffix.endswith(ending))
    except OSError:
        return
