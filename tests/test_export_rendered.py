"""Exported Markdown as a reader of it renders it: no markup is left over, no footnote is lost."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from test_export import listings
from test_export_cautions import exported, others, record_md

from store.dossier import Dossier
from store.opening import open_dossier
from tui.out.export import list_export


@pytest.fixture(scope="module")
def bundled() -> Dossier:
    return open_dossier(None).dossier


def rendered(text: str) -> str:
    return str(MarkdownIt("commonmark").use(footnote_plugin).render(text))


def left_over(text: str) -> list[str]:
    """What looks like markup in the text of the rendered page."""
    plain = re.sub(r"<[^>]+>", "", rendered(text))
    return [mark for mark in ("[^", "**", "\\", "  - ", "&amp;amp;", "..", ";.") if mark in plain]


def test_nothing_of_a_list_is_left_unrendered(bundled: Dossier) -> None:
    for listing in listings(bundled):
        text = list_export(bundled, listing, ".md").decode()
        assert left_over(text) == [], listing.kind
        assert not re.search(r"[.;] [a-z][^\n]{0,20}\bvoices", text), listing.kind
        assert len(re.findall(r"<li>", rendered(text))) == len(listing.records)


def test_nothing_of_a_record_is_left_unrendered(bundled: Dossier) -> None:
    for event in bundled.events:
        assert left_over(exported(bundled, event.id)) == [], event.id
    for link in others(bundled):
        assert left_over(record_md(bundled, link)) == [], link
