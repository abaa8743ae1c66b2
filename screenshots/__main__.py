"""``python -m screenshots``: take every scene again, as SVG and as the tests' text."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from screenshots.scenes import SCENES
from screenshots.take import take

HERE = Path(__file__).parent
GOLDENS = HERE.parent / "tests" / "goldens"


def main(names: list[str]) -> int:
    """Take the scenes named, or all; exit code 2 for a name that is none."""
    unknown = set(names) - {scene.name for scene in SCENES}
    if unknown:
        print(f"no such scene: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    GOLDENS.mkdir(parents=True, exist_ok=True)
    for scene in SCENES:
        if names and scene.name not in names:
            continue
        picture = asyncio.run(take(scene))
        (HERE / f"{scene.name}.svg").write_text(picture.svg, encoding="utf-8")
        (GOLDENS / f"{scene.name}.txt").write_text(picture.text, encoding="utf-8")
        print(scene.name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
