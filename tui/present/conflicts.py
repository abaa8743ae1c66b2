"""Conflicts: the question, the verdict, the rivals beside each other, the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from store.conflict_views import Conflicts
from store.dossier import Dossier
from store.records import Conflict, Event, Rival
from tui.present import dates
from tui.present.excerpt import excerpts
from tui.present.items import ItemBody
from tui.present.line import BLANK, Line, Link, Span, between, cut, spans_width, wrap
from tui.present.rows import month_free
from tui.present.signs import origins, status_sign, status_word
from tui.present.tenure import range_words
from tui.present.words import link_to
