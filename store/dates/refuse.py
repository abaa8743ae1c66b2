"""Why a text is no date: one sentence that names what is wrong and what would be right."""

from __future__ import annotations

import calendar
import re
from typing import NoReturn

from store.dates.value import WhenError

LONGEST = 400  # characters; longer texts are refused unread

_TIME = re.compile(r"[0-9]{4}-?[0-9]{2}-?[0-9]{2}[T ]?.*|[0-9]{1,2}:[0-9]{2}.*")
_BIG_YEAR = re.compile(r"Y?[+-]?[0-9]{5,}(?:E[0-9]+)?(?:S[0-9]+)?(?:-[0-9]{2}){0,2}|Y.*", re.I)
_SIGNED = re.compile(r"[+-][0-9]{4}(?:S[0-9]+)?(?:-[0-9X]{2}){0,2}")
_DIGITS = re.compile(r"[0-9X]{4}S[0-9]+")
_LOOSE = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?")
_BASIC = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_FULL = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_QUALIFIER = re.compile(r"[?~%]")
_RIGHT = "write 2019-11-20, 2019-11 or 2019"


def shown(text: str) -> str:
    """The text for a message: quoted, escaped, at most 40 characters."""
    return repr(text if len(text) <= 40 else text[:39] + "…")


def refuse(text: str, why: str) -> NoReturn:
    """Raise ``WhenError`` with the text and the reason, as one sentence."""
    raise WhenError(f"{shown(text)} {why}")


def check_size(text: str) -> None:
    """Refuse what is empty or too long to be a date."""
    if not text:
        raise WhenError(f"the date is empty: {_RIGHT}")
    if len(text) > LONGEST:
        refuse(text, f"is longer than {LONGEST} characters, and no date is")


def refuse_point(text: str) -> NoReturn:
    """Say why one day, month or year (a part of a longer date, or all of it) cannot be read."""
    plain = _QUALIFIER.sub("", text)
    if text.strip() != text and text.strip():
        refuse(text, f"has white space around it: write {shown(text.strip())}")
    if not text.strip():
        raise WhenError(f"a day is missing: {_RIGHT}")
    if not text.isascii():
        refuse(text, f"has signs that are no EDTF: {_RIGHT}, in plain digits")
    if text[0] == "{" or text[-1] == "}":
        refuse(text, "means all of several dates: give each its own claim, or write [a,b] for one")
    if text[0] == "[" or text[-1] == "]":
        refuse(text, "has a bracket without its pair, or inside another date")
    if re.search("[?~%]{2}", text):
        refuse(text, "has two signs of doubt in one place: write ? or ~, or % for both")
    if match := _FULL.fullmatch(plain):
        _refuse_numbers(text, *match.groups())
    if match := _BASIC.fullmatch(plain):
        refuse(text, f"lacks its hyphens: write {'-'.join(match.groups())}")
    if ":" in text or ("T" in text[4:] and _TIME.fullmatch(text)):
        refuse(text, "has a time of day, and only days are kept: write 2019-11-20")
    if _BIG_YEAR.fullmatch(plain) or _SIGNED.fullmatch(plain) or re.fullmatch("0{4}.*", plain):
        refuse(text, "is outside the years 0001 to 9999, which alone are kept")
    if _DIGITS.fullmatch(plain):
        refuse(text, "counts significant digits, which are not kept: write 195X or 1950~")
    if match := _LOOSE.fullmatch(plain):
        year, month, day = match.groups()
        parts = [year, month.zfill(2)] + ([day.zfill(2)] if day else [])
        refuse(text, f"is not written as EDTF: write {'-'.join(parts)}")
    if re.fullmatch("[0-9Xxu]{4}(?:-[0-9Xxu]{2}){0,2}", plain):
        if plain.count("X") == len(plain.replace("-", "")):
            refuse(text, "says nothing: leave the date out")
        if re.search("[xu]", plain):
            right = re.sub("[xu]", "X", text)
            refuse(text, f"needs a capital X for an unknown digit: write {right}")
        refuse(text, "is no day of the calendar, whatever digits stand for X")
    refuse(text, f"is not an EDTF date: {_RIGHT}")


def _refuse_numbers(text: str, year: str, month: str, day: str | None) -> NoReturn:
    number = int(month)
    if year == "0000":
        refuse(text, "is outside the years 0001 to 9999, which alone are kept")
    if 21 <= number <= 41 and day is None:
        refuse(text, f"is a season, and only days, months and years are kept: write {year}")
    if not 1 <= number <= 12:
        refuse(text, f"has no such month: write {year}-01 to {year}-12")
    last = calendar.monthrange(int(year), number)[1]
    if day is not None:
        refuse(text, f"is no day of the calendar: {year}-{month} has the days 01 to {last}")
    refuse(text, f"is not an EDTF date: {_RIGHT}")
