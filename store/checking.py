"""``check``: every problem of a dossier at once, its quotes anchored in the texts."""

from __future__ import annotations

from pathlib import Path

import msgspec

from store.dossier import Dossier
from store.model.claims import Claim
from store.model.facts import Facts
from store.model.records import Problem, Source
from store.opening import BUNDLED, DossierError, checked_draft, facts_of
from store.reading.draft import Draft
from store.texts.anchors import NO_ANCHORS, Anchored, places
from store.texts.attached import LOCK, Lock, TextsError, attach, cleaned_at, read_lock, write_lock

MOST_SHOWN = 0.40  # share of an article's words that quotes may show


class Checked(msgspec.Struct, frozen=True):
    """The problems, those of whole files first, then errors, and every source with its shares
    and anchors."""

    problems: tuple[Problem, ...]
    sources: tuple[Source, ...]
    claims: int


def check_dossier(path: Path | None, texts: Path | None = None) -> Checked:
    """Check a folder or compiled file. Raises ``TextsError`` for a folder of texts that cannot
    be read; everything else is a problem."""
    root = BUNDLED if path is None else path
    draft = checked_draft(root)
    facts = facts_of(draft)
    if facts is None:
        return Checked(tuple(draft.problems), (), 0)
    anchored = _anchor(draft, facts, texts)
    problems = sorted(draft.problems, key=lambda p: (not p.of_file, p.level != "error"))
    return Checked(tuple(problems), Dossier(facts, anchored).sources, len(facts.claims))


def _anchor(draft: Draft, facts: Facts, texts: Path | None) -> Anchored:
    if texts is None:
        return NO_ANCHORS
    lock = Lock({}, {})
    try:
        lock = read_lock(draft.root) if draft.root.is_dir() else lock
    except TextsError as error:
        draft.say(LOCK, None, None, str(error).partition(": ")[2])
    anchored = attach(facts, texts, lock)
    for source in facts.sources:
        if source not in anchored.articles and any(c.source == source for c in facts.claims):
            message = f"no text in {texts} holds half of its quotes"
            draft.say_of(source, None, message, "its claims are unchecked", level="warning")
    for source, article in anchored.articles.items():
        file = (texts / article.file).absolute()
        if (dirty := cleaned_at(file)) is not None:
            said = f"{dirty[1]} in this text"
            draft.say(str(file), source, None, said, level="warning", line=dirty[0])
    for claim in facts.claims:
        state = anchored.state(claim.id)
        shown = f"“{claim.quote}”"
        if state == "orphan" and (found := _elsewhere(claim, anchored)) > 1:
            draft.say_of(claim.id, "quote", f"stands at {found} other places now: {shown}",
                         "quote more words, so that it stands once")  # fmt: skip
        elif state == "orphan":
            draft.say_of(claim.id, "quote", f"not in its source: {shown}",
                         f"quote the text of {claim.source} word for word")  # fmt: skip
        elif state == "fuzzy":
            start, end = anchored.spans[claim.id][0][0], anchored.spans[claim.id][-1][1]
            there = anchored.articles[claim.source].text[start:end]
            draft.say_of(claim.id, "quote", f"not word for word in its source: {shown}",
                         f"the text has “{there}”")  # fmt: skip
        elif state == "moved":
            draft.say_of(claim.id, "quote", f"stands elsewhere now: {shown}",
                         "look at it, then check with --write", level="warning")  # fmt: skip
    bundled = draft.root.resolve() == BUNDLED.resolve()
    for source, shares in anchored.shares.items():
        if shares.shown >= MOST_SHOWN:
            draft.say_of(source, None, f"{shares.shown:.0%} of its words are shown",
                         "quote under two fifths of an article",
                         level="error" if bundled else "warning")  # fmt: skip
    return anchored


def _elsewhere(claim: Claim, anchored: Anchored) -> int:
    """At how many places of its text an orphan's words stand, none of them where they stood."""
    article = anchored.articles.get(claim.source)
    return 0 if article is None else len(places(claim.quote, article.text))


def write_anchors(path: Path | None, texts: Path) -> int:
    """Write the positions of all sound anchors to the dossier's folder; how many were written.

    Raises ``DossierError`` where the dossier has errors (nothing is written then), ``TextsError``
    for texts that cannot be read, OSError where the folder cannot be written."""
    root = BUNDLED if path is None else path
    draft = checked_draft(root)
    facts = facts_of(draft)
    if facts is None or draft.errors or not root.is_dir():
        if not draft.errors:
            draft.say("", None, None, "is no folder", "anchors are written beside dossier.toml")
        raise DossierError(tuple(draft.errors))
    anchored = attach(facts, texts, read_lock(root))
    bad = [c.id for c in facts.claims if anchored.state(c.id) in ("fuzzy", "orphan")]
    if bad:
        for id in bad:
            draft.say_of(id, "quote", "is not in its source", "mend it first; nothing was written")
        raise DossierError(tuple(draft.errors))
    write_lock(root, facts, anchored)
    return sum(anchored.state(c.id) in ("exact", "moved") for c in facts.claims)
