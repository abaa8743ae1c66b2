"""What a single frame must be beyond its types: known codes, a day of publication, seats."""

from __future__ import annotations

import re

from store.dates.duration import DurationError, parse_duration
from store.model.countries import COUNTRIES
from store.model.frames import Frame, Meta, Post, Source
from store.reading.decode import BadRecord
from store.reading.passages import PASSAGE
from store.when import WhenError, parse_when

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_BASIS = re.compile(r"stated|inferred: .*\S.*", re.S)
_URL = re.compile(r"https?://[^\s\x00-\x1f]+")


def check_frame(frame: Frame) -> None:
    """Raise ``BadRecord`` for the first fault of a frame that its types do not show."""
    if frame.id in PASSAGE:
        raise BadRecord(None, "is the name of a claim’s field", "choose another id")
    country = getattr(frame, "country", None)
    if country is not None and country not in COUNTRIES:
        hint = "two capital letters after ISO 3166-1, e.g. JP"
        raise BadRecord("country", f"“{country}” is no country code", hint)
    for field in ("name", "title"):
        text = getattr(frame, field, None)
        if text is not None and not text.strip():
            raise BadRecord(field, "is empty", "write what most sources call it")
    if isinstance(frame, Post) and not 1 <= frame.seats <= 10_000:
        raise BadRecord("seats", f"{frame.seats} seats", "1 to 10000")
    if isinstance(frame, Source):
        _check_source(frame)


def _check_source(source: Source) -> None:
    try:
        published = parse_when(source.published)
    except WhenError as error:
        raise BadRecord("published", str(error)) from None
    if published.latest is None:
        raise BadRecord("published", "has no last day", "a source was published by some day")
    for field in ("published_basis", "publisher_basis"):
        basis = getattr(source, field)
        if basis is not None and not _BASIS.fullmatch(basis):
            raise BadRecord(field, f"“{basis[:40]}”", "“stated” or “inferred: ” and the reason")
    if not _LANGUAGE.fullmatch(source.language):
        raise BadRecord("language", f"“{source.language}” is no language", "BCP 47: en, ko")
    if source.url is not None and not _URL.fullmatch(source.url):
        raise BadRecord("url", "is no web address", "https://…")


def check_meta(meta: Meta, known_format: int) -> None:
    """Raise ``BadRecord`` for the first fault of ``dossier.toml``."""
    if meta.format != known_format:
        hint = f"this legation reads format {known_format}"
        raise BadRecord("format", f"format {meta.format} is not known", hint)
    try:
        parse_duration(meta.horizon)
    except DurationError as error:
        raise BadRecord("horizon", str(error), 'e.g. "P1Y"') from None
