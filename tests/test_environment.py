"""What the environment may say to Textual."""

import pytest

from tui.environment import OURS, tame


@pytest.mark.parametrize(("said", "left"), [(None, None), ("", None), ("1", "1"), ("0", "0")])
def test_an_empty_no_color_asks_for_nothing(said: str | None, left: str | None) -> None:
    environ = {"TERM": "xterm-256color"} | ({} if said is None else {"NO_COLOR": said})
    tame(environ)
    assert environ.get("NO_COLOR") == left


def test_what_steers_textual_is_dropped_and_ours_is_set() -> None:
    environ = {"TEXTUAL_DRIVER": "os:system", "TEXTUAL_FPS": "1", "TERM": "xterm-256color"}
    tame(environ)
    assert environ == OURS | {"TERM": "xterm-256color"}
