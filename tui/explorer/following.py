"""A card that a link opened: whether its record is in the list, which then goes on from it."""

from __future__ import annotations

from tui.explorer import standing
from tui.explorer.stage import Stage
from tui.present.line import Link


def followed(stage: Stage) -> Link | None:
    """What the card with the keys is about, where a link opened it and it is no article."""
    state = stage.now
    links = stage.model.links(state)
    if not 1 < state.focus <= len(links) or links[state.focus - 1].type == "passage":
        return None
    return links[state.focus - 1]


def listed(stage: Stage, id: str) -> tuple[int, int] | None:
    """The place of a record in the list; None where it is not in it."""
    return standing.listed(stage.model, stage.now, stage.panes.listing.body, id)


def unlisted(stage: Stage) -> str:
    """Why there is no next item after a card; empty where there may be one."""
    link = followed(stage)
    if link is None or listed(stage, link.id) is not None:
        return ""
    return f"this is not in the list, so it has no next: {stage.model.keys['out']} leads back"
