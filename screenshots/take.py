"""Taking a scene: the app on the bundled dossier without a terminal."""

from __future__ import annotations

import asyncio
import os
import re
from dataclasses import dataclass

from textual.pilot import Pilot

from screenshots.scenes import TODAY, Scene
from store.opening import Opened, open_dossier
from tui.app import ExplorerApp
from tui.explorer.screen import Explorer

for _name in ("NO_COLOR", "TMUX", "STY"):  # pictures are the same whoever takes them
    os.environ.pop(_name, None)

FONT = "'DejaVu Sans Mono', Menlo, Consolas, monospace"
PATIENCE = 400  # tries, a hundredth of a second each, for the app to follow the keys


@dataclass(frozen=True)
class Picture:
    """What a scene looks like: as text, line by line, and as an SVG file."""

    text: str
    svg: str


def opened() -> Opened:
    """The bundled dossier as the explorer opens it."""
    return open_dossier(None, strict=False)


def screen_text(app: ExplorerApp) -> str:
    """The whole screen as plain text, without the spaces at the ends of its lines."""
    lines = [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]
    return "\n".join(lines) + "\n"


async def settle(pilot: Pilot[None]) -> None:
    """Wait until the app has followed every key."""
    for _ in range(PATIENCE):
        await pilot.pause()
        explorer = next(screen for screen in pilot.app.screen_stack if isinstance(screen, Explorer))
        if explorer.settled:
            return
        await asyncio.sleep(0.01)
    raise TimeoutError("the app does not come to rest")


async def take(scene: Scene) -> Picture:
    """Press the keys of the scene and look."""
    app = ExplorerApp(opened(), opened, today=TODAY, theme=scene.theme)
    async with app.run_test(size=scene.size) as pilot:
        await settle(pilot)
        await pilot.press(*scene.presses)
        await settle(pilot)
        return Picture(screen_text(app), local_font(app.export_screenshot()))


def local_font(svg: str) -> str:
    """The SVG with a font of the reader's machine instead of one fetched from elsewhere."""
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg)
    return re.sub(r"font-family:\s*Fira Code[^;]*;", f"font-family: {FONT};", svg)
