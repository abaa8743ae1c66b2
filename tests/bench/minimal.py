"""The smallest program of Textual: what every start is measured against."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import App
from textual.widgets import Static


class Minimal(App[None]):
    def compose(self) -> Iterator[Static]:
        yield Static("ready")


if __name__ == "__main__":
    Minimal().run()
