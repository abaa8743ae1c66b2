"""Exported Markdown as a reader of it renders it: no markup is left over, no footnote is lost."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from building import opened, source
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from test_export import listings
from test_export_cautions import exported, others, record_md

from store.dossier import Dossier
from store.model import records
from tui.out.export import Listing, list_export, record_export
from tui.out.markdown import code, md
from tui.present.line import Link


def rendered(text: str) -> str:
    return str(MarkdownIt("commonmark").use(footnote_plugin).render(text))


def links(text: str) -> list[str]:
    """Where the links of the page lead, as a renderer draws it that makes one of every address
    that it finds; those between footnotes left out."""
    page = MarkdownIt("gfm-like").use(footnote_plugin).render(text)
    found = re.findall(r"<(?:a|img)\b[^>]*?(?:href|src)=\"([^\"]*)", page)
    return [where for where in found if not where.startswith("#fn")]


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


ADDRESSES = (
    "https://example.org/a?b=c&d=e#f",
    "https://example.org/`x`",
    "https://example.org/``a```b",
    "https://example.org/`",
    "https://example.org/](http://evil.example)",
    "https://example.org/\\`",
    "https://example.org/<http://evil.example>",
    "https://example.org/|x|",
)


@pytest.mark.parametrize(
    "text",
    [*ADDRESSES, "`https://example.org/", "``` https://x.example", "<http://evil.example>", "`",
     "\\", "![x](http://evil.example/x)", "<a href=http://evil.example>x</a>", "www.evil.example"],
)  # fmt: skip
def test_nothing_in_a_code_span_is_markup(text: str) -> None:
    """Whatever stands before it, as far as it was escaped."""
    for before in ("", md("a ` b `` c \\"), md("`"), md("[x](y <")):
        page = rendered(f"x {before} {code(text)} y")
        assert links(f"x {before} {code(text)} y") == []
        assert f"<code>{html.escape(text)}</code> y" in page


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_is_copied_whole_and_is_no_link(tmp_path: Path, url: str) -> None:
    """In a list, behind a footnote and on the card of its source; whatever a title leaves open."""
    title = json.dumps("A `title` with ` one \\` and `` more")
    header = f"title = {title}\nurl = {json.dumps(url)}"
    one = source(
        "herald",
        "2019-08-20",
        'quote = "They met"\ntalks = { status = "cancelled" }',
        header=header,
    )
    dossier = opened(tmp_path, sources_second=one)
    found, event = dossier.source("second"), dossier.event("talks")
    assert found is not None
    assert event is not None
    for made in (
        list_export(dossier, Listing("T", "V", (), records.Source, dossier.sources), ".md"),
        list_export(dossier, Listing("T", "V", (), records.Event, dossier.events), ".md"),
        record_export(dossier, Link("source", "second"), found, ".md"),
        record_export(dossier, Link("event", "talks"), event, ".md"),
    ):
        text = made.decode()
        assert links(text) == []
        assert url in text  # as it stands there it can be copied
        assert f"<code>{html.escape(url)}</code>" in rendered(text)


def test_a_renderer_would_make_links_of_bare_addresses() -> None:
    assert links("see https://example.org/x") == ["https://example.org/x"]


def test_no_page_of_the_bundled_dossier_has_a_link(bundled: Dossier) -> None:
    for listing in listings(bundled):
        assert links(list_export(bundled, listing, ".md").decode()) == [], listing.kind
