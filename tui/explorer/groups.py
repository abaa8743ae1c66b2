"""The groups of commands, in the order of the help."""

from __future__ import annotations

from textual.binding import Binding

VIEWS = Binding.Group("Views")
FIND = Binding.Group("Find")
DO = Binding.Group("Do")
