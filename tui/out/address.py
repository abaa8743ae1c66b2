"""Opening an address in a browser, where there is one to see it in."""

from __future__ import annotations

import sys
import webbrowser
from collections.abc import Mapping
from urllib.parse import urlsplit


def is_web(address: str) -> bool:
    """Whether it is an ``http`` or ``https`` address of a host, without spaces and controls."""
    if not address or any(char <= " " or char == "\x7f" for char in address):
        return False
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False


def has_browser(environ: Mapping[str, str]) -> bool:
    """Whether a browser could show itself: a display, or the reader named one."""
    if environ.get("BROWSER") or sys.platform in {"darwin", "win32"}:
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def browser() -> webbrowser.BaseBrowser | None:
    """The browser that the system names; None where there is none."""
    try:
        return webbrowser.get()
    except webbrowser.Error:
        return None


def in_terminal(one: webbrowser.BaseBrowser) -> bool:
    """Whether the browser takes the terminal for itself, as lynx does."""
    return isinstance(one, webbrowser.GenericBrowser) and not isinstance(
        one, webbrowser.BackgroundBrowser
    )
