"""The value behind every date: what an EDTF text says, as four bounds.

A date is never more precise than its source. A ``When`` therefore holds the earliest and latest
day on which it may have started and ended, and the text it was read from.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

Kind = Literal[
    "day",  # 2019-11-20: that day
    "month",  # 2019-11, 2019-11-XX: some time in that month
    "year",  # 2019, 2019-XX: some time in that year
    "span",  # 201X, 2019-1X, 2019-11-2X: some time in a decade, in some months, on some days
    "set",  # [2019-08-16,2019-08-17]: one of these
    "window",  # [2019-11-20..2019-11-22]: one day in the window
    "by",  # [..2019-08-29]: that day or earlier
    "after",  # [2019-09-20..]: that day or later
    "interval",  # 2019-11-20/2019-11-22: lasted, each day
    "open-end",  # 2019-09-11/..: from then on, still so
    "unknown-end",  # 2019-09-11/: from then on, nobody says until when
    "open-start",  # ../2019-09-19: always so until then
    "unknown-start",  # /2019-09-19: until then, nobody says since when
]

# kinds that say when a thing was, and not how long it lasted
POINTS: frozenset[Kind] = frozenset(
    ("day", "month", "year", "span", "set", "window", "by", "after")
)


class WhenError(ValueError):
    """A text that is no date this program keeps.

    The message is one sentence that names what is wrong and what would be right.
    """


class When(msgspec.Struct, frozen=True):
    """A date after EDTF (ISO 8601-2), in days.

    ``text`` is the canonical EDTF: parsing it gives an equal value. Of the bounds, ``None``
    stands for a side without one. An open end (``/..``) has no end at all, so both bounds of its
    end are ``None``; an unknown end (``/``) is no earlier than the start. ``uncertain`` is true
    when ``?``, ``~`` or ``%`` stands anywhere. ``members`` are the first and last day of each
    alternative of a set (and of a span with gaps); ``date.min`` and ``date.max`` stand there for
    a side without a bound. It is empty for every other kind.
    """

    text: str
    earliest_start: date | None
    latest_start: date | None
    earliest_end: date | None
    latest_end: date | None
    uncertain: bool
    kind: Kind
    members: tuple[tuple[date, date], ...] = ()

    @property
    def earliest(self) -> date | None:
        """The first day it may touch."""
        return self.earliest_start

    @property
    def latest(self) -> date | None:
        """The last day it may touch."""
        return self.latest_end

    @property
    def exact(self) -> date | None:
        """The one certain calendar day, or ``None``."""
        return self.earliest_start if self.kind == "day" and not self.uncertain else None

    def __str__(self) -> str:
        return self.text
