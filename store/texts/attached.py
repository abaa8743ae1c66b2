"""Texts that the user attaches from a folder: which file is which source, and its anchors."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from store.disk.whole import write_whole
from store.model.claims import Claim
from store.model.clean import cleaned
from store.model.facts import Facts
from store.texts.anchors import (
    Anchored,
    Article,
    Shares,
    Spans,
    State,
    locate,
    measure,
    normalise,
    places,
)

LOCK = "anchors.lock.toml"
MAX_TEXT = 16 * 1024 * 1024  # bytes of one text
MAX_FILES = 10_000
_BLANKS = {ord("\t"): " ", **dict.fromkeys(map(ord, "\r\x0b\x0c\x85\u2028\u2029"), "\n")}


class TextsError(Exception):
    """A folder of texts, or a text in it, that cannot be read; the message is one line."""


class Lock(msgspec.Struct, frozen=True):
    """What ``anchors.lock.toml`` keeps: SHA-256 of each source's text, spans of each claim."""

    texts: Mapping[str, str]
    spans: Mapping[str, Spans]


def read_lock(folder: Path) -> Lock:
    """The lock of a dossier's folder; empty where there is none. A lock that cannot be read
    raises ``TextsError``."""
    path = folder / LOCK
    if not path.is_file():
        return Lock({}, {})
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        texts = {str(id): str(hash_) for id, hash_ in data.get("texts", {}).items()}
        spans = {
            str(id): tuple((int(start), int(end)) for start, end, _hash in rows)
            for id, rows in data.get("spans", {}).items()
        }
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise TextsError(
            f"{path}: is no anchor lock ({error}); delete it and write it anew"
        ) from None
    return Lock(texts, spans)


def attach(facts: Facts, folder: Path, lock: Lock) -> Anchored:
    """Anchor every claim in the texts of a folder. Raises ``TextsError``."""
    by_source: dict[str, list[Claim]] = {}
    for claim in facts.claims:
        by_source.setdefault(claim.source, []).append(claim)
    articles = _articles(_texts(folder), by_source, lock)
    states: dict[str, State] = {}
    spans: dict[str, Spans] = {}
    shares: dict[str, Shares] = {}
    for source, article in articles.items():
        for claim in by_source.get(source, []):
            state, found = locate(claim.quote, article.text, lock.spans.get(claim.id))
            states[claim.id], spans[claim.id] = state, found
        sound = [spans[c.id] for c in by_source.get(source, []) if states[c.id] != "fuzzy"]
        shares[source] = measure(article.text, sound)
    return Anchored(states, spans, shares, articles)


def write_lock(folder: Path, facts: Facts, anchored: Anchored) -> None:
    """Write offsets and a hash of each span; OSError when the folder cannot be written."""
    lines = [
        "# Written by `legation check --texts DIR --write`: where each quote stands.",
        "",
        "[texts]",
    ]
    for id, article in sorted(anchored.articles.items()):
        lines.append(f'{id} = "{_hash(article.text)}"')
    lines += ["", "[spans]"]
    for claim in sorted(facts.claims, key=lambda claim: claim.id):
        if anchored.state(claim.id) in ("exact", "moved"):
            text = anchored.articles[claim.source].text
            rows = [f'[{a}, {b}, "{_hash(text[a:b])[:12]}"]' for a, b in anchored.spans[claim.id]]
            lines.append(f'"{claim.id}" = [{", ".join(rows)}]')
    write_whole(folder / LOCK, ("\n".join(lines) + "\n").encode())


def _texts(folder: Path) -> list[tuple[str, str, tuple[int, ...]]]:
    if not folder.is_dir():
        raise TextsError(f"{folder}: no such folder; name the folder that holds the *.txt files")
    found = []
    for path in sorted(folder.glob("*.txt"))[:MAX_FILES]:
        try:
            if path.stat().st_size > MAX_TEXT:
                raise TextsError(f"{path}: is larger than 16 MiB")
            raw = _read(path)
        except UnicodeDecodeError as error:
            raise TextsError(f"{path}: is not UTF-8 (byte {error.start})") from None
        except OSError as error:
            raise TextsError(f"{path}: cannot be read: {error.strerror}") from None
        found.append((path.name, *normalise(cleaned(raw, len(raw))[0])))
    return found


def cleaned_at(path: Path) -> tuple[int, str] | None:
    """The first line of a text in which something was replaced or cut, and what was done; None
    for a text that is shown as it is written, or cannot be read."""
    try:
        raw = _read(path)
    except (OSError, UnicodeDecodeError):
        return None
    said = ((number, cleaned(line, len(line))[1]) for number, line in enumerate(raw.split("\n"), 1))
    return next(((number, what) for number, what in said if what), None)


def _read(path: Path) -> str:
    """The text of a file; whatever parts its lines is a line feed, and tabs are spaces."""
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").translate(_BLANKS)


def _articles(
    texts: list[tuple[str, str, tuple[int, ...]]], by_source: dict[str, list[Claim]], lock: Lock
) -> dict[str, Article]:
    """A text belongs to the source with its hash, else to the one of whose quotes most, and at
    least half, stand in it."""
    found: dict[str, Article] = {}
    hashes = {hash_: id for id, hash_ in lock.texts.items() if id in by_source}
    open_: list[tuple[str, str, tuple[int, ...]]] = []
    for name, text, breaks in texts:
        id = hashes.get(_hash(text))
        if id is not None and id not in found:
            found[id] = Article(id, name, text, breaks)
        else:
            open_.append((name, text, breaks))
    scores = []
    for at, (_name, text, _breaks) in enumerate(open_):
        for id, claims in by_source.items():
            if id not in found and claims:
                share = sum(bool(places(c.quote, text)) for c in claims) / len(claims)
                if share >= 0.5:
                    scores.append((share, -at, id))
    taken: set[int] = set()
    for _share, at, id in sorted(scores, reverse=True):
        if id not in found and -at not in taken:
            taken.add(-at)
            name, text, breaks = open_[-at]
            found[id] = Article(id, name, text, breaks)
    return found


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
