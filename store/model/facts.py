"""Facts: the sound frames and claims of one dossier, before anything is derived."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from store.model.claims import Claim
from store.model.frames import Body, Event, Frame, Meta, Person, Place, Post, Source, Tenure, Topic


class Facts(msgspec.Struct, frozen=True, eq=False):
    """Frames by id in file order, claims in reading order. ``where``: id → (file, line)."""

    meta: Meta
    sources: Mapping[str, Source]
    bodies: Mapping[str, Body]
    people: Mapping[str, Person]
    posts: Mapping[str, Post]
    places: Mapping[str, Place]
    tenures: Mapping[str, Tenure]
    events: Mapping[str, Event]
    topics: Mapping[str, Topic]
    claims: tuple[Claim, ...]
    where: Mapping[str, tuple[str, int]]

    def tables(self) -> dict[str, Mapping[str, Frame]]:
        """Every table of frames by its name."""
        return {
            "sources": self.sources,
            "bodies": self.bodies,
            "people": self.people,
            "posts": self.posts,
            "places": self.places,
            "tenures": self.tenures,
            "events": self.events,
            "topics": self.topics,
        }
