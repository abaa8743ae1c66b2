"""The roles of the style guide as styles of the terminal."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget

from tui.present.line import Span

ROLES = ("text", "muted", "accent", "good", "warn", "bad", "quote")
COMPONENTS = frozenset(f"role--{role}" for role in ROLES)


class Painter:
    """Styles of one widget, made once for each combination and dropped with its theme."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._made: dict[tuple[str, bool, bool, bool], Style] = {}

    def clear(self) -> None:
        self._made.clear()

    def __call__(self, span: Span, under: bool = False) -> Style:
        """``under``: the link under the cursor, which alone is underlined (in colour)."""
        line = span.link is not None and (under or self._widget.app.no_color)
        key = (span.role, span.bold or (under and self._widget.app.no_color), span.reverse, line)
        style = self._made.get(key)
        if style is None:
            base = self._widget.get_component_rich_style(f"role--{span.role}")
            style = base + Style(
                bold=key[1] or None, reverse=span.reverse or None, underline=line or None
            )
            self._made[key] = style
        return style
