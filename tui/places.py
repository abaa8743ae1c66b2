"""Where legation keeps what is the user's own: the configuration, and what was seen already."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from store.disk.ordinary import named_file


def config_file() -> Path:
    """The configuration: ``LEGATION_CONFIG``, else in the folder for it. Nothing is made.
    OSError where the variable names no user that is."""
    told = os.environ.get("LEGATION_CONFIG")
    if told:
        return named_file(told)
    return platformdirs.user_config_path("legation", appauthor=False) / "config.toml"


def config_named() -> bool:
    """Whether the user named the configuration, so that it has to be there."""
    return bool(os.environ.get("LEGATION_CONFIG"))


def greet() -> bool:
    """Whether this user is new here; from then on nobody is. Where that cannot be written down
    the user stays new."""
    mark = platformdirs.user_state_path("legation", appauthor=False) / "greeted"
    try:
        if mark.exists():
            return False
        mark.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        mark.touch(mode=0o600)
    except OSError:
        pass
    return True
