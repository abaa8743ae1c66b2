"""Markdown: text from data that is never taken for markup, and footnotes to the sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from store.dossier import Dossier
from store.model.records import Source
from tui.present.cited import address, cited_words, supplied
from tui.present.exact import one_line

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$^!])")
# what GitHub and others make a link of without being asked
_LINKED = re.compile(r"(:)(?=//)|(?<=\bwww)(\.)|(?<=\bmailto)(:)|(?<=\S)(@)(?=\S)", re.IGNORECASE)
_BACKTICKS = re.compile("`+")
_START = re.compile(r"^(\d+)([.)])|^([-+=:])")

SUPPLIED = "Square brackets in a citation: supplied by us, the source does not print it."


def md(text: str) -> str:
    """The text on one line with nothing in it that Markdown or HTML reads; an address in it is
    no link."""
    escaped = _SPECIAL.sub(r"\\\1", one_line(text)).replace("&", "&amp;")
    escaped = _LINKED.sub(r"\\\g<0>", escaped)
    return _START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", escaped)


def code(text: str) -> str:
    """The text on one line as a code span, in which nobody looks for markup or a link: an address
    that is copied whole out of the file. Empty for no text."""
    plain = one_line(text)
    if not plain:
        return ""
    # a fence is longer than any run of backticks within, and never touches one
    fence = "`" * (1 + max(map(len, _BACKTICKS.findall(plain)), default=0))
    pad = " " if plain[0] == "`" or plain[-1] == "`" else ""
    return f"{fence}{pad}{plain}{pad}{fence}"


def citation(source: Source) -> str:
    """The citation of a source, its address as code."""
    return " ".join(filter(None, (md(cited_words(source)), code(address(source)))))


class Footnotes:
    """The sources referred to, each once, in the order of their first mention."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._ids: dict[str, None] = {}
        self._order = {source.id: at for at, source in enumerate(dossier.sources)}

    def refer(self, sources: Iterable[str]) -> str:
        """The marks to put behind a statement, the earlier source first."""
        ids = sorted(dict.fromkeys(sources), key=lambda id: self._order.get(id, len(self._order)))
        self._ids.update(dict.fromkeys(ids))
        return "".join(f"[^{id}]" for id in ids)

    def lines(self) -> list[str]:
        """The notes themselves, for the end of the text."""
        found = [(id, self._dossier.source(id)) for id in self._ids]
        notes = [f"[^{id}]: {citation(source)}" for id, source in found if source is not None]
        ours = any(supplied(source) for _, source in found if source is not None)
        return ["", *([md(SUPPLIED), ""] if ours else []), *notes] if notes else []


def page(title: str, head: Sequence[str], body: Sequence[str], notes: Footnotes) -> str:
    """A whole text: heading, the sentences below it, body, footnotes."""
    lines = [f"# {md(title)}", ""]
    lines += [md(" ".join(head)), ""] if head else []
    lines += [*body, *notes.lines()]
    return re.sub("\n{3,}", "\n\n", "\n".join(lines)).rstrip("\n") + "\n"
