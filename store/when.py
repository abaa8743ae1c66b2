"""Dates: EDTF (ISO 8601-2), days only, from the year 0001 to 9999.

``parse_when`` reads, ``before``, ``overlaps``, ``covers`` and ``contains_day`` compare in three
values, ``meet`` is what two dates agree on, ``ends`` are the two of an interval, ``sort_key``
orders. What cannot be read raises ``WhenError``, whose message can be shown to a person.
"""

from store.dates.compare import Truth, before, contains_day, covers, overlaps, sort_key, touches
from store.dates.meet import meet, same
from store.dates.parse import from_day, parse_when
from store.dates.value import POINTS, Kind, When, WhenError
from store.dates.written import ends

__all__ = [
    "POINTS",
    "Kind",
    "Truth",
    "When",
    "WhenError",
    "before",
    "contains_day",
    "covers",
    "ends",
    "from_day",
    "meet",
    "overlaps",
    "parse_when",
    "same",
    "sort_key",
    "touches",
]
