"""Whole screens, compared with the texts in ``goldens``; ``make pictures`` takes them again."""

from __future__ import annotations

from pathlib import Path

import pytest

from screenshots.scenes import SCENES, Scene
from screenshots.take import take

GOLDENS = Path(__file__).parent / "goldens"


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_screen(scene: Scene) -> None:
    picture = await take(scene)
    assert picture.text == (GOLDENS / f"{scene.name}.txt").read_text("utf-8")
    columns, rows = scene.size
    lines = picture.text.splitlines()
    assert len(lines) == rows
    assert all(len(line) <= columns for line in lines)


async def test_pictures_are_the_same_every_time() -> None:
    scene = SCENES[0]
    first, second = await take(scene), await take(scene)
    assert first.svg == second.svg
    assert "http" not in first.svg.replace("http://www.w3.org/2000/svg", "")


def test_no_golden_without_a_scene() -> None:
    assert {path.stem for path in GOLDENS.glob("*.txt")} == {scene.name for scene in SCENES}
