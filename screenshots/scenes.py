"""The scenes: what is pressed, on which size of terminal, in which theme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

TODAY = date(2020, 1, 20)  # what "today" means to a date typed in a scene


@dataclass(frozen=True)
class Scene:
    """``keys`` are Textual's names, words to type stand in quotes; ``size`` is columns × rows."""

    name: str
    keys: str
    size: tuple[int, int]
    theme: str = "dark"

    @property
    def presses(self) -> list[str]:
        found: list[str] = []
        for index, part in enumerate(self.keys.split("'")):
            if index % 2:
                found += [{" ": "space", "-": "minus"}.get(char, char) for char in part]
            else:
                found += part.split()
        return found


VICE = "slash 'vice meeting' enter"
MARKED = f"{VICE} m M 'who called it off' enter p 'takizaki' enter m p 'motegi' enter m"
NOTHING = "f j j j j space } } } } slash 'russia' enter enter"
SCENES: tuple[Scene, ...] = (
    Scene("timeline-120x36", "t '16 aug 2019' enter", (120, 36), "light"),
    Scene("timeline-dark-120x36", "t '16 aug 2019' enter", (120, 36)),
    Scene("timeline-80x24", "t '16 aug 2019' enter", (80, 24)),
    Scene("event-80x24", "t '20 sep 2019' enter enter", (80, 24)),
    Scene("known-80x24", "w '19 sep 2019' enter t '20 sep 2019' enter", (80, 24)),
    Scene("nothing-known-80x24", "w '1 aug 2019' enter", (80, 24)),
    Scene("nothing-found-80x24", "slash 'zanzibar' enter", (80, 24)),
    Scene("filter-100x30", "f j space j j space", (100, 30), "light"),
    Scene("filter-80x24", "f j space minus } slash 'mo' down", (80, 24)),
    Scene("filter-140x40", "f } slash 'taki' enter } minus", (140, 40)),
    Scene("nothing-filtered-80x24", NOTHING, (80, 24)),
    Scene("sorted-120x36", "s s", (120, 36)),
    Scene("search-80x24", "slash 'takizaki'", (80, 24)),
    Scene("directory-80x24", "2", (80, 24), "light"),
    Scene("directory-person-120x36", "p 'takizaki' enter", (120, 36)),
    Scene(
        "directory-day-120x36",
        "2 a '15 sep 2019' enter slash 'motegi' enter slash ctrl+u enter",
        (120, 36),
        "light",
    ),
    Scene("all-200x50", "t '26 sep 2019' enter enter tab", (200, 50)),
    Scene("encounters-100x30", "3 J", (100, 30), "light"),
    Scene("encounters-80x24", "3", (80, 24)),
    Scene("encounters-40x10", "3", (40, 10)),
    Scene("encounters-200x50", "3", (200, 50)),
    Scene("pair-80x24", "3 J enter", (80, 24)),
    Scene("sources-120x36", "4 j", (120, 36)),
    Scene("sources-80x24", "4", (80, 24), "light"),
    Scene("conflicts-120x36", "5", (120, 36), "light"),
    Scene("conflicts-80x24", "5 J", (80, 24)),
    Scene("passage-80x24", "5 j enter", (80, 24)),
    Scene("marks-80x24", f"{MARKED} 6 j", (80, 24)),
    Scene("copy-120x36", f"{VICE} m enter y", (120, 36), "light"),
    Scene("help-80x24", "question_mark", (80, 24)),
    Scene("commands-80x24", "colon 'da'", (80, 24)),
    Scene("smallest-40x10", "t '16 aug 2019' enter", (40, 10)),
)
