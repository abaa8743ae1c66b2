"""The roles of the style guide as styles of the terminal."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.widget import Widget

from tui.present.line import Span

ROLES = ("text", "muted", "accent", "good", "warn", "bad", "quote", "lit", "edge")
# role → the variables of its colour and its ground; every other has its own, on the ground
_COLOURS = {"lit": ("role-text", "role-lit"), "edge": ("role-lit", "role-ground")}


class Painter:
    """Styles of one widget, made once for each combination and dropped with its theme.

    They are read off the theme, not from component classes: for each widget Textual would match
    its style sheets with nine more nodes, again and again, before the first frame.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._made: dict[tuple[str, bool, bool, bool], Style] = {}

    def clear(self) -> None:
        self._made.clear()

    def __call__(self, span: Span, under: bool = False) -> Style:
        """``under``: the link under the cursor, which alone is underlined (in colour)."""
        app = self._widget.app
        line = span.link is not None and (under or app.no_color)
        key = (span.role, span.bold or (under and app.no_color), span.reverse, line)
        style = self._made.get(key)
        if style is None:
            plain = app.no_color or app.native_ansi_color
            # what is lit has a ground of its own, where the theme has one
            own = not plain and "role-lit" in app.current_theme.variables
            lit = span.reverse and own
            role = "lit" if lit else "text" if span.role == "edge" and not own else span.role
            of = app.theme_variables
            colour, ground = _COLOURS.get(role, (f"role-{role}", "role-ground"))
            style = Style(
                color=Color.parse(of[colour]).rich_color,
                bgcolor=Color.parse(of[ground]).rich_color,
                bold=key[1] or None,
                dim=(plain and span.role == "muted" and not span.reverse) or None,
                reverse=(span.reverse and not lit) or None,
                underline=line or None,
            )
            self._made[key] = style
        return style


class Colourless(LineFilter):
    """Leaves the terminal's own colours everywhere; bold, dim, reverse and underline stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            Segment(text, style.without_color if style else style, control)
            for text, style, control in segments
        ]
