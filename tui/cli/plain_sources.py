"""Sources as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import ConsoleRenderable

from store.dossier import Dossier
from store.model.records import Source
from tui.cli.setting import BLANK, counted, indented, labelled, row, text
from tui.present import dates


def source_list(dossier: Dossier, sources: Sequence[Source]) -> Iterator[ConsoleRenderable]:
    """Each source with its day and what was taken from it."""
    for at, source in enumerate(sources):
        if at:
            yield BLANK
        yield from source_page(dossier, source)


def source_page(dossier: Dossier, source: Source) -> Iterator[ConsoleRenderable]:
    """One source: title, publisher and day, then what rests on it."""
    yield row(
        (text((source.title or source.id, "bold")), "fill"),
        (text((counted(source.claims, "claim"), "muted")), "right"),
    )
    copied = None if source.copy_of is None else text(dossier.name_of(source.copy_of))
    yield indented(
        labelled(
            [
                ("From", text(*_publisher(source))),
                ("Published", text(dates.short(source.published), *_basis(source.published_basis))),
                ("By", text(source.byline) if source.byline else None),
                ("Agency", text(dossier.name_of(source.agency)) if source.agency else None),
                ("Dateline", text(source.dateline) if source.dateline else None),
                ("Copy of", copied),
                ("Address", text(source.url) if source.url else None),
                ("Language", text(source.language) if source.language != "en" else None),
                ("Quoted", text(_shares(source)) if source.shown is not None else None),
                ("Anchors", text(_anchors(source)) if source.shown is not None else None),
                ("Id", text((source.id, "muted"))),
            ]
        )
    )


def _publisher(source: Source) -> list[str | tuple[str, str]]:
    name = source.publisher_name or source.publisher
    return [name, *_basis(source.publisher_basis)] if name else [("not named", "muted")]


def _basis(basis: str | None) -> list[tuple[str, str]]:
    return [] if basis in (None, "stated") else [(f"  {basis}", "muted")]


def _shares(source: Source) -> str:
    anchored = "" if source.anchored is None else f", {source.anchored:.0%} anchored"
    return f"{source.shown or 0:.0%} of its words shown{anchored}"


def _anchors(source: Source) -> str:
    counts = source.anchors
    found = [
        (counts.exact, "exact"),
        (counts.moved, "moved"),
        (counts.fuzzy, "fuzzy"),
        (counts.orphan, "orphan"),
        (counts.unchecked, "unchecked"),
    ]
    return ", ".join(f"{number} {word}" for number, word in found if number) or "none"
