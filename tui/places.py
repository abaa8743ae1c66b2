"""Where legation keeps what is the user's own: the configuration, and what was seen already."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def config_file() -> Path:
    """The configuration: ``LEGATION_CONFIG``, else in the folder for it. Nothing is made."""
    told = os.environ.get("LEGATION_CONFIG")
    if told:
        return Path(told).expanduser()
    return platformdirs.user_config_path("legation", appauthor=False) / "config.toml"


def config_named() -> bool:
    """Whether the user named the configuration, so that it has to be there."""
    return bool(os.environ.get("LEGATION_CONFIG"))


def greeted_file() -> Path:
    """The mark that the explorer has greeted this user. Nothing is made."""
    return platformdirs.user_state_path("legation", appauthor=False) / "greeted"
